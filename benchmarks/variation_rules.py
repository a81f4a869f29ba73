# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Rewritings that mean the same, made from lists of words by the rules of notation.

Each function returns a word as somebody else would have typed or printed it.
"""

import unicodedata
from collections.abc import Callable, Iterator

from benchmarks.variations import Group

_WORDS = (
    "まちの保健室 地域の縁側 民生委員 相談支援 包括的な支援体制 生活困窮者 権利擁護 見守り活動 "
    "交流拠点 福祉計画 多機関協働 住民主体"
).split()
_KATAKANA = (
    "ボランティアポイント コミュニティカフェ エリアディレクター ネットワーク サロン "
    "アウトリーチ バックアップ コーディネーター サポーター チームケア ジョブスポット パトロール"
).split()
_LATIN = "Joint-Sheet NPO CSW ICT SOS DV".split()
_RADICALS = str.maketrans("民生金食見老車馬長門青", "⺠⽣⾦⾷⾒⽼⾞⾺⻑⾨⻘")
_RADICAL_WORDS = "民生委員 金銭管理 食事会 見守り 老人会 車いす 長寿 門戸 青年会".split()
_LOOK_ALIKES = {
    "まちの保健室": "まちの図書館",
    "地域の縁側": "地域の側溝",
    "民生委員": "民政長官",
    "相談支援": "送電設備",
    "権利擁護": "権力闘争",
    "ボランティアポイント": "ポイントカード会員",
    "コミュニティカフェ": "カフェテラス席",
    "エリアディレクター": "エリアマップ",
    "ネットワーク": "ネットオークション",
    "サロン": "サルーン",
    "アウトリーチ": "アウトレット",
    "バックアップ": "バックミラー",
    "コーディネーター": "コーデュロイ",
    "サポーター": "リポーター",
    "ジョブスポット": "ジョブズの伝記",
    "パトロール": "コントロール",
    "Joint-Sheet": "Join-Street",
    "NPO": "NTP",
    "CSW": "CSV",
    "ICT": "ICU",
    "SOS": "SNS",
    "DV": "DIY",
}


def full_width(text: str) -> str:
    """Write ASCII in full width."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def half_width(text: str) -> str:
    """Write katakana in half width, marks apart."""
    return "".join(_HALF.get(c, c) for c in unicodedata.normalize("NFD", text))


def _half_width_table() -> dict[str, str]:
    codes = range(0xFF61, 0xFFA0)
    table = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in codes}
    return table | {"\u3099": "\uff9e", "\u309a": "\uff9f"}


_HALF = _half_width_table()


def decomposed(text: str) -> str:
    """Write voiced kana as two characters, as some systems store file names."""
    return unicodedata.normalize("NFD", text)


def hiragana(text: str) -> str:
    """Write katakana as hiragana."""
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in text)


def wrapped(text: str) -> str:
    """Break the line in the middle, as text copied from a printed page does."""
    middle = len(text) // 2
    return f"{text[:middle]}\n{text[middle:]}"


def spaced(text: str) -> str:
    """Put a space between all characters, as headings do."""
    return " ".join(text)


def one_space(text: str) -> str:
    """Put one stray space in the middle."""
    middle = len(text) // 2
    return f"{text[:middle]} {text[middle:]}"


def long_marks(text: str) -> Iterator[str]:
    """Write the long-vowel mark with the characters taken for it."""
    if "ー" in text:
        yield from (text.replace("ー", mark) for mark in "－−‐―")


def generated_groups() -> Iterator[Group]:
    """Yield the groups made by the rules."""
    for word in _KATAKANA:
        yield _group("全角・半角", word, [half_width(word)])
        yield _group("かな", word, [hiragana(word)])
        yield _group("濁点の分かれた文字", word, [decomposed(word)])
        marks = list(long_marks(word))
        if marks:
            yield _group("長音とハイフン", word, marks)
    for word in _LATIN:
        yield _group("全角・半角", word, [full_width(word), word.lower()])
    yield _group("長音とハイフン", "Joint-Sheet", ["Joint－Sheet", "Joint‐Sheet", "Joint−Sheet"])
    yield Group(
        "長音とハイフン", same=("午前9時～正午", "午前9時〜正午"), unlike=("午後10時から深夜",)
    )
    for word in _RADICAL_WORDS:
        yield Group("CJK部首", same=(word, word.translate(_RADICALS)), unlike=())
    yield from _broken(_WORDS)
    for left, right in (("相談、見守り", "相談，見守り"), ("医療、介護", "医療，介護")):
        yield Group("読点", same=(left, right), unlike=())
    for word in ("地域共生社会", "民生委員・児童委員"):
        yield _group("中黒・かぎ括弧", word, [f"「{word}」", word.replace("・", "･")])


def _broken(words: list[str]) -> Iterator[Group]:
    ways: tuple[tuple[str, Callable[[str], str]], ...] = (
        ("行のとちゅうの改行", wrapped),
        ("字の間の空白", spaced),
        ("まぎれた空白", one_space),
    )
    for word in words:
        unlike = tuple(filter(None, (_LOOK_ALIKES.get(word),)))
        for rule, way in ways:
            yield Group(rule, ask=(word,), find=(way(word),), unlike=unlike)


def _group(rule: str, word: str, others: list[str]) -> Group:
    unlike = tuple(filter(None, (_LOOK_ALIKES.get(word),)))
    return Group(rule, same=tuple(dict.fromkeys((word, *others))), unlike=unlike)
