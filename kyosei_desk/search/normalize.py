# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Two levels of folding, each with an exact way back to the text as the reader sees it.

*Normalised* text is what the morphological analysis reads: NFKC, radicals and variant
characters, one kind of hyphen, tilde and comma, no stray breaks inside words.
*Folded* text is made from it after segmentation, for plain character comparison: hiragana,
lower case, no brackets or middle dots, no final long-vowel mark.
"""

import csv
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kyosei_desk.domain.errors import ResourceError
from kyosei_desk.search.model import Span

# Short forms that registers and lists of members use, and what they stand for.
_KEPT_SOUNDS = 16_384  # of words: a text says few of them often
_SHORT_FORMS = {
    "株": "株式会社",
    "有": "有限会社",
    "社福": "社会福祉法人",
    "特非": "特定非営利活動法人",
    "一社": "一般社団法人",
    "一財": "一般財団法人",
    "公社": "公益社団法人",
    "公財": "公益財団法人",
}
_BRACKETED = "|".join(form for form in _SHORT_FORMS if form != "有")  # (有) also says: there is
_SHORT_FORM = re.compile(rf"[(（](?P<form>{_BRACKETED})[)）]|(?P<sign>[㈱㈲])")
_MARKS = "\u0300-\u036f\u3099\u309a\uff9e\uff9f"
_CLUSTER = re.compile(f"[^{_MARKS}][{_MARKS}]*|[{_MARKS}]+", re.DOTALL)
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_LETTER = (
    "々〆ぁ-ゖァ-ヺー\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_SPACED_OUT = re.compile(
    f"(?<![{_LETTER}])[{_LETTER}](?:[ \u3000][{_LETTER}]){{2,}}(?![{_LETTER}])"
)
_STRAY_SPACE = re.compile(f"(?<=[{_LETTER}]) (?=[{_LETTER}])")
_LINE_WRAP = re.compile(f"(?<=[{_LETTER}]) ?\r?\n[ \u3000]?(?=[{_LETTER}])")
_WRAPPED_LINE = 15  # a line at least this long may have been cut inside a word

_KEPT = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")  # NFKC would glue them to the digit before
_HYPHENS = frozenset("-‐‑‒–—―−─━ｰー﹣")
_TILDES = {"〜": "~", "∼": "~", "〰": "~", "⁓": "~"}
_COMMAS = frozenset(",，､、")
_DROPPED_IN_FOLD = frozenset("・･·「」『』“”‘’\"'（）()【】［］[]〈〉《》<>*＊※◎○●◆■□")
_KATAKANA_RUN_END = re.compile("(?<=[ァ-ヺー]{3})ー(?![ァ-ヺー])")


@dataclass(frozen=True, slots=True)
class MappedText:
    """A rewritten text: character ``i`` stands for ``original[starts[i]:ends[i]]``."""

    original: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the original range that the half-open range of this text came from."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else len(self.original)
            return Span(at, at)
        return Span(self.starts[start], self.ends[end - 1])


@dataclass(frozen=True, slots=True)
class OffsetRuns:
    """The map of a :class:`MappedText` in few numbers, to be kept in an index.

    From ``at[k]`` on, character ``i`` starts at ``start[k] + (i - at[k])`` of the original;
    it ends one further unless ``ends`` says otherwise.
    """

    text: str
    at: tuple[int, ...]
    start: tuple[int, ...]
    ends: Mapping[int, int]

    @classmethod
    def of(cls, mapped: MappedText) -> "OffsetRuns":
        """Return the map of a rewritten text, shortened."""
        at: list[int] = []
        start: list[int] = []
        shift: int | None = None
        for index, begin in enumerate(mapped.starts):
            if begin - index != shift:
                shift = begin - index
                at.append(index)
                start.append(begin)
        ends = {
            index: end
            for index, (begin, end) in enumerate(zip(mapped.starts, mapped.ends, strict=True))
            if end != begin + 1
        }
        return cls(mapped.text, tuple(at), tuple(start), ends)

    def span(self, start: int, end: int) -> Span:
        """Return the original range of a non-empty half-open range of the text."""
        last = end - 1
        return Span(self._start(start), self.ends.get(last, self._start(last) + 1))

    def within(self, span: Span) -> str:
        """Return the characters that start within a range of the original."""
        first = bisect_left(range(len(self.text)), span.start, key=self._start)
        last = bisect_left(range(len(self.text)), span.end, lo=first, key=self._start)
        return self.text[first:last]

    def _start(self, index: int) -> int:
        run = bisect_right(self.at, index) - 1
        return self.start[run] + index - self.at[run]


def load_characters(path: Path) -> dict[str, str]:
    """Read the table of radicals and variant characters with the form they fold to.

    Raises:
        ResourceError: the file is missing or a row is not ``character,folded,group``.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            table = {row["character"]: row["folded"] for row in csv.DictReader(file)}
    except (OSError, KeyError, UnicodeDecodeError) as error:
        raise ResourceError(path, str(error)) from error
    if not table or any(len(key) != 1 or len(value) != 1 for key, value in table.items()):
        raise ResourceError(path, "not a table of single characters")
    return table


class Normalizer:
    """Rewrites texts for analysis, knowing the character table; holds no other state."""

    def __init__(self, characters: Mapping[str, str]):
        """Keep the table of characters that fold to another one."""
        self._characters = dict(characters)
        self._cluster = lru_cache(maxsize=8192)(self._fold_cluster)

    def normalize(self, text: str) -> MappedText:
        """Return the normalised text with its map to ``text``; never fails."""
        removed = _stray_breaks(text)
        short = {match.start(): match for match in _SHORT_FORM.finditer(text)}
        out: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        written_to = 0
        for match in _CLUSTER.finditer(text):
            start, end = match.span()
            if start in removed or start < written_to:
                continue
            folded = self._cluster(match.group())
            if start in short:
                folded, end = _long_form(short[start]), short[start].end()
            written_to = end
            if len(folded) == 1 and folded not in _UNSURE:
                out.append(folded)
                starts.append(start)
                ends.append(end)
                continue
            for char in folded:
                out.append(_in_context(char, out, text, end))
            starts += [start] * len(folded)
            ends += [end] * len(folded)
        return MappedText(text, "".join(out), tuple(starts), tuple(ends))

    def _fold_cluster(self, cluster: str) -> str:
        if cluster in _KEPT:
            return cluster
        if _INVISIBLE.fullmatch(cluster):
            return ""
        cluster = _SURROGATE.sub("\ufffd", cluster)
        if cluster[0] in self._characters:
            cluster = self._characters[cluster[0]] + cluster[1:]
        folded = unicodedata.normalize("NFKC", cluster).replace("\u2044", "/")
        folded = "".join(_TILDES.get(char, self._characters.get(char, char)) for char in folded)
        return " " if folded.isspace() and folded != "\n" else folded


def _long_form(match: re.Match[str]) -> str:
    """Return what a short form in brackets (or its one sign) stands for."""
    return _SHORT_FORMS[match["form"] or unicodedata.normalize("NFKC", match["sign"])[1]]


def _stray_breaks(text: str) -> frozenset[int]:
    """Return the offsets of spaces and line breaks that stand inside a word."""
    removed: set[int] = set()
    for match in _SPACED_OUT.finditer(text):
        removed.update(range(match.start() + 1, match.end(), 2))
    removed.update(match.start() for match in _STRAY_SPACE.finditer(text))
    for match in _LINE_WRAP.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        if match.start() - line_start >= _WRAPPED_LINE:
            removed.update(range(*match.span()))
    return frozenset(removed)


_UNSURE = frozenset((*_HYPHENS, *_COMMAS, "ケ"))


def _in_context(char: str, before: list[str], text: str, following: int) -> str:
    """Decide hyphens and commas, whose meaning depends on what stands around them."""
    if char in _HYPHENS:
        previous = before[-1] if before else ""
        if "ァ" <= previous <= "ヺ" or previous == "ー":
            return "ー"
        if char == "ー" and "ぁ" <= previous <= "ゖ":
            return char
        return "-"
    if char == "ケ" and before and before[-1].isdigit():
        return "ヶ"  # 3ケ所: the big kana stands for the counter's small one
    if char in _COMMAS:
        digits = bool(before) and before[-1].isdigit() and text[following : following + 1].isdigit()
        return "," if digits else "、"
    return char


def fold(normalized: MappedText) -> MappedText:
    """Return the folded form of a normalised text, mapped to the same original."""
    source = normalized.text
    dropped = {match.start() for match in _KATAKANA_RUN_END.finditer(source)}
    kept = [
        index
        for index, char in enumerate(source)
        if char not in _DROPPED_IN_FOLD and index not in dropped
    ]
    # A long-vowel mark left out is marked with the kana it lengthens.
    ends = [normalized.ends[index + (index + 1 in dropped)] for index in kept]
    return MappedText(
        normalized.original,
        _fold_characters("".join([source[index] for index in kept])),
        tuple([normalized.starts[index] for index in kept]),
        tuple(ends),
    )


_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_KATAKANA = {code - 0x60: code for code in _HIRAGANA}
_FOLDED_KANA = _HIRAGANA | {ord(char): ord("か") for char in "ヵヶゕゖ"}


def _fold_characters(text: str) -> str:
    """Fold kana and case without changing the length."""
    kana = text.translate(_FOLDED_KANA)
    lowered = kana.lower()
    if len(lowered) == len(kana):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in kana)


def to_hiragana(text: str) -> str:
    """Return the text with katakana written as hiragana; other characters unchanged."""
    return text.translate(_HIRAGANA)


def to_katakana(text: str) -> str:
    """Return the text with hiragana written as katakana; other characters unchanged."""
    return text.translate(_KATAKANA)


_ROWS = {
    "ア": "アカサタナハマヤラワガザダバパァャヮ",
    "イ": "イキシチニヒミリギジヂビピィヰ",
    "ウ": "ウクスツヌフムユルグズヅブプゥュヴ",
    "エ": "エケセテネヘメレゲゼデベペェヱ",
    "オ": "オコソトノホモヨロヲゴゾドボポォョ",
}
_VOWEL = {kana: vowel for vowel, row in _ROWS.items() for kana in row}
_LENGTHENED = {"オ": "ウ", "エ": "イ"}  # ソーダン = ソウダン, ケーカク = ケイカク
_SAME_SOUND = str.maketrans("ヂヅヲヰヱ", "ジズオイエ")


@lru_cache(maxsize=_KEPT_SOUNDS)
def pronunciation(kana: str) -> str:
    """Return the sound of a kana string in katakana, long-vowel marks as spelled otherwise.

    コーディネーター, こーでぃねーたー and ｺｰﾃﾞｨﾈｰﾀｰ (normalised) give the same, as do そうだん
    and ソーダン. The sound of a row of words is the row of their sounds: nothing depends on
    where one ends, so that 民生委員 sounds like みんせいいいん.
    """
    out: list[str] = []
    for char in to_katakana(kana).translate(_SAME_SOUND):
        vowel = _VOWEL.get(out[-1]) if out else None
        if char == "ー" and vowel:
            out.append(_LENGTHENED.get(vowel, vowel))
        elif "ァ" <= char <= "ヺ" or char == "ー":
            out.append(char)
    return "".join(out)


def is_kana(text: str) -> bool:
    """Tell whether the text is kana only (long-vowel and middle dots allowed)."""
    return bool(text) and all("ぁ" <= c <= "ゖ" or "ァ" <= c <= "ヺ" or c in "ー・" for c in text)


def kanji_of(text: str) -> str:
    """Return the kanji of a text, in order."""
    return "".join(char for char in text if is_kanji(char))


def is_kanji(char: str) -> bool:
    """Tell whether a character is a kanji (or repeats one)."""
    return "\u3400" <= char <= "\u9fff" or char == "々" or char >= "\U00020000"


def same_but_for_kana(asked: str, found: str) -> bool:
    """Tell whether the kanji of two notations of one sound say that it is one word.

    One may write more of it in kana than the other: 引継 and 引き継ぎ, 子育て and 子そだて.
    """
    short, long = sorted((asked, found), key=len)
    rest = iter(long)
    return all(char in rest for char in short)


_LOOSE = str.maketrans("ァィゥェォャュョッヮヂヅ", "アイウエオヤユヨツワジズ", "ー・")
_V_SOUNDS = re.compile("ヴ[ァィゥェォャュョ]?")
_B_SOUNDS = {"ヴャ": "ビャ", "ヴュ": "ビュ", "ヴョ": "ビョ"} | {
    "ヴァ": "バ",
    "ヴィ": "ビ",
    "ヴ": "ブ",
    "ヴゥ": "ブ",
    "ヴェ": "ベ",
    "ヴォ": "ボ",
}


def loose_katakana(word: str) -> str:
    """Return what the notations of one katakana word have in common; empty for other words.

    So ケアマネージャー and ケアマネジャー, インタヴュー and インタビュー, ネツト and ネット.
    """
    if not word or not "ァ" <= word[0] <= "ヺ":
        return ""
    if not all("ァ" <= char <= "ヺ" or char in "ー・" for char in word):
        return ""
    return _V_SOUNDS.sub(lambda found: _B_SOUNDS[found[0]], word).translate(_LOOSE)
