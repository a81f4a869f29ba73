# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Passages: what a reader reads and search finds of a document."""

import pytest

from kyosei_desk.domain.blocks import (
    Citation,
    Facts,
    Paragraph,
    citations,
    plain_text,
    references,
)
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.designs import Staffing
from kyosei_desk.domain.passages import (
    Passage,
    PassageKind,
    document_passages,
    document_provisions,
    whole_section,
)
from tests.domain.samples import NABARI, case, section, small_corpus


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return small_corpus()


def passage(corpus: Corpus, key: str) -> Passage:
    return next(p for p in corpus.all_passages() if p.key == key)


@pytest.mark.parametrize(
    ("document_id", "parts"),
    [
        (
            "guideline/alpha",
            ["summary", "overview", "p1.hub", "p1.training"],
        ),
        ("reports/gamma", ["summary", "overview"]),
        ("cases/beta", ["summary", "profile", "overview", "salon", "team"]),
    ],
)
def test_order(corpus: Corpus, document_id: str, parts: list[str]) -> None:
    passages = corpus.passages(corpus.document(document_id))
    assert [p.section_id for p in passages] == parts


def test_text_is_what_the_blocks_read_as(corpus: Corpus) -> None:
    assert all(p.text == plain_text(p.blocks) for p in corpus.all_passages())


def test_passages_are_counted_without_being_made(corpus: Corpus) -> None:
    assert corpus.passage_count == len(corpus.all_passages()) > 0


def test_keywords_are_of_the_summary_and_not_shown(corpus: Corpus) -> None:
    summary, *rest = corpus.passages(corpus.document("cases/beta"))
    assert summary.keywords == ("サロン", "相談")
    assert "サロン" not in summary.text
    assert not any(passage.keywords for passage in rest)


def test_every_passage_cites_its_source_in_its_text(corpus: Corpus) -> None:
    for found in corpus.all_passages():
        assert found.citation in [c.source for c in citations(found.blocks)], found.key


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        (
            "cases/beta#summary",
            [
                "事例の要約です。",
                "自治体　名張市（三重県）",
                "資料での題名　正式な題名",
            ],
        ),
        (
            "cases/beta#profile",
            [
                "人口　79,357人",
                "面積　129.77km²",
                "小学校数（市立のみ）　14校",
                "中学校数（市立のみ）　5校",
                "現在日　2017年9月1日（平成29年9月1日）",
                "自治体コード　242080",
            ],
        ),
        ("cases/beta#overview", ["本文です。"]),
        (
            "cases/beta#salon",
            [
                "集まります。",
                "種類　場・拠点",
                "圏域　小学校区",
                "別の呼び方　居場所",
                "数　1,200か所（2017年4月現在）",
                "計画　1,500か所（2020年まで）",
                "開始　2005年（平成17年）",
                "担い手　市区町村、NPO",
                "人員　世話役（各2～3名）",
                "分野　全分野・全世代",
                "指針の項目　交流拠点（一部）",
                "連絡 → 支援チーム：困りごとをつなぐ",
            ],
        ),
        (
            "cases/beta#team",
            [
                "支えます。",
                "種類　場・拠点",
                "圏域　小学校区",
                "分野　全分野・全世代",
                "連絡 ← サロン：困りごとをつなぐ",
            ],
        ),
        (
            "guideline/alpha#p1.hub",
            [
                "拠点を置きます。",
                "わかりやすく言うと　集まる場所",
                "根拠　第1条",
                "どこにありますか。",
            ],
        ),
        (
            "guideline/alpha#p1.training",
            ["学びます。", "わかりやすく言うと　学ぶ", "根拠　第1条"],
        ),
        ("reports/gamma#summary", ["報告の要約です。"]),
    ],
)
def test_lines(corpus: Corpus, key: str, lines: list[str]) -> None:
    assert passage(corpus, key).text.split("\n") == lines


def headed_case() -> tuple[Passage, ...]:
    """Return a case with mere headings, the second right before the elements."""
    source = case().sources[0].model_copy(update={"id": "s2"})
    parts = [("work", 2, ""), ("left", 3, "左の欄"), ("right", 3, "右の欄"), ("last", 2, "下の欄")]
    sections = tuple(
        section(section_id).model_copy(
            update={
                "level": level,
                "blocks": (Paragraph(inlines=(Citation(source="s2", place=place),)),)
                if place
                else (),
            }
        )
        for section_id, level, place in [*parts, ("end", 2, ""), ("under", 3, "図")]
    )
    update = {"sections": sections, "sources": (*case().sources, source)}
    return document_passages(case().model_copy(update=update), {}, NABARI)


@pytest.mark.parametrize(
    ("section_id", "places"),
    [
        ("work", ["左の欄", "右の欄"]),
        ("left", ["左の欄"]),
        ("last", ["下の欄"]),
        ("end", ["図"]),
    ],
)
def test_mere_heading_rests_on_what_the_sections_under_it_cite(
    section_id: str, places: list[str]
) -> None:
    (found,) = (p for p in headed_case() if p.section_id == section_id)
    assert found.sources == tuple(Citation(source="s2", place=place) for place in places)
    assert found.citation == "s2"


@pytest.mark.parametrize(
    ("section_id", "parts"),
    [
        ("work", ["work", "left", "right"]),
        ("left", ["left"]),
        ("last", ["last"]),
        ("end", ["end", "under"]),
        ("gone", []),
    ],
)
def test_mere_heading_is_whole_with_the_sections_under_it(
    section_id: str, parts: list[str]
) -> None:
    found = whole_section(headed_case(), section_id)
    assert [p.section_id for p in found] == parts


def test_figures_of_a_municipality_rest_on_the_source_and_its_code_does_not(
    corpus: Corpus,
) -> None:
    (facts,) = passage(corpus, "cases/beta#profile").blocks
    assert isinstance(facts, Facts)
    cited = [row.label for row in facts.rows if Citation(source="s1") in row.inlines]
    assert cited == ["現在日"]


def test_staffings_are_told_apart() -> None:
    staff = (Staffing(role="CSW", text="社協に。数は不明"), Staffing(role="保健師", min=2))
    salon, *others = case().elements
    elements = (salon.model_copy(update={"staff": staff}), *others)
    corpus = Corpus([case().model_copy(update={"elements": elements})], [NABARI])
    text = passage(corpus, "cases/beta#salon").text
    assert "人員　CSW：社協に。数は不明／保健師（2名）\n" in text


@pytest.mark.parametrize(
    ("key", "names"),
    [
        (
            "cases/beta#summary",
            ("事例の見本", "正式な題名", "じれいのみほん", "名張市", "なばりし"),
        ),
        ("cases/beta#profile", ("名張市",)),
        ("cases/beta#salon", ("サロン", "さろん", "居場所")),
        ("guideline/alpha#p1.hub", ("交流拠点", "集まる場所")),
        ("guideline/alpha#overview", ("概要",)),
    ],
)
def test_names(corpus: Corpus, key: str, names: tuple[str, ...]) -> None:
    assert passage(corpus, key).names == names


def test_element_carries_its_facets(corpus: Corpus) -> None:
    salon = passage(corpus, "cases/beta#salon")
    assert salon.kind is PassageKind.ELEMENT
    assert [zone.value for zone in salon.zones] == ["elementary"]
    assert [operator.value for operator in salon.operators] == ["municipality", "npo"]
    assert salon.provisions == ("p1.hub",)


def test_linked_element_can_be_followed(corpus: Corpus) -> None:
    (link,) = references(passage(corpus, "cases/beta#salon").blocks)
    assert (link.document, link.anchor, link.text) == ("cases/beta", "team", "支援チーム")


@pytest.mark.parametrize(
    ("document_id", "provisions"),
    [
        ("guideline/alpha", ("p1.hub", "p1.training")),
        ("reports/gamma", ()),
        ("cases/beta", ("p1.hub",)),
    ],
)
def test_document_provisions(corpus: Corpus, document_id: str, provisions: tuple[str, ...]) -> None:
    assert document_provisions(corpus.document(document_id)) == provisions
