# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A small library made by hand: one guideline, one report, one case; and blocks of text."""

from kyosei_desk.domain.blocks import (
    Citation,
    Fact,
    Facts,
    Inlines,
    ListBlock,
    ListItem,
    Paragraph,
    Table,
    Text,
)
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import CaseDocument, GuidelineDocument, ReportDocument, Section
from kyosei_desk.domain.municipalities import Municipality

SOURCE = {"id": "s1", "title": "通知", "publisher": "省", "date": 2017, "locator": "第一"}
HEAD = {"date": 2018, "as_of": "2017-09-01", "sources": [SOURCE]}


def words(text: str) -> Inlines:
    """Return a run of plain text."""
    return (Text(text=text),)


def items(*texts: str, ordered: bool = False) -> ListBlock:
    """Return a list of plain items."""
    return ListBlock(ordered=ordered, items=tuple(ListItem(inlines=words(t)) for t in texts))


NESTED_LIST = ListBlock(
    ordered=True,
    items=(
        ListItem(inlines=words("一"), children=(items("一の一"),)),
        ListItem(inlines=words("二")),
    ),
)
TABLE = Table(header=(words("市"), words("人口")), rows=((words("名張市"), words("79,357人")),))
FACTS = Facts(rows=(Fact(label="圏域", inlines=words("小学校区")),))


def section(section_id: str = "overview", title: str = "概要", text: str = "本文です。") -> Section:
    """Return a section of one cited paragraph."""
    cited = Citation(source="s1", place="1頁")
    paragraph = Paragraph(inlines=(Text(text=text), cited))
    return Section(id=section_id, level=2, title=title, blocks=(paragraph,))


def guideline() -> GuidelineDocument:
    """Return a guideline with two provisions of one function."""
    words = {"function": "f1", "article": "第1条", "source": "s1", "place": "第一の一"}
    return GuidelineDocument.model_validate(
        {
            **HEAD,
            "id": "guideline/alpha",
            "kind": "guideline",
            "title": "指針の見本",
            "summary": "指針の要約です。",
            "function": {
                "id": "f1",
                "number": 1,
                "label": "はたらき",
                "plain": "やさしい言い方",
                "article": "第1条",
                "source": "s1",
            },
            "provisions": [
                {
                    "id": "p1.hub",
                    "label": "交流拠点",
                    "plain": "集まる場所",
                    "text": "拠点を置きます。",
                    "questions": ["どこにありますか。"],
                    **words,
                },
                {
                    "id": "p1.training",
                    "label": "研修",
                    "plain": "学ぶ",
                    "text": "学びます。",
                    **words,
                },
            ],
            "sections": [section()],
        }
    )


def report() -> ReportDocument:
    """Return a report of one section."""
    return ReportDocument.model_validate(
        {
            **HEAD,
            "id": "reports/gamma",
            "kind": "report",
            "title": "報告の見本",
            "summary": "報告の要約です。",
            "sections": [section()],
        }
    )


_ELEMENT = {
    "type": "place",
    "zone": "elementary",
    "operators": ["municipality", "npo"],
    "fields": ["all"],
    "provisions": [{"id": "p1.hub", "coverage": "partial"}],
    "source": "s1",
    "place": "左の欄",
}


def _salon() -> dict[str, object]:
    return {
        **_ELEMENT,
        "id": "salon",
        "name": "サロン",
        "reading": "さろん",
        "aliases": ["居場所"],
        "text": "集まります。",
        "count": 1200,
        "unit": "か所",
        "count_as_of": "2017-04",
        "planned": {"count": 1500, "by": 2020},
        "since": 2005,
        "staff": [{"role": "世話役", "min": 2, "max": 3, "each": True}],
    }


def _team() -> dict[str, object]:
    return {
        **_ELEMENT,
        "id": "team",
        "name": "支援チーム",
        "text": "支えます。",
        "operators": [],
        "provisions": [],
    }


def case() -> CaseDocument:
    """Return a case of two linked elements."""
    return CaseDocument.model_validate(
        {
            **HEAD,
            "id": "cases/beta",
            "kind": "case",
            "title": "事例の見本",
            "official_title": "正式な題名",
            "reading": "じれいのみほん",
            "keywords": ["サロン", "相談"],
            "summary": "事例の要約です。",
            "municipality": "242080",
            "profile": {
                "as_of": "2017-09-01",
                "population": 79357,
                "area_km2": 129.77,
                "elementary_schools": 14,
                "junior_high_schools": 5,
                "schools_note": "市立のみ",
                "source": "s1",
            },
            "elements": [_salon(), _team()],
            "links": [
                {
                    "from": "salon",
                    "to": "team",
                    "type": "refer",
                    "label": "連絡",
                    "text": "困りごとをつなぐ",
                    "source": "s1",
                }
            ],
            "not_applicable": [{"id": "p1.training", "reason": "対象でない"}],
            "sections": [section()],
        }
    )


NABARI = Municipality(
    code="242080",
    prefecture="三重県",
    name="名張市",
    kana="なばりし",
    kind="市",
    latitude=34.6,
    longitude=136.1,
)


def small_corpus() -> Corpus:
    """Return the three documents, given in the wrong order on purpose."""
    return Corpus([case(), report(), guideline()], [NABARI])
