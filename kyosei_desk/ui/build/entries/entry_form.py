# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The form of an entry: kept as it is written, once what it cannot do without is there.

What cannot be taken is said at its field and stays there. A new entry that is not complete
yet is not part of the project; its fields keep it until it is.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.errors import KyoseiError, ProjectError
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.parts import altered
from kyosei_desk.domain.projects.identifiers import Entry, entries, next_id
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.parts import ProjectPart
from kyosei_desk.ui.build.design.form_parts import FormEdit
from kyosei_desk.ui.build.entries.field_form import FieldError, FieldForm
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.build.reading_order import reading_order
from kyosei_desk.ui.build.settled import hand_over_texts
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.errors import error_sentence


class EntryForm(FieldForm):
    """``kept(str)`` follows an entry that was written; ``done()`` leaves the form.

    Those derived from it say what their fields are: :meth:`texts`, :meth:`show_more` and
    :meth:`read`, and how the entry is put: :attr:`part` and :meth:`put`.
    """

    kept = Signal(str)
    done = Signal()
    removal_wanted = Signal(str)

    part: ProjectPart
    new_title: str
    title: str

    def __init__(self, theme: Theme, session: ProjectSession, parent: QWidget | None = None):
        """Make an empty form."""
        super().__init__(theme, parent)
        self._session = session
        self._entry_id = ""
        self._fresh = True
        self._draft: dict[str, str] = {}
        self._showing = False
        self._heading = QLabel(self)
        self._heading.setProperty("role", "strong")
        self._hint = text_label("", "caption", self)
        self.back = QPushButton("できました", self)
        self.back.setToolTip("入れたものは、そのつど書きとめています（Esc）")
        self.remove = QPushButton("これを消す", self)
        self.remove.setProperty("kind", "link")
        self._lay_out()
        self.back.clicked.connect(self.leave)
        self.remove.clicked.connect(self._on_remove)

    # For those derived

    def texts(self, entry: Entry) -> Mapping[str, str]:
        """Return what stands in the fields of text for an entry."""
        raise NotImplementedError

    def show_more(self, project: ModelProject, entry: Entry | None) -> None:
        """Show what is not text; None for a new entry."""

    def read(self, entry_id: str) -> Entry:
        """Return the entry as it stands in the fields.

        Raises:
            FieldError: a field cannot be taken.
            ProjectError: the fields do not fit together; about the field.
        """
        raise NotImplementedError

    def put(self, project: ModelProject, entry: Entry) -> Changed:
        """Return the change that writes the entry down."""
        raise NotImplementedError

    # Showing

    @property
    def entry_id(self) -> str:
        """The entry shown; nothing for a new one that is not written down yet."""
        return self._entry_id

    @property
    def hint(self) -> str:
        """What is still to be written before a new entry is kept."""
        return self._hint.text()

    def begin(self, project: ModelProject) -> None:
        """Ask for a new entry; one begun before goes on."""
        if not self._fresh:
            hand_over_texts(self)
            self._fresh, self._entry_id = True, ""
            self.say_nothing()
            self._showing = True
            for key, line in self.lines.items():
                line.settled.show_text(self._draft.get(key, ""))
                line.settled.forget_past()
            self.show_more(project, None)
            self._showing = False
        self._show_state()

    def show_entry(self, project: ModelProject, entry: Entry) -> None:
        """Show an entry; what was being typed about another is handed over first."""
        another = entry.id != self._entry_id
        if another:
            hand_over_texts(self)
            if self._fresh:
                self._draft = {key: line.text for key, line in self.lines.items()}
            self.say_nothing()
            self._fresh, self._entry_id = False, entry.id
        self._showing = True
        texts = self.texts(entry)
        for key, line in self.lines.items():
            if not line.field.wrong:
                line.settled.show_text(texts[key])
            if another:
                line.settled.forget_past()
        self.show_more(project, entry)
        self._showing = False
        self._show_state()

    def forget(self) -> None:
        """Show nothing of the project any more: it is another one, or the entry is gone."""
        self._draft.clear()
        self.say_nothing()
        self._showing = True
        for line in self.lines.values():
            line.settled.flush()
            line.settled.show_text("")
        self._showing = False
        self._fresh, self._entry_id = False, ""

    def lets_go(self) -> bool:
        """Hand over what was typed; False where something of the entry shown cannot be taken."""
        hand_over_texts(self)
        wrong = next(iter(self.wrong), "") if self._entry_id else ""
        if wrong in self.lines:
            self.lines[wrong].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def take_keyboard(self) -> None:
        """Put the keyboard on the first field."""
        first = next(iter(self.lines.values())).edit
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(first, FormEdit):
            first.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    # Keeping

    def keep(self) -> bool:
        """Write down what stands in the fields; False where something cannot be taken."""
        return self._keep(strict=not self._fresh)

    def leave(self) -> None:
        """Leave the form, unless something in it is wrong or an entry begun is incomplete."""
        hand_over_texts(self)
        begun = any(line.text for line in self.lines.values())
        if (self._fresh and not begun) or self._keep(strict=True):
            self.done.emit()
            return
        wrong = next(iter(self.wrong), "")
        if wrong in self.lines:
            self.lines[wrong].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, *, strict: bool) -> bool:
        project = self._session.project
        if self._showing or project is None or (not self._fresh and not self._entry_id):
            return False
        entry = self._read(project, strict=strict)
        if entry is None:
            return False
        # A new entry is shown as an old one when the project tells that it is there.
        newly, self._fresh, self._entry_id = self._fresh, False, entry.id
        if not self._session.apply(self._putting(entry, newly=newly)):
            self._fresh = newly
            self._entry_id = "" if newly else entry.id
            return False
        if newly:
            self._draft.clear()
        self._show_state()
        self.kept.emit(self._entry_id)
        return True

    def _putting(self, entry: Entry, *, newly: bool) -> Callable[[ModelProject], Changed]:
        """Return the change; a new entry gets an id that is free in the project then."""

        def change(project: ModelProject) -> Changed:
            if not newly:
                return self.put(project, entry)
            new = altered(entry, id=next_id(project, self.part))
            if self._entry_id == entry.id:
                self._entry_id = new.id
            return self.put(project, new)

        return change

    def _read(self, project: ModelProject, *, strict: bool) -> Entry | None:
        self.say_nothing()
        try:
            entry = self.read(self._entry_id or next_id(project, self.part))
        except FieldError as error:
            self._hint.setText(error.sentence if error.missing and not strict else "")
            self._hint.setVisible(bool(self._hint.text()))
            if strict or not error.missing:
                self.fields[error.key].say(error.sentence)
            return None
        except KyoseiError as error:
            self.fields[self._place_of(error)].say(error_sentence(error))
            return None
        return entry

    def _place_of(self, error: KyoseiError) -> str:
        about = error.about if isinstance(error, ProjectError) else ()
        return next((key for key in about if key in self.fields), next(iter(self.fields)))

    def say_nothing(self) -> None:
        """Take back what is said."""
        super().say_nothing()
        self._hint.hide()

    def _show_state(self) -> None:
        self._heading.setText(self.new_title if self._fresh else self.title)
        self.remove.setVisible(not self._fresh)

    def on_settled(self, text: str) -> None:
        """Write down what was written."""
        if not self._showing:
            self.keep()

    def on_submitted(self) -> None:
        """Enter goes to the next field, and out of the last one."""
        heads = (self.remove, self.back)
        stops = [one for one in reading_order(self) if one not in heads]
        place = next((n for n, one in enumerate(stops) if one.hasFocus()), len(stops) - 1)
        if place + 1 < len(stops):
            stops[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.leave()

    def _on_remove(self) -> None:
        if self._entry_id:
            self.removal_wanted.emit(self._entry_id)

    # Making

    def _lay_out(self) -> None:
        scaler = LayoutScaler(self._theme, self)
        head = QHBoxLayout()
        scaler.add(head, spacing=8)
        head.addWidget(self._heading, 1)
        head.addWidget(self.remove)
        self.scaler = scaler
        scaler.add(self.body, spacing=8)
        column = QVBoxLayout(self)
        scaler.add(column, (14, 6, 12, 10), 6)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addLayout(self.body)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)


def entry_of(project: ModelProject, part: ProjectPart, entry_id: str) -> Entry | None:
    """Return an entry of a project, None where there is none."""
    return next((one for one in entries(project, part) if one.id == entry_id), None)
