# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The form of a subsidy programme: its rates, and where they come from, in words."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.money import put_programme
from kyosei_desk.domain.projects.identifiers import Entry
from kyosei_desk.domain.projects.making import made
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.money import SubsidyProgramme
from kyosei_desk.domain.projects.parts import ProjectPart
from kyosei_desk.ui.build.entries.entry_form import EntryForm
from kyosei_desk.ui.build.entries.field_form import FieldError
from kyosei_desk.ui.build.money.reading import CellError, read_rate
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_NAME, _NATIONAL, _PREFECTURAL, _BASIS = "name", "national", "prefectural", "basis"
_NAMELESS = "補助の名前を入れてください。"
_BASELESS = (
    "率の根拠を書いてください。どの要綱・通知の、いつのものかが分かると、あとで確かめられます。"
)
_OWN_CHECK = (
    "率はこのソフトには入っていません。いまの要綱などで確かめて入れてください。"
    "空けておくと、補助をゼロとして計算します。"
)


class ProgrammeForm(EntryForm):
    """A rate is never taken without its basis."""

    part = ProjectPart.PROGRAMME
    new_title = "補助を加える"
    title = "補助の内容"

    def __init__(self, theme: Theme, session: ProjectSession, parent: QWidget | None = None):
        """Make the fields."""
        super().__init__(theme, session, parent)
        self._before: SubsidyProgramme | None = None
        self.body.addWidget(self.add_line(_NAME, "補助の名前", "重層的支援体制整備事業交付金"))
        self.body.addWidget(text_label(_OWN_CHECK, "caption", self))
        self.body.addWidget(self.add_line(_NATIONAL, "国の率", "1/2", 12))
        self.body.addWidget(self.add_line(_PREFECTURAL, "都道府県の率", "1/4", 12))
        self.body.addWidget(self.add_note(_BASIS, "率の根拠（どの文書の、いつのものか）", 3))

    def texts(self, entry: Entry) -> Mapping[str, str]:
        """Return what stands in the fields."""
        assert isinstance(entry, SubsidyProgramme)
        return {
            _NAME: entry.name,
            _NATIONAL: entry.national or "",
            _PREFECTURAL: entry.prefectural or "",
            _BASIS: entry.basis,
        }

    def show_more(self, project: ModelProject, entry: Entry | None) -> None:
        """Keep the rates, and the passage that states them."""
        self._before = entry if isinstance(entry, SubsidyProgramme) else None

    def read(self, entry_id: str) -> Entry:
        """Return the programme as it stands in the fields.

        A passage is not cited any more for rates it does not state.
        """
        national, prefectural = self._rate(_NATIONAL), self._rate(_PREFECTURAL)
        before = self._before
        kept = before is not None and (before.national, before.prefectural) == (
            national,
            prefectural,
        )
        return made(
            SubsidyProgramme,
            id=entry_id,
            name=self.needed(_NAME, _NAMELESS),
            national=national,
            prefectural=prefectural,
            basis=self.needed(_BASIS, _BASELESS),
            address=before.address if before is not None and kept else None,
        )

    def put(self, project: ModelProject, entry: Entry) -> Changed:
        """Write the programme down."""
        assert isinstance(entry, SubsidyProgramme)
        return put_programme(project, entry)

    def _rate(self, key: str) -> str | None:
        try:
            return read_rate(self.text(key))
        except CellError as error:
            raise FieldError(key, error.sentence) from error
