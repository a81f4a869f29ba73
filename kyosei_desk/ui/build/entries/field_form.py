# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Fields under their names, each with what is wrong below."""

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyosei_desk.ui.build.design.form_parts import FormEdit, FormField, NoteEdit
from kyosei_desk.ui.build.settled import SettledText, settled_text
from kyosei_desk.ui.theme import Theme

_LONGEST = 200


class FieldError(Exception):
    """A field cannot be taken; ``missing``: it is empty and must not stay so."""

    def __init__(self, key: str, sentence: str, *, missing: bool = False):
        """Keep what is said at the field ``key``."""
        super().__init__(sentence)
        self.key = key
        self.sentence = sentence
        self.missing = missing


@dataclass(frozen=True)
class FormLine:
    """A field of text: where it is typed, what is said below, who hands it over."""

    edit: FormEdit | NoteEdit
    field: FormField
    settled: SettledText

    @property
    def text(self) -> str:
        """What stands in the field."""
        edit = self.edit
        plain = edit.text() if isinstance(edit, FormEdit) else edit.toPlainText()
        return plain.strip()


class FieldForm(QWidget):
    """``body`` takes the fields; :meth:`on_settled` follows a text that was written."""

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make a form without fields."""
        super().__init__(parent)
        self._theme = theme
        self.lines: dict[str, FormLine] = {}
        self.fields: dict[str, FormField] = {}
        self.body = QVBoxLayout()

    def on_settled(self, text: str) -> None:
        """Follow a text that was written."""

    def on_submitted(self) -> None:
        """Follow Enter in a line."""

    def add_line(
        self, key: str, label: str, example: str = "", longest: int = _LONGEST
    ) -> FormField:
        """Make a field of one line of text."""
        edit = FormEdit(self)
        edit.setMaxLength(longest)
        edit.setPlaceholderText(f"例: {example}" if example else "")
        edit.submitted.connect(self.on_submitted)
        return self._add(key, label, edit)

    def add_note(self, key: str, label: str, lines: int = 2, example: str = "") -> FormField:
        """Make a field of several lines of text."""
        edit = NoteEdit(self._theme, lines, self)
        edit.setPlaceholderText(example)
        return self._add(key, label, edit)

    def add_field(self, key: str, label: str, content: QWidget) -> FormField:
        """Make a field of something else, which calls :meth:`keep` when it was changed."""
        self.fields[key] = FormField(self._theme, label, content, self)
        return self.fields[key]

    def text(self, key: str) -> str:
        """Return what stands in a field of text."""
        return self.lines[key].text

    def edit(self, key: str) -> FormEdit | NoteEdit:
        """Return where a text is typed."""
        return self.lines[key].edit

    def needed(self, key: str, sentence: str) -> str:
        """Return a text that must be there.

        Raises:
            FieldError: it is not.
        """
        text = self.text(key)
        if not text:
            raise FieldError(key, sentence, missing=True)
        return text

    @property
    def wrong(self) -> dict[str, str]:
        """What is said to be wrong, by field."""
        return {key: field.wrong for key, field in self.fields.items() if field.wrong}

    def say_nothing(self) -> None:
        """Take back what is said to be wrong."""
        for field in self.fields.values():
            field.say("")

    def _add(self, key: str, label: str, edit: FormEdit | NoteEdit) -> FormField:
        field = FormField(self._theme, label, edit, self)
        self.fields[key] = field
        self.lines[key] = FormLine(edit, field, settled_text(edit, self.on_settled))
        return field
