# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Which passages a range of a set document touches, and every source it rests on."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from kyosei_desk.domain.blocks import Citation
from kyosei_desk.ui.reader.copied import fragments, is_source_number
from kyosei_desk.ui.reader.document_builder import SetDocument, SetPassage
from kyosei_desk.ui.reader.style import CITED_PLACE, TABLE_KIND, TableKind
from kyosei_desk.ui.reader.targets import SOURCE_PREFIX
from kyosei_desk.ui.reader.text_map import DocumentSpan

_SILENT = " 　\n\u2028。、，．）」』"


class _Kind(Enum):
    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()  # without citations of its own it rests on what leads up to the list
    ROW = auto()  # likewise; those it has speak for every cell of it


@dataclass(frozen=True)
class _Unit:
    """A paragraph, an item or a row, with the citations in it by position."""

    span: DocumentSpan
    kind: _Kind
    cited: tuple[tuple[int, Citation], ...]


def touched_passages(shown: SetDocument, span: DocumentSpan) -> tuple[SetPassage, ...]:
    """Return the passages that have text in a range."""
    return tuple(p for p in shown.passages if _overlap(p.span, span))


def cited_in(shown: SetDocument, span: DocumentSpan) -> tuple[Citation, ...]:
    """Return every citation that what stands in a range rests on, in reading order.

    A mere heading rests on what the sections under it cite, so it adds nothing to them.
    """
    found: list[Citation] = []
    touched = touched_passages(shown, span)
    speaking = [passage for passage in touched if passage.passage.blocks]
    for passage in speaking or touched:
        if span.start <= passage.span.start and passage.span.end <= span.end:
            found += passage.passage.sources
        else:
            found += _cited_in_passage(shown.text, passage, span)
    return tuple(found)


def _overlap(one: DocumentSpan, other: DocumentSpan) -> bool:
    return one.start < other.end and other.start < one.end


def _cited_in_passage(
    text: QTextDocument, passage: SetPassage, span: DocumentSpan
) -> list[Citation]:
    everything = list(passage.passage.sources)
    lead: list[Citation] = []
    found: list[Citation] = []
    for unit in _units(text, passage.span):
        if _overlap(unit.span, span) and unit.kind is not _Kind.HEADING:
            inherited = [] if unit.kind is _Kind.PARAGRAPH else lead
            found += _cited_in_unit(text, unit, span) or inherited or everything
        if unit.kind is _Kind.PARAGRAPH:
            lead = _last_said(text, unit)
    return found or everything


def _last_said(text: QTextDocument, unit: _Unit) -> list[Citation]:
    """Return what the last sentence of a paragraph rests on; all of it where that is unclear."""
    if not unit.cited or _words(text, DocumentSpan(unit.cited[-1][0], unit.span.end)):
        return [citation for _, citation in unit.cited]
    first = len(unit.cited) - 1
    while first and not _words(text, DocumentSpan(unit.cited[first - 1][0], unit.cited[first][0])):
        first -= 1
    return [citation for _, citation in unit.cited[first:]]


def _cited_in_unit(text: QTextDocument, unit: _Unit, span: DocumentSpan) -> list[Citation]:
    """Return the citations in the range, and those behind it that speak for its last words."""
    if unit.kind is _Kind.ROW:
        return [citation for _, citation in unit.cited]
    inner = [(at, c) for at, c in unit.cited if span.start <= at < span.end]
    after = [(at, c) for at, c in unit.cited if at >= span.end]
    spoken = inner[-1][0] if inner else max(unit.span.start, span.start)
    rest = _words(text, DocumentSpan(spoken, min(unit.span.end, span.end)))
    if not rest and inner:
        return [citation for _, citation in inner]
    group = after[:1]
    for at, citation in after[1:]:
        if _words(text, DocumentSpan(group[-1][0], at)):
            break
        group.append((at, citation))
    if not group and not inner:
        group = list(unit.cited)
    return [citation for _, citation in (*inner, *group)]


def _words(text: QTextDocument, span: DocumentSpan) -> str:
    """Return the words in a span, the numbers of sources and closing signs left out."""
    found = ""
    block = text.findBlock(span.start)
    while block.isValid() and block.position() < span.end:
        for fragment in fragments(block):
            start = max(fragment.position(), span.start)
            end = min(fragment.position() + fragment.length(), span.end)
            if start < end and not is_source_number(fragment):
                inside = start - fragment.position()
                found += fragment.text()[inside : inside + end - start]
        block = block.next()
    return found.strip(_SILENT)


def _units(text: QTextDocument, span: DocumentSpan) -> list[_Unit]:
    units: list[_Unit] = []
    block = text.findBlock(span.start)
    while block.isValid() and block.position() < span.end:
        table = QTextCursor(block).currentTable()
        if table is not None:
            units += _rows(text, table)
            block = text.findBlock(table.lastPosition() + 1)
            continue
        kind = _Kind.ITEM if block.textList() is not None else _Kind.PARAGRAPH
        if block.blockFormat().headingLevel():
            kind = _Kind.HEADING
        here = DocumentSpan(block.position(), block.position() + block.length() - 1)
        if here.start < here.end:
            units.append(_Unit(here, kind, _citations(text, here)))
        block = block.next()
    return units


def _rows(text: QTextDocument, table: QTextTable) -> list[_Unit]:
    kind = table.format().property(TABLE_KIND)
    ends = [
        DocumentSpan(
            table.cellAt(row, 0).firstPosition(),
            table.cellAt(row, table.columns() - 1).lastPosition(),
        )
        for row in range(table.rows())
    ]
    if kind == TableKind.COLUMNS:
        ends = [DocumentSpan(ends[0].start, ends[-1].end)]
    units = [_Unit(span, _Kind.ROW, _citations(text, span)) for span in ends]
    if kind == TableKind.LINED and not units[0].cited:
        units[0] = _Unit(units[0].span, _Kind.HEADING, ())
    return units


def _citations(text: QTextDocument, span: DocumentSpan) -> tuple[tuple[int, Citation], ...]:
    found = []
    block: QTextBlock = text.findBlock(span.start)
    while block.isValid() and block.position() <= span.end:
        for fragment in fragments(block):
            if not is_source_number(fragment):
                continue
            look = fragment.charFormat()
            source = look.anchorHref().removeprefix(SOURCE_PREFIX)
            place = look.property(CITED_PLACE) or None
            found.append((fragment.position(), Citation(source=source, place=place)))
        block = block.next()
    return tuple(found)
