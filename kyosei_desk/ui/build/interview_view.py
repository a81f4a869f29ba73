# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Ten plain questions, one at a time; what is answered is in the design at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.domain.dates import today
from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.interview import (
    Question,
    QuestionId,
    Response,
    answer_changes,
    questions,
)
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.actions import ActionId, add_action
from kyosei_desk.ui.build.interview_question import QuestionCard
from kyosei_desk.ui.build.interview_review import InterviewReview
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.build.so_far import SoFar
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.scrolling import scroll_down
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.own_figures import FigureError

_ROOM_FOR_SO_FAR = 900
_TO_DESIGN = "案の画面へ"


class InterviewView(QWidget):
    """``finished`` leads to the workbench, at the end or when one has had enough."""

    finished = Signal()

    def __init__(
        self,
        theme: Theme,
        session: ProjectSession,
        library: BuildLibrary,
        parent: QWidget | None = None,
    ):
        """Ask nothing yet."""
        super().__init__(parent)
        self.setAccessibleName("10の質問")
        self._theme = theme
        self._session = session
        self._library = library
        self._number = 0
        self._before: ModelProject | None = None
        self._kept: ModelProject | None = None
        self._pages = QStackedWidget(self)
        self._scroll = QScrollArea(self)
        self.card: QuestionCard | None = None
        self.review = InterviewReview(theme)
        self.so_far = SoFar(theme, self)
        self._count = text_label("", "strong", self)
        self._progress = QProgressBar(self)
        self.back = QPushButton("前の質問", self)
        self.skip = QPushButton("この質問をとばす", self)
        self.onward = QPushButton("つぎの質問", self)
        self.leave = QPushButton(_TO_DESIGN, self)
        self.finish = QPushButton(_TO_DESIGN, self)
        self._lay_out(LayoutScaler(theme, self))
        self._connect()

    @property
    def number(self) -> int:
        """Which question is asked, from 0; ten is the review."""
        return self._number

    def begin(self) -> None:
        """Ask the first question that has not been answered, or show the review."""
        asked = self._questions()
        open_ones = [n for n, question in enumerate(asked) if question.answer is None]
        self.ask(open_ones[0] if open_ones else len(asked))

    def ask(self, number: int) -> None:
        """Ask a question; after the last one comes the review."""
        asked = self._questions()
        project = self._session.project
        if not asked or project is None:
            return
        self._number = min(max(number, 0), len(asked))
        if self._number == len(asked):
            self._show_review(asked)
        else:
            self._show_question(asked[self._number], project)
        self._show_progress(len(asked))
        self.so_far.show_project(project)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the keyboard on the first field of the question."""
        if self.card is not None and self._number < len(QuestionId):
            self.card.take_keyboard()
        else:
            self.finish.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the question before."""
        if event.key() == Qt.Key.Key_Escape and self._number > 0:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is so far where there is room beside the question."""
        super().resizeEvent(event)
        self.so_far.setVisible(self.width() >= self._theme.px(_ROOM_FOR_SO_FAR))

    def go_on(self) -> None:
        """Keep the answer, also one that was shown and left as it is; ask the next question."""
        if self._put_away(confirmed=True):
            self.ask(self._number + 1)

    def go_back(self) -> None:
        """Keep what was answered so far, and ask the question before."""
        if self._put_away():
            self.ask(self._number - 1)

    def _on_skip(self) -> None:
        """Leave the question as it was before it was asked."""
        if self.card is not None:
            self._answer(self.card.question, Response())
        self.card = None
        self.ask(self._number + 1)

    def _on_leave(self) -> None:
        if self._put_away():
            self.finished.emit()

    def _put_away(self, *, confirmed: bool = False) -> bool:
        """Keep the answer for good: the card is not read again."""
        if not self.keep(confirmed=confirmed):
            return False
        self.card = None
        return True

    def keep(self, *, confirmed: bool = False) -> bool:
        """Make the answer to what it means; False where something cannot be read.

        ``confirmed``: what was shown as known before is an answer where there was none yet.
        """
        if self.card is None:
            return True
        try:
            response = self.card.read()
        except FigureError:
            return False
        return self._give(self.card, response, confirmed=confirmed)

    def _on_rested(self) -> None:
        """Keep the answer as far as it has been given; nothing is said of it yet."""
        if self.card is not None:
            self._give(self.card, self.card.so_far())

    def _give(self, card: QuestionCard, response: Response, *, confirmed: bool = False) -> bool:
        unanswered = confirmed and card.question.answer is None
        nothing = response.is_empty or (response == card.begun and not unanswered)
        return self._answer(card.question, Response() if nothing else response)

    def _answer(self, question: Question, response: Response) -> bool:
        """Put an answer in the place of what was answered since the question was asked."""

        def change(project: ModelProject) -> Changed:
            before = self._before if self._before and project == self._kept else project
            changed = Changed(ChangeKind.ANSWERED, question.id.label, before)
            if not response.is_empty:
                changed = answered(before, question, response)
            self._before, self._kept = before, changed.project
            return changed

        return self._session.apply(change)

    def _questions(self) -> tuple[Question, ...]:
        project = self._session.project
        return questions(project, self._library.cases) if project is not None else ()

    def _show_question(self, question: Question, project: ModelProject) -> None:
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        self.card = QuestionCard(self._theme, question, project, self._library)
        self.card.submitted.connect(self.go_on)
        self.card.rested.connect(self._on_rested)
        self._before = self._kept = project
        self._scroll.setWidget(self.card)
        self._pages.setCurrentWidget(self._scroll)
        announcement = QAccessibleAnnouncementEvent(self, self.card.text)
        QAccessible.updateAccessibility(announcement)

    def _show_review(self, asked: tuple[Question, ...]) -> None:
        self.card = None
        self.review.show_answers(asked)
        self._pages.setCurrentWidget(self.review)

    def _show_progress(self, count: int) -> None:
        at_end = self._number == count
        self._count.setText("見直し" if at_end else f"質問 {self._number + 1} / {count}")
        self._progress.setRange(0, count)
        self._progress.setValue(self._number)
        self.back.setVisible(self._number > 0)
        self.skip.setVisible(not at_end)
        self.onward.setVisible(not at_end)
        self.onward.setText("答えを見直す" if self._number + 1 == count else "つぎの質問")
        self.finish.setVisible(at_end)
        self.leave.setText(_TO_DESIGN if at_end else f"ここまでにして、{_TO_DESIGN}")

    def _on_project(self, project: ModelProject) -> None:
        self.so_far.show_project(project)

    # Making

    def _lay_out(self, scaler: LayoutScaler) -> None:
        scroll_down(self._scroll)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._pages.addWidget(self._scroll)
        self._pages.addWidget(self.review)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("質問の進み")
        self._count.setWordWrap(False)
        head = QHBoxLayout()
        scaler.add(head, (28, 14, 28, 6), 14)
        head.addWidget(self._count)
        head.addWidget(self._progress, 1)
        head.addWidget(self.leave)
        foot = QFrame(self)
        foot.setObjectName("dialogFoot")
        row = QHBoxLayout(foot)
        scaler.add(row, (28, 10, 28, 10), 10)
        for button in (self.leave, self.skip):
            button.setProperty("kind", "tool")
        for button in (self.onward, self.finish):
            button.setProperty("kind", "primary")
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.skip)
        row.addWidget(self.onward)
        row.addWidget(self.finish)
        middle = QHBoxLayout()
        scaler.add(middle, spacing=0)
        middle.addWidget(self._pages, 1)
        middle.addWidget(self.so_far)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self.back.clicked.connect(self.go_back)
        self.skip.clicked.connect(self._on_skip)
        self.onward.clicked.connect(self.go_on)
        for button in (self.leave, self.finish):
            button.clicked.connect(self._on_leave)
        self.review.question_requested.connect(self.ask)
        self._session.project_changed.connect(self._on_project)
        add_action(self, ActionId.NEXT_QUESTION, self.go_on)


def answered(project: ModelProject, question: Question, response: Response) -> Changed:
    """Return an answer as one change, which 元に戻す takes back as a whole.

    Raises:
        ProjectError: see :func:`answer_changes`.
    """
    changes = answer_changes(project, question, response, today())
    last = changes[-1].project if changes else project
    return Changed(ChangeKind.ANSWERED, question.id.label, last)
