# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from functools import partial

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.projects.changes.schedule import put_step
from kyosei_desk.domain.projects.model import Step
from kyosei_desk.domain.projects.planning import plan
from kyosei_desk.ui.build.plan.months import months_later, read_month, span_words
from kyosei_desk.ui.build.plan.plan_tab import BARS, TABLE, PlanTab
from kyosei_desk.ui.build.plan.plan_view import PlanView
from kyosei_desk.ui.build.plan.step_form import StepForm
from tests.ui.build.lower import Stage, schedule, shown, write
from tests.ui.build.workshop import Workshop, add, names

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk(Stage):
    """The schedule of a project."""

    def __init__(self, workshop: Workshop):
        super().__init__(workshop)
        self.tab = PlanTab(workshop.theme, workshop.session, workshop.library, self)
        self.tab.message_requested.connect(self.told.append)
        self.put_on(self.tab)

    @property
    def view(self) -> PlanView:
        assert self.tab.view is not None
        return self.tab.view

    def bar(self, step_id: str) -> QRect:
        """Where the bar of a step is drawn."""
        made = plan(self.project)
        bars = made.bars if made else ()
        place = next(n for n, bar in enumerate(bars) if bar.step.id == step_id)
        return self.view.measures.bar(place, bars[place]).toRect()

    @property
    def months(self) -> list[tuple[str, str]]:
        return [(str(step.start), str(step.end)) for step in self.project.steps]


@pytest.fixture
def desk(workshop: Workshop) -> Desk:
    workshop.begin("窓口")
    made = Desk(workshop)
    made.change(*schedule())
    made.view.setFocus()
    return made


@pytest.mark.parametrize("text", ["令和9年4月", "R9.4", "2027-04", "2027年4月", "令和9年4月15日"])
def test_a_month_is_read_however_it_is_written(text: str) -> None:
    assert read_month(text) == PartialDate(2027, 4)


@pytest.mark.parametrize("text", ["", "4月", "令和9年", "来月", "1850年4月"])
def test_what_is_no_month_is_not_read(text: str) -> None:
    assert read_month(text) is None


def test_months_go_over_the_end_of_a_year() -> None:
    assert months_later(PartialDate(2026, 12), 1) == PartialDate(2027, 1)
    assert months_later(PartialDate(2027, 1), -1) == PartialDate(2026, 12)


def test_a_step_is_said_with_its_months() -> None:
    step = Step(id="s-1", name="説明", start=PartialDate(2026, 10), end=PartialDate(2027, 1))
    assert span_words(step, era_first=True) == "令和8年10月から令和9年1月まで（4か月）"
    one = Step(id="s-1", name="説明", start=PartialDate(2027, 4), end=PartialDate(2027, 4))
    assert span_words(one, era_first=False) == "2027年4月（1か月）"


def test_the_arrows_choose_a_step_and_say_it(desk: Desk) -> None:
    assert desk.view.chosen == "s-1"
    QTest.keyClick(desk.view, Qt.Key.Key_Down)
    assert desk.view.chosen == "s-2"
    assert desk.view.accessibleDescription().startswith("はじめる、令和9年4月（1か月）")


def test_a_step_is_moved_and_lengthened_by_keyboard(desk: Desk) -> None:
    QTest.keyClick(desk.view, Qt.Key.Key_Right, _CONTROL)
    assert desk.months[0] == ("2026-11", "2027-02")
    QTest.keyClick(desk.view, Qt.Key.Key_Left, _CONTROL | _SHIFT)
    assert desk.months[0] == ("2026-11", "2027-01")
    QTest.keyClick(desk.view, Qt.Key.Key_Down)
    QTest.keyClick(desk.view, Qt.Key.Key_Left, _CONTROL | _SHIFT)
    assert desk.months[1] == ("2027-04", "2027-04")  # no shorter than a month
    desk.undo()
    assert desk.months[0] == ("2026-11", "2027-02")


def test_the_bars_lie_in_their_months(desk: Desk) -> None:
    first, second = desk.bar("s-1"), desk.bar("s-2")
    month = desk.view.measures.month
    assert first.width() == pytest.approx(4 * month, abs=3)
    assert second.width() == pytest.approx(month, abs=3)
    assert second.left() - first.left() == 6 * month
    assert second.top() > first.bottom()


def test_a_click_shows_and_a_double_click_opens(desk: Desk) -> None:
    at = desk.bar("s-2").center()
    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert desk.view.chosen == "s-2"
    assert desk.tab.form.isVisible()
    assert desk.tab.form.entry_id == "s-2"
    assert desk.view.hasFocus()
    QTest.mouseDClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert desk.tab.form.edit("name").hasFocus()


def test_a_step_is_written_in_the_form(desk: Desk) -> None:
    QTest.keyClick(desk.view, Qt.Key.Key_Return)
    form = desk.tab.form
    assert shown(form.edit("start")) == "令和8年10月"
    write(form, "end", "R9.3")
    assert desk.months[0] == ("2026-10", "2027-03")
    write(form, "name", "住民説明会")
    assert desk.project.steps[0].name == "住民説明会"


def test_what_is_wrong_is_told_at_its_field_and_stays(desk: Desk) -> None:
    desk.tab.open_entry("s-1")
    form = desk.tab.form
    write(form, "end", "来年の春")
    assert "年と月で" in form.wrong["end"]
    assert shown(form.edit("end")) == "来年の春"
    assert desk.months[0] == ("2026-10", "2027-01")
    write(form, "end", "2026-04")
    assert "前になっています" in form.wrong["end"]
    desk.change(
        partial(
            put_step,
            step=Step(id="s-3", name="x", start=PartialDate(2027, 5), end=PartialDate(2027, 5)),
        )
    )
    assert shown(form.edit("end")) == "2026-04"
    write(form, "end", "2026-12")
    assert form.wrong == {}
    assert desk.months[0] == ("2026-10", "2026-12")


def test_a_new_step_is_kept_once_it_has_a_name_and_a_month(desk: Desk) -> None:
    desk.tab.add.click()
    form = desk.tab.form
    write(form, "name", "ふりかえり")
    assert len(desk.project.steps) == 2
    assert "いつから" in form.hint
    write(form, "start", "令和10年3月")
    added = desk.project.steps[-1]
    assert (added.name, str(added.start), str(added.end)) == ("ふりかえり", "2028-03", "2028-03")
    assert desk.view.chosen == added.id


def test_a_step_begun_is_not_lost_by_looking_at_another(desk: Desk) -> None:
    desk.tab.add.click()
    form = desk.tab.form
    write(form, "name", "ふりかえり")
    desk.tab.open_entry("s-1")
    assert shown(form.edit("name")) == "説明会"
    desk.tab.begin()
    assert shown(form.edit("name")) == "ふりかえり"


def test_elements_are_ticked(desk: Desk) -> None:
    desk.tab.open_entry("s-1")
    form = desk.tab.form
    assert isinstance(form, StepForm)
    form.elements.button.menu_shown.actions()[0].trigger()
    assert desk.project.steps[0].elements == (desk.project.design.elements[0].id,)


def test_the_way_back_takes_nothing_else_back(desk: Desk) -> None:
    desk.tab.remove_entry("s-1")
    desk.change(add("あとの変更"))
    desk.workshop.settle()
    act = desk.told[-1].act
    assert act is not None
    act()
    desk.workshop.settle()
    assert [step.id for step in desk.project.steps] == ["s-2"]
    assert names(desk.project) == ["窓口", "あとの変更"]


def test_a_step_kept_while_one_comes_back_has_an_id_of_its_own(desk: Desk) -> None:
    desk.tab.remove_entry("s-2")
    desk.tab.add.click()
    form = desk.tab.form
    write(form, "name", "ふりかえり")
    desk.workshop.settle()
    desk.session.undo()  # is under way
    write(form, "start", "令和10年3月")
    desk.workshop.settle()
    steps = [(step.id, step.name) for step in desk.project.steps]
    assert steps == [("s-1", "説明会"), ("s-2", "はじめる"), ("s-3", "ふりかえり")]


def test_a_step_is_removed_with_a_way_back(desk: Desk) -> None:
    desk.tab.open_entry("s-1")
    desk.tab.form.remove.click()
    assert [step.id for step in desk.project.steps] == ["s-2"]
    assert not desk.tab.form_is_open
    assert "「説明会」" in desk.told[-1].text
    desk.workshop.settle()
    act = desk.told[-1].act
    assert act is not None
    act()
    desk.workshop.settle()
    assert [step.id for step in desk.project.steps] == ["s-1", "s-2"]


def test_the_table_tells_the_same(desk: Desk) -> None:
    desk.tab.way.buttons[TABLE].click()
    assert desk.tab.table.isVisible()
    words = [row.words[:3] for row in desk.tab.model.rows]
    assert words == [
        ("説明会", "令和8年10月", "令和9年1月"),
        ("はじめる", "令和9年4月", "令和9年4月"),
    ]
    desk.tab.table.choose("s-2")
    desk.tab.way.buttons[BARS].click()
    assert desk.view.isVisible()
    assert desk.view.chosen == "s-2"


def test_where_it_is_narrow_the_form_takes_the_place_of_the_bars(desk: Desk) -> None:
    desk.resize(620, 240)
    desk.workshop.qtbot.waitUntil(lambda: desk.tab.width() < 700)
    desk.tab.open_entry("s-1")
    assert not desk.view.isVisible()
    assert desk.tab.form.isVisible()
    QTest.keyClick(desk.tab.form, Qt.Key.Key_Escape)
    assert desk.view.isVisible()
    assert desk.view.hasFocus()


def test_without_steps_it_says_what_to_do(workshop: Workshop) -> None:
    workshop.begin()
    desk = Desk(workshop)
    assert not desk.view.isVisible()
    desk.tab.take_keyboard()
    assert desk.tab.add.hasFocus()
