# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""One's own town: kept whole, its figures entered into fields that say what is wrong."""

from fractions import Fraction

import pytest
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.comparing.nearness import Town
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.ui.compare.own_figures_form import OwnFiguresForm
from kyosei_desk.ui.compare.own_town import kept_town, town_of
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.own_figures import FigureKey
from kyosei_desk.workspace.comparisons import OwnTown

POPULATION, AREA, SCHOOLS = FigureKey.POPULATION, FigureKey.AREA, FigureKey.SCHOOLS


# The town as it is kept


def test_a_town_is_kept_whole(corpus: Corpus) -> None:
    town = Town(
        corpus.municipalities["242071"], 62000, Fraction(241, 5), 12, PartialDate(2025, 4, 1)
    )
    assert town_of(kept_town(town), corpus) == town
    assert town_of(kept_town(Town()), corpus) == Town()


def test_what_another_version_kept_does_no_harm(corpus: Corpus) -> None:
    assert town_of(OwnTown("999999", 62000, None, None, "きのう"), corpus) == Town(None, 62000)


# The fields


@pytest.fixture
def form(qtbot: QtBot, theme: Theme) -> OwnFiguresForm:
    made = OwnFiguresForm(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def enter(form: OwnFiguresForm, key: FigureKey, text: str) -> None:
    edit = form.field(key).edit
    edit.setText(text)
    edit.submitted.emit()


def test_figures_entered_are_told_once(form: OwnFiguresForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.figures_changed):
        enter(form, POPULATION, "６万２千")
    with qtbot.assertNotEmitted(form.figures_changed):
        form.field(POPULATION).edit.submitted.emit()
    enter(form, AREA, "48.2")
    enter(form, SCHOOLS, "12")
    enter(form, FigureKey.AS_OF, "令和7年")
    assert form.town == Town(None, 62000, Fraction(241, 5), 12, PartialDate(2025))


def test_what_is_wrong_is_said_under_its_field_until_it_is_mended(form: OwnFiguresForm) -> None:
    enter(form, POPULATION, "62000")
    enter(form, SCHOOLS, "たくさん")
    field = form.field(SCHOOLS)
    assert "数字で入れて" in field.wrong
    assert field.edit.accessibleDescription() == field.wrong
    assert form.field(POPULATION).wrong == ""
    assert (form.town.population, form.town.elementary_schools) == (62000, None)
    field.edit.textEdited.emit("1")
    assert field.wrong == ""
    enter(form, SCHOOLS, "12")
    assert form.town.elementary_schools == 12


def test_a_figure_that_turns_wrong_counts_no_more(form: OwnFiguresForm, qtbot: QtBot) -> None:
    enter(form, POPULATION, "62000")
    with qtbot.waitSignal(form.figures_changed):
        enter(form, POPULATION, "62000万")
    assert form.town.population is None


def test_a_town_is_shown_in_its_fields(form: OwnFiguresForm, qtbot: QtBot) -> None:
    enter(form, SCHOOLS, "たくさん")
    town = Town(None, 62000, Fraction(241, 5), None, PartialDate(2025, 4, 1))
    with qtbot.assertNotEmitted(form.figures_changed):
        form.show_town(town, era_first=True)
    texts = [form.field(key).edit.text() for key in FigureKey]
    assert texts == ["62,000", "48.2", "", "令和7年4月1日"]
    assert form.field(SCHOOLS).wrong == ""
    assert form.town == town
