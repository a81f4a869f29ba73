# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from PySide6.QtGui import QTextDocument

from kyosei_desk.domain.blocks import (
    Block,
    Citation,
    Fact,
    Facts,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Table,
    Text,
    plain_text,
)
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.search.model import Span
from kyosei_desk.ui.reader.document_builder import DocumentBuilder, SetDocument
from kyosei_desk.ui.reader.document_writer import DocumentWriter
from kyosei_desk.ui.reader.pen import Pen
from kyosei_desk.ui.reader.style import ReaderStyle
from kyosei_desk.ui.reader.text_map import TextMap


def read_back(document: QTextDocument, text_map: TextMap, text: str) -> str:
    """Return the text as the document has it, character by character."""
    found = []
    for offset, char in enumerate(text):
        spans = text_map.spans(Span(offset, offset + 1))
        found.append(char if not spans else document.toRawText()[spans[0].start])
    return "".join(found)


def build(corpus: Corpus, document_id: str, style: ReaderStyle) -> SetDocument:
    return DocumentBuilder(corpus, corpus.document(document_id), style).build()


def run(text: str) -> tuple[Text, Citation]:
    return (Text(text=text), Citation(source="s1"))


BLOCKS: dict[str, Block] = {
    "paragraph": Paragraph(inlines=run("一つの段落")),
    "list": ListBlock(
        items=(
            ListItem(
                inlines=run("一"), children=(ListBlock(items=(ListItem(inlines=run("中")),)),)
            ),
        )
    ),
    "table": Table(header=(run("項目"), run("数")), rows=((run("人口"), run("12人")),)),
    "facts": Facts(rows=(Fact(label="圏域", inlines=run("小学校区")),)),
    "note": Note(
        label="補足", blocks=(Paragraph(inlines=run("囲み")), Paragraph(inlines=run("次")))
    ),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_every_character_of_a_block_is_mapped(name: str, style: ReaderStyle) -> None:
    document = QTextDocument()
    pen = Pen(document, style)
    writer = DocumentWriter(
        pen, style, lambda c: ("[1]", "source:s1", ""), lambda r: ("library:x", "")
    )
    blocks: tuple[Block, ...] = (
        Paragraph(inlines=run("前")),
        BLOCKS[name],
        Paragraph(inlines=run("後")),
    )
    for block in blocks:
        writer.block(block)
    text = plain_text(blocks)
    assert read_back(document, TextMap(pen.runs), text) == text
    assert pen.offset == len(text) + 1


def test_every_character_of_the_bundled_library_is_mapped(
    corpus: Corpus, style: ReaderStyle
) -> None:
    wrong = []
    for document in corpus.documents:
        shown = build(corpus, document.id, style)
        raw = shown.text.toRawText()
        for set_passage in shown.passages:
            text = set_passage.passage.text
            for offset, char in enumerate(text):
                spans = set_passage.text_map.spans(Span(offset, offset + 1))
                if (spans and raw[spans[0].start] != char) or (not spans and char not in "\n　"):
                    wrong.append((set_passage.passage.key, offset))
    assert wrong == []


def test_outline_follows_the_document(corpus: Corpus, style: ReaderStyle) -> None:
    shown = build(corpus, "cases/nabari", style)
    positions = [entry.position for entry in shown.outline]
    assert positions == sorted(positions)
    assert [e.section_id for e in shown.outline][:3] == ["summary", "profile", "overview"]
    assert shown.outline[-1].title == "出典"


def test_every_passage_and_source_can_be_gone_to(corpus: Corpus, style: ReaderStyle) -> None:
    for document in corpus.documents:
        shown = build(corpus, document.id, style)
        for set_passage in shown.passages:
            assert set_passage.passage.section_id in shown.anchors
        for source in document.sources:
            assert f"source:{source.id}" in shown.anchors


def test_passage_at_a_position(corpus: Corpus, style: ReaderStyle) -> None:
    shown = build(corpus, "cases/nabari", style)
    for set_passage in shown.passages:
        found = shown.passage_at(set_passage.span.start)
        assert found.passage.key == set_passage.passage.key


def test_headings_carry_their_level_for_screen_readers(corpus: Corpus, style: ReaderStyle) -> None:
    shown = build(corpus, "guideline/plan-municipal", style)
    levels = []
    block = shown.text.begin()
    while block.isValid():
        if level := block.blockFormat().headingLevel():
            levels.append(level)
        block = block.next()
    assert levels[0] == 1
    assert set(levels) == {1, 2, 3}


@pytest.mark.parametrize(
    ("era_first", "shown"),
    [(True, "平成29年9月1日（2017年9月1日）"), (False, "2017年9月1日（平成29年9月1日）")],
)
def test_day_of_the_figures_in_the_style_of_the_settings(
    corpus: Corpus, style: ReaderStyle, era_first: bool, shown: str
) -> None:
    document = corpus.document("cases/nabari")
    made = DocumentBuilder(corpus, document, style, era_first=era_first).build()
    assert f"現在日　{shown}" in made.text.toPlainText()
    profile = made.passage("profile")
    assert profile is not None
    for words in ("2017年9月1日", "平成29年9月1日", "242080"):
        start = profile.passage.text.index(words)
        spans = profile.text_map.spans(Span(start, start + len(words)))
        raw = made.text.toRawText()
        assert "".join(raw[span.start : span.end] for span in spans) == words


def test_source_whose_date_nobody_knows(corpus: Corpus, style: ReaderStyle) -> None:
    made = build(corpus, "guideline/current-framework", style)
    assert "行政資料（掲載サイト wic-net）、発行日不明、2026年11月参照" in made.text.toPlainText()
