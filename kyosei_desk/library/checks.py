# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Checks that documents hold together: sources, ids, provisions, links, dates."""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kyosei_desk.domain.blocks import citations, references
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.documents import CaseDocument, Document, GuidelineDocument
from kyosei_desk.domain.errors import ContentIssue, ContentIssueCode
from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.domain.passages import PROFILE_ID, SUMMARY_ID
from kyosei_desk.library.front_matter import KeyPath
from kyosei_desk.library.parsing import ParsedDocument

_Code = ContentIssueCode


@dataclass(frozen=True)
class CheckContext:
    """What single documents are checked against: the whole library, and the last
    day anything may be dated.

    ``broken`` are the ids of documents that could not be read: what others say of them, and
    of functions and provisions they may declare, is neither right nor wrong until they can.
    """

    broken: Collection[str]
    anchors: Mapping[str, Collection[str]]
    provisions: Collection[str]
    functions: Collection[str]
    municipalities: Mapping[str, Municipality]
    latest: datetime.date

    @property
    def guidelines_are_read(self) -> bool:
        """Whether every function and provision that is declared is known."""
        return not any(broken.startswith("guideline/") for broken in self.broken)


def check_library(
    parsed: list[ParsedDocument],
    ids: Collection[str],
    municipalities: Mapping[str, Municipality],
    latest: datetime.date,
) -> list[ContentIssue]:
    """Return every issue between and within the parsed documents; ``ids`` are all there are."""
    sound = [item for item in parsed if item.document is not None]
    documents = [item.document for item in sound if item.document is not None]
    context = CheckContext(
        broken=set(ids) - {document.id for document in documents},
        anchors={document.id: set(anchors(document)) for document in documents},
        provisions={
            p.id for d in documents if isinstance(d, GuidelineDocument) for p in d.provisions
        },
        functions={
            d.function.id for d in documents if isinstance(d, GuidelineDocument) and d.function
        },
        municipalities=municipalities,
        latest=latest,
    )
    issues = _duplicate_declarations(sound)
    for item in sound:
        for check in _CHECKS:
            issues += check(item, context)
    return issues


def anchors(document: Document) -> list[str]:
    """Return every id inside a document that a reference may point to."""
    found = [SUMMARY_ID, *(section.id for section in document.sections)]
    if isinstance(document, CaseDocument):
        found += [PROFILE_ID, *(element.id for element in document.elements)]
    if isinstance(document, GuidelineDocument):
        found += [provision.id for provision in document.provisions]
    return found


def _duplicate_declarations(sound: list[ParsedDocument]) -> list[ContentIssue]:
    """Return the functions and provisions declared a second time, in whatever document."""
    seen: set[str] = set()
    issues = []
    for item in sound:
        for key, declared in _declarations(item):
            if declared in seen:
                issues.append(item.file.issue(key, _Code.DUPLICATE_ID, found=declared))
            seen.add(declared)
    return issues


def _declarations(item: ParsedDocument) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(item.document, GuidelineDocument):
        if item.document.function:
            yield ("function", "id"), item.document.function.id
        for index, provision in enumerate(item.document.provisions):
            yield ("provisions", index, "id"), provision.id


def _check_ids(item: ParsedDocument, _context: CheckContext) -> Iterator[ContentIssue]:
    document = _document(item)
    seen = {SUMMARY_ID, PROFILE_ID}
    for line, section in zip(item.body.lines, document.sections, strict=True):
        if section.id in seen:
            yield _body_issue(item, line, _Code.DUPLICATE_ID, found=section.id)
        if section.id:
            seen.add(section.id)
    if isinstance(document, CaseDocument):
        yield from _repeated(item, "elements", (element.id for element in document.elements), seen)
    if isinstance(document, GuidelineDocument):
        # Against the sections only: provisions declared twice are found across documents.
        for index, provision in enumerate(document.provisions):
            yield from _repeated_at(item, ("provisions", index, "id"), provision.id, seen)
    yield from _repeated(item, "sources", (source.id for source in document.sources), set())


def _repeated(
    item: ParsedDocument, name: str, ids: Iterable[str], seen: set[str]
) -> Iterator[ContentIssue]:
    for index, found in enumerate(ids):
        yield from _repeated_at(item, (name, index, "id"), found, seen)
        seen.add(found)


def _repeated_at(
    item: ParsedDocument, key: KeyPath, found: str, seen: Collection[str]
) -> Iterator[ContentIssue]:
    if found in seen:
        yield item.file.issue(key, _Code.DUPLICATE_ID, found=found)


def _check_sources(item: ParsedDocument, _context: CheckContext) -> Iterator[ContentIssue]:
    document = _document(item)
    declared = {source.id for source in document.sources}
    allowed = "、".join(sorted(declared))
    used = {document.sources[0].id}
    for key, source_id in _source_keys(document):
        used.add(source_id)
        if source_id not in declared:
            yield item.file.issue(key, _Code.UNKNOWN_SOURCE, found=source_id, allowed=allowed)
    cited_above = True
    for line, section in zip(item.body.lines, document.sections, strict=True):
        cited = citations(section.blocks)
        used |= {citation.source for citation in cited}
        for citation in cited:
            if citation.source not in declared:
                code = _Code.UNKNOWN_SOURCE
                yield _body_issue(item, line, code, found=citation.source, allowed=allowed)
        cited_above = bool(cited) or (section.level > 2 and cited_above)
        if section.blocks and not cited_above:
            yield _body_issue(item, line, _Code.MISSING_SOURCE, found=section.title)
    for index, source in enumerate(document.sources):
        if source.id not in used:
            yield item.file.issue(("sources", index), _Code.UNUSED_SOURCE, found=source.id)


def _source_keys(document: Document) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(document, CaseDocument):
        yield ("profile", "source"), document.profile.source
        for index, element in enumerate(document.elements):
            yield ("elements", index, "source"), element.source
        for index, link in enumerate(document.links):
            yield ("links", index, "source"), link.source
    if isinstance(document, GuidelineDocument):
        if document.function:
            yield ("function", "source"), document.function.source
        for index, provision in enumerate(document.provisions):
            yield ("provisions", index, "source"), provision.source


def _undeclared(context: CheckContext, provision: str) -> bool:
    return context.guidelines_are_read and provision not in context.provisions


def _check_provisions(item: ParsedDocument, context: CheckContext) -> Iterator[ContentIssue]:
    document = _document(item)
    code = _Code.UNKNOWN_PROVISION
    for line, section in zip(item.body.lines, document.sections, strict=True):
        for provision in section.provisions:
            if _undeclared(context, provision):
                yield _body_issue(item, line, code, found=provision)
    for key, provision in _provision_keys(document):
        if _undeclared(context, provision):
            yield item.file.issue(key, code, found=provision)


def _provision_keys(document: Document) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(document, CaseDocument):
        for i, element in enumerate(document.elements):
            for j, served in enumerate(element.provisions):
                yield ("elements", i, "provisions", j, "id"), served.id
        for i, exempt in enumerate(document.not_applicable):
            yield ("not_applicable", i, "id"), exempt.id


def _check_functions(item: ParsedDocument, context: CheckContext) -> Iterator[ContentIssue]:
    document = _document(item)
    if isinstance(document, GuidelineDocument) and context.guidelines_are_read:
        for i, provision in enumerate(document.provisions):
            if provision.function not in context.functions:
                key: KeyPath = ("provisions", i, "function")
                yield item.file.issue(key, _Code.UNDECLARED_FUNCTION, found=provision.function)


def _check_links(item: ParsedDocument, context: CheckContext) -> Iterator[ContentIssue]:
    document = _document(item)
    if isinstance(document, CaseDocument):
        ids = {element.id for element in document.elements}
        for index, link in enumerate(document.links):
            for name, end in (("from", link.from_), ("to", link.to)):
                if end not in ids:
                    yield item.file.issue(("links", index, name), _Code.UNKNOWN_LINK_END, found=end)
    for line, section in zip(item.body.lines, document.sections, strict=True):
        for reference in references(section.blocks):
            if reference.document in context.broken:
                continue
            known = context.anchors.get(reference.document)
            if known is None or (reference.anchor and reference.anchor not in known):
                anchor = f"#{reference.anchor}" if reference.anchor else ""
                found = reference.document + anchor
                yield _body_issue(item, line, _Code.UNKNOWN_REFERENCE, found=found)


def _check_municipality(item: ParsedDocument, context: CheckContext) -> Iterator[ContentIssue]:
    document = _document(item)
    if isinstance(document, CaseDocument) and document.municipality not in context.municipalities:
        code = _Code.UNKNOWN_MUNICIPALITY
        yield item.file.issue(("municipality",), code, found=document.municipality)


def _check_dates(item: ParsedDocument, context: CheckContext) -> Iterator[ContentIssue]:
    document = _document(item)
    for key, date in _dates(document):
        if date.first_day > context.latest:
            yield item.file.issue(key, _Code.FUTURE_DATE, found=str(date))
    if isinstance(document, CaseDocument):
        for index, element in enumerate(document.elements):
            planned = element.planned.by if element.planned else None
            if planned and element.since and planned.last_day < element.since.first_day:
                yield item.file.issue(
                    ("elements", index, "planned", "by"), _Code.DATE_ORDER, found=str(planned)
                )


def _dates(document: Document) -> Iterator[tuple[KeyPath, PartialDate]]:
    yield ("date",), document.date
    yield ("as_of",), document.as_of
    for index, source in enumerate(document.sources):
        for name, date in (("date", source.date), ("accessed", source.accessed)):
            if date is not None:
                yield ("sources", index, name), date
    if isinstance(document, CaseDocument):
        yield ("profile", "as_of"), document.profile.as_of
        for index, element in enumerate(document.elements):
            for name in ("since", "count_as_of"):
                value: PartialDate | None = getattr(element, name)
                if value is not None:
                    yield ("elements", index, name), value


def _check_body(item: ParsedDocument, _context: CheckContext) -> Iterator[ContentIssue]:
    sections = _document(item).sections
    for index, (line, section) in enumerate(zip(item.body.lines, sections, strict=True)):
        below = sections[index + 1 : index + 2]
        has_parts = bool(below) and below[0].level > section.level
        if not section.blocks and not has_parts:
            yield _body_issue(item, line, _Code.EMPTY_SECTION, found=section.title)


def _document(item: ParsedDocument) -> Document:
    assert item.document is not None
    return item.document


def _body_issue(
    item: ParsedDocument, line: int, code: ContentIssueCode, **data: str
) -> ContentIssue:
    return ContentIssue(item.file.path, line, "", code, data)


_CHECKS: tuple[Callable[[ParsedDocument, CheckContext], Iterator[ContentIssue]], ...] = (
    _check_ids,
    _check_sources,
    _check_provisions,
    _check_functions,
    _check_links,
    _check_municipality,
    _check_dates,
    _check_body,
)
