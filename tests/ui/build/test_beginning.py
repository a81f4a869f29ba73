# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton

from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.model import OwnTown, ScalingRule
from kyosei_desk.domain.projects.plausibility import TownField
from kyosei_desk.domain.vocabulary import Zone
from kyosei_desk.ui.build.beginning import Beginning
from kyosei_desk.ui.build.build_page import BuildPage
from kyosei_desk.ui.build.town_form import TownForm
from kyosei_desk.ui.cards import CardButton
from kyosei_desk.workspace.comparisons import OwnTown as Kept
from tests.ui.build.workshop import TOWN, BuildPages, names

NABARI = "242080"


@pytest.fixture
def page(build_pages: BuildPages) -> BuildPage:
    return build_pages.open()


def beginning_of(page: BuildPage) -> Beginning:
    assert page.beginning is not None
    return page.beginning


def choose_town(page: BuildPage, text: str) -> TownForm:
    """Type the name of a town and choose the first one offered."""
    form = beginning_of(page).town
    form.choice.chooser.edit.setText(text)
    QTest.keyClick(form.choice.chooser.edit, Qt.Key.Key_Return)
    return form


def press(page: BuildPage, way: str) -> None:
    cards = page.start.findChildren(CardButton)
    next(card for card in cards if card.accessibleName() == way).click()


def begun(build_pages: BuildPages, page: BuildPage, text: str = "なばり") -> TownForm:
    beginning_of(page).begin("blank")
    form = choose_town(page, text)
    build_pages.qtbot.waitUntil(lambda: page.session.project is not None)
    return form


def enter(form: TownForm, field: TownField, text: str) -> None:
    form.figures[field].edit.setText(text)
    form.figures[field].text.flush()


def test_without_projects_there_are_three_ways(page: BuildPage) -> None:
    assert page.places.currentWidget() is page.start
    shown = [card for card in page.start.findChildren(CardButton) if card.isVisible()]
    assert [card.accessibleName() for card in shown] == [
        "質問に答えてはじめる",
        "事例をもとにはじめる",
        "白紙からはじめる",
    ]
    assert page.start.verticalScrollBar().maximum() == 0  # all of it is seen
    assert shown[0].hasFocus()


def test_a_town_found_by_its_kana_begins_a_project(
    page: BuildPage, build_pages: BuildPages
) -> None:
    press(page, "白紙からはじめる")
    form = choose_town(page, "なばり")
    build_pages.qtbot.waitUntil(lambda: page.session.project is not None)
    project = page.session.project
    assert project is not None
    assert (project.town.name, project.town.code, project.variant) == ("名張市", NABARI, "案A")
    assert form.figures[TownField.POPULATION].edit.hasFocus()
    form.go_on()
    assert page.places.currentWidget() is page.workbench


def test_a_place_outside_the_list_can_be_named(page: BuildPage, build_pages: BuildPages) -> None:
    beginning_of(page).begin("blank")
    form = beginning_of(page).town
    form.choice.place_name.setText("東部広域連合")
    form.choice.place_name.submitted.emit()
    build_pages.qtbot.waitUntil(lambda: page.session.project is not None)
    assert page.session.project is not None
    assert page.session.project.town == OwnTown(name="東部広域連合")


def test_figures_are_kept_as_they_are_typed(page: BuildPage, build_pages: BuildPages) -> None:
    form = begun(build_pages, page)
    enter(form, TownField.POPULATION, "６万２千人")
    enter(form, TownField.AREA, "48.2km2")
    enter(form, TownField.ELEMENTARY, "12校")
    enter(form, TownField.AGEING, "31.5%")
    enter(form, TownField.AS_OF, "令和6年4月1日")
    form.zones[Zone.DISTRICT].edit.setText("5地区")
    form.zones[Zone.DISTRICT].text.flush()
    build_pages.qtbot.waitUntil(lambda: not page.session.busy)
    assert page.session.project is not None
    kept = build_pages.services.open_projects().open(page.session.project.id).project.town
    assert (kept.population, kept.area_km2, kept.elementary_schools) == (62_000, 48.2, 12)
    assert (kept.ageing_rate, str(kept.as_of)) == (31.5, "2024-04-01")
    assert kept.zone_count(Zone.DISTRICT) == 5
    assert form.figures[TownField.POPULATION].edit.text() == "62,000"


def test_an_odd_figure_is_asked_about_and_taken(page: BuildPage, build_pages: BuildPages) -> None:
    form = begun(build_pages, page)
    enter(form, TownField.POPULATION, "10,200,000")
    box = form.figures[TownField.POPULATION]
    assert box.doubt.startswith("？")
    assert box.doubt.removeprefix("？ ") in box.edit.accessibleDescription()
    assert page.session.project is not None
    assert page.session.project.town.population == 10_200_000
    form.go_on()
    assert page.places.currentWidget() is page.workbench


def test_what_is_no_figure_is_told_and_not_passed_over(
    page: BuildPage, build_pages: BuildPages
) -> None:
    form = begun(build_pages, page)
    enter(form, TownField.POPULATION, "たくさん")
    form.go_on()
    assert "数字で" in form.figures[TownField.POPULATION].wrong
    assert page.places.currentWidget() is form
    assert form.figures[TownField.POPULATION].edit.hasFocus()
    enter(form, TownField.POPULATION, "")
    form.go_on()
    assert page.places.currentWidget() is page.workbench


def test_enter_goes_from_field_to_field(page: BuildPage, build_pages: BuildPages) -> None:
    form = begun(build_pages, page)
    QTest.keyClicks(form.figures[TownField.POPULATION].edit, "62000")
    QTest.keyClick(form.figures[TownField.POPULATION].edit, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is form.figures[TownField.ELEMENTARY].edit
    assert page.session.project is not None
    assert page.session.project.town.population == 62_000


def test_a_case_brings_its_elements_at_the_size_of_the_town(
    page: BuildPage, build_pages: BuildPages
) -> None:
    press(page, "事例をもとにはじめる")
    cards = beginning_of(page).cases.cards
    next(card for card in cards if "名張市" in card.accessibleName()).click()
    form = choose_town(page, "いとしま")
    build_pages.qtbot.waitUntil(lambda: page.session.project is not None)
    enter(form, TownField.POPULATION, "158,714")  # twice 名張市
    assert form.rule.rule is ScalingRule.POPULATION
    form.go_on()
    project = page.session.project
    assert project is not None
    case = next(case for case in build_pages.corpus.cases if case.id == "cases/nabari")
    assert len(project.design.elements) == len(case.elements)
    hokenshitsu = project.element("machi-no-hokenshitsu")
    assert hokenshitsu is not None
    assert hokenshitsu.count == 30
    assert project.town.name == "糸島市"


def test_a_case_can_be_taken_as_it_is(page: BuildPage, build_pages: BuildPages) -> None:
    beginning_of(page).begin("case")
    beginning_of(page).cases.chosen.emit("cases/nabari")
    form = choose_town(page, "いとしま")
    build_pages.qtbot.waitUntil(lambda: page.session.project is not None)
    buttons = form.rule.findChildren(QRadioButton)
    next(button for button in buttons if "同じ数" in button.text()).click()
    form.go_on()
    project = page.session.project
    assert project is not None
    hokenshitsu = project.element("machi-no-hokenshitsu")
    assert hokenshitsu is not None
    assert hokenshitsu.count == 15


def test_a_second_project_of_a_town_is_another_variant(
    page: BuildPage, build_pages: BuildPages
) -> None:
    begun(build_pages, page).go_on()
    page.show_start()
    build_pages.qtbot.waitUntil(lambda: bool(page.start.cards))
    begun(build_pages, page)
    assert page.session.project is not None
    assert page.session.project.variant == "案B"


def test_the_town_of_a_project_is_changed_later(page: BuildPage, build_pages: BuildPages) -> None:
    form = begun(build_pages, page)
    form.go_on()
    assert page.workbench is not None
    page.workbench.header.town.click()
    assert page.places.currentWidget() is form
    enter(form, TownField.POPULATION, "70,000")
    form.go_on()
    assert page.places.currentWidget() is page.workbench
    assert "70,000人" in page.workbench.header.town.text()


def test_another_town_keeps_the_design(page: BuildPage, build_pages: BuildPages) -> None:
    store = build_pages.services.open_projects()
    store.create(new_project("体制", TOWN, project_id="own"))
    page.open_project("own")
    build_pages.qtbot.waitUntil(lambda: page.session.project is not None)
    beginning_of(page).edit_town()
    choose_town(page, "なばり")
    project = page.session.project
    assert project is not None
    assert (project.id, project.town.name, project.town.population) == ("own", "名張市", 62_000)
    assert names(project) == []


def test_figures_entered_for_the_town_elsewhere_are_taken_over(build_pages: BuildPages) -> None:
    kept = Kept(NABARI, 75_000, None, 14, "2024-04-01")
    build_pages.services.open_comparisons().set_own_town(kept)
    page = build_pages.open()
    build_pages.keepers[0].wait()
    form = begun(build_pages, page)
    assert form.figures[TownField.POPULATION].edit.text() == "75,000"
    assert form.figures[TownField.ELEMENTARY].edit.text() == "14"
    assert form.figures[TownField.AREA].edit.text() == ""
    assert "くらべる" in build_pages.told[-1].text


def test_figures_of_another_town_are_not(build_pages: BuildPages) -> None:
    build_pages.services.open_comparisons().set_own_town(Kept(NABARI, 75_000))
    page = build_pages.open()
    build_pages.keepers[0].wait()
    form = begun(build_pages, page, "いとしま")
    assert form.figures[TownField.POPULATION].edit.text() == ""
    assert build_pages.told == []
