# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What stands in a field and has not come to rest is kept, where it was meant, come what may."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.changes.town import set_town
from kyosei_desk.domain.projects.interview import QuestionId
from kyosei_desk.domain.projects.model import ModelProject, ZoneCount
from kyosei_desk.domain.projects.plausibility import TownField
from kyosei_desk.domain.vocabulary import Zone
from kyosei_desk.ui.build.beginning import Beginning
from kyosei_desk.ui.build.build_page import BuildPage
from kyosei_desk.ui.build.interview_question import QuestionCard
from kyosei_desk.ui.build.interview_view import InterviewView
from kyosei_desk.ui.build.plan.plan_tab import PlanTab
from kyosei_desk.ui.build.workbench import Workbench
from tests.ui.build.lower import Stage, schedule, shown
from tests.ui.build.palette.typed import type_in
from tests.ui.build.workshop import TOWN, BuildPages, Workshop, add, names

HUB, ZONES = (list(QuestionId).index(one) for one in (QuestionId.HUB, QuestionId.ZONES))


@pytest.fixture
def page(build_pages: BuildPages) -> BuildPage:
    """A page with the workbench of a project that has 縁側."""
    made = build_pages.open()
    with build_pages.qtbot.waitSignal(made.session.opened):
        made.session.create(new_project("体制", TOWN, project_id="own"))
    assert made.session.apply(add("縁側"))
    build_pages.qtbot.waitUntil(lambda: not made.session.busy)
    return made


def bench(page: BuildPage) -> Workbench:
    assert page.workbench is not None
    return page.workbench


def beginning(page: BuildPage) -> Beginning:
    assert page.beginning is not None
    return page.beginning


def closed(build_pages: BuildPages, page: BuildPage) -> ModelProject:
    """Close the page at once; return what is kept then."""
    build_pages.close(page)
    return build_pages.services.open_projects().open("own").project


# Closing


def test_what_is_being_written_of_an_element_is_kept_at_closing(
    page: BuildPage, build_pages: BuildPages
) -> None:
    design = bench(page).design
    element = page.session.project.design.elements[0] if page.session.project else None
    assert element is not None
    design.show_element(element.id)
    design.acts.details_wanted.emit(element.id)
    type_in(design.sheet.form.text, "だれでも、ふらりと寄れます。")
    assert closed(build_pages, page).design.elements[0].text == "だれでも、ふらりと寄れます。"


def test_a_figure_of_the_town_is_kept_at_closing(page: BuildPage, build_pages: BuildPages) -> None:
    bench(page).town_requested.emit()
    edit = beginning(page).town.figures[TownField.POPULATION].edit
    assert edit.isVisible()
    type_in(edit, "7万1千人")
    assert closed(build_pages, page).town.population == 71_000


def answer_hub(page: BuildPage) -> InterviewView:
    """Come to the question on places to meet, and write an answer."""
    bench(page).header.questions_requested.emit()
    interview = beginning(page).interview
    interview.ask(HUB)
    assert interview.card is not None
    assert interview.card.names is not None
    type_in(interview.card.names.rows[0].name, "ふれあいサロン")
    return interview


def test_an_answer_being_given_is_kept_at_closing(page: BuildPage, build_pages: BuildPages) -> None:
    answer_hub(page)
    kept = closed(build_pages, page)
    assert names(kept) == ["縁側", "ふれあいサロン"]
    assert [one.text for one in kept.answers] == ["ふれあいサロン"]


def test_an_answer_being_given_is_kept_for_another_project(
    page: BuildPage, build_pages: BuildPages
) -> None:
    build_pages.services.open_projects().create(new_project("べつ", TOWN, project_id="other"))
    answer_hub(page)
    page.open_project("other")
    build_pages.qtbot.waitUntil(
        lambda: page.session.project is not None and page.session.project.id == "other"
    )
    assert names(page.session.project) == []
    assert names(closed(build_pages, page)) == ["縁側", "ふれあいサロン"]


# The same answer again


def test_looking_at_an_answer_changes_nothing(page: BuildPage, qtbot: QtBot) -> None:
    interview = answer_hub(page)
    interview.onward.click()
    qtbot.waitUntil(lambda: not page.session.busy)
    answered, undo = page.session.project, page.session.undo_entry
    for look in (interview.onward, interview.back, interview.leave):
        interview.ask(HUB)
        look.click()
        interview.keep()
    qtbot.waitUntil(lambda: not page.session.busy)
    assert page.session.project == answered
    assert page.session.undo_entry == undo


def ask_zones(page: BuildPage) -> tuple[InterviewView, QuestionCard]:
    """Come to the question whose fields begin with what the town has."""
    bench(page).header.questions_requested.emit()
    interview = beginning(page).interview
    interview.ask(ZONES)
    assert interview.card is not None
    return interview, interview.card


def number_of(card: QuestionCard, zone: Zone) -> QLineEdit:
    assert card.zones is not None
    return card.zones.boxes[zone].edit


def test_figures_only_looked_at_are_no_answer(page: BuildPage, qtbot: QtBot) -> None:
    town = TOWN.model_copy(update={"zones": (ZoneCount(zone=Zone.DISTRICT, count=7),)})
    assert page.session.apply(lambda project: set_town(project, town))
    qtbot.waitUntil(lambda: not page.session.busy)
    seen, undo = page.session.project, page.session.undo_entry
    interview, card = ask_zones(page)
    assert number_of(card, Zone.DISTRICT).text() == "7"
    assert interview.keep()
    qtbot.waitUntil(lambda: not page.session.busy)
    assert (page.session.project, page.session.undo_entry) == (seen, undo)
    interview.onward.click()  # this says that they are right
    qtbot.waitUntil(lambda: not page.session.busy)
    assert page.session.project is not None
    assert page.session.project.town == town
    assert [one.question for one in page.session.project.answers] == ["zones"]


def test_figures_taken_back_do_not_come_again_by_looking(page: BuildPage, qtbot: QtBot) -> None:
    """The card still shows what it was made with; only what is written on it counts."""
    before = page.session.project
    interview, card = ask_zones(page)
    type_in(number_of(card, Zone.DISTRICT), "7")
    interview.onward.click()
    interview.back.click()
    assert page.session.project is not None
    assert page.session.project.town.zone_count(Zone.DISTRICT) == 7
    page.session.undo()
    qtbot.waitUntil(lambda: not page.session.busy)
    assert interview.card is not None
    assert number_of(interview.card, Zone.DISTRICT).text() == "7"
    assert interview.keep()
    assert page.session.project == before


# One form for many entries


def test_what_is_typed_of_an_entry_goes_to_no_other(workshop: Workshop) -> None:
    """Also where the keyboard stays in the field while another entry comes up."""
    workshop.begin("窓口")
    stage = Stage(workshop)
    tab = PlanTab(workshop.theme, workshop.session, workshop.library, stage)
    stage.put_on(tab)
    stage.change(*schedule())
    tab.open_entry("s-1")
    form = tab.form
    edit = form.edit("name")
    edit.setFocus()
    type_in(edit, "住民説明会")
    tab.open_entry("s-2")
    assert [step.name for step in stage.project.steps] == ["住民説明会", "はじめる"]
    assert shown(form.edit("name")) == "はじめる"
    edit.setFocus()
    type_in(edit, "ひらく")
    form.begin(stage.project)
    assert [step.name for step in stage.project.steps] == ["住民説明会", "ひらく"]
    assert shown(form.edit("name")) == ""
