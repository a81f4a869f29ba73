# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""保存した比較: the list, what can be done to it, and what changed since."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.ui.compare.comparison_keeper import ComparisonKeeper
from kyosei_desk.ui.compare.kept_comparisons import KeptComparisons, KeptComparisonsDialog
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.comparisons import ComparisonStore, KeptComparison, comparison_of
from tests.domain.comparing_samples import column, element
from tests.ui.window_support import make_theme

Key = Qt.Key
A, B, C = column("甲市"), column("乙市"), column("丙市")
DESIGNS = (A, B, C)
NOW = comparison_of([A, C], {"tab": "map"})
CHANGED = comparison_of([A, replace(column("乙市", element("salon")), sources=())])


@pytest.fixture
def store(tmp_path: Path) -> ComparisonStore:
    made = ComparisonStore(tmp_path / "comparisons.json")
    made.remember(comparison_of([B, C]))
    made.remember(comparison_of([A, B, C]))
    made.save("保存一", comparison_of([A, B]))
    made.save("保存二", CHANGED)
    return made


class Opened:
    """Opens dialogs on one file, and knows when everything asked of it has been answered."""

    def __init__(self, qtbot: QtBot, store: ComparisonStore):
        self._qtbot = qtbot
        self.window = QWidget()
        self.window.resize(1280, 720)
        qtbot.addWidget(self.window)
        self.keeper = ComparisonKeeper(store, self.window)

    def open(
        self, current: KeptComparison | None = NOW, theme: Theme | None = None
    ) -> KeptComparisonsDialog:
        look = theme or make_theme()
        made = KeptComparisonsDialog(look, self.keeper, DESIGNS, current, self.window)
        made.show()
        self.wait(made.kept)
        return made

    def wait(self, kept: KeptComparisons) -> None:
        self._qtbot.waitUntil(lambda: not kept.busy)


@pytest.fixture
def opened(qtbot: QtBot, store: ComparisonStore) -> Iterator[Opened]:
    made = Opened(qtbot, store)
    yield made
    made.keeper.shut_down()


@pytest.fixture
def dialog(opened: Opened) -> Iterator[KeptComparisonsDialog]:
    made = opened.open()
    yield made
    made.close()


@pytest.fixture
def kept(dialog: KeptComparisonsDialog) -> KeptComparisons:
    return dialog.kept


def lines(kept: KeptComparisons) -> list[tuple[str, str]]:
    groups = [kept.list.topLevelItem(n) for n in range(kept.list.topLevelItemCount())]
    items = [g.child(n) for g in groups if g is not None for n in range(g.childCount())]
    return [(item.text(0), item.text(1)) for item in items if item is not None]


def choose(kept: KeptComparisons, name: str) -> None:
    kept.list.choose(next(entry for entry in kept.list.entries if entry.name == name))


def press(kept: KeptComparisons, text: str) -> None:
    (button,) = (b for b in kept.findChildren(QPushButton) if b.text() == text)
    assert button.isVisible()
    assert button.isEnabled()
    button.click()


def is_offered(kept: KeptComparisons, text: str) -> bool:
    (button,) = (b for b in kept.findChildren(QPushButton) if b.text() == text)
    return button.isVisible() and button.isEnabled()


def saved(store: ComparisonStore) -> list[str]:
    return [one.name for one in store.saved()]


def test_everything_kept_is_shown_and_what_changed_is_said(kept: KeptComparisons) -> None:
    assert lines(kept) == [
        ("保存二", "変わったところがあります"),
        ("保存一", "甲市・乙市"),
        ("甲市・乙市 ほか1", "甲市・乙市・丙市"),
        ("乙市・丙市", ""),
    ]
    choose(kept, "保存二")
    assert kept.detail == "甲市・乙市。乙市の要素・出典が、保存したあとに変わりました。"
    choose(kept, "保存一")
    assert kept.detail == "甲市・乙市。"


def test_designs_that_are_gone_are_said(kept: KeptComparisons, opened: Opened) -> None:
    kept.set_designs([A])
    opened.wait(kept)
    choose(kept, "保存一")
    assert kept.detail == "甲市・乙市。乙市は、いまの資料にありません。"


def test_nothing_is_read_before_it_is_asked_for(qtbot: QtBot, store: ComparisonStore) -> None:
    blocked = Opened(qtbot, store)
    gate = threading.Event()
    blocked.keeper.operation().do(lambda _store: gate.wait(10))
    made = KeptComparisonsDialog(make_theme(), blocked.keeper, DESIGNS, NOW, blocked.window)
    made.show()
    assert lines(made.kept) == []
    assert not any(is_offered(made.kept, text) for text in ("ひらく", "消す", "名前を変える"))
    gate.set()
    qtbot.waitUntil(lambda: len(lines(made.kept)) == 4)
    made.close()
    blocked.keeper.shut_down()


def test_the_comparison_of_now_is_saved_with_all_of_it(
    kept: KeptComparisons, store: ComparisonStore, opened: Opened
) -> None:
    press(kept, "保存する")
    opened.wait(kept)
    assert store.saved()[0].comparison == NOW
    assert lines(kept)[0] == ("甲市・丙市", "")
    assert kept.told == "「甲市・丙市」を保存しました。"


def test_enter_in_the_name_saves_and_opens_nothing(
    dialog: KeptComparisonsDialog, store: ComparisonStore, opened: Opened, qtbot: QtBot
) -> None:
    name = next(e for e in dialog.findChildren(QLineEdit) if "名前" in e.accessibleName())
    name.setText("別の名")
    with qtbot.assertNotEmitted(dialog.comparison_chosen):
        QTest.keyClick(name, Key.Key_Return)
    opened.wait(dialog.kept)
    assert saved(store)[0] == "別の名"
    assert not dialog.isHidden()


def test_enter_on_a_line_opens_it(dialog: KeptComparisonsDialog, qtbot: QtBot) -> None:
    choose(dialog.kept, "保存二")
    with qtbot.waitSignal(dialog.comparison_chosen) as chosen:
        QTest.keyClick(dialog.kept.list, Key.Key_Return)
    assert chosen.args == [CHANGED]
    assert dialog.isHidden()


def test_what_changed_is_kept_anew_and_taken_back(
    kept: KeptComparisons, store: ComparisonStore, opened: Opened
) -> None:
    choose(kept, "保存二")
    press(kept, "いまの内容で保存しなおす")
    opened.wait(kept)
    assert store.saved()[0].comparison == comparison_of([A, B])
    assert kept.told == "「保存二」を、いまの内容で保存しなおしました。"
    assert lines(kept)[0] == ("保存二", "甲市・乙市")
    assert not is_offered(kept, "いまの内容で保存しなおす")
    press(kept, "もとにもどす")
    opened.wait(kept)
    assert store.saved()[0].comparison == CHANGED


def test_keeping_anew_is_offered_where_something_changed_and_is_left(
    kept: KeptComparisons, opened: Opened
) -> None:
    choose(kept, "保存一")
    assert not is_offered(kept, "いまの内容で保存しなおす")
    kept.set_designs([C])
    opened.wait(kept)
    choose(kept, "保存一")
    assert not is_offered(kept, "いまの内容で保存しなおす")
    choose(kept, "乙市・丙市")
    assert not is_offered(kept, "いまの内容で保存しなおす")  # one of the last has no name


def test_delete_and_take_back(
    kept: KeptComparisons, store: ComparisonStore, opened: Opened
) -> None:
    choose(kept, "保存一")
    QTest.keyClick(kept.list, Key.Key_Delete)
    opened.wait(kept)
    assert saved(store) == ["保存二"]
    assert kept.told == "「保存一」を消しました。"
    press(kept, "もとにもどす")
    opened.wait(kept)
    assert saved(store) == ["保存二", "保存一"]
    assert not is_offered(kept, "もとにもどす")


def test_one_of_the_last_is_forgotten(
    kept: KeptComparisons, store: ComparisonStore, opened: Opened
) -> None:
    choose(kept, "乙市・丙市")
    press(kept, "消す")
    opened.wait(kept)
    assert len(store.recent()) == 1
    assert kept.told == "記録「乙市・丙市」を消しました。"
    press(kept, "もとにもどす")
    opened.wait(kept)
    assert len(store.recent()) == 2


def test_all_the_last_are_forgotten(
    kept: KeptComparisons, store: ComparisonStore, opened: Opened
) -> None:
    press(kept, "最近の比較をすべて消す")
    opened.wait(kept)
    assert (store.recent(), len(store.saved())) == ((), 2)
    assert kept.told == "最近の比較 2 件を消しました。"
    assert not is_offered(kept, "最近の比較をすべて消す")
    press(kept, "もとにもどす")
    opened.wait(kept)
    assert len(store.recent()) == 2


def rename(kept: KeptComparisons, name: str) -> None:
    """Type a new name; the field hands it over when it closes."""
    QTest.keyClick(kept.list, Key.Key_F2)
    editor = kept.list.findChild(QLineEdit)
    assert editor is not None
    editor.setText(name)
    QTest.keyClick(editor, Key.Key_Return)
    QCoreApplication.sendPostedEvents(kept.list.itemDelegate())


def test_rename_in_place(
    dialog: KeptComparisonsDialog, store: ComparisonStore, opened: Opened
) -> None:
    choose(dialog.kept, "保存一")
    rename(dialog.kept, "新しい名")
    opened.wait(dialog.kept)
    assert saved(store) == ["保存二", "新しい名"]
    assert not dialog.isHidden()


def test_the_last_have_no_name_to_change(kept: KeptComparisons) -> None:
    choose(kept, "乙市・丙市")
    assert not is_offered(kept, "名前を変える")
    QTest.keyClick(kept.list, Key.Key_F2)
    assert kept.list.findChild(QLineEdit) is None


def full_disk(*_arguments: object) -> None:
    raise StorageError(Path("comparisons.json"), "No space left on device")


def test_what_goes_wrong_is_said(
    kept: KeptComparisons, store: ComparisonStore, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "delete", full_disk)
    choose(kept, "保存一")
    QTest.keyClick(kept.list, Key.Key_Delete)
    opened.wait(kept)
    assert "空き容量がありません" in kept.told
    assert len(lines(kept)) == 4


def test_a_name_that_could_not_be_kept_is_not_shown(
    kept: KeptComparisons, store: ComparisonStore, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "rename", full_disk)
    choose(kept, "保存一")
    rename(kept, "新しい名")
    opened.wait(kept)
    assert "空き容量がありません" in kept.told
    assert [name for name, _ in lines(kept)][:2] == ["保存二", "保存一"]


def test_a_dialog_closed_meanwhile_hears_nothing(
    opened: Opened, store: ComparisonStore, qtbot: QtBot
) -> None:
    dialog = opened.open()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    press(dialog.kept, "保存する")
    dialog.close()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    after = opened.keeper.operation()
    after.do(lambda _store: None)
    qtbot.waitUntil(lambda: not after.busy)
    assert store.saved()[0].comparison == NOW


def test_without_columns_there_is_nothing_to_save(opened: Opened, store: ComparisonStore) -> None:
    made = opened.open(None, make_theme("dark", 150))
    assert not is_offered(made.kept, "保存する")
    made.kept.keep_current()
    opened.wait(made.kept)
    assert len(store.saved()) == 2
    assert made.height() <= 720
    made.close()


def test_an_empty_list_says_how_it_fills(qtbot: QtBot, tmp_path: Path) -> None:
    empty = Opened(qtbot, ComparisonStore(tmp_path / "none.json"))
    made = empty.open(None)
    assert lines(made.kept) == []
    assert "まだありません" in made.kept.detail
    made.close()
    empty.keeper.shut_down()


def test_a_damaged_file_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "comparisons.json"
    path.write_text("{")
    damaged = Opened(qtbot, ComparisonStore(path))
    made = damaged.open()
    assert "comparisons.damaged.json に残して" in made.kept.told
    made.close()
    damaged.keeper.shut_down()


def test_what_was_looked_at_is_remembered_before_the_window_closes(
    opened: Opened, store: ComparisonStore
) -> None:
    opened.keeper.remember(NOW)
    opened.keeper.shut_down()
    assert store.recent()[0] == NOW


def test_what_cannot_be_remembered_while_closing_is_logged(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(ComparisonStore, "remember", full_disk)
    opened.keeper.remember(NOW)
    opened.keeper.shut_down()
    assert "not kept while the window closed" in caplog.text
    caplog.clear()
