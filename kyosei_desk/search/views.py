# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""An analysed text in which patterns are found; the same for ranking, snippets and marks."""

from bisect import bisect_left
from collections import defaultdict
from enum import IntEnum
from functools import cached_property
from itertools import accumulate

from kyosei_desk.search.analyzer import TextAnalysis, Token
from kyosei_desk.search.model import Span
from kyosei_desk.search.normalize import OffsetRuns, is_kana
from kyosei_desk.search.plan import Pattern, PatternKind
from kyosei_desk.search.records import StoredAnalysis


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

    @classmethod
    def of_text(cls, text: TextAnalysis) -> "TextView":
        """Return the view of a text that is no passage of the library."""
        return cls(
            StoredAnalysis(
                tokens=text.tokens,
                canonical=text.canonical,
                folded=OffsetRuns.of(text.folded),
                names=(),
                folded_names=(),
                name_sounds=(),
                name_keys=frozenset(),
                context=frozenset(),
            )
        )

    @cached_property
    def lemmas(self) -> dict[str, list[int]]:
        """The indexes of the content tokens of each lemma."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, token in enumerate(self._content):
            found[token.lemma].append(index)
        return dict(found)

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
                named = any(_sounds_so(name, sound) for name in self.analysis.name_sounds)
                return _best(named, bool(self._sound_spans(sound)))

    def in_title(self, pattern: Pattern) -> bool:
        """Tell whether the first of the names, the title, holds the pattern."""
        if pattern.kind in (PatternKind.FOLDED, PatternKind.BEGINNING):
            return any(_in_name(pattern.words[0], n) for n in self.analysis.folded_names[:1])
        if pattern.kind is PatternKind.READING:
            return any(_sounds_so(n, pattern.words[0]) for n in self.analysis.name_sounds[:1])
        return any(_holds_run(name, pattern.words) for name in self.analysis.names[:1])

    def spans(self, pattern: Pattern) -> list[Span]:
        """Return every range of the original text that a pattern matches, in order."""
        match pattern.kind:
            case PatternKind.LEMMAS:
                runs = self._lemma_runs(pattern.words)
                content = self._content
                size = len(pattern.words)
                return [Span(content[i].start, content[i + size - 1].end) for i in runs]
            case PatternKind.CANONICAL:
                key = pattern.words[0]
                found = (c for c in self.analysis.canonical if c.key == key)
                return [Span(c.start, c.end) for c in found]
            case PatternKind.FOLDED:
                return self._folded_spans(pattern.words[0])
            case PatternKind.BEGINNING:
                return self._beginning_spans(pattern.words[0])
            case PatternKind.READING:
                return self._sound_spans(pattern.words[0])

    def neighbours(self, first: str, second: str) -> bool:
        """Tell whether two lemmas stand side by side in the text or in a name."""
        lemmas = self.lemmas
        if first in lemmas and second in lemmas and self._lemma_runs((first, second)):
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
    def _content(self) -> list[Token]:
        return [token for token in self.analysis.tokens if token.position >= 0]

    def _canonical_place(self, key: str) -> Place:
        if key in self.analysis.name_keys:
            return Place.NAME
        if any(token.key == key for token in self.analysis.canonical):
            return Place.BODY
        return Place.CONTEXT if key in self.analysis.context else Place.NOWHERE

    def _lemma_place(self, words: tuple[str, ...]) -> Place:
        if len(words) == 1:
            word = words[0]
            if word in self.name_lemmas:
                return Place.NAME
            if word in self.lemmas:
                return Place.BODY
            return Place.CONTEXT if word in self.analysis.context else Place.NOWHERE
        names = self.name_lemmas
        if all(word in names for word in words) and any(
            _holds_run(name, words) for name in self.analysis.names
        ):
            return Place.NAME
        return Place.BODY if self._lemma_runs(words) else Place.NOWHERE

    def _lemma_runs(self, words: tuple[str, ...]) -> list[int]:
        lemmas = self.lemmas
        if not words or not all(word in lemmas for word in words):
            return []
        content = self._content
        size = len(words)
        found = []
        for index in lemmas[words[0]]:
            run = content[index : index + size]
            if len(run) == size and all(
                token.lemma == word and token.position == run[0].position + offset
                for offset, (token, word) in enumerate(zip(run, words, strict=True))
            ):
                found.append(index)
        return found

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
        return frozenset(token.start for token in self._content)

    @cached_property
    def _sounds(self) -> tuple[str, list[int]]:
        tokens = self.analysis.tokens
        ends = list(accumulate((len(token.reading) for token in tokens), initial=0))
        return "".join(token.reading for token in tokens), ends

    def _sound_spans(self, sound: str) -> list[Span]:
        """Return runs of whole words that sound so; the last word may be longer."""
        text, borders = self._sounds
        tokens = self.analysis.tokens
        found = []
        at = text.find(sound)
        while at >= 0:
            first = bisect_left(borders, at)
            if borders[first] == at and first < len(tokens):
                while first < len(tokens) and not tokens[first].reading:
                    first += 1
                last = bisect_left(borders, at + len(sound)) - 1
                whole = borders[last + 1] == at + len(sound)
                if tokens[first].position >= 0 and (whole or len(sound) > 3):
                    found.append(Span(tokens[first].start, tokens[last].end))
            at = text.find(sound, at + 1)
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
        if at == 0 or not (_is_kanji(run[0]) and _is_kanji(name[at - 1])):
            return True
        at = name.find(run, at + 1)
    return False


def _is_kanji(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


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
