# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Passages as Markdown, with every source and its place."""

import re

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from kyosei_desk.domain.blocks import (
    Block,
    Citation,
    Note,
    Paragraph,
    Reference,
    Text,
    citations,
)
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.passages import Passage, PassageKind
from kyosei_desk.export.markdown import MarkdownWriter
from tests.domain import strategies
from tests.domain.samples import FACTS, NESTED_LIST, TABLE, report, small_corpus, words


def written(*blocks: Block) -> str:
    """Return what the writer makes of blocks: without head, title and sources."""
    passage = Passage(
        document_id="reports/gamma",
        section_id="x",
        kind=PassageKind.SECTION,
        level=2,
        title="節",
        blocks=blocks,
        citation="s1",
    )
    text = MarkdownWriter(report()).write([passage])
    return text.split("## 節\n\n", 1)[1].rsplit("\n\n## 出典", 1)[0]


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (Paragraph(inlines=words("本文")), "本文"),
        (Paragraph(inlines=(Text(text="強", strong=True), Text(text="い"))), "**強**い"),
        (Paragraph(inlines=(Text(text="文"), Citation(source="s1"))), "文[1]"),
        (Paragraph(inlines=(Citation(source="s1", place="左の欄"),)), "[1 左の欄]"),
        (
            Paragraph(inlines=(Reference(text="名張", document="cases/nabari"),)),
            "[名張](cases/nabari)",
        ),
        (
            Paragraph(inlines=(Reference(text="下", document="cases/nabari", anchor="x"),)),
            "[下](cases/nabari#x)",
        ),
        (Paragraph(inlines=words("5 * 3 < 20 | `x`")), r"5 \* 3 \< 20 \| \`x\`"),
        (NESTED_LIST, "1. 一\n   - 一の一\n2. 二"),
        (TABLE, "| 市 | 人口 |\n|---|---|\n| 名張市 | 79,357人 |"),
        (FACTS, "- **圏域**: 小学校区"),
        (
            Note(label="注意", blocks=(Paragraph(inlines=words("一")), NESTED_LIST)),
            "> **注意**\n>\n> 一\n>\n> 1. 一\n>    - 一の一\n> 2. 二",
        ),
    ],
)
def test_block(block: Block, text: str) -> None:
    assert written(block) == text


def test_whole_document() -> None:
    corpus = small_corpus()
    document = corpus.document("reports/gamma")
    assert MarkdownWriter(document).write(corpus.passages(document)).split("\n") == [
        "資料: 報告の見本（reports/gamma）",
        "",
        "平成29年9月1日（2017年9月1日）現在",
        "",
        "# 報告の見本",
        "",
        "報告の要約です。[1]",
        "",
        "## 概要",
        "",
        "本文です。[1 1頁]",
        "",
        "## 出典",
        "",
        "- [1] 通知（省、2017年、第一）",
        "",
    ]


def test_every_citation_of_the_library_is_written(corpus: Corpus) -> None:
    for document in corpus.documents:
        passages = corpus.passages(document)
        text = MarkdownWriter(document).write(passages)
        for number, source in enumerate(document.sources, 1):
            assert f"\n- [{number}] {source.title}（" in text
        for passage in passages:
            assert all(c.place is None or c.place in text for c in citations(passage.blocks))


def test_part_of_a_document_lists_its_own_sources_by_their_numbers(corpus: Corpus) -> None:
    document = corpus.document("guideline/current-framework")
    part = [p for p in corpus.passages(document) if p.section_id == "numbers"]
    text = MarkdownWriter(document).write(part)
    listed = re.findall(r"^- \[(\d+)\]", text, re.MULTILINE)
    assert listed == ["8", "17", "18", "19", "20", "23"]


def test_library_written_as_markdown_has_no_html(corpus: Corpus) -> None:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    for document in corpus.documents:
        tokens = parser.parse(MarkdownWriter(document).write(corpus.passages(document)))
        kinds = {child.type for token in tokens for child in token.children or []}
        assert "html_inline" not in kinds
        assert "code_inline" not in kinds


@given(strategies.words)
def test_plain_words_never_become_markup(text: str) -> None:
    source = written(Paragraph(inlines=words("文" + text + "文")))
    (_, inline, *_rest) = MarkdownIt("commonmark", {"html": True}).parse(source)
    kinds = {child.type for child in inline.children or []}
    assert kinds.isdisjoint({"html_inline", "code_inline", "strong_open", "em_open"})
