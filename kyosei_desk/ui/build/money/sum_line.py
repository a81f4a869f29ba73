# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The budget in one line: what it costs, who pays, where the rates come from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from kyosei_desk.domain.projects.budgeting import (
    AssumptionKind,
    BudgetSheet,
    budget_sheet,
)
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.reader.flow_layout import FlowLayout
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.project_rules import rate_words

_NONE = "まだ入っていません"
_ALONE = "補助は使っていません"
_LEAST_ROOM, _MOST_ROOM = 150, 640  # grid pixels; less tells nothing


class SumLine(QWidget):
    """``details_wanted()`` opens the budget, ``reasons_wanted()`` where the rates come from."""

    details_wanted = Signal()
    reasons_wanted = Signal()

    def __init__(self, theme: Theme, session: ProjectSession, parent: QWidget):
        """Show the budget of the session's project."""
        super().__init__(parent)
        self.setAccessibleName("予算のまとめ")
        self._theme = theme
        self._basis = ""
        self._known = False
        self._flow = FlowLayout(self)
        self._title = QLabel("予算（案）", self)
        self._title.setProperty("role", "strong")
        self.total = _Sum("総事業費", self)
        self.national = _Sum("国", self)
        self.prefectural = _Sum("都道府県", self)
        self.own = _Sum("まち", self)
        self._sums = (self.total, self.national, self.prefectural, self.own)
        self._none = QLabel(_NONE, self)
        self._none.setProperty("role", "subtle")
        self.basis = QLabel(self)
        self.basis.setProperty("role", "caption")
        self.reasons = QPushButton("率の根拠 ›", self)
        self.details = QPushButton(self)
        for button, signal in (
            (self.reasons, self.reasons_wanted),
            (self.details, self.details_wanted),
        ):
            button.setProperty("kind", "link")
            button.clicked.connect(signal)
        self._lay_out()
        session.project_changed.connect(self.show_project)
        if session.project is not None:
            self.show_project(session.project)

    @property
    def words(self) -> str:
        """Everything said, in one line."""
        shown = [one.words for one in self._sums if not one.isHidden()]
        return "、".join((*shown, self._basis)) if shown else _NONE

    def show_project(self, project: ModelProject) -> None:
        """Show a project as it is now."""
        sheet = budget_sheet(project)
        shares, known = sheet.shares, bool(sheet.years)
        self.total.show_amount(shares.total, shown=known)
        self.national.show_amount(shares.national, shown=known)
        self.prefectural.show_amount(shares.prefectural, shown=bool(shares.prefectural))
        self.own.show_amount(shares.own, shown=known)
        self._none.setVisible(not known)
        self._known = known
        self._basis = _basis(sheet)
        self.reasons.setVisible(known)
        self.basis.setToolTip(self._basis)
        self.reasons.setToolTip(self._basis)
        self.reasons.setAccessibleDescription(self._basis)
        self.details.setText("内訳 ›" if known else "予算を入れる ›")
        self.setAccessibleDescription(self.words)
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the basis to the room there is."""
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        """Tell the basis in what the others leave of the line; the rest is one click away."""
        parts = [self._title, *self._sums, self.reasons, self.details]
        shown = [part.sizeHint().width() for part in parts if not part.isHidden()]
        margins = self._flow.contentsMargins()
        free = self.width() - margins.left() - margins.right()
        room = free - sum(shown) - (len(shown) + 1) * self._flow.spacing()
        fits = self._known and room >= self._theme.px(_LEAST_ROOM)
        self.basis.setVisible(fits)
        if fits:
            metrics = QFontMetrics(self.basis.font())
            cut = min(room, self._theme.px(_MOST_ROOM))
            self.basis.setText(metrics.elidedText(self._basis, Qt.TextElideMode.ElideRight, cut))

    def _lay_out(self) -> None:
        LayoutScaler(self._theme, self).add(self._flow, (14, 3, 8, 3), 12)
        for widget in (self._title, self._none, *self._sums, self.basis):
            self._flow.addWidget(widget)
        self._flow.add_push()
        self._flow.addWidget(self.reasons)
        self._flow.addWidget(self.details)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class _Sum(QWidget):
    """An amount in 千円 with its name."""

    def __init__(self, name: str, parent: QWidget):
        super().__init__(parent)
        self._name = name
        self._amount = QLabel(self)
        self._amount.setProperty("role", "strong")
        caption = QLabel(name, self)
        caption.setProperty("role", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(caption)
        row.addWidget(self._amount)

    @property
    def words(self) -> str:
        """The name with the amount."""
        return f"{self._name} {self._amount.text()}"

    def show_amount(self, thousands: int, *, shown: bool) -> None:
        """Show an amount, or nothing."""
        self._amount.setText(f"{thousands:,}千円")
        self.setVisible(shown)


def _basis(sheet: BudgetSheet) -> str:
    """Return where the rates come from, in brief."""
    words = []
    for assumption in sheet.assumptions:
        programme = assumption.programme
        if assumption.kind is AssumptionKind.RATE and programme is not None:
            words.append(f"{programme.name} {rate_words(programme)}（{programme.basis}）")
        elif assumption.kind is AssumptionKind.NO_RATE and programme is not None:
            words.append(f"{programme.name}は率が入っていません")
    return " ／ ".join(words) or _ALONE
