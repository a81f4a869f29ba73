# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A comparison as JSON: its promised shape."""

import json

from kyosei_desk.domain.comparing.matrix import Matrix
from tests.domain.comparing_samples import answering, column, element, matrix
from tests.export.comparison.written import (
    FORMATS,
    JSON,
    text_of,
)

HUB = {"provisions": [{"id": "p1.hub", "coverage": "full"}]}


def test_json_has_the_promised_shape(bundled_matrix: Matrix) -> None:
    told = json.loads(text_of(bundled_matrix, JSON))
    assert [one["id"] for one in told["columns"]] == [one.id for one in bundled_matrix.designs]
    for row, made in zip(told["rows"], bundled_matrix.rows, strict=True):
        assert {"id", "label", "function", "cells"} <= set(row)
        for cell, one in zip(row["cells"], made.cells, strict=True):
            assert {"id", "state", "elements", "sources"} <= set(cell)
            assert (cell["id"], cell["state"]) == (one.design_id, one.state.value)
            assert bool(cell["sources"]) == bool(one.sources)
            for found in cell["elements"]:
                keys = {"id", "name", "coverage", "count", "unit", "zone", "operators", "source"}
                assert keys <= set(found)


def test_json_of_an_element() -> None:
    one = element("salon", count=15, unit="か所", **HUB)
    told = json.loads(text_of(matrix(column("a", one), column("b")), JSON))
    (found,) = told["rows"][0]["cells"][0]["elements"]
    assert found["address"] == "cases/a#salon"
    assert (found["coverage"], found["count"], found["operators"]) == ("full", 15, ["residents"])
    assert found["source"] == "通知（省、2017年、第一、左の欄）"
    assert found["ratios"]["people_per_one"] == {
        "value": 5290.466667,
        "unit": "人",
        "formula": "79,357人 ÷ 15か所",
        "dates_mixed": False,
    }


def test_an_element_taken_from_elsewhere_may_have_no_source_here() -> None:
    stray = answering("x", hub="full").model_copy(update={"source": "s9"})
    made = matrix(column("a", stray), column("b"))
    told = json.loads(text_of(made, JSON))
    assert told["rows"][0]["cells"][0]["elements"][0]["source"] is None
    assert all("サロン" in text_of(made, file_format) for file_format in FORMATS)
