# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Under a row of the gap board: own elements, questions to ask oneself, leaving it out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.projects.gaps import GapRow, GapState
from kyosei_desk.ui.build.board.board_texts import answer_label, ways_words
from kyosei_desk.ui.build.board.flowing_label import FlowingLabel
from kyosei_desk.ui.build.entries.one_line import keep_to_one_line
from kyosei_desk.ui.build.short_button import ShortButton
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.reader.flow_layout import FlowRow
from kyosei_desk.ui.relays import relay_click
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_LONGEST_REASON = 200


class RowDetails(QWidget):
    """Signals: what is to be seen or done about the row.

    ``element_chosen(str)``, ``ways_wanted()``, ``addition_wanted()`` of an own element,
    ``passage_wanted()``, ``asked_why(QWidget)`` with the form that has come up,
    ``left_out(str)`` with the reason, ``taken_up()``.
    """

    element_chosen = Signal(str)
    ways_wanted = Signal()
    addition_wanted = Signal()
    passage_wanted = Signal()
    asked_why = Signal(QWidget)
    left_out = Signal(str)
    taken_up = Signal()

    def __init__(self, theme: Theme, row: GapRow, parent: QWidget):
        """Show the details of a row."""
        super().__init__(parent)
        self._theme = theme
        self._row = row
        self._scaler = LayoutScaler(theme, self)
        column = QVBoxLayout(self)
        self._scaler.add(column, (33, 2, 10, 12), 6)
        self._official = text_label("", "caption", self)
        self._answers = FlowRow(theme, spacing=4)
        self._questions = FlowingLabel("caption", self)
        self._form = ReasonForm(theme, self)
        self._reason = text_label("", "caption", self)
        column.addWidget(self._official)
        column.addWidget(self._answers)
        self._ways = self._button("", self.ways_wanted)
        column.addWidget(self._ways, 0, Qt.AlignmentFlag.AlignLeft)
        self._add = self._button("＋ 自分のまちのものを書く", self.addition_wanted)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._asked = text_label("自分たちへの問い", "group", self)
        column.addWidget(self._asked)
        column.addWidget(self._questions)
        column.addWidget(self._reason)
        column.addWidget(self._form)
        self._buttons = FlowRow(theme, spacing=6)
        self._read = self._link("指針の本文を読む", self.passage_wanted)
        self._leave = self._link("しないと決める…", None)
        self._leave.clicked.connect(self._open_form)
        self._take_up = self._link("取り消す（また考える）", self.taken_up)
        for button in (self._read, self._leave, self._take_up):
            self._buttons.add(button)
        column.addWidget(self._buttons)
        self._form.decided.connect(self._on_decided)
        self._form.given_up.connect(self._close_form)
        self._form.hide()
        self.show_row(row)

    @property
    def form(self) -> "ReasonForm":
        """Where the reason is written."""
        return self._form

    def show_row(self, row: GapRow) -> None:
        """Show the row as it is now."""
        self._row = row
        provision = row.provision
        self._official.setText(f"指針のことば: {provision.label}（{provision.article}）")
        self._answers.clear()
        for answer in row.answers:
            button = ShortButton(*answer_label(answer))
            button.setProperty("kind", "choice")
            button.setAccessibleName(f"{answer.element.name}を図で見る")
            button.setToolTip(answer.element.name)
            relay_click(button, self.element_chosen, answer.element.id)
            self._answers.add(button)
        self._answers.setVisible(bool(row.answers))
        self._ways.setText(f"{ways_words(row)} →")
        self._ways.setVisible(bool(row.case_count))
        self._questions.show_paragraphs([f"・{question}" for question in row.questions])
        for label in (self._asked, self._questions):
            label.setVisible(bool(row.questions))
        left_out = bool(row.reason)
        self._reason.setText(f"しないと決めた理由: {row.reason}")
        self._reason.setVisible(left_out)
        self._leave.setText("理由を直す…" if left_out else "しないと決める…")
        self._leave.setAccessibleName(f"{provision.plain}を、{self._leave.text()}")
        self._leave.setVisible(row.state is not GapState.PREFECTURAL and self._form.isHidden())
        self._take_up.setVisible(left_out)

    def _open_form(self) -> None:
        self._form.open(self._row.provision.plain, self._row.reason)
        self._leave.hide()
        self.asked_why.emit(self._form)

    def _close_form(self) -> None:
        self._form.hide()
        self.show_row(self._row)
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_decided(self, reason: str) -> None:
        self._form.hide()
        self.left_out.emit(reason)
        self.show_row(self._row)

    def _button(self, text: str, signal: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", "choice")
        button.clicked.connect(signal)
        return button

    def _link(self, text: str, signal: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", "link")
        if signal is not None:
            button.clicked.connect(signal)
        return button


class ReasonForm(QWidget):
    """Why something is left out on purpose: ``decided(str)``, ``given_up()``."""

    decided = Signal(str)
    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget):
        """Make an empty form."""
        super().__init__(parent)
        self._edit = QueryEdit(self)
        self._edit.setMaxLength(_LONGEST_REASON)
        keep_to_one_line(self._edit)
        self._edit.setPlaceholderText("例: 県の事業で足りるため")
        self._wrong = text_label("", "caption", self)
        self._wrong.setProperty("wrong", True)
        self._wrong.hide()
        decide = QPushButton("しないと決める", self)
        decide.setProperty("kind", "primary")
        drop = QPushButton("やめる", self)
        row = FlowRow(theme, spacing=6)
        row.add(decide)
        row.add(drop)
        column = QVBoxLayout(self)
        LayoutScaler(theme, self).add(column, spacing=4)
        column.addWidget(
            text_label("なぜ、しないのですか（あとから読む人のために）", "caption", self)
        )
        column.addWidget(self._edit)
        column.addWidget(self._wrong)
        column.addWidget(row)
        decide.clicked.connect(self._decide)
        drop.clicked.connect(self.given_up)
        self._edit.submitted.connect(self._decide)
        self._edit.escaped.connect(self.given_up)
        self._edit.textEdited.connect(self._wrong.hide)

    @property
    def edit(self) -> QueryEdit:
        """The field of the reason."""
        return self._edit

    @property
    def wrong(self) -> str:
        """What is said to be wrong."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    def open(self, name: str, reason: str) -> None:
        """Ask for the reason, beginning with the one before."""
        self._edit.setAccessibleName(f"「{name}」をしない理由")
        self._edit.setText(reason)
        self._wrong.hide()
        self.show()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.selectAll()

    def _decide(self) -> None:
        reason = self._edit.text().strip()
        if reason:
            self.decided.emit(reason)
            return
        self._wrong.setText("理由を入れてください。")
        self._wrong.show()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
