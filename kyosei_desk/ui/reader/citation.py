# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A text with every source behind it, as it is copied into a paper."""

from kyosei_desk.domain.blocks import Citation
from kyosei_desk.domain.citing import as_of_subject, numbered_sources
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import CaseDocument, Document
from kyosei_desk.domain.passages import Passage, PassageKind, municipality_label
from kyosei_desk.domain.sources import date_words
from kyosei_desk.ui.reader.copied import Copied, Line


def quoted(
    copied: Copied,
    corpus: Corpus,
    document: Document,
    passages: tuple[Passage, ...],
    cited: tuple[Citation, ...],
    *,
    era_first: bool,
) -> Copied:
    """Return what was copied as a quotation: where it stands, then the list of its sources."""
    where = [_place(corpus, document, passages), *_days(document, passages, era_first)]
    origin = f"（{'、'.join(where)}）"
    parts = list(copied.parts)
    lines = [part for part in parts if isinstance(part, Line)]
    if lines and len(lines) == len(parts):
        parts[0] = Line(lines[0].text, f"「{lines[0].sign}")
        last = parts[-1]
        assert isinstance(last, Line)
        parts[-1] = Line(f"{last.text}」{origin}", last.sign)
    else:
        parts.append(Line(origin))
    sources = numbered_sources(document, cited, era_first=era_first)
    if sources:
        parts.append(Line("出典:"))
    parts += [Line(line, f"[{number}] ") for number, line in sources]
    return Copied(tuple(parts))


def place_name(passages: tuple[Passage, ...]) -> str:
    """Return the passages' titles, from the first to the last."""
    names = ["要約" if p.kind is PassageKind.SUMMARY else p.title for p in passages]
    if len(names) > 1:
        return f"「{names[0]}」の項から「{names[-1]}」の項まで"
    return f"「{names[0]}」の項" if names else ""


def _place(corpus: Corpus, document: Document, passages: tuple[Passage, ...]) -> str:
    title = f"きょうせいデスク「{document.title}」"
    municipality = corpus.municipality(document)
    if municipality is not None:
        title += municipality_label(municipality)
    return title + place_name(passages)


def _days(document: Document, passages: tuple[Passage, ...], era_first: bool) -> list[str]:
    """Return as of when figures are, where their source says it."""
    if not isinstance(document, CaseDocument):
        return []
    touched = {passage.section_id for passage in passages}
    days = []
    if any(passage.kind is PassageKind.PROFILE for passage in passages):
        day = date_words(document.profile.as_of, era_first=era_first)
        days.append(f"{as_of_subject(document.kind)}{day}現在")
    for element in document.elements:
        if element.id in touched and element.count_as_of:
            day = date_words(element.count_as_of, era_first=era_first)
            days.append(f"「{element.name}」の数は{day}現在")
    return days
