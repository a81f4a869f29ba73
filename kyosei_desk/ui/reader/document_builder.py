# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Sets a whole document as a ``QTextDocument``: title, figures, sections, cards, sources."""

from dataclasses import dataclass

from PySide6.QtGui import QFontMetricsF, QTextDocument

from kyosei_desk.domain.blocks import Citation, Facts, Reference
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import Document
from kyosei_desk.domain.passages import Passage, PassageKind
from kyosei_desk.domain.sources import Source, citation_line, issue_words
from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.reader.document_writer import DocumentWriter
from kyosei_desk.ui.reader.figures import FigureSetter
from kyosei_desk.ui.reader.labels import function_numbers
from kyosei_desk.ui.reader.pen import Pen
from kyosei_desk.ui.reader.style import SIDE_MARGIN, BlockLook, ReaderStyle
from kyosei_desk.ui.reader.targets import Address, library_href, source_href
from kyosei_desk.ui.reader.text_map import DocumentSpan, Run, TextMap, make_run

SOURCES_ID = "sources"


@dataclass(frozen=True)
class OutlineEntry:
    """A heading of a set document: where it is and what it says."""

    section_id: str
    title: str
    level: int
    position: int


@dataclass(frozen=True)
class SetPassage:
    """A passage, the positions it takes in the document, where its title and text went.

    A title that is not set, as that of the figures, went nowhere. A mere heading takes its
    own line only.
    """

    passage: Passage
    span: DocumentSpan
    title_map: TextMap
    text_map: TextMap


@dataclass(frozen=True)
class SetDocument:
    """A document ready to be shown; ``anchors`` are positions by section or source id."""

    source: Document
    text: QTextDocument
    passages: tuple[SetPassage, ...]
    outline: tuple[OutlineEntry, ...]
    anchors: dict[str, int]

    def passage_at(self, position: int) -> SetPassage:
        """Return the passage that stands at a position, or the last one before it."""
        found = self.passages[0]
        for candidate in self.passages:
            if candidate.span.start > position:
                break
            found = candidate
        return found

    def whole(self, read: SetPassage) -> DocumentSpan:
        """Return a passage's span with the numbers of sources at its end.

        That of a mere heading reaches over the parts under it.
        """
        last = read
        below = self.passages[self.passages.index(read) + 1 :] if not read.passage.blocks else ()
        for part in below:
            if part.passage.level <= read.passage.level:
                break
            last = part
        block = self.text.findBlock(last.span.end)
        return DocumentSpan(read.span.start, block.position() + block.length() - 1)

    def below_heading(self, span: DocumentSpan) -> DocumentSpan:
        """Return a span without the heading it begins with."""
        block = self.text.findBlock(span.start)
        skip = block.blockFormat().headingLevel() > 0
        return DocumentSpan(block.position() + block.length(), span.end) if skip else span

    def passage(self, section_id: str) -> SetPassage | None:
        """Return a passage by its section id."""
        return next((p for p in self.passages if p.passage.section_id == section_id), None)


class DocumentBuilder:
    """Sets one document; use a builder once."""

    def __init__(
        self, corpus: Corpus, document: Document, style: ReaderStyle, *, era_first: bool = False
    ):
        """Prepare an empty text document in the style, for dates in the style of the settings."""
        self._era_first = era_first
        self._corpus = corpus
        self._document = document
        self._style = style
        self._text = QTextDocument()
        self._text.setUndoRedoEnabled(False)
        self._text.setDocumentMargin(0)
        root = self._text.rootFrame().frameFormat()
        root.setLeftMargin(style.px(SIDE_MARGIN))
        root.setRightMargin(style.px(SIDE_MARGIN))
        root.setTopMargin(style.px(16))
        root.setBottomMargin(style.px(40))
        self._text.rootFrame().setFrameFormat(root)
        self._text.setIndentWidth(style.px(22))
        self._text.setDefaultFont(style.font(FontRole.BODY))
        self._pen = Pen(self._text, style)
        self._writer = DocumentWriter(
            self._pen, style, self._cite, self._refer, era_first=era_first
        )
        self._figures = FigureSetter(self._pen, self._writer, style)
        self._numbers = {source.id: n for n, source in enumerate(document.sources, start=1)}
        self._outline: list[OutlineEntry] = []
        self._anchors: dict[str, int] = {}
        self._set: list[SetPassage] = []
        self._titles: list[Run] = []

    def build(self) -> SetDocument:
        """Set everything and return it."""
        passages = self._corpus.passages(self._document)
        kinds = [passage.kind for passage in passages]
        for index, passage in enumerate(passages):
            if passage.kind not in kinds[:index]:
                self._group_heading(passage.kind, kinds.count(passage.kind))
            self._passage(passage)
        self._sources()
        return SetDocument(
            self._document, self._text, tuple(self._set), tuple(self._outline), self._anchors
        )

    # Passages

    def _passage(self, passage: Passage) -> None:
        self._pen.start()
        self._titles = []
        start = self._pen.position
        match passage.kind:
            case PassageKind.SUMMARY:
                self._summary(passage)
            case PassageKind.PROFILE:
                self._profile(passage)
            case PassageKind.SECTION:
                self._heading(passage.section_id, passage.title, passage.level, passage.provisions)
                for block in passage.blocks:
                    self._writer.block(block)
            case PassageKind.ELEMENT | PassageKind.PROVISION:
                self._card(passage)
        start = self._anchors.get(passage.section_id, start)
        end = self._pen.text_end if passage.blocks else self._pen.position
        span = DocumentSpan(start, end)
        text_map = TextMap(self._pen.runs)
        self._set.append(SetPassage(passage, span, TextMap(self._titles), text_map))

    def _summary(self, passage: Passage) -> None:
        self._anchors[passage.section_id] = 0
        self._outline.append(OutlineEntry(passage.section_id, passage.title, 1, 0))
        look = self._style.block(BlockLook(below=12, tight=True), FontRole.HEADING)
        look.setHeadingLevel(1)
        self._pen.begin(look)
        self._title(passage.title, FontRole.HEADING)
        for block in passage.blocks:
            if isinstance(block, Facts):
                self._figures.set_small(block)
            else:
                self._writer.block(block)

    def _profile(self, passage: Passage) -> None:
        for block in passage.blocks:
            if not isinstance(block, Facts):
                self._writer.block(block)
                continue
            with self._pen.box("figures", padding=14):
                self._anchor(passage.section_id, passage.title, 2)
                self._figures.set_profile(block)
        self._pen.gap(4)

    def _card(self, passage: Passage) -> None:
        with self._pen.box("card", padding=16):
            self._heading(passage.section_id, passage.title, 3, passage.provisions, card=True)
            for block in passage.blocks:
                if isinstance(block, Facts):
                    self._figures.set_card(block)
                else:
                    self._writer.block(block)
        self._pen.gap(8)

    # Headings

    def _group_heading(self, kind: PassageKind, count: int) -> None:
        titles = {PassageKind.ELEMENT: "支援体制の要素", PassageKind.PROVISION: "指針の項目"}
        if kind in titles:
            title = f"{titles[kind]}（{count}）"
            self._heading(f"group-{kind}", title, 2, ())

    def _heading(
        self,
        section_id: str,
        title: str,
        level: int,
        provisions: tuple[str, ...],
        card: bool = False,
    ) -> None:
        role = FontRole.TITLE if level <= 2 or card else FontRole.STRONG
        above = 0 if card else 28 if level <= 2 else 14
        look = self._style.block(BlockLook(above=above, below=6, tight=True), role)
        look.setHeadingLevel(level)
        self._pen.begin(look)
        self._anchor(section_id, title, level)
        self._title(title, role)
        for number in function_numbers(self._corpus, provisions):
            color = self._style.palette.function(number)
            tag = f" 【{number}】" if number else " 【計画】"
            self._pen.add(tag, self._style.chars(FontRole.CAPTION, color))

    def _title(self, title: str, role: FontRole) -> None:
        self._titles.append(make_run(0, title, self._pen.position))
        self._pen.add(title, self._style.chars(role))

    def _anchor(self, section_id: str, title: str, level: int) -> None:
        self._anchors[section_id] = self._pen.position
        self._outline.append(OutlineEntry(section_id, title, level, self._pen.position))

    # Sources

    def _sources(self) -> None:
        self._heading(SOURCES_ID, "出典", 2, ())
        with self._pen.box("sources", padding=14):
            for source in self._document.sources:
                self._source(source)

    def _source(self, source: Source) -> None:
        label = f"[{self._numbers[source.id]}]"
        look = self._style.block(BlockLook(below=6, tight=True))
        width = self._style.px(12) + self._advance(label)
        look.setLeftMargin(width)
        look.setTextIndent(-width)
        self._pen.begin(look)
        self._anchors[source_href(source.id)] = self._pen.position
        subtle = self._style.palette.subtle
        self._pen.add(f"{label}\u2002", self._style.chars(FontRole.STRONG))
        self._pen.add(source.title, self._style.chars(FontRole.STRONG))
        kind = "（二次資料）" if source.secondary else ""
        issued = f"　{source.publisher}、{self._issued(source)}{kind}"
        self._pen.add(issued, self._style.chars(color=subtle))
        for line in filter(None, (source.locator, source.url)):
            self._pen.add(f"\u2028{line}", self._style.chars(color=subtle))

    def _issued(self, source: Source) -> str:
        words = issue_words(source, era_first=self._era_first)
        if source.date is None:
            return words
        return f"{words}（{issue_words(source, era_first=not self._era_first)}）"

    def _advance(self, text: str) -> float:
        return QFontMetricsF(self._style.font(FontRole.STRONG)).horizontalAdvance(text)

    # Links

    def _cite(self, citation: Citation) -> tuple[str, str, str]:
        source = self._document.source(citation.source)
        tip = citation_line(source, citation.place, era_first=self._era_first)
        return f"[{self._numbers[source.id]}]", source_href(source.id), tip

    def _refer(self, reference: Reference) -> tuple[str, str]:
        address = Address(reference.document, reference.anchor or "")
        known = reference.document in self._corpus
        title = self._corpus.document(reference.document).title if known else ""
        return library_href(address), f"「{title}」を開く" if title else ""
