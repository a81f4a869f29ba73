# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from kyosei_desk.domain.projects.interview import QuestionId, YesNo
from kyosei_desk.domain.projects.model import ZoneCount
from kyosei_desk.domain.vocabulary import Coverage, Zone
from kyosei_desk.ui.build.interview_question import QuestionCard, zone_examples
from kyosei_desk.ui.build.interview_view import InterviewView
from kyosei_desk.ui.build.settled import SettledText
from kyosei_desk.workspace.project_store import ProjectStore
from tests.ui.build.workshop import TOWN, Workshop, add, names

ZONE = Zone.DISTRICT

HUB, PLACE, OFFICE = (
    list(QuestionId).index(one)
    for one in (QuestionId.HUB, QuestionId.PLACE, QuestionId.WHOLE_OFFICE)
)


@pytest.fixture
def interview(workshop: Workshop) -> InterviewView:
    workshop.begin()
    made = InterviewView(workshop.theme, workshop.session, workshop.library)
    workshop.qtbot.addWidget(made)
    made.resize(1200, 600)
    made.show()
    made.activateWindow()
    workshop.qtbot.waitUntil(made.isActiveWindow)
    made.begin()
    return made


def card_of(interview: InterviewView) -> QuestionCard:
    assert interview.card is not None
    return interview.card


def name_thing(interview: InterviewView, name: str, count: str = "", row: int = 0) -> None:
    part = card_of(interview).names
    assert part is not None
    part.rows[row].name.setText(name)
    part.rows[row].count.setText(count)


def test_ten_questions_one_at_a_time_then_the_review(interview: InterviewView) -> None:
    asked = []
    for _ in QuestionId:
        asked.append(card_of(interview).question.id)
        interview.skip.click()
    assert asked == list(QuestionId)
    assert interview.number == 10
    assert interview.review.isVisible()


def test_an_answer_is_an_element_at_once(interview: InterviewView, workshop: Workshop) -> None:
    interview.ask(HUB)
    name_thing(interview, "ふれあいサロン", "24か所")
    interview.onward.click()
    project = workshop.session.project
    assert project is not None
    (element,) = project.design.elements
    assert (element.name, element.count) == ("ふれあいサロン", 24)
    assert [one.coverage for one in element.provisions] == [Coverage.PARTIAL]
    assert element.id in project.existing
    assert interview.number == HUB + 1
    workshop.settle()
    assert workshop.kept == ["ふれあいサロン"]


def test_one_answer_is_one_thing_to_undo(interview: InterviewView, workshop: Workshop) -> None:
    interview.ask(HUB)
    name_thing(interview, "ふれあいサロン")
    name_thing(interview, "縁側", row=1)
    interview.onward.click()
    assert names(workshop.session.project) == ["ふれあいサロン", "縁側"]
    workshop.session.undo()
    workshop.settle()
    assert names(workshop.session.project) == []


def test_what_is_enough_answers_in_full(interview: InterviewView, workshop: Workshop) -> None:
    interview.ask(HUB)
    name_thing(interview, "ふれあいサロン")
    part = card_of(interview).names
    assert part is not None
    part.rows[0].enough.click()
    interview.onward.click()
    project = workshop.session.project
    assert project is not None
    assert project.design.elements[0].provisions[0].coverage is Coverage.FULL


def test_an_element_of_a_case_comes_with_the_number_for_the_town(
    interview: InterviewView, workshop: Workshop
) -> None:
    interview.ask(PLACE)
    part = card_of(interview).cases
    assert part is not None
    box = next(box for box in part.boxes if box.text().startswith("まちの保健室"))
    box.click()
    interview.onward.click()
    project = workshop.session.project
    assert project is not None
    (origin,) = project.origins
    assert origin.address == "cases/nabari#machi-no-hokenshitsu"
    assert origin.scaling is not None
    assert project.design.elements[0].count == 13  # 15 × 12 ÷ 14 schools


def test_zones_become_figures_of_the_town(interview: InterviewView, workshop: Workshop) -> None:
    part = card_of(interview).zones
    assert part is not None
    part.boxes[Zone.DISTRICT].edit.setText("5")
    interview.onward.click()
    project = workshop.session.project
    assert project is not None
    assert project.town.zone_count(Zone.DISTRICT) == 5


def test_a_wrong_number_is_told_and_the_question_stays(
    interview: InterviewView, workshop: Workshop
) -> None:
    interview.ask(HUB)
    name_thing(interview, "ふれあいサロン", "いくつか")
    interview.onward.click()
    assert interview.number == HUB
    part = card_of(interview).names
    assert part is not None
    assert "数字で入れてください" in part.wrong
    project = workshop.session.project
    assert project is not None
    # What was written is kept all the same, without a number.
    kept = [(element.name, element.count) for element in project.design.elements]
    assert kept == [("ふれあいサロン", None)]


def test_going_back_keeps_the_answer_and_says_it(
    interview: InterviewView, workshop: Workshop
) -> None:
    interview.ask(HUB)
    name_thing(interview, "ふれあいサロン")
    interview.back.click()
    assert interview.number == HUB - 1
    assert names(workshop.session.project) == ["ふれあいサロン"]
    interview.onward.click()
    assert card_of(interview).question.answer == "ふれあいサロン"
    interview.onward.click()
    assert names(workshop.session.project) == ["ふれあいサロン"]


def test_skipping_keeps_nothing(interview: InterviewView, workshop: Workshop) -> None:
    interview.ask(HUB)
    name_thing(interview, "ふれあいサロン")
    interview.skip.click()
    assert names(workshop.session.project) == []


def test_the_keyboard_is_enough(interview: InterviewView, workshop: Workshop) -> None:
    interview.ask(HUB)
    part = card_of(interview).names
    assert part is not None
    assert part.rows[0].name.hasFocus()
    QTest.keyClicks(part.rows[0].name, "salon")
    QTest.keyClick(part.rows[0].name, Qt.Key.Key_Return)
    assert part.rows[0].count.hasFocus()
    QTest.keyClicks(part.rows[0].count, "3")
    QTest.keyClick(part.rows[0].count, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert interview.number == HUB + 1
    assert names(workshop.session.project) == ["salon"]
    QTest.keyClick(interview, Qt.Key.Key_Escape)
    assert interview.number == HUB


def test_a_word_and_a_text_are_kept_as_the_answer(
    interview: InterviewView, workshop: Workshop
) -> None:
    interview.ask(OFFICE)
    card = card_of(interview)
    assert card.choice is not None
    card.choice.buttons[YesNo.UNDECIDED].click()
    card.words.setPlainText("来年度に話し合う")
    interview.onward.click()
    project = workshop.session.project
    assert project is not None
    assert project.answers[0].text == "まだ決めていない\n来年度に話し合う"


def test_the_review_leads_back_to_a_question(interview: InterviewView) -> None:
    interview.ask(HUB)
    name_thing(interview, "ふれあいサロン")
    interview.onward.click()
    interview.ask(10)
    buttons = interview.review.findChildren(QPushButton)
    assert [button.text() for button in buttons].count("直す") == 1
    next(button for button in buttons if button.text() == "直す").click()
    assert interview.number == HUB


def test_who_comes_again_goes_on_where_they_stopped(interview: InterviewView) -> None:
    part = card_of(interview).zones
    assert part is not None
    part.boxes[Zone.DISTRICT].edit.setText("5")
    interview.onward.click()
    interview.begin()
    assert interview.number == 1


def test_having_enough_keeps_the_answer_and_leads_on(
    interview: InterviewView, workshop: Workshop
) -> None:
    interview.ask(HUB)
    name_thing(interview, "ふれあいサロン")
    with workshop.qtbot.waitSignal(interview.finished):
        interview.leave.click()
    assert names(workshop.session.project) == ["ふれあいサロン"]


def answer_last(interview: InterviewView) -> None:
    interview.ask(OFFICE)
    card_of(interview).words.setPlainText("来年度に話し合う")


def test_a_last_answer_skipped_is_not_kept_afterwards(
    interview: InterviewView, workshop: Workshop
) -> None:
    answer_last(interview)
    interview.skip.click()
    assert interview.keep()
    assert workshop.session.project is not None
    assert workshop.session.project.answers == ()


def test_a_last_answer_taken_back_does_not_come_again(
    interview: InterviewView, workshop: Workshop
) -> None:
    answer_last(interview)
    interview.onward.click()
    workshop.settle()
    answered = workshop.heard.projects[-1]
    assert len(answered.answers) == 1
    workshop.session.undo()
    workshop.settle()
    assert interview.keep()
    assert workshop.session.project is not None
    assert workshop.session.project.answers == ()


def so_far_names(interview: InterviewView) -> list[str]:
    words = [one.text() for one in interview.so_far.findChildren(QLabel)]
    return [word for word in words if word.startswith("窓口")]


def test_what_there_is_so_far_is_made_anew_only_to_be_seen(
    interview: InterviewView, workshop: Workshop
) -> None:
    assert interview.so_far.isVisible()
    workshop.session.apply(add("窓口1"))
    assert so_far_names(interview) == ["窓口1"]
    interview.hide()
    workshop.session.apply(add("窓口2"))
    assert so_far_names(interview) == ["窓口1"]
    interview.show()
    assert "窓口2" in so_far_names(interview)


def test_every_question_shows_examples_of_its_own(interview: InterviewView) -> None:
    shown = []
    for number, question in enumerate(QuestionId):
        interview.ask(number)
        card = card_of(interview)
        if card.names is None:
            words = zone_examples(card.question)
            assert words in [label.text() for label in card.findChildren(QLabel)]
            assert words.startswith(
                "事例では、名張市の「まちの保健室」は小学校区に15か所、豊中市の"
            )
            continue
        lines = [row.name.placeholderText() for row in card.names.rows]
        assert all(re.match("例: .+[市区]の「.+」", line) for line in lines)
        assert lines[0] != lines[1], question
        shown += lines
    assert len(set(shown)) == len(shown) == 18


def test_further_lines_only_ask_for_the_name(interview: InterviewView) -> None:
    interview.ask(HUB)
    part = card_of(interview).names
    assert part is not None
    part.more.click()
    assert part.rows[2].name.placeholderText() == "名前"


def told_of(interview: InterviewView, question: QuestionId, name: str) -> str:
    interview.ask(list(QuestionId).index(question))
    part = card_of(interview).cases
    assert part is not None
    place = next(n for n, box in enumerate(part.boxes) if box.text().startswith(name))
    labels = [one.text() for one in part.findChildren(QLabel)]
    return labels[place]


@pytest.mark.parametrize(
    ("question", "name", "expected"),
    [
        (QuestionId.PLACE, "まちの保健室", "約13か所（小学校区の数に比例）"),
        (QuestionId.CORE, "エリアディレクター", "約2名（人口に比例）"),
        (QuestionId.FORUM, "中学校区福祉ネットワーク会議", "約2地域（人口に比例）"),
        (QuestionId.CORE, "統一様式（Joint-Sheet）", ""),
    ],
)
def test_an_option_says_how_its_number_is_reckoned(
    interview: InterviewView, question: QuestionId, name: str, expected: str
) -> None:
    told = told_of(interview, question, name)
    assert told.startswith(f"あなたのまちでは{expected}。") if expected else "あなたの" not in told
    assert "圏域の数" not in told


def type_name(interview: InterviewView, words: str, row: int = 0) -> None:
    """Type, and let it rest."""
    part = card_of(interview).names
    assert part is not None
    QTest.keyClicks(part.rows[row].name, words)
    for settled in part.rows[row].name.findChildren(SettledText):
        settled.flush()


def test_what_is_being_written_is_kept_when_it_rests(
    interview: InterviewView, workshop: Workshop
) -> None:
    interview.ask(HUB)
    card_of(interview).words.setPlainText("公民館も使う")

    def kept() -> list[str]:
        return [one.text for one in ProjectStore(workshop.path).open("own").project.answers]

    workshop.qtbot.waitUntil(lambda: kept() == ["公民館も使う"])


def test_written_on_it_takes_the_place_of_what_was_kept(
    interview: InterviewView, workshop: Workshop
) -> None:
    interview.ask(HUB)
    for words in ("sa", "l", "on"):
        type_name(interview, words)
        workshop.settle()
        assert len(workshop.kept) == 1
    assert workshop.kept == ["salon"]
    type_name(interview, "engawa", row=1)
    interview.onward.click()
    workshop.settle()
    assert workshop.kept == ["salon", "engawa"]
    workshop.session.undo()
    workshop.settle()
    assert workshop.kept == []
    assert ProjectStore(workshop.path).open("own").project.answers == ()
    assert workshop.session.undo_entry is None


def test_half_a_number_is_not_told_to_be_wrong(
    interview: InterviewView, workshop: Workshop
) -> None:
    interview.ask(HUB)
    type_name(interview, "salon")
    part = card_of(interview).names
    assert part is not None
    QTest.keyClicks(part.rows[0].count, "2,")
    for settled in part.rows[0].count.findChildren(SettledText):
        settled.flush()
    workshop.settle()
    assert part.wrong == ""
    assert workshop.kept == ["salon"]


def test_what_is_taken_out_again_is_not_kept(interview: InterviewView, workshop: Workshop) -> None:
    interview.ask(HUB)
    type_name(interview, "salon")
    part = card_of(interview).names
    assert part is not None
    part.rows[0].name.clear()
    interview.onward.click()
    workshop.settle()
    assert workshop.kept == []
    assert ProjectStore(workshop.path).open("own").project.answers == ()


def test_a_question_skipped_is_as_it_was(interview: InterviewView, workshop: Workshop) -> None:
    interview.ask(HUB)
    type_name(interview, "salon")
    interview.onward.click()
    interview.ask(HUB)
    type_name(interview, "engawa")
    workshop.settle()
    assert workshop.kept == ["salon", "engawa"]
    interview.skip.click()
    workshop.settle()
    assert workshop.kept == ["salon"]
    project = workshop.session.project
    assert project is not None
    assert [answer.text for answer in project.answers] == ["salon"]


def test_a_case_is_taken_over_when_it_is_ticked_and_let_go_when_not(
    interview: InterviewView, workshop: Workshop
) -> None:
    interview.ask(PLACE)
    part = card_of(interview).cases
    assert part is not None
    part.boxes[0].click()
    workshop.settle()
    assert len(workshop.kept) == 1
    part.boxes[0].click()
    workshop.settle()
    assert workshop.kept == []


def test_after_another_windows_change_the_answer_is_given_to_what_is_there(
    interview: InterviewView, workshop: Workshop
) -> None:
    interview.ask(HUB)
    store = ProjectStore(workshop.path)
    opened = store.open("own")
    store.commit("own", opened.position, add("むこう")(opened.project))
    type_name(interview, "sa")
    workshop.settle()
    type_name(interview, "lon")
    workshop.settle()
    assert workshop.kept == ["むこう", "salon"]


def test_figures_shown_and_confirmed_are_an_answer(
    interview: InterviewView, workshop: Workshop
) -> None:
    workshop.begin(town=TOWN.model_copy(update={"zones": (ZoneCount(zone=ZONE, count=3),)}))
    interview.ask(0)
    told = [label.text() for label in card_of(interview).findChildren(QLabel)]
    assert any(words.startswith("前の画面で入れた数です。") for words in told)
    interview.onward.click()
    project = workshop.session.project
    assert project is not None
    assert [(one.question, one.text) for one in project.answers] == [("zones", f"{ZONE.label} 3")]
    interview.ask(10)
    assert "とばしました" not in interview.review.findChildren(QLabel)[3].text()


@pytest.mark.parametrize("way", ["skip", "back"])
def test_figures_only_shown_are_no_answer(
    interview: InterviewView, workshop: Workshop, way: str
) -> None:
    workshop.begin(town=TOWN.model_copy(update={"zones": (ZoneCount(zone=ZONE, count=3),)}))
    interview.ask(0)
    (interview.skip if way == "skip" else interview.back).click()
    project = workshop.session.project
    assert project is not None
    assert project.answers == ()
    assert project.town.zone_count(ZONE) == 3


def test_what_is_in_the_design_is_shown_as_chosen(
    interview: InterviewView, workshop: Workshop
) -> None:
    interview.ask(PLACE)
    part = card_of(interview).cases
    assert part is not None
    number = next(n for n, box in enumerate(part.boxes) if box.text().startswith("まちの保健室"))
    part.boxes[number].click()
    interview.onward.click()
    interview.ask(PLACE)
    part = card_of(interview).cases
    assert part is not None
    box = part.boxes[number]
    assert box.isChecked()
    assert not box.isEnabled()
    told = [label.text() for label in part.findChildren(QLabel)][number]
    assert told.startswith("いまの案にあります。")
    card_of(interview).words.setPlainText("夜は開けない")
    interview.onward.click()
    project = workshop.session.project
    assert project is not None
    assert len(project.design.elements) == 1
    assert project.answers[0].text == "まちの保健室（名張市から）\n夜は開けない"


def test_the_newest_element_is_in_view(interview: InterviewView, workshop: Workshop) -> None:
    area = interview.so_far.findChild(QScrollArea)
    assert area is not None
    for number in range(40):
        workshop.session.apply(add(f"窓口{number}"))
    bar = area.verticalScrollBar()
    workshop.qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() > bar.maximum() - 40)


def test_the_end_leads_to_the_design_from_below_too(
    interview: InterviewView, workshop: Workshop
) -> None:
    assert not interview.finish.isVisible()
    interview.ask(10)
    assert interview.finish.isVisible()
    assert interview.finish.hasFocus()
    assert not interview.onward.isVisible()
    with workshop.qtbot.waitSignal(interview.finished):
        interview.finish.click()


def test_persons_are_not_told_in_places_alone(interview: InterviewView) -> None:
    told = told_of(interview, QuestionId.CORE, "相談支援包括化推進員（藤沢市）")
    assert re.match(r"あなたのまちでは約\d+カ所に1名ずつ（", told)
