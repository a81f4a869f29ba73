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
_READINGS = (
    ("なばりし", "名張市", "縄張り"),
    ("とよなかし", "豊中市", "豊田村"),
    ("ふじさわし", "藤沢市", "富士見町"),
    ("おおむたし", "大牟田市", "大村湾"),
    ("あしやし", "芦屋市", "足早"),
    ("せたがやく", "世田谷区", "瀬田川"),
    ("えどがわく", "江戸川区", "江東線"),
    ("やまがたし", "山形市", "山の形"),
    ("みえけん", "三重県", "三毛猫"),
    ("おおさかふ", "大阪府", "大坂峠"),
    ("そうごうしえんせんたー", "総合支援センター", "総合病院"),
    ("じりつそうだんしえん", "自立相談支援", "自律神経"),
    ("ちいきうんえいそしき", "地域運営組織", "知育玩具"),
    ("こうれいしゃいいんかい", "高齢者委員会", "恒例行事"),
    ("しみんこうけんにん", "市民後見人", "試験管"),
    ("じゅうみんざだんかい", "住民座談会", "重油"),
)
_NUMBERS = (("3", "三"), ("12", "十二"), ("25", "二十五"), ("108", "百八"))
_COUNTERS = (("人", "冊"), ("か所", "か月"), ("地区", "世帯"), ("件", "棟"), ("万円", "万人"))
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


def katakana(text: str) -> str:
    """Write hiragana as katakana."""
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in text)


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
    yield from _places()
    yield from _counted()
    for left, right in (("相談、見守り", "相談，見守り"), ("医療、介護", "医療，介護")):
        yield Group("読点", same=(left, right), unlike=())
    for word in ("地域共生社会", "民生委員・児童委員"):
        yield _group("中黒・かぎ括弧", word, [f"「{word}」", word.replace("・", "･")])


def _places() -> Iterator[Group]:
    """Ask for towns and what they made as they sound, in every kind of kana."""
    for kana, name, unlike in _READINGS:
        katakana_form = katakana(kana)
        asked = (kana, katakana_form, half_width(katakana_form))
        yield Group("かなでさがす", ask=asked, find=(name,), unlike=(unlike,))


def _counted() -> Iterator[Group]:
    """Write small numbers of things in figures of both widths and in kanji."""
    for number, kanji in _NUMBERS:
        for counter, other in _COUNTERS:
            same = (f"{number}{counter}", f"{full_width(number)}{counter}", f"{kanji}{counter}")
            unlike = (f"1{number}{counter}", f"{number}0{counter}", f"{number}{other}")
            yield Group("数と助数詞の組", same=same, unlike=unlike)


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
