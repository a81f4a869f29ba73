# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What has changed at the source of each element taken over, since it was."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.designs import Element, PlannedCount, Staffing
from kyosei_desk.domain.projects.model import ModelProject, Origin
from kyosei_desk.domain.sources import Source, citation_line
from kyosei_desk.domain.vocabulary import LabelledEnum


class ElementField(LabelledEnum):
    """What is told of an element; the values are the fields of :class:`Element`.

    Its source counts as what it cites with all that identifies it.
    """

    NAME = "name", "名前"
    READING = "reading", "よみ"
    ALIASES = "aliases", "別の呼び方"
    TYPE = "type", "種類"
    ZONE = "zone", "圏域"
    COUNT = "count", "数"
    COUNT_AS_OF = "count_as_of", "いつの数か"
    PLANNED = "planned", "計画の数"
    SINCE = "since", "始まった年"
    OPERATORS = "operators", "担い手"
    STAFF = "staff", "人員"
    FIELDS = "fields", "分野"
    PROVISIONS = "provisions", "答える項目"
    TEXT = "text", "説明"
    SOURCE = "source", "出典"


class SourceFate(LabelledEnum):
    """What became of the source."""

    CHANGED = "changed", "変わりました"
    ELEMENT_GONE = "element_gone", "その要素がなくなりました"
    DOCUMENT_GONE = "document_gone", "その資料がありません"


@dataclass(frozen=True)
class FieldChange:
    """One thing told otherwise than before, both in words; empty where nothing is told."""

    field: ElementField
    old: str
    new: str


@dataclass(frozen=True)
class SourceChange:
    """An element's source that is no longer as it was taken over."""

    origin: Origin
    fate: SourceFate
    fields: tuple[FieldChange, ...] = ()


def source_changes(
    project: ModelProject, columns: Iterable[ComparedDesign]
) -> tuple[SourceChange, ...]:
    """Return the sources that have changed, in the order of the origins.

    ``columns`` are all designs of today, the cases and other own designs.
    """
    by_document = {column.document_id: column for column in columns}
    found = (_change(origin, by_document) for origin in project.origins)
    return tuple(change for change in found if change is not None)


def _change(origin: Origin, columns: dict[str, ComparedDesign]) -> SourceChange | None:
    document_id, _, element_id = origin.address.partition("#")
    column = columns.get(document_id)
    if column is None:
        return SourceChange(origin, SourceFate.DOCUMENT_GONE)
    now = next((one for one in column.design.elements if one.id == element_id), None)
    if now is None:
        return SourceChange(origin, SourceFate.ELEMENT_GONE)
    sources = {source.id: source for source in column.sources}
    fields = _fields((origin.taken_from, origin.source), (now, sources.get(now.source)))
    return SourceChange(origin, SourceFate.CHANGED, fields) if fields else None


_Cited = tuple[Element, Source | None]


def _fields(old: _Cited, new: _Cited) -> tuple[FieldChange, ...]:
    words = [(one, _told(one, *old), _told(one, *new)) for one in ElementField]
    return tuple(FieldChange(one, before, now) for one, before, now in words if before != now)


def _told(told: ElementField, element: Element, source: Source | None) -> str:
    if told is ElementField.SOURCE:
        return citation_line(source, element.place) if source else element.place
    return element_words(element, told)


def element_words(element: Element, told: ElementField) -> str:
    """Return what an element tells in a field, in words; empty where it tells nothing."""
    return _WORDS[told](element)


def _joined(words: Iterable[LabelledEnum]) -> str:
    return "、".join(word.label for word in words)


def _count(element: Element) -> str:
    return "" if element.count is None else f"{element.count:,}{element.unit or ''}"


def _planned(planned: PlannedCount | None, unit: str) -> str:
    if planned is None:
        return ""
    by = f"（{planned.by.western()}まで）" if planned.by else ""
    return "、".join(filter(None, (f"{planned.count:,}{unit}{by}", planned.text)))


def _staff(staff: Staffing) -> str:
    if staff.text:
        return f"{staff.role} {staff.text}"
    low, high = staff.min, staff.max
    persons = f"{low}" if low == high else f"{low or ''}～{high or ''}"
    each = "1か所あたり" if staff.each else ""
    return staff.role if low is None and high is None else f"{staff.role} {each}{persons}人"


def _provisions(element: Element) -> str:
    return "、".join(f"{one.id}（{one.coverage.label}）" for one in element.provisions)


_WORDS: dict[ElementField, Callable[[Element], str]] = {
    ElementField.NAME: lambda element: element.name,
    ElementField.READING: lambda element: element.reading or "",
    ElementField.ALIASES: lambda element: "、".join(element.aliases),
    ElementField.TYPE: lambda element: element.type.label,
    ElementField.ZONE: lambda element: element.zone.label,
    ElementField.COUNT: _count,
    ElementField.COUNT_AS_OF: lambda element: (
        element.count_as_of.western() if element.count_as_of else ""
    ),
    ElementField.PLANNED: lambda element: _planned(element.planned, element.unit or ""),
    ElementField.SINCE: lambda element: element.since.western() if element.since else "",
    ElementField.OPERATORS: lambda element: _joined(element.operators),
    ElementField.STAFF: lambda element: "、".join(map(_staff, element.staff)),
    ElementField.FIELDS: lambda element: _joined(element.fields),
    ElementField.PROVISIONS: _provisions,
    ElementField.TEXT: lambda element: element.text,
    ElementField.SOURCE: lambda element: element.place,
}
