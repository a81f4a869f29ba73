# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the fields of a project are called, and the units of their numbers, in Japanese."""

from collections.abc import Mapping

from kyosei_desk.domain.projects.differing import EXISTING
from kyosei_desk.domain.projects.parts import ProjectPart

_OWN: Mapping[ProjectPart, Mapping[str, str]] = {
    ProjectPart.TOWN: {"name": "まちの名前"},
    ProjectPart.PROJECT: {"name": "案の名前"},
    ProjectPart.LINK: {"source": "出典", "label": "呼び名"},
    ProjectPart.LINE: {"element": "あてる要素"},
    ProjectPart.ORIGIN: {"source": "もとの出典"},
}
_LABELS: Mapping[str, str] = {
    "id": "ID",
    "format": "形式の番号",
    "name": "名前",
    "variant": "案の呼び名",
    "status": "進みぐあい",
    "town": "まち",
    "code": "自治体コード",
    "as_of": "いつの数字か",
    "population": "人口",
    "area_km2": "面積",
    "elementary_schools": "小学校の数",
    "junior_high_schools": "中学校の数",
    "ageing_rate": "高齢化率",
    "zones": "圏域の数",
    "text": "文",
    "provisions": "答える指針の項目",
    "reading": "よみ",
    "aliases": "別の呼び方",
    "type": "種類",
    "zone": "圏域",
    "count": "数",
    "unit": "単位",
    "count_as_of": "いつの数か",
    "planned": "計画の数",
    "since": "始まった年",
    "operators": "担い手",
    "staff": "人員",
    "fields": "分野",
    "source": "出典",
    "place": "出典の中の場所",
    EXISTING: "今あるかどうか",
    "label": "呼び名",
    "from": "つながりの元",
    "to": "つながりの先",
    "reason": "理由",
    "address": "取り入れたもとの場所",
    "taken_on": "取り入れた日",
    "taken_from": "取り入れたときの事例の中身",
    "scaling": "数の決め方",
    "rule": "数の決め方",
    "national": "国の率",
    "prefectural": "都道府県の率",
    "basis": "率の根拠",
    "fiscal_year": "年度",
    "item": "費目",
    "quantity": "数量",
    "unit_price": "単価",
    "months": "月数",
    "element": "要素",
    "programme": "使う補助",
    "note": "メモ",
    "start": "始まりの月",
    "end": "終わりの月",
    "elements": "関わる要素",
    "what": "決めたこと",
    "why": "理由",
    "who": "決めたところ",
    "on": "決めた日",
    "passages": "よりどころの箇所",
    "role": "役職・団体",
    "part": "関わり方",
    "question": "質問",
}
_TEXTS: Mapping[ProjectPart, str] = {
    ProjectPart.ELEMENT: "説明",
    ProjectPart.LINK: "説明",
    ProjectPart.ANSWER: "答え",
}
_UNITS: Mapping[str, str] = {
    "population": "人",
    "area_km2": "km²",
    "elementary_schools": "校",
    "junior_high_schools": "校",
    "ageing_rate": "％",
    "unit_price": "円",
    "months": "か月",
}


def field_label(field: str, part: ProjectPart | None = None) -> str:
    """Return what a field is called; the field itself where it has no name."""
    if part is not None:
        if field == "text" and part in _TEXTS:
            return _TEXTS[part]
        own = _OWN.get(part, {}).get(field)
        if own is not None:
            return own
    return _LABELS.get(field, field)


def known_field(field: str) -> str | None:
    """Return what a field is called; None where it has no name."""
    return _LABELS.get(field)


def field_unit(field: str) -> str:
    """Return the unit of a field's number, empty where it has none of its own."""
    return _UNITS.get(field, "")
