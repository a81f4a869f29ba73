# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The other ways a term may have been written, and what it may have been meant to be.

The same word with more or less of it in kana (受付, 受け付け, うけつけ); a word of the same sound
picked by mistake when typing (保険室 for 保健室); a word with a slip in it (コミニュティ).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from kyosei_desk.search.analyzer import Analyzer, TextAnalysis, Token, fold_lemma
from kyosei_desk.search.model import MatchRule
from kyosei_desk.search.normalize import is_kana, kanji_of, pronunciation
from kyosei_desk.search.patterns import (
    FUZZY,
    NOTATION,
    lemma_pattern,
    notation_pattern,
    run_pattern,
    sound_pattern,
)
from kyosei_desk.search.plan import Bridge, Pattern, Unit
from kyosei_desk.search.vocabulary import LibraryVocabulary
from kyosei_desk.search.words import question_words

_NEAR_NAME, _NEAR_WORD, _NEAR_SOUND, _NEAR_SPOKEN = 0.6, 0.5, 0.7, 0.75
_MISTAKEN_CHARS, _FUZZY_CHARS, _FUZZY_LONGEST = 3, 4, 40  # of a folded term
_SHORTEST, _LONGEST = 3, 24  # kana of a sound
_MISTAKEN = 4  # kana of a sound that is hardly another word's by accident
_FEW = 8  # words of a term that is no sentence
_READ, _TRIED, _MOST = 64, 16, 8  # words read of a term, runs tried, bridges made


class Spellings:
    """Finds them for one library; bound to one thread at a time, like its analyzer."""

    def __init__(self, analyzer: Analyzer, vocabulary: LibraryVocabulary):
        """Keep the tools."""
        self._analyzer = analyzer
        self._vocabulary = vocabulary

    def notations(self, analysis: TextAnalysis, owners: Sequence[int]) -> list[Bridge]:
        """Return the same words written with other characters, where the library has them.

        ``owners`` are the units of the content words.
        """
        bridges = list(self._siblings(analysis, owners))
        content = analysis.content
        if len(content) > _FEW:
            return bridges  # a sentence has other words to be found by
        for first, last in islice(_unsteady(analysis), _TRIED):
            words = content[first:last]
            start, end = words[0].start, words[-1].end
            asked = analysis.text[start:end]
            kanji = kanji_of(self._analyzer.folded(asked).text)
            pattern = self._notation(_sound(analysis, start, end), kanji)
            if pattern is not None:
                bridges.append(Bridge(owners[first], owners[last - 1] + 1, asked, pattern))
            if len(bridges) == _MOST:
                break
        return bridges

    def near(self, units: Sequence[Unit], first: int, analysis: TextAnalysis) -> list[Bridge]:
        """Return nearly matching names and words for a term the library does not hold.

        ``units`` are those of the term, numbered from ``first`` on.
        """
        folded = analysis.folded.text
        if not _MISTAKEN_CHARS <= len(folded) <= _FUZZY_LONGEST or analysis.canonical:
            return []  # another number is not nearly the same
        asked = tuple(unit.lemma for unit in units)
        found: list[Bridge] = []
        last = first + len(units)
        if len(units) <= _FEW:
            if self._holds_whole(folded, asked):
                return []
            near = [*self._mistaken(analysis), *self._near_names(analysis, asked)]
            found += [Bridge(first, last, analysis.text, pattern) for pattern in near]
        for index, unit in enumerate(units, start=first):
            if len(unit.lemma) > 2 and not any(map(self._vocabulary.holds, unit.patterns)):
                for word, likeness in self._vocabulary.near_words(unit.lemma, _NEAR_WORD, 2):
                    pattern = lemma_pattern((word,), MatchRule.FUZZY, FUZZY + likeness / 5)
                    found.append(Bridge(index, index + 1, unit.text, pattern))
        return found

    def _siblings(self, analysis: TextAnalysis, owners: Sequence[int]) -> Iterator[Bridge]:
        """Yield the other notations of the katakana words, and of a whole term that is one."""
        for token, owner in zip(analysis.content[:_READ], owners[:_READ], strict=True):
            asked = analysis.text[token.start : token.end]
            for lemma in self._vocabulary.siblings(token.lemma):
                yield Bridge(owner, owner + 1, asked, _other_notation(lemma))
        if 1 < len(owners) < _READ:
            for lemma in self._vocabulary.siblings(fold_lemma(analysis.text)):
                yield Bridge(owners[0], owners[-1] + 1, analysis.text, _other_notation(lemma))

    def _holds_whole(self, folded: str, lemmas: tuple[str, ...]) -> bool:
        run = run_pattern(folded)
        if run is None or self._vocabulary.holds(run):
            return True
        return self._vocabulary.holds(lemma_pattern(lemmas, MatchRule.EXACT, 1.0))

    def _notation(self, sound: str, kanji: str) -> Pattern | None:
        if not _SHORTEST <= len(sound) <= _LONGEST:
            return None
        cuts = self._vocabulary.cut(sound, whole=True)
        return notation_pattern(sound, kanji, cuts) if cuts else None

    def _mistaken(self, analysis: TextAnalysis) -> Iterator[Pattern]:
        """Yield the pattern of other words that sound the same: a slip of the conversion."""
        text = analysis.text
        sound = _sound(analysis, 0, len(text))
        if _MISTAKEN <= len(sound) <= _LONGEST and kanji_of(text):
            cuts = self._vocabulary.cut(sound, whole=True)
            if cuts:
                yield sound_pattern(sound, cuts, MatchRule.FUZZY, FUZZY + _NEAR_SOUND / 4)

    def _near_names(self, analysis: TextAnalysis, asked: tuple[str, ...]) -> Iterator[Pattern]:
        folded = analysis.folded.text
        if len(folded) < _FUZZY_CHARS:
            return
        for name, likeness in self._vocabulary.near_names(folded, _NEAR_NAME, 3):
            key = tuple(token.lemma for token in self._analyzer.analyze(name).content)
            if key and key != asked:
                quality = FUZZY + likeness / 4
                yield lemma_pattern(key, MatchRule.FUZZY, quality)
                run = run_pattern(self._analyzer.folded(name).text)
                if run is not None:  # segmented otherwise: 小学・校区 and 小・学校・区
                    yield replace(run, rule=MatchRule.FUZZY, quality=quality)
        if is_kana(analysis.folded.text):
            sound = pronunciation(analysis.folded.text)
            for near, likeness in self._vocabulary.near_sounds(sound, _NEAR_SPOKEN, 2):
                cuts = self._vocabulary.cut(near, whole=True)
                if cuts and near != sound:
                    yield sound_pattern(near, cuts, MatchRule.FUZZY, FUZZY + likeness / 5)


def _other_notation(lemma: str) -> Pattern:
    return lemma_pattern((lemma,), MatchRule.NOTATION, NOTATION)


def _unsteady(analysis: TextAnalysis) -> Iterator[tuple[int, int]]:
    """Yield the runs of content words that may well be written otherwise, the whole first."""
    content = analysis.content[:_READ]
    functional = question_words([token.lemma for token in content])
    kana = [
        not only_holds_together and _has_kana(analysis, token)
        for token, only_holds_together in zip(content, functional, strict=True)
    ]
    has_kana = any(kana) or len(content) < len(analysis.tokens)
    if 1 < len(content) <= 6 and has_kana and not analysis.canonical:
        yield 0, len(content)
    for index, unsteady in enumerate(kana):
        if unsteady:
            yield index, index + 1
            following = content[index + 1 : index + 2]
            if following and following[0].position == content[index].position + 1:
                yield index, index + 2
        elif kana[index + 1 : index + 2] == [True] and not analysis.canonical:
            yield index, index + 2


def _has_kana(analysis: TextAnalysis, token: Token) -> bool:
    """Tell whether a word, or its usual form, is written with kana; a counter does not count."""
    if any(found.start <= token.start < found.end for found in analysis.canonical):
        return False
    written = analysis.text[token.start : token.end]
    if len(written) < _SHORTEST and is_kana(written):
        return False
    return any(is_kana(char) for char in written + token.lemma)


def _sound(analysis: TextAnalysis, start: int, end: int) -> str:
    """Return the sound of the words in a range, particles included."""
    return "".join(token.reading for token in analysis.tokens if start <= token.start < end)
