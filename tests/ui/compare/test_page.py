# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.compare.arrangement import Arrangement
from kyosei_desk.ui.compare.compare_header import CompareTab
from kyosei_desk.ui.compare.compare_page import ComparePage, mixed_days
from kyosei_desk.ui.messages import Severity
from kyosei_desk.workspace.comparisons import comparison_of
from tests.ui.compare.pages import Pages, no_diagrams, press
from tests.ui.comparing import FUJISAWA, NABARI, OMUTA, THREE, designs_of, matrix_of

Key, Modifier = Qt.Key, Qt.KeyboardModifier


# Beginning


def test_without_a_library_it_says_what_it_waits_for(pages: Pages) -> None:
    page = pages.open(library=False)
    page.choose_columns()
    assert not page.is_choosing
    assert page.state() == {}
    page.set_library(pages.corpus)
    assert page.is_choosing


def test_one_begins_by_choosing_and_compares_with_enter(pages: Pages) -> None:
    page = pages.open()
    assert page.is_choosing
    assert page.picker.cards.hasFocus()
    for key in (Key.Key_Space, Key.Key_Right, Key.Key_Space, Key.Key_Return):
        press(page, key, Modifier.NoModifier)
    assert not page.is_choosing
    assert page.controller.arrangement.columns == ("cases/ashiya", "cases/edogawa")
    assert page.tabs.table.view.hasFocus()


def test_choosing_again_begins_with_what_is_compared(page: ComparePage) -> None:
    press(page, Key.Key_O)
    assert page.is_choosing
    assert page.picker.model.chosen == THREE
    press(page, Key.Key_Escape, Modifier.NoModifier)
    assert not page.is_choosing
    assert page.controller.arrangement.columns == THREE


def test_the_last_comparison_comes_back(pages: Pages, page: ComparePage) -> None:
    page.controller.arrange(page.controller.arrangement.pin(OMUTA))
    page.header.same.click()
    page.show_tab(CompareTab.FIGURES)
    pages.close(page)
    again = pages.open()
    assert again.controller.arrangement.columns == (OMUTA, NABARI, FUJISAWA)
    assert again.controller.arrangement.pinned == 1
    assert again.header.same.isChecked()
    assert again.header.tab is CompareTab.FIGURES


def test_damaged_memory_begins_with_choosing(pages: Pages) -> None:
    pages.services.settings.remember_window({"comparison": "{", "compare_tab": "x"})
    page = pages.open()
    assert page.is_choosing
    assert page.header.tab is CompareTab.TABLE


def test_an_example_never_takes_the_place_of_a_comparison(pages: Pages) -> None:
    page = pages.open()
    page.show_example((NABARI, "cases/unknown"))
    assert page.is_choosing
    page.show_example((NABARI, OMUTA))
    page.show_example(THREE)
    assert page.controller.arrangement.columns == (NABARI, OMUTA)


# The head of the page


def test_the_status_counts_rows_and_differences(pages: Pages, page: ComparePage) -> None:
    matrix = matrix_of(pages.corpus)
    differ = sum(row.differs for row in matrix.rows)
    assert pages.status[-1].startswith(f"3列・21行　ちがいのある行 {differ}")
    assert pages.status[-1].endswith("Enter かダブルクリックで本文、Space で広げる")
    page.header.same.click()
    assert pages.status[-1].startswith(f"3列・{differ}行")


@pytest.mark.parametrize(
    ("ids", "era", "western"),
    [
        ((NABARI, FUJISAWA), "平成29年4月～9月", "2017年4月～9月"),
        ((NABARI, "cases/yamagata"), "", ""),
        ((FUJISAWA, OMUTA), "", ""),
    ],
)
def test_mixed_days_are_told(corpus: Corpus, ids: tuple[str, ...], era: str, western: str) -> None:
    matrix = matrix_of(corpus, ids)
    assert mixed_days(matrix, True) == era
    assert mixed_days(matrix, False) == western


def test_tabs_are_changed_by_keys(page: ComparePage, monkeypatch: pytest.MonkeyPatch) -> None:
    no_diagrams(monkeypatch)
    names = list(CompareTab)
    for expected in (*names[1:], names[0]):
        press(page, Key.Key_PageDown)
        assert page.header.tab is expected
    press(page, Key.Key_PageUp)
    assert page.header.tab is CompareTab.MAP


def test_passages_are_shown_by_a_button_that_follows(page: ComparePage) -> None:
    page.header.passage.click()
    assert page.tabs.table.passages.is_shown
    page.tabs.table.passages.close()
    assert not page.header.passage.isChecked()


def stops(page: ComparePage, count: int) -> list[str]:
    """Return the names of the controls that Tab goes to next."""
    found = []
    for _ in range(count):
        press(page, Key.Key_Tab, Modifier.NoModifier)
        focused = QApplication.focusWidget()
        assert focused is not None
        found.append(focused.accessibleName() or getattr(focused, "text", str)())
    return found


def test_tab_goes_through_the_page_as_it_is_read(page: ComparePage) -> None:
    assert stops(page, 10) == [
        "列を選ぶ",
        "保存・開く",
        "もちだす",
        "くらべかた",
        "ちがいだけ",
        "記載なしの行をかくす",
        "本文を横に",
        "行: 指針の項目",
        "すべて広げる",
        "くらべる表",
    ]


def test_tab_goes_through_the_choice_as_it_is_read(pages: Pages) -> None:
    page = pages.open()
    page.picker.model.choose(THREE)
    assert stops(page, 9) == [
        "表示中の8つを選ぶ",
        "くらべる",
        "保存した比較・最近の比較",
        "ことばでしぼる",
        "人口: 選ばない",
        "都道府県: 選ばない",
        "担い手: 選ばない",
        "圏域: 選ばない",
        "くらべられる自治体",
    ]


# What is kept


def test_a_comparison_is_remembered_and_opened_again(pages: Pages, page: ComparePage) -> None:
    store = pages.services.open_comparisons()
    pages.qtbot.waitUntil(lambda: len(store.recent()) == 1)
    assert store.recent()[0].ids == THREE
    page.compare((NABARI, OMUTA))
    page.kept.take(store.recent()[-1])
    assert page.controller.arrangement.columns == THREE
    assert pages.told == []


def test_a_comparison_whose_sources_changed_says_so(
    pages: Pages, page: ComparePage, corpus: Corpus
) -> None:
    kept = comparison_of(designs_of(corpus), Arrangement(THREE, 1).view())
    first = kept.columns[0]
    marks = tuple((part, "0" * 16 if part == "elements" else mark) for part, mark in first.marks)
    changed = type(kept)((type(first)(first.id, first.title, marks), *kept.columns[1:]), kept.view)
    page.kept.take(changed)
    assert pages.told[-1].severity is Severity.WARNING
    assert "名張市の要素が" in pages.told[-1].text
    assert page.controller.arrangement.pinned == 1


def test_the_list_of_kept_comparisons_opens_once(pages: Pages, page: ComparePage) -> None:
    press(page, Key.Key_S)
    dialog = page.kept.dialog
    assert dialog is not None
    page.kept.open()
    assert page.kept.dialog is dialog
    pages.qtbot.waitUntil(lambda: bool(dialog.list.entries))
    dialog.reject()
    assert page.kept.dialog is None
