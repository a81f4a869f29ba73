# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Questions for measuring time, by kind, made from the passages themselves and by hand."""

import random
import re
from collections.abc import Sequence

from benchmarks.keywords import keyword_queries
from benchmarks.texts import TextPart

_COMMON = "市町村 支援 相談 都道府県 規定 地域 事業 福祉 必要 計画 法律 施設 者 等 市".split()
_TYPED = "地域包括支援センターの相談"
_BY_HAND = {
    "かな": (
        "なばり まちのほけんしつ ﾏﾁﾉﾎｹﾝｼﾂ ちいきほうかつ そうだんまどぐち こうみんかん フジサワ"
    ).split(),
    "条・日付・数": "第百六条の三第一項第二号 106条の3①二 106-3-1-2 第十条 平成29年12月12日 "
    "H29.9.12 2017年 79,357人 七万九千三百五十七 15か所".split(),
    "打ち違い": (
        "まちの保険室 コミニュティ 民生委貝 相談支縁 コミュニティーソシャルワーカー"
    ).split(),
    "言いかえ": "CSW 社協 包括 引きこもり ごみ屋敷 生活困窮者 子供の居場所 認知症の人".split(),
    "とてもよくある語": [*_COMMON, "市町村 支援", "地域 福祉 計画 相談", "規定 必要 事業 者"],
    "見つからない": "ブロックチェーン 量子コンピューター xyzzy 鼻行類 ホゲホゲフガフガ".split(),
    "打つ途中": [_TYPED[:end] for end in range(1, len(_TYPED) + 1)],
    "句と除外": ['"包括的な支援体制"', '"市町村長は" -都道府県', '"次に掲げる" 事業', "相談 -障害"],
}
_QUESTIONS = (
    "一人暮らしの高齢者が困ったときに最初に相談できる身近な場所はどこにありますか",
    "市町村が包括的な支援体制を整備するために努めなければならないことは何ですか",
    "子どもの貧困に対応するために学校と福祉の窓口がどのように連携しているのか知りたい",
    "生活に困っている人の家計の立て直しや就労を手伝う事業の費用は国がどこまで負担するのか",
    "地域住民が主体となって課題を把握し解決を試みることができる環境を整備するとはどういうことか",
    "都道府県知事が施設の設置者に対して改善を命ずることができるのはどのような場合でしょうか",
    "ひきこもりの状態にある人とその家族を支えるため関係機関が情報を共有する会議について教えて",
    "民生委員と社会福祉協議会と地域包括支援センターは見守りの中でそれぞれどんな役割を担うのですか",
    "障害のある人の住まいと日中の活動の場を市がどのように確保しているのか事例を見たい",
    "災害が起きたときに支援が必要な人の名簿を誰が作りどのように使うことになっていますか",
)


def timed_questions(parts: Sequence[TextPart], seed: int = 3) -> dict[str, list[str]]:
    """Return questions by kind; the same texts and seed give the same."""
    chance = random.Random(seed)
    some = chance.sample(list(parts), min(1500, len(parts)))
    pairs = [judged.query for judged in keyword_queries(some, 150, seed)]
    return {
        "二つの語": pairs,
        "長い問い": [*_QUESTIONS, *(_ask_about(part) for part in some[:60])],
        **_BY_HAND,
        "1万字": [_long(some, chance) for _ in range(5)],
        "数百のOR": [" OR ".join(_words(some, chance, 400)), " ".join(_words(some, chance, 400))],
    }


def _ask_about(part: TextPart) -> str:
    """Turn the longest sentence of a passage into a long question."""
    sentences = re.findall(r"[^。\n]+", part.text)
    longest = max(sentences, key=len, default="")
    return f"{longest[:90]}について、どこでどのように定められていますか"


def _long(parts: Sequence[TextPart], chance: random.Random) -> str:
    text = ""
    while len(text) < 10_000:
        text += chance.choice(parts).text
    return text[:10_000]


def _words(parts: Sequence[TextPart], chance: random.Random, count: int) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < count:
        found = re.findall(r"[一-龠]{2,6}|[ァ-ヶー]{3,}", chance.choice(parts).text)
        words.update(dict.fromkeys(found))
    return list(words)[:count]
