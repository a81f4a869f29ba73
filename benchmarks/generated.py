# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Passages in any number, for measuring speed where there is not enough real text.

Sentences are those of the bundled library (and of the statutes when there are any), drawn
again and again and mixed; every passage also gets words of its own – names of places and
people's groups, numbers, dates, articles – so that the vocabulary grows as a real one does.
"""

import random
import re
from collections.abc import Iterator, Sequence

from benchmarks.texts import TextPart

_SENTENCE = re.compile(r"[^。\n]{8,200}。?")
_PER_DOCUMENT = 40
_PLACES = "山川田野原森林松竹梅桜花東西南北中上下大小高新古石水海島浜里村町沢谷岡坂橋宮寺本木"
_KINDS = (
    "会館 公民館 相談室 ひろば 食堂 サロン 協議会 委員会 ネットワーク会議 見守り隊 窓口 センター"
).split()
_SOUNDS = "サ ラ ミ ノ カ リ ト モ ナ ユ メ ハ ル キ コ ソ ア エ".split()


def mixed_passages(sources: Sequence[TextPart], count: int, seed: int = 7) -> list[TextPart]:
    """Return ``count`` passages: the sources themselves first, then mixtures of them.

    Forty passages make a document. The same sources, count and seed give the same.
    """
    chance = random.Random(seed)
    sentences = [found for part in sources for found in _SENTENCE.findall(part.text)]
    found = [(part.title, part.text) for part in sources[:count]]
    found += [_mixture(chance, sentences) for _ in range(count - len(found))]
    return list(_numbered(found))


def _numbered(texts: Sequence[tuple[str, str]]) -> Iterator[TextPart]:
    for number, (title, text) in enumerate(texts):
        document = f"文書{number // _PER_DOCUMENT}"
        yield TextPart(f"{document}#{number % _PER_DOCUMENT}", document, title, text)


def _mixture(chance: random.Random, sentences: Sequence[str]) -> tuple[str, str]:
    name = _name(chance)
    lines = [
        f"{name}は{_date(chance)}に始まり、{chance.randrange(2, 99999):,}人が利用した。",
        *chance.choices(sentences, k=chance.randrange(2, 6)),
        f"根拠は第{chance.randrange(1, 300)}条の{chance.randrange(2, 9)}である。",
    ]
    chance.shuffle(lines)
    return name, "\n".join(lines)


def _name(chance: random.Random) -> str:
    place = "".join(chance.choices(_PLACES, k=2))
    called = "".join(chance.choices(_SOUNDS, k=chance.randrange(2, 5)))
    return f"{place}{called if chance.random() < 0.4 else ''}{chance.choice(_KINDS)}"


def _date(chance: random.Random) -> str:
    year, month, day = chance.randrange(1, 31), chance.randrange(1, 13), chance.randrange(1, 29)
    return f"平成{year}年{month}月{day}日"
