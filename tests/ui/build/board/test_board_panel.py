# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The gap board: what is answered by what, choosing a row, leaving one out with its reason."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.elements import ElementDraft, add_element, set_provision
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.gaps import GapState
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.vocabulary import Coverage
from kyosei_desk.ui.build.board.board_panel import BoardPanel
from kyosei_desk.ui.build.board.board_texts import spoken_words
from kyosei_desk.ui.build.board.row_details import RowDetails
from kyosei_desk.ui.build.board.row_head import RowHead
from kyosei_desk.ui.messages import Message
from tests.ui.build.workshop import Workshop, add, names

Key = Qt.Key
HUB, CORE, ADVICE = "p1.hub", "p3.core", "p4.advice"


@pytest.fixture
def board(qtbot: QtBot, workshop: Workshop) -> BoardPanel:
    workshop.begin("ふれあいの縁側")
    made = BoardPanel(workshop.theme, workshop.session, workshop.library)
    qtbot.addWidget(made)
    made.resize(270, 600)
    made.show()
    made.activateWindow()
    return made


def answers(
    element: Element, provision: str, coverage: Coverage
) -> Callable[[ModelProject], Changed]:
    return partial(set_provision, element_id=element.id, provision_id=provision, coverage=coverage)


def opened(board: BoardPanel, provision: str) -> RowDetails:
    board.choose(provision, opened=True)
    details = board.row(provision).details
    assert details is not None
    return details


def button(details: RowDetails, text: str) -> QPushButton:
    found = [one for one in details.findChildren(QPushButton) if one.text().startswith(text)]
    assert len(found) == 1, [one.text() for one in details.findChildren(QPushButton)]
    return found[0]


def test_rows_say_their_state_in_words(board: BoardPanel, workshop: Workshop) -> None:
    assert board.summary == "まだ 17"
    assert spoken_words(board.row(HUB).gap) == (
        "交流できる拠点（居場所）、まだ、7つの事例に例があります"
    )
    project = workshop.session.project
    assert project is not None
    workshop.session.apply(answers(project.design.elements[0], HUB, Coverage.PARTIAL))
    assert board.row(HUB).head.accessibleName() == (
        "交流できる拠点（居場所）、一部、ふれあいの縁側"
    )
    workshop.session.apply(answers(project.design.elements[0], HUB, Coverage.FULL))
    assert board.row(HUB).gap.state is GapState.COVERED
    assert board.summary == "答えている 1・まだ 16"


def test_rows_are_as_high_as_their_words_after_the_text_was_large(
    board: BoardPanel, workshop: Workshop
) -> None:
    head = board.row(HUB).head
    for scale, width in ((150, 400), (100, 270)):
        workshop.theme.set_choice("light", scale)
        board.resize(width, 600)
        QApplication.processEvents()
        for row in board.findChildren(RowHead):
            if row.isVisible():
                assert row.height() == row.heightForWidth(row.width())
    assert head.y() == 0


def test_many_elements_are_named_in_few_words(board: BoardPanel, workshop: Workshop) -> None:
    for name in ("甲", "乙", "丙"):
        workshop.session.apply(partial(add_element, draft=ElementDraft(name=name)))
    project = workshop.session.project
    assert project is not None
    for element in project.design.elements[1:]:
        workshop.session.apply(answers(element, HUB, Coverage.FULL))
    assert "答えている、甲、乙 ほか1" in board.row(HUB).head.accessibleName()


def test_the_prefectures_part_is_folded_and_not_counted(board: BoardPanel) -> None:
    assert not board.row(ADVICE).isVisible()
    assert board.row(ADVICE).gap.state is GapState.PREFECTURAL
    fold = next(
        one for one in board.findChildren(QPushButton) if one.text() == "都道府県の役割も出す"
    )
    fold.click()
    assert board.row(ADVICE).isVisible()


def test_arrows_choose_rows_and_enter_opens(board: BoardPanel, qtbot: QtBot) -> None:
    chosen: list[str] = []
    board.provision_chosen.connect(chosen.append)
    board.take_keyboard()
    first = board.row("p1.activists").head
    assert first.hasFocus()
    QTest.keyClick(first, Key.Key_Down)
    hub = board.row(HUB).head
    assert hub.hasFocus()
    assert chosen == [HUB]
    assert not board.row(HUB).is_opened
    QTest.keyClick(hub, Key.Key_Return)
    assert board.row(HUB).is_opened
    QTest.keyClick(hub, Key.Key_End)
    assert board.chosen == "plan.whole-office"
    assert not board.row(HUB).is_opened
    assert [
        one for one in board.findChildren(type(hub)) if one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ] == [board.row("plan.whole-office").head]


def test_details_lead_to_elements_ways_and_the_guideline(
    board: BoardPanel, workshop: Workshop
) -> None:
    project = workshop.session.project
    assert project is not None
    workshop.session.apply(answers(project.design.elements[0], HUB, Coverage.PARTIAL))
    asked: list[str] = []
    board.element_chosen.connect(asked.append)
    board.ways_requested.connect(asked.append)
    board.addition_requested.connect(asked.append)
    board.address_requested.connect(asked.append)
    details = opened(board, HUB)
    button(details, "ふれあいの縁側（一部）").click()
    button(details, "7つの事例").click()
    button(details, "＋ 自分のまちのものを書く").click()
    button(details, "指針の本文を読む").click()
    element = project.design.elements[0].id
    assert asked == [element, HUB, HUB, workshop.library.provision_address(HUB)]
    assert asked[3].startswith("guideline/")


def test_leaving_out_needs_a_reason_and_can_be_taken_back(
    board: BoardPanel, workshop: Workshop
) -> None:
    told: list[Message] = []
    board.message_requested.connect(told.append)
    details = opened(board, CORE)
    button(details, "しないと決める…").click()
    assert details.form.edit.hasFocus()
    QTest.keyClick(details.form.edit, Key.Key_Return)
    assert details.form.wrong == "理由を入れてください。"
    assert board.row(CORE).gap.state is GapState.NOT_YET
    details.form.edit.setText("県のセンターが担うため")
    QTest.keyClick(details.form.edit, Key.Key_Return)
    assert board.row(CORE).gap.state is GapState.LEFT_OUT
    assert details.form.isHidden()
    assert board.row(CORE).head.accessibleName().endswith("しないと決めた、県のセンターが担うため")
    assert told[0].act_label == "もとにもどす"
    workshop.settle()
    assert told[0].act is not None
    told[0].act()
    workshop.qtbot.waitUntil(lambda: board.row(CORE).gap.state is GapState.NOT_YET)


def test_the_way_back_takes_nothing_else_back(board: BoardPanel, workshop: Workshop) -> None:
    told: list[Message] = []
    board.message_requested.connect(told.append)
    details = opened(board, CORE)
    button(details, "しないと決める…").click()
    details.form.edit.setText("県のセンターが担うため")
    QTest.keyClick(details.form.edit, Key.Key_Return)
    assert workshop.session.apply(add("あとの変更"))
    assert told[0].act is not None
    told[0].act()
    workshop.settle()
    assert board.row(CORE).gap.state is GapState.LEFT_OUT
    assert "あとの変更" in names(workshop.session.project)


def test_what_was_left_out_can_be_thought_about_again(
    board: BoardPanel, workshop: Workshop
) -> None:
    details = opened(board, CORE)
    button(details, "しないと決める…").click()
    details.form.edit.setText("理由")
    QTest.keyClick(details.form.edit, Key.Key_Return)
    button(details, "理由を直す…").click()
    assert details.form.edit.text() == "理由"
    QTest.keyClick(details.form.edit, Key.Key_Escape)
    assert details.form.isHidden()
    button(details, "取り消す").click()
    assert board.row(CORE).gap.state is GapState.NOT_YET


def test_escape_folds_the_row(board: BoardPanel) -> None:
    opened(board, HUB)
    board.take_keyboard()
    QTest.keyClick(board.row(HUB).head, Key.Key_Escape)
    assert not board.row(HUB).is_opened
    assert board.row(HUB).head.hasFocus()


def test_another_project_is_shown(board: BoardPanel, workshop: Workshop) -> None:
    project = workshop.session.project
    assert project is not None
    workshop.session.apply(answers(project.design.elements[0], HUB, Coverage.FULL))
    assert board.board is not None
    assert board.board.answered == 1
    with workshop.qtbot.waitSignal(workshop.session.opened):
        workshop.session.create(new_project("別の案", project.town, project_id="other"))
    assert board.board.answered == 0


@pytest.mark.parametrize("scale", [100, 125, 150])
def test_nothing_is_wider_than_the_board(board: BoardPanel, workshop: Workshop, scale: int) -> None:
    workshop.session.apply(partial(add_element, draft=ElementDraft(name="とても長い名前" * 25)))
    project = workshop.session.project
    assert project is not None
    long = project.design.elements[-1]
    workshop.session.apply(answers(long, CORE, Coverage.PARTIAL))
    workshop.theme.set_choice("light", scale)
    board.resize(workshop.theme.px(264), 600)
    details = opened(board, CORE)
    button(details, "しないと決める…").click()
    area = board.findChild(QScrollArea)
    assert area is not None
    workshop.qtbot.waitUntil(lambda: details.form.edit.visibleRegion().boundingRect().height() > 0)
    assert area.horizontalScrollBar().maximum() == 0
    for one in details.findChildren(QPushButton):
        if one.isVisible():
            right = one.mapTo(area.viewport(), one.rect().topRight()).x()
            assert right <= area.viewport().width(), one.text()


def test_the_reason_comes_into_view_where_it_is_asked_for(
    board: BoardPanel, workshop: Workshop
) -> None:
    board.resize(270, 260)
    details = opened(board, CORE)
    button(details, "しないと決める…").click()
    form = details.form
    workshop.qtbot.waitUntil(lambda: form.visibleRegion().boundingRect() == form.rect())
