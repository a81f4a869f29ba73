# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.projects.changes.decisions import put_decision
from kyosei_desk.domain.vocabulary import DocumentKind
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.build.decisions.decision_form import DecisionForm
from kyosei_desk.ui.build.decisions.decisions_tab import DECISIONS, GOALS, PEOPLE, DecisionsTab
from kyosei_desk.ui.build.decisions.finding import (
    excerpt,
    find_passages,
    is_address,
    passage_at,
    passage_words,
)
from kyosei_desk.ui.build.decisions.goal_form import GoalForm
from kyosei_desk.ui.build.decisions.passages_field import PassagesField
from kyosei_desk.ui.build.entries.entry_page import EntryPage
from tests.ui.build.lower import DECISION, Stage, decided, shown, working, write
from tests.ui.build.workshop import Workshop

_PLACE = "cases/nabari#machi-no-hokenshitsu"


class Desk(Stage):
    """The decisions of a project."""

    def __init__(self, workshop: Workshop, worker: WorkerThread):
        super().__init__(workshop)
        self.tab = DecisionsTab(workshop.theme, workshop.session, workshop.library, worker, self)
        self.tab.message_requested.connect(self.told.append)
        self.tab.address_requested.connect(self.asked.append)
        self.put_on(self.tab)

    @property
    def page(self) -> EntryPage:
        return self.tab.pages[DECISIONS]

    @property
    def passages(self) -> PassagesField:
        form = self.page.form
        assert isinstance(form, DecisionForm)
        return form.passages


@pytest.fixture
def desk(workshop: Workshop) -> Iterator[Desk]:
    workshop.begin("窓口")
    with working() as worker:
        made = Desk(workshop, worker)
        made.change(*decided())
        yield made


def test_passages_are_found_by_all_words_titles_first(corpus: Corpus) -> None:
    found = find_passages(corpus, "まちの保健室　名張")
    assert found
    assert all("名張" in f"{one.title}{one.text}" for one in found)
    assert find_passages(corpus, "ぴよぴよ宇宙") == ()
    assert find_passages(corpus, "  ") == ()


def test_an_address_is_told_from_words(corpus: Corpus) -> None:
    assert is_address(_PLACE)
    assert not is_address("まちの保健室")
    assert not is_address("窓口/相談")
    passage = passage_at(corpus, f" {_PLACE} ")
    assert passage is not None
    assert passage.key == _PLACE
    assert passage_at(corpus, "cases/nabari") is not None
    assert passage_at(corpus, "cases/nabari#gone") is None
    assert passage_at(corpus, "cases/gone#overview") is None
    assert "まちの保健室" in passage_words(corpus, _PLACE)
    assert "いまの資料にありません" in passage_words(corpus, "cases/gone#x")


def test_a_decision_is_written_down_as_it_is_typed(desk: Desk) -> None:
    desk.page.add.click()
    form = desk.page.form
    write(form, "why", "声があった")
    assert len(desk.project.decisions) == 1
    assert form.hint == "何を決めたかを書いてください。"
    write(form, "what", "会議をひらく")
    write(form, "who", "福祉課")
    write(form, "on", "R8.11.20")
    made = desk.project.decisions[-1]
    assert (made.what, made.why, made.who, str(made.on)) == (
        "会議をひらく",
        "声があった",
        "福祉課",
        "2026-11-20",
    )
    assert shown(form.edit("on")) == "令和8年11月20日"


def test_a_day_that_is_none_is_told_and_stays(desk: Desk) -> None:
    desk.page.open_entry("d-1")
    form = desk.page.form
    write(form, "on", "先週の会議")
    assert "年月日" in form.wrong["on"]
    write(form, "who", "別の委員会")
    assert shown(form.edit("on")) == "先週の会議"
    assert desk.project.decisions[0].who == "委員会"
    write(form, "on", "")
    assert desk.project.decisions[0].who == "別の委員会"


def test_a_decision_is_not_left_empty(desk: Desk) -> None:
    desk.page.open_entry("d-1")
    form = desk.page.form
    write(form, "what", "")
    assert form.wrong["what"] == "何を決めたかを書いてください。"
    assert desk.project.decisions[0].what == "窓口を置く"
    form.leave()
    assert form.isVisible()


def test_a_passage_is_found_by_words_and_taken_by_keyboard(desk: Desk) -> None:
    desk.page.open_entry("d-1")
    field = desk.passages
    field.edit.setText("まちの保健室 名張")
    desk.workshop.qtbot.waitUntil(field.found.isVisible)
    QTest.keyClick(field.edit, Qt.Key.Key_Down)
    assert field.found.hasFocus()
    QTest.keyClick(field.found, Qt.Key.Key_Return)
    assert len(desk.project.decisions[0].passages) == 1
    address = desk.project.decisions[0].passages[0]
    assert passage_at(desk.workshop.library.corpus, address) is not None
    assert field.edit.text() == ""


def test_an_address_is_pasted(desk: Desk) -> None:
    desk.page.open_entry("d-1")
    field = desk.passages
    field.edit.setText("cases/nabari#nowhere")
    field.look()
    assert "いまの資料にありません" in field.said
    field.edit.setText(_PLACE)
    field.look()
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert desk.project.decisions[0].passages == (_PLACE,)
    desk.undo()
    assert not desk.project.decisions[0].passages
    assert not field.addresses


def test_a_passage_is_read_and_taken_out(desk: Desk) -> None:
    desk.page.open_entry("d-1")
    field = desk.passages
    field.add_address(_PLACE)
    field.address_requested.emit(_PLACE)
    assert desk.asked == [_PLACE]
    field.dropped.emit(_PLACE)
    assert desk.project.decisions[0].passages == ()


def test_a_decision_is_removed_by_keyboard_with_a_way_back(desk: Desk) -> None:
    desk.page.table.choose("d-1")
    desk.page.table.setFocus()
    QTest.keyClick(desk.page.table, Qt.Key.Key_Delete)
    assert desk.project.decisions == ()
    assert "「窓口を置く」" in desk.told[-1].text
    desk.undo()
    assert [row.words[0] for row in desk.page.model.rows] == ["窓口を置く"]


def test_decisions_change_places(desk: Desk) -> None:
    desk.page.add.click()
    write(desk.page.form, "what", "二つめ")
    desk.page.form.leave()
    desk.page.table.choose("d-2")
    desk.page.table.setFocus()
    QTest.keyClick(desk.page.table, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert [one.what for one in desk.project.decisions] == ["二つめ", "窓口を置く"]
    assert desk.page.table.chosen == "d-2"


def test_the_day_is_never_cut(desk: Desk) -> None:
    long = {"what": "相談の場を置く" * 5, "why": "声があった" * 20, "who": "策定委員会" * 4}
    dated = DECISION.model_copy(update={**long, "on": PartialDate(2026, 11, 20)})
    desk.change(partial(put_decision, decision=dated))
    table = desk.page.table
    day = desk.page.model.rows[0].words.index("令和8年11月20日")
    for width in (620, 420):
        desk.resize(width, 264)
        assert table.columnWidth(day) >= table.sizeHintForColumn(day)


def test_goals_name_the_provisions_they_serve(desk: Desk) -> None:
    desk.tab.parts.buttons[GOALS].click()
    page = desk.tab.pages[GOALS]
    assert page.isVisible()
    page.add.click()
    form = page.form
    assert isinstance(form, GoalForm)
    write(form, "text", "歩いて行けるところで相談できる")
    form.provisions.button.menu_shown.actions()[0].trigger()
    goal = desk.project.goals[0]
    assert goal.text == "歩いて行けるところで相談できる"
    first = next(iter(desk.workshop.library.provisions.values()))
    assert goal.provisions == (first.id,)
    assert page.model.rows[0].words == (goal.text, first.plain)


def test_people_are_roles(desk: Desk) -> None:
    desk.tab.parts.buttons[PEOPLE].click()
    page = desk.tab.pages[PEOPLE]
    page.add.click()
    write(page.form, "role", "社会福祉協議会")
    write(page.form, "part", "CSWを置く")
    who = desk.project.participants[0]
    assert (who.role, who.part) == ("社会福祉協議会", "CSWを置く")


def test_another_project_has_its_own(desk: Desk) -> None:
    desk.page.open_entry("d-1")
    desk.workshop.settle()
    desk.session.close()
    desk.workshop.begin()
    assert not desk.page.form_is_open
    assert desk.page.model.rows == ()


def test_passages_of_the_guideline_come_first(corpus: Corpus) -> None:
    found = find_passages(corpus, "住民", most=500)
    kinds = [corpus.document(one.document_id).kind is DocumentKind.GUIDELINE for one in found]
    assert {True, False} <= set(kinds)
    assert kinds == sorted(kinds, reverse=True)


def test_a_passage_is_told_by_one_line_with_the_word_in_it(corpus: Corpus) -> None:
    found = next(
        one
        for one in find_passages(corpus, "住民", most=500)
        if "\n" in one.text and one.text.find("住民") > 40
    )
    line = excerpt(found, "住民")
    assert "住民" in line[:20]
    assert line.startswith("…")
    assert "\n" not in line
