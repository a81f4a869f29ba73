# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A little library in which every passage is written to catch one weakness."""

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import ReportDocument
from tests.domain.samples import HEAD, section

PASSAGES = {
    "gomi": "いわゆるゴミ屋敷の片付けを住民と手伝いました。",
    "hikikomori": "ひきこもりの人の家族が集まりました。",
    "wagakoto": "「我が事・丸ごと」の地域づくりを進めます。",
    "csw": "コミュニティソーシャルワーカーを二名置きました。",
    "hokenshitsu": "まちの保健室は十五か所あります。",
    "wrapped": "住民が主体となって活動する包括的な支\n援体制を整えていきます。",
    "taisei": "包括的な支援体制の整備に努めます。",
    "shogai": "障がいのある人の相談を受けます。",
    "kodomo": "子どもの学習を手伝います。",
    "article": "第百六条の三第一項第二号に当たる取組です。",
    "article-only": "第百六条の四は別の事業です。",
    "date": "平成29年12月12日に通知が出ました。",
    "number": "人口は七万九千三百五十七人です。",
    "money": "予算は20億円、補助率は四分の三でした。",
    "tanaka": "髙﨑さんが⺠生委員になりました。",
    "katakana": "ボランティアポイントをためます。",
    "agaru": "坂をあがる道があかるい。",
    "shien": "支援会議を三か月に一度ひらきます。",
    "engawa": "地域の縁側を開きました。",
    "kyoto": "東京都の資料です。",
    "hyphen": "エリアディレクターがつなぎます。",
    "spaced": "相 談 支 援 の窓口です。",
}


def trap_corpus() -> Corpus:
    """Return one document a passage, so that ranking by document hides nothing."""
    documents = [
        ReportDocument.model_validate(
            {
                **HEAD,
                "id": f"reports/{name}",
                "kind": "report",
                "title": f"資料{number}",
                "summary": "見本です。",
                "sections": [section("text", "本文", text)],
            }
        )
        for number, (name, text) in enumerate(PASSAGES.items())
    ]
    return Corpus(documents, [])
