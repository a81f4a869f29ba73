# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""One question with its fields."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QVBoxLayout, QWidget

from kyosei_desk.domain.projects.interview import AnswerPart, Question, Response
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.build.interview_parts import CasesPart, NamesPart, YesNoPart, ZonesPart
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.settled import TextEdit, settled_text
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.project_rules import question_text, question_why

_TEXT_LINES = 3
_HEADS = {
    AnswerPart.ZONES: ("圏域の数", "分かるものだけ入れてください。"),
    AnswerPart.NAMES: (
        "いま、まちにあるもの",
        "名前だけでもかまいません。案に「今ある」として入ります。",
    ),
    AnswerPart.CASES: (
        "取り入れてみたい事例",
        "選ぶと、まちの大きさに合わせた数で案に入ります。あとで外せます。",
    ),
    AnswerPart.YES_NO: ("ひとことで言うと", ""),
}
_ZONES_KNOWN = "前の画面で入れた数です。このままでよければ「つぎの質問」へ進んでください。"


class QuestionCard(QWidget):
    """``submitted`` is Enter in the last field, ``rested`` follows what was written or chosen."""

    submitted = Signal()
    rested = Signal()

    def __init__(
        self, theme: Theme, question: Question, project: ModelProject, library: BuildLibrary
    ):
        """Show a question with what was answered before."""
        super().__init__()
        self.setObjectName("page")
        self._theme = theme
        self.question = question
        self.text = question_text(question.id)
        self.zones: ZonesPart | None = None
        self.names: NamesPart | None = None
        self.cases: CasesPart | None = None
        self.choice: YesNoPart | None = None
        self.words = QPlainTextEdit(self)
        self._scaler = LayoutScaler(theme, self)
        self._column = QVBoxLayout(self)
        self._lay_out(project, library)
        self.begun = self.read()
        for edit in self._edits():
            edit.submitted.connect(self._on_submitted)
        self._follow(self)
        if self.names is not None:
            self.names.row_added.connect(self._on_row)
        theme.changed.connect(self._scale)
        self._scale()

    def take_keyboard(self) -> None:
        """Put the keyboard on the first field."""
        edits = self._edits()
        first: QWidget = edits[0] if edits else self.words
        if self.choice is not None:
            first = next(iter(self.choice.buttons.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> Response:
        """Return what was answered.

        Raises:
            FigureError: a number cannot be read; that is said beside it.
        """
        return Response(
            zones=self.zones.read() if self.zones else (),
            things=self.names.read() if self.names else (),
            chosen=self.cases.read() if self.cases else (),
            choice=self.choice.read() if self.choice else None,
            text=self.words.toPlainText().strip(),
        )

    def so_far(self) -> Response:
        """Return what has been answered while it is being written; nothing is said of it."""
        return Response(
            zones=self.zones.so_far() if self.zones else (),
            things=self.names.so_far() if self.names else (),
            chosen=self.cases.read() if self.cases else (),
            choice=self.choice.read() if self.choice else None,
            text=self.words.toPlainText().strip(),
        )

    def _follow(self, part: QWidget) -> None:
        """Tell when something is written, or chosen, in the fields of a part."""
        edits: list[TextEdit] = [*part.findChildren(QueryEdit)]
        for edit in [*edits, *part.findChildren(QPlainTextEdit)]:
            settled_text(edit, self._on_rested)
        for button in part.findChildren(QAbstractButton):
            if button.isCheckable():
                button.toggled.connect(self._on_rested)

    def _on_row(self, row: QWidget) -> None:
        self._follow(row)

    def _on_rested(self, _value: object) -> None:
        self.rested.emit()

    def _edits(self) -> list[QueryEdit]:
        return [
            *(self.zones.edits if self.zones else ()),
            *(self.names.edits if self.names else ()),
        ]

    def _on_submitted(self) -> None:
        """Enter goes to the next field, and from the last one on."""
        edits = self._edits()
        place = next((n for n, edit in enumerate(edits) if edit.hasFocus()), len(edits) - 1)
        if place + 1 < len(edits):
            edits[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.submitted.emit()

    # Making

    def _lay_out(self, project: ModelProject, library: BuildLibrary) -> None:
        column = self._column
        self._scaler.add(column, (28, 6, 28, 20), 10)
        labels = [library.provisions[one].plain for one in self.question.provisions]
        column.addWidget(text_label("指針の項目: " + "・".join(labels), "caption"))
        column.addWidget(text_label(self.text, "title"))
        column.addWidget(text_label(question_why(self.question.id), "body"))
        if self.question.answer is not None:
            column.addWidget(text_label(f"前の答え: {self.question.answer}", "caption"))
        for part in self.question.parts:
            self._add_part(part, project)
        column.addWidget(text_label("ことばで書く（なくてもかまいません）", "strong"))
        self.words.setAccessibleName("ことばで書く")
        self.words.setTabChangesFocus(True)
        self.words.setProperty("field", True)
        column.addWidget(self.words)
        column.addStretch(1)

    def _add_part(self, part: AnswerPart, project: ModelProject) -> None:
        if part is AnswerPart.CASES and not self.question.options:
            return
        title, why = _HEADS[part]
        if part is AnswerPart.ZONES and project.town.zones:
            why = _ZONES_KNOWN
        self._column.addWidget(text_label(title, "strong"))
        if why:
            self._column.addWidget(text_label(why, "caption"))
        match part:
            case AnswerPart.ZONES:
                if examples := zone_examples(self.question):
                    self._column.addWidget(text_label(examples, "caption"))
                self.zones = ZonesPart(self._theme, project.town)
                self._column.addWidget(self.zones)
            case AnswerPart.NAMES:
                self.names = NamesPart(self._theme, self.question)
                self._column.addWidget(self.names)
            case AnswerPart.CASES:
                self.cases = CasesPart(self._theme, self.question.options, project)
                self._column.addWidget(self.cases)
            case AnswerPart.YES_NO:
                self.choice = YesNoPart(self._theme)
                self._column.addWidget(self.choice)

    def _scale(self) -> None:
        line = self.words.fontMetrics().lineSpacing()
        self.words.setFixedHeight(line * _TEXT_LINES + self._theme.px(18))


def zone_examples(question: Question) -> str:
    """Return in which zones cases have what, as examples of how wide a zone can be."""
    told = (
        f"{one.column.title}の「{one.element.name}」は{one.element.zone.label}に"
        f"{one.element.count:,}{one.element.unit}"
        for one in question.examples
        if one.element.count is not None
    )
    words = "、".join(told)
    return f"事例では、{words}。" if words else ""
