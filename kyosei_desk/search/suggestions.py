# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What a word being typed may become: titles, element names, towns, terms of the field."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import CaseDocument
from kyosei_desk.domain.passages import PassageKind
from kyosei_desk.search.model import Suggestion, SuggestionKind
from kyosei_desk.search.normalize import is_kana, pronunciation
from kyosei_desk.search.query import ParsedQuery, QueryTerm, parse_query, write_query

_MOST = 20_000  # names looked through at a keystroke
_LONGEST = 40  # characters of a name worth offering
_ORDER = {kind: number for number, kind in enumerate(SuggestionKind)}


@dataclass(frozen=True, slots=True)
class _Name:
    suggestion: Suggestion
    folded: str
    sounds: tuple[str, ...]


class Suggester:
    """Offers names by how they are written or how they sound, beginnings before the rest."""

    def __init__(
        self,
        corpus: Corpus,
        terms: Iterable[tuple[str, str]],
        fold: Callable[[str], str],
        sound: Callable[[str], str],
    ):
        """Read every name once; ``terms`` are those of the thesaurus with their sounds."""
        self._fold = fold
        names: dict[str, _Name] = {}
        for suggestion, sounds in (*_of_corpus(corpus), *_of_terms(terms)):
            if len(names) < _MOST and len(suggestion.text) <= _LONGEST:
                read = (sound(text) if not is_kana(text) else text for text in sounds)
                folded = fold(suggestion.text)
                spoken = tuple(pronunciation(fold(text)) for text in read if text)
                names.setdefault(folded, _Name(suggestion, folded, spoken))
        self._names = tuple(names.values())

    def suggest(self, typed: str, limit: int) -> tuple[Suggestion, ...]:
        """Return whole queries in which the last word typed is completed."""
        query = parse_query(typed)
        if typed[-1:].isspace() or not query.terms or typed.endswith(("\u3000", '"', "」")):
            return ()
        *before, last = query.terms
        if last.quoted or last.others:
            return ()
        folded = self._fold(last.text)
        found = []
        for name in self._names:
            rank = _likeness(name, folded)
            if rank is not None and name.folded != folded:
                kind = _ORDER[name.suggestion.kind]
                found.append((rank, kind, len(name.folded), name.suggestion))
        found.sort(key=lambda item: item[:3])
        return tuple(
            Suggestion(_completed(query, before, last, made.text), made.kind, made.note)
            for _, _, _, made in found[:limit]
        )


def _completed(query: ParsedQuery, before: list[QueryTerm], last: QueryTerm, text: str) -> str:
    written = write_query(ParsedQuery(tuple(before), query.fields))
    return f"{written} {'-' if last.excluded else ''}{text}".strip()


def _likeness(name: _Name, folded: str) -> int | None:
    """Return 0 where the name begins so, 1 where it sounds so, 2 where it holds it."""
    if not folded:
        return None
    if name.folded.startswith(folded):
        return 0
    if is_kana(folded):
        spoken = pronunciation(folded)
        if any(sound.startswith(spoken) for sound in name.sounds):
            return 1
    return 2 if len(folded) > 1 and folded in name.folded else None


def _of_corpus(corpus: Corpus) -> Iterator[tuple[Suggestion, tuple[str, ...]]]:
    for document in corpus.documents:
        town = corpus.municipality(document)
        if town is not None:
            note = town.prefecture
            yield Suggestion(town.name, SuggestionKind.MUNICIPALITY, note), (town.kana,)
    for document in corpus.documents:
        title = Suggestion(document.title, SuggestionKind.DOCUMENT, document.kind.label)
        yield title, (document.reading or document.title,)
        town = corpus.municipality(document)
        if isinstance(document, CaseDocument) and town is not None:
            for passage in corpus.passages(document):
                if passage.kind is PassageKind.ELEMENT:
                    element = Suggestion(passage.title, SuggestionKind.ELEMENT, town.name)
                    yield element, passage.names or (passage.title,)


def _of_terms(terms: Iterable[tuple[str, str]]) -> Iterator[tuple[Suggestion, tuple[str, ...]]]:
    for form, sound in terms:
        yield Suggestion(form, SuggestionKind.TERM), (sound,)
