# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What was typed wrongly for one project does not stay for the next."""

import pytest

from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.plausibility import TownField
from kyosei_desk.ui.build.start_view import Way
from kyosei_desk.ui.build.town_form import TownForm
from tests.ui.build.workshop import TOWN, Workshop


@pytest.fixture
def form(workshop: Workshop) -> TownForm:
    workshop.begin()
    made = TownForm(workshop.theme, workshop.session, workshop.library)
    workshop.qtbot.addWidget(made)
    made.show()
    made.edit()
    box = made.figures[TownField.POPULATION]
    box.edit.setText("たくさん")
    made.name.edit.setText("")
    box.text.flush()
    made.name.text.flush()
    assert box.wrong
    assert made.name.wrong
    return made


def wrongs(form: TownForm) -> tuple[str, str, str]:
    box = form.figures[TownField.POPULATION]
    return box.edit.text(), box.wrong, form.name.wrong


def test_another_project_begins_without_it(form: TownForm, workshop: Workshop) -> None:
    with workshop.qtbot.waitSignal(workshop.session.opened):
        workshop.session.create(new_project("べつ", TOWN, project_id="other"))
    assert wrongs(form) == ("62,000", "", "")
    with workshop.qtbot.waitSignal(form.finished):
        form.go_on()


def test_coming_back_shows_what_is_kept(form: TownForm) -> None:
    form.edit()
    assert wrongs(form) == ("62,000", "", "")
    assert form.name.edit.text() == "体制"


def test_beginning_forgets_it(form: TownForm, workshop: Workshop) -> None:
    workshop.session.close()
    form.begin(Way.BLANK)
    assert wrongs(form)[1:] == ("", "")


def test_a_name_shown_again_is_not_called_wrong(form: TownForm) -> None:
    box = form.figures[TownField.ELEMENTARY]
    box.edit.setText("11")
    box.text.flush()
    assert form.name.edit.text() == "体制"
    assert form.name.wrong == ""
    assert wrongs(form)[0] == "たくさん"
    assert wrongs(form)[1]


def test_what_cannot_be_read_is_told_before_leaving(form: TownForm, workshop: Workshop) -> None:
    form.name.edit.setText("体制")
    form.name.text.flush()
    left: list[bool] = []
    form.cancelled.connect(lambda: left.append(True))
    form.go_back()
    assert left == []
    assert "人口「たくさん」" in form.unread
    form.figures[TownField.POPULATION].edit.setText("61,000")
    form.go_back()
    assert left == [True]
    assert form.unread == ""
    assert workshop.session.project is not None
    assert workshop.session.project.town.population == 61_000


def test_one_can_leave_without_it(form: TownForm, workshop: Workshop) -> None:
    form.go_back()
    with workshop.qtbot.waitSignal(form.cancelled):
        form.leave.click()
    assert workshop.session.project is not None
    assert workshop.session.project.town.population == 62_000
