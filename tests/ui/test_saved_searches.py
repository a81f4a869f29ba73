# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.search.model import FacetName, MatchRule, SearchRequest, SortOrder
from kyosei_desk.ui.search.kept_queries import (
    asked_query,
    conditions_text,
    kept_query,
    suggested_name,
)
from kyosei_desk.ui.search.saved_searches import SavedSearches
from kyosei_desk.ui.search_keeper import SearchKeeper
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.searches import KeptQuery, SearchStore
from tests.ui.window_support import make_theme

Key = Qt.Key
LABELS = {("kind", "case"): "事例", ("municipality", "242080"): "名張市"}
NOW = KeptQuery("いま", (("kind", ("case",)),), "date", ("fuzzy",))


@pytest.fixture
def store(tmp_path: Path) -> SearchStore:
    made = SearchStore(tmp_path / "searches.json")
    made.remember(KeptQuery("記録一"))
    made.remember(KeptQuery("記録二", (("municipality", ("242080",)),)))
    made.save("保存一", KeptQuery("相談"))
    made.save("保存二", KeptQuery("窓口"))
    return made


class Opened:
    """Opens dialogs on one file, and knows when everything asked of it has been answered."""

    def __init__(self, qtbot: QtBot, store: SearchStore):
        self._qtbot = qtbot
        self.window = QWidget()
        self.window.resize(1280, 720)
        qtbot.addWidget(self.window)
        self.keeper = SearchKeeper(store, self.window)
        self.changing = self.keeper.operation()

    def open(self, current: KeptQuery = NOW, theme: Theme | None = None) -> SavedSearches:
        look = theme or make_theme()
        made = SavedSearches(look, self.changing, current, LABELS, self.window)
        made.show()
        self.wait()
        return made

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: not self.changing.busy)


@pytest.fixture
def opened(qtbot: QtBot, store: SearchStore) -> Iterator[Opened]:
    made = Opened(qtbot, store)
    yield made
    made.keeper.shut_down()


@pytest.fixture
def dialog(opened: Opened) -> Iterator[SavedSearches]:
    made = opened.open()
    yield made
    made.close()


def lines(dialog: SavedSearches) -> list[tuple[str, str]]:
    return [(item.text(0), item.text(1)) for item in items(dialog)]


def items(dialog: SavedSearches) -> list[QTreeWidgetItem]:
    found = []
    for n in range(dialog.tree.topLevelItemCount()):
        group = dialog.tree.topLevelItem(n)
        assert group is not None
        children = (group.child(m) for m in range(group.childCount()))
        found += [child for child in children if child is not None]
    return found


def choose(dialog: SavedSearches, name: str) -> None:
    dialog.tree.setCurrentItem(next(item for item in items(dialog) if item.text(0) == name))


def buttons(dialog: SavedSearches, *texts: str) -> list[QPushButton]:
    return [button for button in dialog.findChildren(QPushButton) if button.text() in texts]


def press(dialog: SavedSearches, text: str) -> None:
    (button,) = buttons(dialog, text)
    assert button.isVisible()
    button.click()


def test_everything_kept_is_shown_with_its_conditions(dialog: SavedSearches) -> None:
    assert lines(dialog) == [
        ("保存二", "窓口"),
        ("保存一", "相談"),
        ("記録二", "自治体: 名張市"),
        ("記録一", ""),
    ]


def test_nothing_is_read_before_it_is_asked_for(qtbot: QtBot, store: SearchStore) -> None:
    blocked = Opened(qtbot, store)
    gate = threading.Event()
    blocked.keeper.operation().do(lambda _store: gate.wait(10))
    made = SavedSearches(make_theme(), blocked.changing, NOW, LABELS, blocked.window)
    assert lines(made) == []
    assert not any(button.isEnabled() for button in buttons(made, "さがす", "消す", "名前を変える"))
    gate.set()
    qtbot.waitUntil(lambda: len(lines(made)) == 4)
    made.close()
    blocked.keeper.shut_down()


def test_the_question_of_now_is_saved_with_all_of_it(
    dialog: SavedSearches, store: SearchStore, opened: Opened
) -> None:
    press(dialog, "保存する")
    opened.wait()
    assert store.saved()[0].query == NOW
    assert lines(dialog)[0] == ("いま", "種別: 事例 ／ 新しい順 ／ あいまいなし")
    assert dialog.told == "「いま」を保存しました。"


def test_enter_in_the_name_saves_and_does_not_search(
    dialog: SavedSearches, store: SearchStore, opened: Opened, qtbot: QtBot
) -> None:
    name = next(e for e in dialog.findChildren(QLineEdit) if "名前" in e.accessibleName())
    name.setText("別の名")
    with qtbot.assertNotEmitted(dialog.query_chosen):
        QTest.keyClick(name, Key.Key_Return)
    opened.wait()
    assert store.saved()[0].name == "別の名"
    assert not dialog.isHidden()


def test_enter_on_a_line_searches_again(dialog: SavedSearches, qtbot: QtBot) -> None:
    choose(dialog, "記録二")
    with qtbot.waitSignal(dialog.query_chosen) as chosen:
        QTest.keyClick(dialog.tree, Key.Key_Return)
    assert chosen.args == [KeptQuery("記録二", (("municipality", ("242080",)),))]
    assert dialog.isHidden()


def test_delete_and_take_back(dialog: SavedSearches, store: SearchStore, opened: Opened) -> None:
    choose(dialog, "保存一")
    QTest.keyClick(dialog.tree, Key.Key_Delete)
    opened.wait()
    assert [search.name for search in store.saved()] == ["保存二"]
    assert dialog.told == "「保存一」を消しました。"
    press(dialog, "もとにもどす")
    opened.wait()
    assert [search.name for search in store.saved()] == ["保存二", "保存一"]
    assert [name for name, _ in lines(dialog)][:2] == ["保存二", "保存一"]


def test_changes_are_made_in_the_order_they_were_asked_for(
    dialog: SavedSearches, store: SearchStore, opened: Opened
) -> None:
    choose(dialog, "保存一")
    QTest.keyClick(dialog.tree, Key.Key_Delete)
    press(dialog, "保存する")
    press(dialog, "記録をすべて消す")
    opened.wait()
    assert [search.name for search in store.saved()] == ["いま", "保存二"]
    assert store.recent() == ()
    assert dialog.told == "さがした記録 2 件を消しました。"
    assert [name for name, _ in lines(dialog)] == ["いま", "保存二"]


def test_one_of_the_last_questions_is_forgotten(
    dialog: SavedSearches, store: SearchStore, opened: Opened
) -> None:
    choose(dialog, "記録一")
    press(dialog, "消す")
    opened.wait()
    assert [query.text for query in store.recent()] == ["記録二"]
    press(dialog, "もとにもどす")
    opened.wait()
    assert [query.text for query in store.recent()] == ["記録二", "記録一"]


def test_all_last_questions_are_forgotten(
    dialog: SavedSearches, store: SearchStore, opened: Opened
) -> None:
    press(dialog, "記録をすべて消す")
    opened.wait()
    assert store.recent() == ()
    assert len(store.saved()) == 2
    assert dialog.told == "さがした記録 2 件を消しました。"
    press(dialog, "もとにもどす")
    opened.wait()
    assert len(store.recent()) == 2


def rename(dialog: SavedSearches, name: str) -> None:
    """Type a new name; the field hands it over when it closes."""
    press(dialog, "名前を変える")
    editor = dialog.tree.findChild(QLineEdit)
    assert editor is not None
    editor.setText(name)
    QTest.keyClick(editor, Key.Key_Return)
    QCoreApplication.sendPostedEvents(dialog.tree.itemDelegate())


def test_rename_in_place(dialog: SavedSearches, store: SearchStore, opened: Opened) -> None:
    choose(dialog, "保存一")
    rename(dialog, "新しい名")
    opened.wait()
    assert "新しい名" in [search.name for search in store.saved()]
    assert not dialog.isHidden()


def test_last_questions_have_no_name_to_change(dialog: SavedSearches) -> None:
    choose(dialog, "記録一")
    assert not any(button.isEnabled() for button in buttons(dialog, "名前を変える"))


def full_disk(*_arguments: object) -> None:
    raise StorageError(Path("searches.json"), "No space left on device")


def test_what_goes_wrong_is_said(
    dialog: SavedSearches, store: SearchStore, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "delete", full_disk)
    choose(dialog, "保存一")
    QTest.keyClick(dialog.tree, Key.Key_Delete)
    opened.wait()
    assert "空き容量がありません" in dialog.told
    assert len(lines(dialog)) == 4


def test_a_name_that_could_not_be_kept_is_not_shown(
    dialog: SavedSearches, store: SearchStore, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "rename", full_disk)
    choose(dialog, "保存一")
    rename(dialog, "新しい名")
    opened.wait()
    assert "空き容量がありません" in dialog.told
    assert [name for name, _ in lines(dialog)][:2] == ["保存二", "保存一"]


def test_a_dialog_closed_meanwhile_hears_nothing(opened: Opened, store: SearchStore) -> None:
    dialog = opened.open()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    press(dialog, "保存する")
    dialog.close()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    opened.wait()
    assert store.saved()[0].query == NOW


def test_without_a_question_there_is_nothing_to_save(opened: Opened, store: SearchStore) -> None:
    made = opened.open(KeptQuery(""), make_theme("dark", 150))
    made.keep_current()
    opened.wait()
    assert len(store.saved()) == 2
    assert made.height() <= 720
    made.close()


def test_what_was_done_is_told_before_how_the_file_was_found(
    dialog: SavedSearches, opened: Opened
) -> None:
    dialog.notice("見つけた様子")
    assert dialog.told == "見つけた様子"
    press(dialog, "保存する")
    opened.wait()
    dialog.notice("見つけた様子")
    assert dialog.told == "「いま」を保存しました。"


# Questions as they are kept


def test_a_question_is_kept_whole() -> None:
    request = SearchRequest(
        "相談",
        {FacetName.KIND: frozenset({"case", "report"}), FacetName.YEAR: frozenset()},
        without=frozenset({MatchRule.FUZZY, MatchRule.DATE}),
        sort=SortOrder.DATE,
    )
    kept = kept_query(request)
    assert kept == KeptQuery("相談", (("kind", ("case", "report")),), "date", ("date", "fuzzy"))
    again = asked_query(kept)
    assert again.filters == {FacetName.KIND: {"case", "report"}}
    assert (again.text, again.sort, again.without) == ("相談", SortOrder.DATE, request.without)


def test_what_another_version_kept_is_left_out() -> None:
    kept = KeptQuery("相談", (("colour", ("red",)),), "beauty", ("magic",))
    assert asked_query(kept) == SearchRequest("相談")
    assert conditions_text(kept, {}) == ""


@pytest.mark.parametrize(
    ("query", "name"),
    [
        (KeptQuery("相談"), "相談"),
        (KeptQuery("", (("kind", ("case",)),)), "種別: 事例"),
        (KeptQuery("あ" * 90), "あ" * 39 + "…"),
    ],
)
def test_suggested_name(query: KeptQuery, name: str) -> None:
    assert suggested_name(query, LABELS) == name
