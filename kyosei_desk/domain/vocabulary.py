# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The closed word lists of the field, each with its Japanese label.

The values are the keys written in content files; the labels are the terms people read.
"""

from enum import StrEnum


class LabelledEnum(StrEnum):
    """A string enumeration whose members carry a Japanese label."""

    label: str

    def __new__(cls, value: str, label: str) -> "LabelledEnum":
        """Create a member from its key and its Japanese label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class DocumentKind(LabelledEnum):
    """What sort of document it is."""

    CASE = "case", "事例"
    GUIDELINE = "guideline", "指針・通知"
    REPORT = "report", "検討会報告"


class ElementType(LabelledEnum):
    """What sort of thing an element of a support system is."""

    PLACE = "place", "場・拠点"
    ROLE = "role", "人・役割"
    MEETING = "meeting", "会議・協議の場"
    ORGANISATION = "organisation", "組織"
    PROGRAMME = "programme", "事業・活動"
    INSTRUMENT = "instrument", "道具・様式"
    FUNDING = "funding", "財源"


class Zone(LabelledEnum):
    """The area (圏域) an element covers, from near to wide."""

    NEIGHBOURHOOD = "neighbourhood", "近隣・自治会"
    ELEMENTARY = "elementary", "小学校区"
    JUNIOR_HIGH = "junior_high", "中学校区"
    DAILY_LIVING = "daily_living", "日常生活圏域"
    DISTRICT = "district", "地区・支所"
    MUNICIPALITY = "municipality", "市区町村全域"
    PREFECTURE = "prefecture", "都道府県域"


class Operator(LabelledEnum):
    """Who runs an element (担い手)."""

    MUNICIPALITY = "municipality", "市区町村"
    SHAKYO = "shakyo", "社会福祉協議会"
    SUPPORT_CENTRE = "support_centre", "地域包括支援センター等"
    NPO = "npo", "NPO"
    RESIDENTS = "residents", "住民・ボランティア"
    COMMISSIONERS = "commissioners", "民生委員・児童委員"
    WELFARE_CORPORATION = "welfare_corporation", "社会福祉法人"
    CARE_PROVIDER = "care_provider", "介護サービス事業者"
    MEDICAL = "medical", "医療機関"
    BUSINESS = "business", "企業等"
    SCHOOL = "school", "学校・大学"
    PREFECTURE = "prefecture", "都道府県"
    OTHER = "other", "その他"


class WelfareField(LabelledEnum):
    """The field of welfare, or beside it, that an element serves (分野)."""

    ALL = "all", "全分野・全世代"
    ELDERLY = "elderly", "高齢"
    DISABILITY = "disability", "障害"
    CHILDREN = "children", "子ども・子育て"
    POVERTY = "poverty", "生活困窮"
    HEALTH = "health", "健康・保健"
    MEDICAL = "medical", "医療"
    EMPLOYMENT = "employment", "就労"
    HOUSING = "housing", "住まい"
    EDUCATION = "education", "教育"
    RIGHTS = "rights", "権利擁護"
    COMMUNITY = "community", "地域づくり"
    DISASTER = "disaster", "防災"
    JUDICIAL = "judicial", "司法"
    ECONOMY = "economy", "産業・経済"


class LinkType(LabelledEnum):
    """How two elements are connected."""

    COOPERATE = "cooperate", "連携・協働"
    BACKUP = "backup", "バックアップ"
    SUPPORT = "support", "サポート"
    REFER = "refer", "つなぎ"
    PARTICIPATE = "participate", "参加"
    ENTRUST = "entrust", "委託・委嘱"
    FUND = "fund", "交付・補助"


class Coverage(LabelledEnum):
    """How far an element answers a provision."""

    FULL = "full", "記載あり"
    PARTIAL = "partial", "一部"
