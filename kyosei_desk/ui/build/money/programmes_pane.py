# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The programmes that share the cost, each with its rates and where they come from."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.projects.budgeting import default_programmes
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.money import put_programme, remove_programme
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.money import SubsidyProgramme
from kyosei_desk.ui.build.entries.entry_page import UNDO
from kyosei_desk.ui.build.entries.one_line import shortened
from kyosei_desk.ui.build.money.programme_form import ProgrammeForm
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.build.settled import hand_over_texts
from kyosei_desk.ui.layouts import LayoutScaler, clear_layout
from kyosei_desk.ui.messages import Message, Severity
from kyosei_desk.ui.reader.flow_layout import FlowRow
from kyosei_desk.ui.relays import relay_click
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.project_rules import rate_words

_LONGEST_NAME = 30
_NONE = "補助はまだありません。補助を加えて、明細の「使う補助」で選ぶと、国などの負担が出ます。"
_OLD = "平成30年度予算案のときの率です。いまの率ではありません。根拠といっしょに入ります。"


class ProgrammesPane(QWidget):
    """``address_requested(str)`` reads the passage that states a rate."""

    address_requested = Signal(str)
    message_requested = Signal(object)
    edit_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, theme: Theme, session: ProjectSession, parent: QWidget):
        """Show the programmes of the session's project."""
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._project_id = ""
        self._shown: tuple[SubsidyProgramme, ...] | None = None
        self.form = ProgrammeForm(theme, session, self)
        self.form.hide()
        self._list = QWidget(self)
        self._cards = QVBoxLayout()
        self._none = text_label(_NONE, "subtle", self._list)
        self.add = QPushButton("補助を加える", self._list)
        self.known = QPushButton("平成30年度モデル事業の率を使う…", self._list)
        self.known.setToolTip(_OLD)
        self.known.setAccessibleDescription(_OLD)
        self.known_menu = QMenu(self)
        for programme in default_programmes():
            self.known_menu.addAction(f"{programme.name}　{rate_words(programme)}").setData(
                programme.id
            )
        self._scaler = LayoutScaler(theme, self)
        self._lay_out()
        self._connect()

    @property
    def buttons(self) -> list[QPushButton]:
        """What can be pressed on the cards, from the top down."""
        return self._list.findChildren(QPushButton)

    def show_project(self, project: ModelProject) -> None:
        """Show a project as it is now."""
        if project.id != self._project_id:
            self._project_id = project.id
            self.form.forget()
            self._close()
        if project.programmes != self._shown:
            self._shown = project.programmes
            self._make_cards(project.programmes)
        present = {programme.id: programme for programme in project.programmes}
        for action in self.known_menu.actions():
            action.setEnabled(str(action.data()) not in present)
        if self.form.isHidden() or not self.form.entry_id:
            return
        if self.form.entry_id in present:
            self.form.show_entry(project, present[self.form.entry_id])
        else:
            self.form.forget()
            self._close()

    def begin(self) -> None:
        """Ask for a new programme."""
        if (project := self._session.project) is not None:
            self.form.begin(project)
            self._open()

    def edit_programme(self, programme_id: str) -> None:
        """Open a programme in the form."""
        project = self._session.project
        found = project.programmes if project else ()
        programme = next((one for one in found if one.id == programme_id), None)
        if project is not None and programme is not None:
            self.form.show_entry(project, programme)
            self._open()

    def remove(self, programme_id: str) -> None:
        """Remove a programme, and offer to take that back."""
        name = next((one.name for one in self._shown or () if one.id == programme_id), "")
        if self._session.apply(_removing(programme_id)):
            short = shortened(name, _LONGEST_NAME)
            text = f"補助「{short}」を消しました。使っていた行は、まちの負担になりました。"
            undo = partial(self._session.undo_of, self._session.last_change)
            self.message_requested.emit(Message(Severity.INFO, text, UNDO, undo))

    def _on_known(self, action: QAction) -> None:
        programme = next(one for one in default_programmes() if one.id == action.data())
        self._session.apply(lambda project: put_programme(project, programme))

    def _on_menu(self) -> None:
        self.known_menu.popup(self.known.mapToGlobal(self.known.rect().bottomLeft()))

    def _on_done(self) -> None:
        self._close()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        self._list.hide()
        self.form.show()
        self.form.take_keyboard()

    def _close(self) -> None:
        hand_over_texts(self.form)
        self.form.hide()
        self._list.show()

    # Making

    def _make_cards(self, programmes: Sequence[SubsidyProgramme]) -> None:
        clear_layout(self._cards)
        for programme in programmes:
            self._cards.addWidget(self._card(programme))
        self._none.setVisible(not programmes)

    def _card(self, programme: SubsidyProgramme) -> QFrame:
        card = QFrame()
        card.setProperty("card", "plain")
        column = QVBoxLayout(card)
        self._scaler.add(column, (12, 8, 12, 8), 4)
        column.addWidget(text_label(programme.name, "strong", card))
        column.addWidget(text_label(rate_words(programme), "body", card))
        column.addWidget(text_label(f"根拠: {programme.basis}", "caption", card))
        row = FlowRow(self._theme, spacing=4)
        edit, remove = self._link("直す", programme), self._link("消す", programme)
        relay_click(edit, self.edit_wanted, programme.id)
        relay_click(remove, self.removal_wanted, programme.id)
        if programme.address:
            read = self._link("出典を読む", programme)
            relay_click(read, self.address_requested, programme.address)
            row.add(read)
        row.add(edit)
        row.add(remove)
        column.addWidget(row)
        return card

    def _link(self, text: str, programme: SubsidyProgramme) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "link")
        button.setAccessibleName(f"{programme.name}: {text}")
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._list)
        self._scaler.add(column, (14, 4, 12, 8), 8)
        column.addWidget(text_label("使う補助と、率の根拠", "strong", self._list))
        column.addWidget(self._none)
        self._scaler.add(self._cards, spacing=8)
        column.addLayout(self._cards)
        buttons = FlowRow(self._theme, spacing=8)
        for button in (self.add, self.known):
            button.setProperty("kind", "choice")
            buttons.add(button)
        column.addWidget(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._list)
        outer.addWidget(self.form)

    def _connect(self) -> None:
        self.add.clicked.connect(self.begin)
        self.known.clicked.connect(self._on_menu)
        self.known_menu.triggered.connect(self._on_known)
        self.edit_wanted.connect(self.edit_programme)
        self.removal_wanted.connect(self.remove)
        self.form.done.connect(self._on_done)
        self.form.removal_wanted.connect(self.remove)


def _removing(programme_id: str) -> Callable[[ModelProject], Changed]:
    return lambda project: remove_programme(project, programme_id)
