# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Passages: the parts of a document as a reader sees them and as search returns them.

Reader, search index, command line and exports all work on these very passages, so a mark
found in one is at the same place in the other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import takewhile

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
    Text,
    citations,
    plain_text,
)
from kyosei_desk.domain.designs import Element, Link, Staffing
from kyosei_desk.domain.documents import CaseDocument, Document, GuidelineDocument, Section
from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.domain.provisions import Provision
from kyosei_desk.domain.vocabulary import Coverage, Operator, WelfareField, Zone

SUMMARY_ID = "summary"
PROFILE_ID = "profile"


class PassageKind(StrEnum):
    """What a passage was made from."""

    SUMMARY = "summary"
    PROFILE = "profile"
    SECTION = "section"
    ELEMENT = "element"
    PROVISION = "provision"


@dataclass(frozen=True)
class Passage:
    """One part of a document: ``text`` is exactly what the blocks read as.

    ``names`` are the names (with readings and aliases) that identify the passage and weigh
    more than its text; ``keywords`` are words its authors want it to be found by, which the
    reader never sees; ``citation`` is the id of the source it rests on first and ``cited``
    all it rests on where its blocks name none, or not all, of them. A mere heading has no
    blocks: it rests on what the sections under it cite.
    """

    document_id: str
    section_id: str
    kind: PassageKind
    level: int
    title: str
    blocks: tuple[Block, ...]
    citation: str
    names: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    zones: tuple[Zone, ...] = ()
    operators: tuple[Operator, ...] = ()
    fields: tuple[WelfareField, ...] = ()
    cited: tuple[Citation, ...] = ()

    @cached_property
    def sources(self) -> tuple[Citation, ...]:
        """Every source the passage rests on, with the place in it, in reading order."""
        return self.cited or tuple(citations(self.blocks)) or (Citation(source=self.citation),)

    @cached_property
    def text(self) -> str:
        """The passage's plain text, one line a paragraph, item or row."""
        return plain_text(self.blocks)

    @property
    def key(self) -> str:
        """The passage's address in the library, such as ``cases/nabari#overview``."""
        return f"{self.document_id}#{self.section_id}"


def document_passages(
    document: Document,
    provisions: Mapping[str, Provision],
    municipality: Municipality | None,
) -> tuple[Passage, ...]:
    """Return the passages of a document in reading order."""
    found = [_summary(document, municipality)]
    if isinstance(document, CaseDocument):
        found.append(_profile(document, municipality))
    found += _sections(document)
    if isinstance(document, CaseDocument):
        found += [_element(document, element, provisions) for element in document.elements]
    if isinstance(document, GuidelineDocument):
        found += [_provision(document, provision) for provision in document.provisions]
    return tuple(found)


def passage_count(document: Document) -> int:
    """Return how many passages a document has, without making them."""
    count = 1 + len(document.sections)
    if isinstance(document, CaseDocument):
        count += 1 + len(document.elements)
    if isinstance(document, GuidelineDocument):
        count += len(document.provisions)
    return count


def whole_section(passages: Sequence[Passage], section_id: str) -> tuple[Passage, ...]:
    """Return a passage and, where it is a mere heading, the sections under it; or nothing."""
    found = [passage for passage in passages if passage.section_id == section_id]
    if not found or found[0].blocks:
        return tuple(found)
    head = found[0]
    after = passages[passages.index(head) + 1 :]
    under = takewhile(lambda p: p.kind is PassageKind.SECTION and p.level > head.level, after)
    return (head, *under)


def municipality_label(municipality: Municipality) -> str:
    """Return a municipality's name with its prefecture: ``名張市（三重県）``."""
    return f"{municipality.name}（{municipality.prefecture}）"


def _text(value: str) -> Inlines:
    return (Text(text=value),)


def _facts(pairs: list[tuple[str, str]]) -> Facts:
    return Facts(rows=tuple(Fact(label=label, inlines=_text(value)) for label, value in pairs))


def _summary(document: Document, municipality: Municipality | None) -> Passage:
    pairs = []
    if municipality is not None:
        pairs.append(("自治体", municipality_label(municipality)))
    if document.official_title:
        pairs.append(("資料での題名", document.official_title))
    # A summary rests on all sources: the number of one alone would be wrong behind it.
    cited = tuple(Citation(source=source.id) for source in document.sources)
    shown = cited if len(cited) == 1 else ()
    blocks: list[Block] = [Paragraph(inlines=(Text(text=document.summary), *shown))]
    if pairs:
        blocks.append(_facts(pairs))
    names = [document.title, document.official_title or "", document.reading or ""]
    if municipality is not None:
        names += [municipality.name, municipality.kana]
    return Passage(
        document_id=document.id,
        section_id=SUMMARY_ID,
        kind=PassageKind.SUMMARY,
        level=1,
        title=document.title,
        blocks=tuple(blocks),
        citation=document.sources[0].id,
        names=tuple(name for name in names if name),
        keywords=document.keywords,
        provisions=document_provisions(document),
        cited=cited,
    )


def document_provisions(document: Document) -> tuple[str, ...]:
    """Return the ids of the provisions a document declares or its elements answer."""
    if isinstance(document, CaseDocument):
        served = [p.id for element in document.elements for p in element.provisions]
        return tuple(dict.fromkeys(served))
    if isinstance(document, GuidelineDocument):
        return tuple(provision.id for provision in document.provisions)
    return ()


def _profile(document: CaseDocument, municipality: Municipality | None) -> Passage:
    profile = document.profile
    note = f"（{profile.schools_note}）" if profile.schools_note else ""
    pairs = [
        ("人口", f"{profile.population:,}人"),
        ("面積", f"{profile.area_km2}km²"),
        (f"小学校数{note}", f"{profile.elementary_schools}校"),
        (f"中学校数{note}", f"{profile.junior_high_schools}校"),
        ("現在日", f"{profile.as_of.western()}（{profile.as_of.era()}）"),
    ]
    *figures, day = _facts(pairs).rows
    cited = (*day.inlines, Citation(source=profile.source))
    rows = [*figures, Fact(label=day.label, inlines=cited)]
    if municipality is not None:  # the code is from no source of the document
        rows.append(Fact(label="自治体コード", inlines=_text(municipality.code)))
    return Passage(
        document_id=document.id,
        section_id=PROFILE_ID,
        kind=PassageKind.PROFILE,
        level=2,
        title="自治体概要",
        blocks=(Facts(rows=tuple(rows)),),
        citation=profile.source,
        names=(municipality.name,) if municipality else (),
    )


def _sections(document: Document) -> list[Passage]:
    """Return the sections; one that cites nothing rests on what the section above it cites.

    A mere heading says nothing of its own: it rests on what the sections under it cite.
    """
    made = []
    above: tuple[Citation, ...] = ()
    for number, section in enumerate(document.sections, start=1):
        own = tuple(citations(section.blocks))
        if section.level == 2:
            above = own
        if not section.blocks:
            own = _cited_under(section, document.sections[number:])
        made.append(_section(document, section, own or above))
    return made


def _cited_under(heading: Section, after: tuple[Section, ...]) -> tuple[Citation, ...]:
    under = takewhile(lambda section: section.level > heading.level, after)
    return tuple(citation for section in under for citation in citations(section.blocks))


def _section(document: Document, section: Section, cited: tuple[Citation, ...]) -> Passage:
    return Passage(
        document_id=document.id,
        section_id=section.id,
        kind=PassageKind.SECTION,
        level=section.level,
        title=section.title,
        blocks=section.blocks,
        citation=cited[0].source if cited else document.sources[0].id,
        names=(section.title,),
        provisions=section.provisions,
        cited=cited,
    )


def _element(
    document: CaseDocument, element: Element, provisions: Mapping[str, Provision]
) -> Passage:
    described: Inlines = (
        Text(text=element.text),
        Citation(source=element.source, place=element.place),
    )
    rows = _facts(_element_facts(element, provisions)).rows
    linked = [_link_item(document, element, link) for link in document.links]
    present = tuple(item for item in linked if item is not None)
    blocks: list[Block] = [Paragraph(inlines=described), Facts(rows=rows)]
    if present:
        blocks.append(ListBlock(items=present))
    return Passage(
        document_id=document.id,
        section_id=element.id,
        kind=PassageKind.ELEMENT,
        level=3,
        title=element.name,
        blocks=tuple(blocks),
        citation=element.source,
        names=tuple(n for n in (element.name, element.reading, *element.aliases) if n),
        provisions=tuple(served.id for served in element.provisions),
        zones=(element.zone,),
        operators=element.operators,
        fields=element.fields,
    )


def _element_facts(element: Element, provisions: Mapping[str, Provision]) -> list[tuple[str, str]]:
    pairs = [("種類", element.type.label), ("圏域", element.zone.label)]
    if element.aliases:
        pairs.append(("別の呼び方", "、".join(element.aliases)))
    if element.count is not None:
        at = f"（{element.count_as_of.western()}現在）" if element.count_as_of else ""
        pairs.append(("数", f"{element.count:,}{element.unit}{at}"))
    if element.planned is not None:
        planned = element.planned
        by = f"（{planned.by.western()}まで）" if planned.by else ""
        pairs.append(("計画", planned.text or f"{planned.count:,}{element.unit or ''}{by}"))
    if element.since is not None:
        pairs.append(("開始", f"{element.since.western()}（{element.since.era()}）"))
    if element.operators:
        pairs.append(("担い手", "、".join(operator.label for operator in element.operators)))
    if element.staff:
        # A staffing told in a text of its own has commas and full stops in it.
        pairs.append(("人員", "／".join(map(staffing_label, element.staff))))
    pairs.append(("分野", "、".join(field.label for field in element.fields)))
    served = [_served(p.id, p.coverage, provisions) for p in element.provisions]
    if served:
        pairs.append(("指針の項目", "、".join(served)))
    return pairs


def _served(provision_id: str, coverage: Coverage, provisions: Mapping[str, Provision]) -> str:
    provision = provisions.get(provision_id)
    label = provision.label if provision else provision_id
    return label if coverage is Coverage.FULL else f"{label}（{coverage.label}）"


def staffing_label(staff: Staffing) -> str:
    """Return a staffing in words: ``社会福祉士（各2～3名）``.

    A text of its own says how many, in place of the number: ``社会福祉士：本庁に3名``. One
    that names the role, too, stands alone.
    """
    if staff.text:
        return staff.text if staff.role in staff.text else f"{staff.role}：{staff.text}"
    if staff.min is None and staff.max is None:
        return staff.role
    if staff.min is None:
        return f"{staff.role}（{'各' if staff.each else ''}{staff.max}名まで）"
    number = f"{staff.min}" if staff.max in (None, staff.min) else f"{staff.min}～{staff.max}"
    return f"{staff.role}（{'各' if staff.each else ''}{number}名）"


def _link_item(document: CaseDocument, element: Element, link: Link) -> ListItem | None:
    if element.id not in (link.from_, link.to):
        return None
    outward = element.id == link.from_
    other_id = link.to if outward else link.from_
    other = next((e.name for e in document.elements if e.id == other_id), other_id)
    label = link.label or link.type.label
    arrow = "→" if outward else "←"
    inlines: Inlines = (
        Text(text=f"{label} {arrow} "),
        Reference(text=other, document=document.id, anchor=other_id),
        *(_text(f"：{link.text}") if link.text else ()),
    )
    return ListItem(inlines=inlines)


def _provision(document: GuidelineDocument, provision: Provision) -> Passage:
    described: Inlines = (
        Text(text=provision.text),
        Citation(source=provision.source, place=provision.place),
    )
    blocks: list[Block] = [
        Paragraph(inlines=described),
        _facts([("わかりやすく言うと", provision.plain), ("根拠", provision.article)]),
    ]
    if provision.questions:
        items = tuple(ListItem(inlines=_text(question)) for question in provision.questions)
        blocks.append(Note(label="考えてみること", blocks=(ListBlock(items=items),)))
    return Passage(
        document_id=document.id,
        section_id=provision.id,
        kind=PassageKind.PROVISION,
        level=3,
        title=provision.label,
        blocks=tuple(blocks),
        citation=provision.source,
        names=(provision.label, provision.plain),
        provisions=(provision.id,),
    )
