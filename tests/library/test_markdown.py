# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Markdown to blocks: every construct, every line number, no text lost."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.blocks import (
    Block,
    Citation,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Reference,
    Table,
    Text,
    plain_text,
)
from kyosei_desk.domain.documents import Section
from kyosei_desk.library.line_breaks import join_lines
from kyosei_desk.library.markdown import ParsedBody, parse_body

HEADING = "## 概要 {#overview}\n\n"


def parse(text: str, first_line: int = 1) -> ParsedBody:
    return parse_body(text, Path("beta.md"), first_line, "cases/beta")


def blocks(text: str) -> tuple[Block, ...]:
    body = parse(HEADING + text)
    assert body.issues == []
    (section,) = body.sections
    return section.blocks


def paragraph(*inlines: Text | Citation | Reference) -> Paragraph:
    return Paragraph(inlines=inlines)


def text(words: str, *, strong: bool = False) -> Text:
    return Text(text=words, strong=strong)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("本文。", paragraph(text("本文。"))),
        ("**強く**言う", paragraph(text("強く", strong=True), text("言う"))),
        ("文[@s1]。", paragraph(text("文"), Citation(source="s1"), text("。"))),
        ("文[@s1 表1 左]", paragraph(text("文"), Citation(source="s1", place="表1 左"))),
        ("[@s1][@s2]", paragraph(Citation(source="s1"), Citation(source="s2"))),
        ("**[@s1 欄]強**", paragraph(Citation(source="s1", place="欄"), text("強", strong=True))),
        (
            "[名張市](cases/nabari)",
            paragraph(Reference(text="名張市", document="cases/nabari")),
        ),
        (
            "[項目](guideline/alpha#p1.hub)",
            paragraph(Reference(text="項目", document="guideline/alpha", anchor="p1.hub")),
        ),
        ("[下](#salon)", paragraph(Reference(text="下", document="cases/beta", anchor="salon"))),
        ("[**強**い](#a)", paragraph(Reference(text="強い", document="cases/beta", anchor="a"))),
        ("一行目\n二行目", paragraph(text("一行目二行目"))),
        ("one\ntwo", paragraph(text("one two"))),
        ("CSW\nとは", paragraph(text("CSWとは"))),
        ("一  \n二", paragraph(text("一二"))),
        ("a &amp; b", paragraph(text("a &amp; b"))),
        (r"5 \* 3", paragraph(text("5 * 3"))),
        ("[x]: cases/nabari", paragraph(text("[x]: cases/nabari"))),
        ("［＠s1］", paragraph(text("［＠s1］"))),
        (
            "- 一\n- 二[@s1]",
            ListBlock(
                items=(
                    ListItem(inlines=(text("一"),)),
                    ListItem(inlines=(text("二"), Citation(source="s1"))),
                )
            ),
        ),
        (
            "1. 一\n   - 一の一\n2. 二",
            ListBlock(
                ordered=True,
                items=(
                    ListItem(
                        inlines=(text("一"),),
                        children=(ListBlock(items=(ListItem(inlines=(text("一の一"),)),)),),
                    ),
                    ListItem(inlines=(text("二"),)),
                ),
            ),
        ),
        (
            "|市|人口|\n|---|---|\n|名張市|**79**|",
            Table(
                header=((text("市"),), (text("人口"),)),
                rows=(((text("名張市"),), (text("79", strong=True),)),),
            ),
        ),
        ("|市|\n|---|", Table(header=((text("市"),),), rows=())),
        ("> 囲み", Note(label="補足", blocks=(paragraph(text("囲み")),))),
        ("> [!注意] 数は推計", Note(label="注意", blocks=(paragraph(text("数は推計")),))),
        ("> [!2018年以後]\n> 改正", Note(label="2018年以後", blocks=(paragraph(text("改正")),))),
        (
            "> [!注意]\n>\n> - 一",
            Note(label="注意", blocks=(ListBlock(items=(ListItem(inlines=(text("一"),)),)),)),
        ),
    ],
)
def test_construct(source: str, expected: Block) -> None:
    assert blocks(source) == (expected,)


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("## 概要 {#a}", Section(id="a", level=2, title="概要", blocks=())),
        ("### 目的{#a-b}", Section(id="a-b", level=3, title="目的", blocks=())),
        (
            "## 場 {#place provisions=p2.place,p2.notice}",
            Section(
                id="place",
                level=2,
                title="場",
                provisions=("p2.place", "p2.notice"),
                blocks=(),
            ),
        ),
    ],
)
def test_heading(heading: str, section: Section) -> None:
    assert parse(heading).sections == [section]


def test_lines_count_from_the_start_of_the_file() -> None:
    body = parse("## 一 {#one}\n\n文[@s1]\n\n## 二 {#two}\n", first_line=10)
    assert body.lines == [10, 14]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("文\n\n*斜*", 5),
        ("- 一\n- *二*", 4),
        ("- 一\n  - 二\n  - *三*", 5),
        ("> 囲み\n>\n> *斜*", 5),
        ("|a|\n|---|\n|1|2|", 5),
        ("|a|\n|---|\n|1|\n\n> |a|\n> |---|\n> |1|2|", 9),
    ],
)
def test_issue_names_its_own_line(source: str, line: int) -> None:
    assert [issue.line for issue in parse(HEADING + source).issues] == [line]


@pytest.mark.parametrize("row", ["|1|", "|1|2|", "|1 \\| 2|3|", "1|2", "|1|2| "])
def test_row_that_fits_is_no_issue(row: str) -> None:
    assert parse(f"{HEADING}|a|b|\n|---|---|\n{row}").issues == []


def test_short_row_gets_empty_cells() -> None:
    (table,) = blocks("|a|b|\n|---|---|\n|1|")
    assert isinstance(table, Table)
    assert table.rows == (((text("1"),), ()),)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ([], ""),
        (["一"], "一"),
        (["一。", "二"], "一。二"),
        (["one", "two"], "one two"),
        (["CSW", "は"], "CSWは"),
        (["一", "", "two"], "一two"),
    ],
)
def test_lines_of_a_paragraph(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_anything_can_be_parsed(source: str) -> None:
    body = parse(source)
    assert len(body.sections) == len(body.lines)
    assert all(1 <= line <= source.count("\n") + source.count("\r") + 1 for line in body.lines)


@given(st.text("#-*[]()@!|>`{}s1 \n・名張市ab.", max_size=60))
def test_markup_can_be_mixed_in_any_way(source: str) -> None:
    body = parse(HEADING + source)
    assert all(issue.line >= 1 for issue in body.issues)


japanese = st.text(
    "名張市地域福祉まちの保健室ーあア、。（）「」０１２ＣＳＷ２０１７年％・〜①", min_size=1
)


@given(st.lists(japanese, min_size=1, max_size=4))
def test_no_words_are_lost(words: list[str]) -> None:
    assert plain_text(blocks("\n\n".join(words))) == "\n".join(words)
    assert plain_text(blocks("\n".join(f"- {word}" for word in words))) == "\n".join(words)
    assert plain_text(blocks("\n".join(words))) == "".join(words)
    assert plain_text(blocks("> " + "\n>\n> ".join(words))) == "\n".join(words)
    row = "|" + "|".join(words) + "|\n"
    assert plain_text(blocks(row + "|---" * len(words) + "|\n" + row)).count("　") == 2 * (
        len(words) - 1
    )


@given(st.lists(st.tuples(japanese, st.booleans(), st.booleans()), min_size=1, max_size=5))
def test_marked_up_words_read_the_same(parts: list[tuple[str, bool, bool]]) -> None:
    source, read = "", ""
    for words, linked, cited in parts:
        source += f"[{words}](cases/nabari)" if linked else words
        source += "[@s1 欄]" if cited else ""
        read += words
    assert plain_text(blocks(source)) == read
