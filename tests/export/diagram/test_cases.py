# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The diagrams of the eight cases: whole, clear, and the same every time."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kyosei_desk.domain.comparing.designs import compared_case
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import CaseDocument
from kyosei_desk.export.diagram import sizes
from kyosei_desk.export.diagram.layout import design_diagram
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.export.diagram.svg import diagram_svg
from kyosei_desk.export.shapes import Rect
from tests.export.diagram.checks import (
    crossings,
    everything_wrong,
    labels_on_foreign_lines,
    stretches,
)
from tests.export.diagram.samples import COLORS

CASES = (
    "ashiya",
    "edogawa",
    "fujisawa",
    "nabari",
    "omuta",
    "setagaya",
    "toyonaka",
    "yamagata",
)
_SVG = "{http://www.w3.org/2000/svg}"
_PAGE_MM = (277, 190)  # what can be printed on a landscape A4 page
_SMALLEST_POINTS = 7.0


@cache
def _drawn(corpus: Corpus, name: str) -> Diagram:
    document = corpus.document(f"cases/{name}")
    assert isinstance(document, CaseDocument)
    return design_diagram(compared_case(document, corpus), corpus)


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest, corpus: Corpus) -> CaseDocument:
    document = corpus.document(f"cases/{request.param}")
    assert isinstance(document, CaseDocument)
    return document


@pytest.fixture
def diagram(case: CaseDocument, corpus: Corpus) -> Diagram:
    return _drawn(corpus, case.id.removeprefix("cases/"))


def test_no_name_hides_the_turn_its_line_takes(diagram: Diagram) -> None:
    """Of a stretch that runs up or down under its name some is seen at both sides together."""
    for connector in diagram.connectors:
        assert connector.label is not None
        name = connector.label.rect.grown(1)
        for start, end in stretches(connector):
            if start[0] == end[0] and name.overlaps(Rect(start[0], start[1], 1, end[1] - start[1])):
                hidden = min(end[1], name.bottom) - max(start[1], name.y)
                assert end[1] - start[1] - hidden >= 4, connector.words


def test_all_cases_are_looked_at(corpus: Corpus) -> None:
    assert sorted(document.id for document in corpus.cases) == [f"cases/{name}" for name in CASES]


def test_nothing_is_wrong(case: CaseDocument, diagram: Diagram) -> None:
    assert list(everything_wrong(diagram, case)) == []


def test_no_name_of_a_line_lies_on_another_line(diagram: Diagram) -> None:
    assert labels_on_foreign_lines(diagram) == []


def test_the_smallest_words_are_legible_on_a_page(diagram: Diagram) -> None:
    millimetres = min(_PAGE_MM[0] / diagram.width, _PAGE_MM[1] / diagram.height)
    smallest = min(sizes.BADGE_TEXT, *(sizes.TEXT_SIZES[line.role][0] for line in diagram.texts))
    assert smallest * millimetres / 25.4 * 72 >= _SMALLEST_POINTS


def test_few_lines_cross(corpus: Corpus) -> None:
    found = [crossing for name in CASES for crossing in crossings(_drawn(corpus, name))]
    assert len(found) <= 7


def test_no_line_is_led_through_a_lane_without_elements(diagram: Diagram) -> None:
    held = [band.rect for lane in diagram.lanes for band in lane.bands]
    empty = [r for r in held if not any(r.overlaps(card.rect) for card in diagram.cards)]
    assert not any(
        rect.crosses(a, b) for rect in empty for c in diagram.connectors for a, b in stretches(c)
    )


def test_every_line_has_the_name_its_source_gives(case: CaseDocument, diagram: Diagram) -> None:
    for connector in diagram.connectors:
        assert connector.label is not None
        shown = "".join(line.text for line in connector.label.lines).replace(" ", "")
        for route in connector.routes:
            link = case.links[route.link]
            assert shown == (link.label or link.type.label).replace(" ", "")
            assert connector.kind is link.type


def test_the_sources_stand_below(case: CaseDocument, diagram: Diagram) -> None:
    notes = "".join(line.text for line in diagram.notes).replace(" ", "")
    for source in case.sources:
        assert source.title.replace(" ", "") in notes
        assert source.publisher in notes


def test_its_svg_is_well_formed_and_tells_what_it_shows(
    case: CaseDocument, diagram: Diagram
) -> None:
    root = ElementTree.fromstring(diagram_svg(diagram, COLORS))
    assert root.findtext(f"{_SVG}title") == diagram.title
    described = root.findtext(f"{_SVG}desc") or ""
    for element in case.elements:
        assert element.name in described
    addresses = [group.get("data-address") for group in root.iter(f"{_SVG}g")]
    assert sorted(filter(None, addresses)) == sorted(f"{case.id}#{e.id}" for e in case.elements)


def test_the_same_bytes_come_twice(corpus: Corpus, diagram: Diagram, case: CaseDocument) -> None:
    again = design_diagram(compared_case(case, corpus), corpus)
    assert diagram_svg(again, COLORS) == diagram_svg(diagram, COLORS)


def test_the_same_bytes_come_from_another_process(corpus: Corpus, tmp_path: Path) -> None:
    code = (
        "import sys; from kyosei_desk.app import main;"
        "sys.exit(main(['--data-dir', sys.argv[1], 'diagram', 'cases/nabari', '-o', sys.argv[2]]))"
    )
    written = []
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}.svg"
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "data"), str(out)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
        written.append(out.read_bytes())
    nabari = corpus.document("cases/nabari")
    assert isinstance(nabari, CaseDocument)
    here = design_diagram(compared_case(nabari, corpus), corpus, era_first=True)  # as set at first
    assert written[0] == written[1] == diagram_svg(here, COLORS).encode()


def test_functions_follow_each_other_from_left_to_right(corpus: Corpus) -> None:
    """As many cards as can be stand in the order of the functions, lane by lane."""
    right = wrong = 0
    for name in CASES:
        diagram = _drawn(corpus, name)
        numbered = [(c, diagram.lane_at(c.rect.y)) for c in diagram.cards if c.number]
        for one, lane in numbered:
            for other, other_lane in numbered:
                if lane != other_lane or (one.number or 0) >= (other.number or 0):
                    continue
                if one.rect.right < other.rect.x:
                    right += 1
                elif other.rect.right < one.rect.x:
                    wrong += 1
    assert right > 2 * wrong
