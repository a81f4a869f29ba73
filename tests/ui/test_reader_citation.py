# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Copying with and without sources: what stands on the clipboard, and that nothing is lost."""

import pytest
from PySide6.QtGui import QTextCursor

from kyosei_desk.domain.blocks import citations
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.reader.citation import quoted
from kyosei_desk.ui.reader.cited_range import cited_in, touched_passages
from kyosei_desk.ui.reader.copied import Copied, copied_selection, copied_span, selected_span
from kyosei_desk.ui.reader.document_builder import DocumentBuilder, SetDocument
from kyosei_desk.ui.reader.document_view import DocumentView
from kyosei_desk.ui.reader.style import ReaderStyle
from kyosei_desk.ui.reader.text_map import DocumentSpan
from tests.domain.samples import small_corpus

FRAMEWORK = "guideline/current-framework"


class Page:
    """A document set as the reader sets it, to be selected in."""

    def __init__(self, corpus: Corpus, document_id: str, style: ReaderStyle):
        self.corpus = corpus
        document = corpus.document(document_id)
        self.shown: SetDocument = DocumentBuilder(corpus, document, style, era_first=True).build()

    def select(self, first: str, last: str = "") -> QTextCursor:
        """Return a cursor that selects from the first words to the last ones."""
        start = self.shown.text.find(first)
        end = self.shown.text.find(last, start) if last else start
        assert not start.isNull()
        assert not end.isNull()
        cursor = QTextCursor(self.shown.text)
        cursor.setPosition(start.selectionStart())
        cursor.setPosition(end.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def quote(self, first: str, last: str = "") -> list[str]:
        """Return the lines of the quotation of a selection."""
        cursor = self.select(first, last)
        return self._lines(copied_selection(cursor, numbered=True), selected_span(cursor))

    def quote_passage(self, section_id: str, *, era_first: bool = True) -> list[str]:
        """Return the lines of the quotation of a passage."""
        passage = self.shown.passage(section_id)
        assert passage is not None
        span = self.shown.whole(passage)
        body = copied_span(self.shown.text, self.shown.below_heading(span), numbered=True)
        return self._lines(body, span, era_first=era_first)

    def _lines(self, copied: Copied, span: DocumentSpan, *, era_first: bool = True) -> list[str]:
        passages = tuple(p.passage for p in touched_passages(self.shown, span))
        cited = cited_in(self.shown, span)
        quote = quoted(copied, self.corpus, self.shown.source, passages, cited, era_first=era_first)
        return quote.text.split("\n")


@pytest.fixture
def framework(corpus: Corpus, style: ReaderStyle) -> Page:
    return Page(corpus, FRAMEWORK, style)


@pytest.fixture
def nabari(corpus: Corpus, style: ReaderStyle) -> Page:
    return Page(corpus, "cases/nabari", style)


def numbers(lines: list[str]) -> list[str]:
    """Return the numbers in the list of sources."""
    return [line.split("]")[0][1:] for line in lines[lines.index("出典:") + 1 :]]


# With sources


def test_everything_that_makes_a_statement_checkable(style: ReaderStyle) -> None:
    page = Page(small_corpus(), "cases/beta", style)
    assert page.quote("集まります") == [
        "「集まります」（きょうせいデスク「事例の見本」名張市（三重県）「サロン」の項、"
        "「サロン」の数は平成29年4月現在）",
        "出典:",
        "[1] 通知（省、平成29年、第一、左の欄）",
    ]


def test_western_dates_and_a_document_without_municipality(style: ReaderStyle) -> None:
    page = Page(small_corpus(), "reports/gamma", style)
    assert page.quote_passage("overview", era_first=False) == [
        "「本文です。[1]」（きょうせいデスク「報告の見本」「概要」の項）",
        "出典:",
        "[1] 通知（省、2017年、第一、1頁）",
    ]


def test_a_table_names_every_source_in_it(framework: Page) -> None:
    lines = framework.quote_passage("numbers")
    assert numbers(lines) == ["8", "17", "18", "19", "20", "23"]
    assert lines[1].endswith("\t令和4年版・5年版厚生労働白書[17][18]")
    (report,) = (line for line in lines if line.startswith("[19]"))
    assert report.endswith("・二次資料）")
    assert lines[-1].startswith("[23] 令和8年度予算案 参考資料（")
    assert "発行日不明、令和8年11月参照" in lines[-1]


def test_every_source_a_passage_cites_is_listed_whatever_the_passage(
    corpus: Corpus, style: ReaderStyle
) -> None:
    for document in corpus.documents:
        page = Page(corpus, document.id, style)
        order = [source.id for source in document.sources]
        for passage in corpus.passages(document):
            cited = {citation.source for citation in citations(passage.blocks)}
            listed = numbers(page.quote_passage(passage.section_id))
            assert {str(order.index(source) + 1) for source in cited} <= set(listed)


@pytest.mark.parametrize(
    ("first", "last", "listed"),
    [
        ("令和4年度（2022年度）", "令和6年度（2024年度）", ["8", "18"]),
        ("令和7年度（2025年度）", "473", ["8"]),
        ("令和3年度は、実施42", "285が着手", ["19"]),
        ("令和3年度は、実施42", "移行準備事業は", ["8", "19"]),
        # The number stands behind the words, in front of them, or in the sentence before.
        ("施行後5年を目途に見直し", "", ["2", "28"]),
        ("互いの人格と個性を尊重し、参加し、共に", "", ["2", "4"]),
        ("過疎地等の「機能集約化", "", ["21", "26"]),
    ],
)
def test_the_sources_of_what_is_selected(
    framework: Page, first: str, last: str, listed: list[str]
) -> None:
    assert numbers(framework.quote(first, last)) == listed


def test_selection_over_several_sections_names_all_of_them(framework: Page) -> None:
    lines = framework.quote("移行準備事業は", "一括で交付する形です")
    (place,) = (line for line in lines if "の項" in line)
    assert "「重層的支援体制整備事業を行う市町村の数」の項から「お金の流れ」の項まで" in place
    assert numbers(lines) == ["8", "23", "24"]


def test_exact_places_of_one_source_stand_together(framework: Page) -> None:
    lines = framework.quote("重層交付金（令和7年度）", "都道府県後方支援事業は")
    (source,) = (line for line in lines if line.startswith("[23] "))
    assert source.endswith("23ページ／21ページ）")


def test_day_belongs_to_the_municipal_figures_alone(nabari: Page) -> None:
    assert not any("現在" in line for line in nabari.quote_passage("machi-no-hokenshitsu"))
    (place,) = (line for line in nabari.quote_passage("profile") if "の項" in line)
    assert place.endswith("、人口などは平成29年9月1日現在）")


def test_slide_and_place_in_it_are_both_kept(nabari: Page) -> None:
    source = nabari.quote_passage("machi-no-hokenshitsu")[-1]
    assert "スライド「「まちの保健室」を拠点としたワンストップ相談（三重県名張市）」" in source
    assert "「◎まちの保健室（地域支援事業・地域力強化推進事業）」の欄" in source


def test_a_mere_heading_is_quoted_with_the_parts_under_it(nabari: Page) -> None:
    lines = nabari.quote_passage("municipal")
    assert len(lines[0]) > 2
    assert any("の項から" in line for line in lines)


def test_a_heading_adds_no_sources_to_the_sections_selected_with_it(nabari: Page) -> None:
    """``市レベルでの取組`` is a mere heading over two sections, of which the first is selected."""
    last = "必要な支援をコーディネートします"
    alone = nabari.quote("本庁にいるエリアディレクター", last)
    headed = nabari.quote("市レベルでの取組", last)
    across = nabari.quote("自ら考え、自ら行う", last)
    assert headed[headed.index("出典:") :] == alone[alone.index("出典:") :]
    for lines in (alone, headed, across):
        assert lines[-1].startswith("[1] ")
        assert "「◎エリアディレクター」の欄" in lines[-1]
        assert "上段の説明" not in lines[-1]
    (place,) = (line for line in headed if "の項" in line)
    assert "「市レベルでの取組」の項から「本庁にいるエリアディレクター" in place


def test_a_heading_alone_rests_on_the_sections_under_it(nabari: Page) -> None:
    lines = nabari.quote("市レベルでの取組")
    assert "「市レベルでの取組」の項" in lines[0]
    whole = nabari.quote_passage("municipal")
    assert lines[1:] == whole[whole.index("出典:") :]


def test_summary_of_many_sources_rests_on_all_of_them(corpus: Corpus, style: ReaderStyle) -> None:
    page = Page(corpus, "reports/final-2017", style)
    assert numbers(page.quote_passage("summary")) == ["1", "2"]


# Tables


def test_figures_are_copied_row_by_row(nabari: Page) -> None:
    rows = nabari.quote_passage("profile")[:6]
    assert rows[:4] == [
        "人口\t79,357人",
        "面積\t129.77km²",
        "小学校数（市立のみ）\t14校",
        "中学校数（市立のみ）\t5校",
    ]
    assert rows[4] == "現在日\t平成29年9月1日（2017年9月1日）[1]"
    assert rows[5].startswith("自治体コード\t242080")


def test_facts_of_a_card_are_copied_row_by_row(nabari: Page) -> None:
    rows = [line for line in nabari.quote_passage("machi-no-hokenshitsu") if "\t" in line]
    assert "圏域\t小学校区" in rows
    assert "数\t15か所" in rows
    assert "開始\t平成17年（2005年）" in rows


def test_table_is_a_table_in_other_programs(framework: Page) -> None:
    passage = framework.shown.passage("numbers")
    assert passage is not None
    data = copied_span(framework.shown.text, passage.span, numbered=False).mime_data()
    assert "<tr><th>年度</th><th>実施市町村数</th>" in data.html()
    assert "令和4年度（2022年度）\t134\t" in data.text()


def test_selection_over_the_end_of_a_table_takes_it_whole(framework: Page) -> None:
    lines = framework.quote("令和8年度（2026年度）", "令和3年度は、実施42")
    assert lines[0].startswith("年度\t")
    assert numbers(lines) == ["8", "17", "18", "19", "20"]


def test_cells_selected_across_a_table(framework: Page) -> None:
    cursor = framework.select("令和4年度（2022年度）", "189")
    assert copied_selection(cursor, numbered=False).text.split("\n") == [
        "令和4年度（2022年度）\t134",
        "令和5年度（2023年度）\t189",
    ]


def test_words_inside_a_cell_are_just_words(framework: Page) -> None:
    cursor = framework.select("5年版厚生労働白書")
    assert copied_selection(cursor, numbered=False).text == "5年版厚生労働白書"


# Without sources


def test_numbers_of_sources_are_left_out_where_their_list_is(framework: Page) -> None:
    cursor = framework.select("令和3年度は、実施42", "令和7年度に189（予定）です")
    plain = copied_selection(cursor, numbered=False).text
    assert "[" not in plain
    assert "（二次資料）。\n・移行準備事業は" in plain
    assert "（二次資料）[19]。" in copied_selection(cursor, numbered=True).text


def test_usual_copying_keeps_rows_and_leaves_numbers(nabari: Page, style: ReaderStyle) -> None:
    view = DocumentView()
    view.show_document(nabari.shown, style)
    view.setTextCursor(nabari.select("人口", "三重県名張市（なばりし）"))
    data = view.createMimeDataFromSelection()
    assert data.text().startswith("人口\t79,357人\n面積\t129.77km²\n")
    assert "<td>79,357人</td>" in data.html()
    assert "[1]" not in data.text() + data.html()


def test_signs_of_markup_are_words_in_html(style: ReaderStyle) -> None:
    page = Page(small_corpus(), "reports/gamma", style)
    QTextCursor(page.shown.text.find("本文です").block()).insertText("<b>&")
    copied = copied_selection(page.select("<b>&", "本文"), numbered=False)
    assert copied.text == "<b>&本文"
    assert copied.html == "<p>&lt;b&gt;&amp;本文</p>"


def test_characters_outside_the_basic_plane(style: ReaderStyle) -> None:
    page = Page(small_corpus(), "reports/gamma", style)
    QTextCursor(page.shown.text.find("本文です").block()).insertText("𠮷野家の😀")
    copied = copied_selection(page.select("野家", "本文"), numbered=False)
    assert copied.text == "野家の😀本文"
