# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Every source a project rests on, numbered, once each, with all that rests on it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import GuidelineDocument
from kyosei_desk.domain.passages import Passage, whole_section
from kyosei_desk.domain.projects.model import ModelProject, Origin
from kyosei_desk.domain.sources import Source, citation_line

Places = tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """A passage, or a whole document: its words, and its sources with the places in them."""

    words: str
    sources: tuple[tuple[Source, Places], ...] = ()


@dataclass
class Numbered:
    """A source and what rests on it, in the order of the paper."""

    number: int
    source: Source
    origins: list[Origin] = field(default_factory=list)
    rates: list[tuple[str, str]] = field(default_factory=list)
    decisions: list[tuple[str, str]] = field(default_factory=list)
    provisions: list[str] = field(default_factory=list)


class Citations:
    """The sources of what was taken over, of rates, of decisions, and of the guideline."""

    def __init__(self, project: ModelProject, corpus: Corpus):
        """Collect them; two documents that cite the same source count as one."""
        self._corpus = corpus
        self._found: dict[str, Numbered] = {}
        self.gone: dict[str, list[str]] = {}
        taken = (project.origin(element.id) for element in project.design.elements)
        for origin in filter(None, taken):
            self._of(origin.source).origins.append(origin)
        for programme in project.programmes:
            if programme.address is not None:
                self._use(programme.address, programme.name, lambda one: one.rates)
        for decision in project.decisions:
            for address in dict.fromkeys(decision.passages):
                self._use(address, decision.what, lambda one: one.decisions)
        for document in corpus.documents:
            if isinstance(document, GuidelineDocument):
                known = {source.id: source for source in document.sources}
                for provision in document.provisions:
                    self._of(known[provision.source]).provisions.append(provision.label)

    @property
    def numbered(self) -> Sequence[Numbered]:
        """The sources in the order of their numbers."""
        return tuple(self._found.values())

    def mark(self, *sources: Source) -> str:
        """Return the numbers of sources: ``[1][3]``."""
        found = (self._found.get(citation_line(source)) for source in sources)
        numbers = dict.fromkeys(one.number for one in found if one is not None)
        return "".join(f"[{number}]" for number in numbers)

    def address_mark(self, address: str) -> str:
        """Return the numbers of the sources of a passage; nothing where it is gone."""
        return self.mark(*(source for source, _ in self.place(address).sources))

    def address_lines(self, address: str, *, era_first: bool) -> tuple[str, ...]:
        """Return the sources of a passage in words, with the exact places."""
        found = self.place(address).sources
        return tuple(
            citation_line(source, *places, era_first=era_first) for source, places in found
        )

    def place(self, address: str) -> Place:
        """Return what an address of the library means; without sources where it is gone."""
        document_id, _, anchor = address.partition("#")
        if document_id not in self._corpus:
            return Place(f"いまの資料に見つからない箇所（{address}）")
        document = self._corpus.document(document_id)
        known = {source.id: source for source in document.sources}
        if not anchor:
            return Place(document.title, tuple((source, ()) for source in document.sources))
        section = whole_section(self._corpus.passages(document), anchor)
        if not section:
            return Place(f"{document.title}の、いまの資料に見つからない箇所（{anchor}）")
        title = section[0].title
        words = title if title == document.title else f"{title}（{document.title}）"
        return Place(words, tuple(_sources(section, known)))

    def _use(
        self, address: str, name: str, kept: Callable[[Numbered], list[tuple[str, str]]]
    ) -> None:
        place = self.place(address)
        if not place.sources:
            self.gone.setdefault(place.words, []).append(name)
        for source, places in place.sources:
            # What it says of itself stands in its line; the exact places do not.
            exact = "／".join(one for one in places if one != source.locator)
            kept(self._of(source)).append((name, "、".join(filter(None, (place.words, exact)))))

    def _of(self, source: Source) -> Numbered:
        line = citation_line(source)
        return self._found.setdefault(line, Numbered(len(self._found) + 1, source))


def _sources(
    passages: Iterable[Passage], known: Mapping[str, Source]
) -> Iterable[tuple[Source, Places]]:
    places: dict[str, dict[str, None]] = {}
    for passage in passages:
        for citation in passage.sources:
            cited = places.setdefault(citation.source, {})
            if citation.place:
                cited[citation.place] = None
    return ((known[one], tuple(exact)) for one, exact in places.items())
