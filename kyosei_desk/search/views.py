# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""An analysed text in which patterns are found; the same for ranking, snippets and marks."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from enum import IntEnum
from functools import cached_property
from itertools import accumulate

from kyosei_desk.search.analyzer import TextAnalysis
from kyosei_desk.search.model import Span
from kyosei_desk.search.normalize import (
    OffsetRuns,
    is_kana,
    is_kanji,
    kanji_of,
    same_but_for_kana,
)
from kyosei_desk.search.plan import Pattern, PatternKind
from kyosei_desk.search.records import StoredAnalysis, TokenColumns

_KEPT_SPANS = 64  # patterns: those of one question
_UNMISTAKABLE = 4  # kana of a sound


class Place(IntEnum):
    """Where in a passage a pattern is: nowhere, only around it, in its text, in its names."""

    NOWHERE = 0
    CONTEXT = 1
    BODY = 2
    NAME = 3


class TextView:
    """One passage (or any text) made ready for finding patterns; look-ups are lazy."""

    def __init__(self, analysis: StoredAnalysis):
        """Keep the analysis."""
        self.analysis = analysis
        self._places: dict[str, Sequence[int]] = {}
        self._spans: dict[tuple[PatternKind, tuple[str, ...]], list[Span]] = {}

    @classmethod
    def of_text(cls, text: TextAnalysis) -> "TextView":
        """Return the view of a text that is no passage of the library."""
        return cls(
            StoredAnalysis(
                tokens=TokenColumns.of(text.tokens),
                canonical=[(c.key, c.start, c.end) for c in text.canonical],
                folded=OffsetRuns.of(text.folded),
                names=(),
                folded_names=(),
                name_sounds=(),
                name_keys=frozenset(),
                context=frozenset(),
            )
        )

    def where(self, lemma: str) -> Sequence[int]:
        """Return the places of a lemma among the content words, in order."""
        found = self._places.get(lemma)
        if found is None:
            found = self._places[lemma] = _indexes(self.words, lemma)
        return found

    @cached_property
    def words(self) -> list[str]:
        """The lemmas of the content words, in order."""
        lemmas = self.analysis.tokens.lemmas
        return [lemmas[index] for index in self._content]

    @cached_property
    def name_lemmas(self) -> dict[str, int]:
        """How often each lemma stands in the names."""
        found: dict[str, int] = defaultdict(int)
        for name in self.analysis.names:
            for lemma in name:
                found[lemma] += 1
        return dict(found)

    @cached_property
    def length(self) -> int:
        """The number of content words of the text."""
        return len(self._content)

    @cached_property
    def characters(self) -> str:
        """The folded text and names in one, for looking up character pairs."""
        return "\n".join((self.analysis.folded.text, *self.analysis.folded_names))

    def place(self, pattern: Pattern) -> Place:
        """Return the best place a pattern is in."""
        match pattern.kind:
            case PatternKind.LEMMAS:
                return self._lemma_place(pattern.words)
            case PatternKind.CANONICAL:
                return self._canonical_place(pattern.words[0])
            case PatternKind.FOLDED:
                run = pattern.words[0]
                named = any(_in_name(run, name) for name in self.analysis.folded_names)
                return _best(named, run in self.analysis.folded.text)
            case PatternKind.BEGINNING:
                run = pattern.words[0]
                named = any(_begins_word(run, name) for name in self.analysis.folded_names)
                return _best(named, bool(self._beginning_spans(run)))
            case PatternKind.READING:
                sound = pattern.words[0]
                named = any(
                    sound in whole and _sounds_so(words, sound)
                    for whole, _, words in self._spoken_names
                )
                return _best(named, bool(self._sound_spans(sound)))
            case PatternKind.NOTATION:
                named = self._is_named_so(*pattern.words)
                return _best(named, bool(self._notation_spans(*pattern.words)))

    def in_title(self, pattern: Pattern) -> bool:
        """Tell whether the first of the names, the title, holds the pattern."""
        if pattern.kind in (PatternKind.FOLDED, PatternKind.BEGINNING):
            return any(_in_name(pattern.words[0], n) for n in self.analysis.folded_names[:1])
        if pattern.kind is PatternKind.READING:
            return any(_sounds_so(n, pattern.words[0]) for n in self.analysis.name_sounds[:1])
        return any(_holds_run(name, pattern.words) for name in self.analysis.names[:1])

    def spans(self, pattern: Pattern) -> list[Span]:
        """Return every range of the original text that a pattern matches, in order."""
        key = (pattern.kind, pattern.words)
        found = self._spans.get(key)
        if found is None:
            if len(self._spans) == _KEPT_SPANS:
                self._spans.clear()
            found = self._spans[key] = self._find_spans(pattern)
        return found

    def _find_spans(self, pattern: Pattern) -> list[Span]:
        match pattern.kind:
            case PatternKind.LEMMAS:
                content, tokens = self._content, self.analysis.tokens
                last = len(pattern.words) - 1
                return [
                    Span(tokens.starts[content[first]], tokens.ends[content[first + last]])
                    for first in self._lemma_runs(pattern.words)
                ]
            case PatternKind.CANONICAL:
                key = pattern.words[0]
                return [Span(start, end) for k, start, end in self.analysis.canonical if k == key]
            case PatternKind.FOLDED:
                return self._folded_spans(pattern.words[0])
            case PatternKind.BEGINNING:
                return self._beginning_spans(pattern.words[0])
            case PatternKind.READING:
                return self._sound_spans(pattern.words[0])
            case PatternKind.NOTATION:
                return self._notation_spans(*pattern.words)

    def neighbours(self, first: str, second: str) -> bool:
        """Tell whether two lemmas stand side by side in the text or in a name."""
        if self._lemma_runs((first, second)):
            return True
        names = self.name_lemmas
        return (
            first in names
            and second in names
            and any(
                name[i] == first and name[i + 1] == second
                for name in self.analysis.names
                for i in range(len(name) - 1)
            )
        )

    @cached_property
    def _content(self) -> list[int]:
        """The indexes of the content words among the tokens."""
        positions = self.analysis.tokens.positions
        return [index for index, position in enumerate(positions) if position >= 0]

    def _canonical_place(self, key: str) -> Place:
        if key in self.analysis.name_keys:
            return Place.NAME
        if any(found[0] == key for found in self.analysis.canonical):
            return Place.BODY
        return Place.CONTEXT if key in self.analysis.context else Place.NOWHERE

    def _lemma_place(self, words: tuple[str, ...]) -> Place:
        if len(words) == 1:
            word = words[0]
            if word in self.name_lemmas:
                return Place.NAME
            if self.where(word):
                return Place.BODY
            return Place.CONTEXT if word in self.analysis.context else Place.NOWHERE
        names = self.name_lemmas
        if all(word in names for word in words) and any(
            _holds_run(name, words) for name in self.analysis.names
        ):
            return Place.NAME
        return Place.BODY if self._lemma_runs(words) else Place.NOWHERE

    def _lemma_runs(self, words: tuple[str, ...]) -> Sequence[int]:
        if not words or not all(map(self.where, words)):
            return ()
        firsts, size = self.where(words[0]), len(words)
        if size == 1:
            return firsts
        positions = self.analysis.tokens.positions
        content, wanted = self._content, list(words)
        return [
            first
            for first in firsts
            if self.words[first : first + size] == wanted
            and positions[content[first + size - 1]] - positions[content[first]] == size - 1
        ]

    def _notation_spans(self, sound: str, kanji: str) -> list[Span]:
        """Return runs of whole words that sound so and are the same word by their kanji."""
        folded = self.analysis.folded
        return [
            span
            for span in self._sound_spans(sound, whole=True)
            if _is_same_word(sound, kanji, kanji_of(folded.within(span)))
        ]

    def _is_named_so(self, sound: str, kanji: str) -> bool:
        return any(
            sound in whole and _is_same_word(sound, kanji, written) and _sounds_so(words, sound)
            for whole, written, words in self._spoken_names
        )

    @cached_property
    def _spoken_names(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """The sound of each name, its kanji, and its sound word by word."""
        names = zip(self.analysis.folded_names, self.analysis.name_sounds, strict=True)
        return [("".join(words), kanji_of(name), words) for name, words in names]

    def _folded_spans(self, run: str) -> list[Span]:
        folded = self.analysis.folded
        found = []
        at = folded.text.find(run)
        while at >= 0:
            found.append(folded.span(at, at + len(run)))
            at = folded.text.find(run, at + len(run))
        return found

    def _beginning_spans(self, run: str) -> list[Span]:
        return [span for span in self._folded_spans(run) if span.start in self._word_starts]

    @cached_property
    def _word_starts(self) -> frozenset[int]:
        starts = self.analysis.tokens.starts
        return frozenset(starts[index] for index in self._content)

    @cached_property
    def _sounds(self) -> tuple[str, list[int]]:
        readings = self.analysis.tokens.readings
        return "".join(readings), list(accumulate(map(len, readings), initial=0))

    def _sound_spans(self, sound: str, *, whole: bool = False) -> list[Span]:
        """Return runs of whole words that sound so; the last word may be longer."""
        text, borders = self._sounds
        tokens = self.analysis.tokens
        found = []
        at = text.find(sound)
        while at >= 0:
            first = bisect_left(borders, at)
            if borders[first] == at and first < len(tokens.readings):
                while first < len(tokens.readings) and not tokens.readings[first]:
                    first += 1
                last = bisect_left(borders, at + len(sound)) - 1
                ends = borders[last + 1] == at + len(sound)
                starts = tokens.positions[first] >= 0 or (whole and len(sound) >= _UNMISTAKABLE)
                if starts and (ends or (len(sound) > 3 and not whole)):
                    found.append(Span(tokens.starts[first], tokens.ends[last]))
            at = text.find(sound, at + 1)
        return found


def _indexes(words: list[str], wanted: str) -> Sequence[int]:
    found: list[int] = []
    at = -1
    try:
        while True:
            at = words.index(wanted, at + 1)
            found.append(at)
    except ValueError:
        return found


def _best(named: bool, in_body: bool) -> Place:
    return Place.NAME if named else Place.BODY if in_body else Place.NOWHERE


def _in_name(run: str, name: str) -> bool:
    """Tell whether a run is in a name; one of kana only from its beginning.

    Names carry their readings, and しゃきょう is in かいごじぎょうしゃきょうぎかい by accident.
    """
    return name.startswith(run) if is_kana(run) and is_kana(name) else run in name


def _begins_word(run: str, name: str) -> bool:
    """Tell whether a run stands in a name where a word may begin: not after another kanji."""
    at = name.find(run)
    while at >= 0:
        if at == 0 or not _is_within_word(name[at - 1], run[0]):
            return True
        at = name.find(run, at + 1)
    return False


def _is_within_word(before: str, char: str) -> bool:
    return (is_kanji(before) and is_kanji(char)) or (before.isdigit() and char.isdigit())


def _is_same_word(sound: str, asked: str, found: str) -> bool:
    """Tell whether words of one sound are one word; short ones in kana may be any word."""
    if not found and asked and len(sound) < _UNMISTAKABLE:
        return False
    return bool(asked or not found) and same_but_for_kana(asked, found)


def _sounds_so(words: tuple[str, ...], sound: str) -> bool:
    """Tell whether whole words of a name sound so, one after the other."""
    for first in range(len(words)):
        rest = sound
        for word in words[first:]:
            if word and not rest.startswith(word):
                break
            rest = rest[len(word) :]
            if not rest:
                return True
    return False


def _holds_run(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    size = len(words)
    return any(name[i : i + size] == words for i in range(len(name) - size + 1))
