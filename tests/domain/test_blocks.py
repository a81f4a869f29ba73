# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The block stream: plain text, what is cited and referred to, and its JSON form."""

import pytest
from hypothesis import given
from pydantic import TypeAdapter, ValidationError

from kyosei_desk.domain.blocks import (
    Block,
    Citation,
    Fact,
    Facts,
    Inlines,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Reference,
    Table,
    Text,
    block_lines,
    citations,
    inline_runs,
    inline_text,
    plain_text,
    references,
)
from tests.domain import strategies
from tests.domain.samples import FACTS, NESTED_LIST, TABLE, words

BLOCKS: TypeAdapter[tuple[Block, ...]] = TypeAdapter(tuple[Block, ...])


CITED = Citation(source="s1", place="概要")
LINK = Reference(text="名張市の事例", document="cases/nabari", anchor="overview")
SAMPLES: list[tuple[Block, list[str]]] = [
    (Paragraph(inlines=(Text(text="本文"), CITED, Text(text="。"))), ["本文。"]),
    (Paragraph(inlines=(LINK, Text(text="を見る", strong=True))), ["名張市の事例を見る"]),
    (Paragraph(inlines=()), [""]),
    (NESTED_LIST, ["一", "一の一", "二"]),
    (TABLE, ["市　人口", "名張市　79,357人"]),
    (FACTS, ["圏域　小学校区"]),
    (
        Note(label="注意", blocks=(Paragraph(inlines=words("数")), Paragraph(inlines=(CITED,)))),
        ["数", ""],
    ),
]


@pytest.mark.parametrize(("block", "lines"), SAMPLES)
def test_lines(block: Block, lines: list[str]) -> None:
    assert block_lines(block) == lines


def test_plain_text_keeps_the_order() -> None:
    expected = "\n".join(line for _, lines in SAMPLES for line in lines)
    assert plain_text(tuple(block for block, _ in SAMPLES)) == expected


def test_citations_and_references_are_found_everywhere() -> None:
    run: Inlines = (CITED, LINK)
    everywhere: tuple[Block, ...] = (
        Paragraph(inlines=run),
        ListBlock(
            items=(ListItem(inlines=run, children=(ListBlock(items=(ListItem(inlines=run),)),)),)
        ),
        Table(header=(run,), rows=((run,),)),
        Facts(rows=(Fact(label="圏域", inlines=run),)),
        Note(label="補足", blocks=(Paragraph(inlines=run),)),
    )
    assert citations(everywhere) == [CITED] * 7
    assert references(everywhere) == [LINK] * 7


def test_text_keeps_its_white_space() -> None:
    assert Text(text="　字下げ ").text == "　字下げ "


@pytest.mark.parametrize(
    "data",
    [
        {"kind": "html", "text": "<b>"},
        {"kind": "paragraph", "inlines": [{"kind": "image", "text": "x"}]},
        {"kind": "paragraph", "inlines": [], "style": "bold"},
    ],
)
def test_unknown_parts_are_refused(data: object) -> None:
    with pytest.raises(ValidationError):
        BLOCKS.validate_python([data])


@given(strategies.blocks)
def test_json_round_trip(blocks: tuple[Block, ...]) -> None:
    assert BLOCKS.validate_json(BLOCKS.dump_json(blocks, exclude_none=True)) == blocks


@given(strategies.blocks)
def test_plain_text_is_every_run(blocks: tuple[Block, ...]) -> None:
    text = plain_text(blocks)
    assert all(inline_text(run) in text for run in inline_runs(blocks))


@given(strategies.inlines)
def test_citations_are_silent(inlines: Inlines) -> None:
    spoken = tuple(part for part in inlines if not isinstance(part, Citation))
    assert inline_text(inlines) == inline_text(spoken)
