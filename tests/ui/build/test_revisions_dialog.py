# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest

from kyosei_desk.ui.build.revisions.revisions_dialog import RevisionsDialog
from tests.ui.build.lower import Stage
from tests.ui.build.workshop import Workshop, add, names


class Desk(Stage):
    """A project whose revisions are looked at."""

    def open(self) -> RevisionsDialog:
        workshop = self.workshop
        made = RevisionsDialog(
            workshop.theme, workshop.session, workshop.past, workshop.library, self
        )
        made.message_requested.connect(self.told.append)
        with workshop.qtbot.waitSignal(workshop.past.revisions_listed):
            made.open()
        return made

    def keep(self, dialog: RevisionsDialog, name: str) -> None:
        dialog.name.setText(name)
        with self.workshop.qtbot.waitSignal(self.workshop.past.revisions_listed):
            dialog.keep.click()

    def wait_for(self, dialog: RevisionsDialog, words: str) -> None:
        self.workshop.qtbot.waitUntil(lambda: words in dialog.differences.text)


@pytest.fixture
def desk(workshop: Workshop) -> Desk:
    workshop.begin("窓口")
    made = Desk(workshop)
    made.show()
    return made


def test_a_revision_is_kept_under_its_name(desk: Desk) -> None:
    dialog = desk.open()
    assert dialog.chosen is None
    assert not dialog.back.isEnabled()
    desk.keep(dialog, "第1回委員会")
    assert dialog.chosen is not None
    assert dialog.chosen.name == "第1回委員会"
    assert dialog.name.text() == ""
    desk.wait_for(dialog, "ちがいはありません")


def test_what_was_changed_since_is_told_in_sentences(desk: Desk) -> None:
    dialog = desk.open()
    desk.keep(dialog, "はじめ")
    dialog.reject()
    desk.change(add("会議"))
    dialog = desk.open()
    desk.wait_for(dialog, "「会議」を加えました")
    assert dialog.said == "「はじめ」から「いまの案」までに、変えたこと"


def test_two_revisions_are_compared_from_the_earlier_to_the_later(desk: Desk) -> None:
    dialog = desk.open()
    desk.keep(dialog, "はじめ")
    desk.change(add("会議"))
    desk.keep(dialog, "つぎ")
    desk.change(add("広場"))
    desk.wait_for(dialog, "「広場」を加えました")
    earlier = next(a for a in dialog.other.menu_shown.actions() if "はじめ" in a.text())
    earlier.trigger()
    desk.wait_for(dialog, "「会議」を加えました")
    assert "広場" not in dialog.differences.text
    assert dialog.said == "「はじめ」から「つぎ」までに、変えたこと"


def test_going_back_is_a_change_that_can_be_undone(desk: Desk) -> None:
    dialog = desk.open()
    desk.keep(dialog, "はじめ")
    desk.change(add("会議"))
    desk.workshop.qtbot.waitUntil(dialog.back.isEnabled)
    dialog.back.click()
    assert not dialog.isVisible()
    assert names(desk.project) == ["窓口"]
    assert "「はじめ」" in desk.told[-1].text
    desk.workshop.settle()
    act = desk.told[-1].act
    assert act is not None
    act()
    desk.workshop.settle()
    assert names(desk.project) == ["窓口", "会議"]


def test_the_way_back_takes_nothing_else_back(desk: Desk) -> None:
    dialog = desk.open()
    desk.keep(dialog, "はじめ")
    desk.change(add("会議"))
    desk.workshop.qtbot.waitUntil(dialog.back.isEnabled)
    dialog.back.click()
    desk.change(add("あとの変更"))
    act = desk.told[-1].act
    assert act is not None
    act()
    desk.workshop.settle()
    assert names(desk.project) == ["窓口", "あとの変更"]


def test_the_changes_are_listed_one_by_one(desk: Desk) -> None:
    dialog = desk.open()
    with desk.workshop.qtbot.waitSignal(desk.workshop.past.history_listed):
        dialog.way.buttons["history"].click()
    assert dialog.history.isVisible()
    assert "「窓口」を加える" in dialog.history.item(0).text()
    assert not dialog.back.isEnabled()
