# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The values of a project's fields in Japanese."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kyosei_desk.domain.comparing.quantities import exact, exact_text
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import Element, PlannedCount, ProvisionCoverage, Staffing
from kyosei_desk.domain.passages import staffing_label
from kyosei_desk.domain.projects.identifiers import entries, entry_name
from kyosei_desk.domain.projects.model import UNWRITTEN, ModelProject, Scaling, ZoneCount
from kyosei_desk.domain.projects.parts import ProjectPart
from kyosei_desk.domain.projects.scaling import formula
from kyosei_desk.domain.sources import Source, citation_line, date_words, fiscal_year_words
from kyosei_desk.domain.vocabulary import Coverage, LabelledEnum
from kyosei_desk.wording.project_fields import field_unit

_ANSWERS = {Coverage.FULL: "答えている", Coverage.PARTIAL: "一部"}
# The fields that hold ids of other entries of the project.
_ENTRIES = {
    "element": ProjectPart.ELEMENT,
    "elements": ProjectPart.ELEMENT,
    "programme": ProjectPart.PROGRAMME,
}


@dataclass(frozen=True)
class ValueWords:
    """How values of one state of a project are said.

    ``provisions`` are the plain labels of the guideline's rows by their ids.
    """

    project: ModelProject
    provisions: Mapping[str, str] = field(default_factory=dict)
    era_first: bool = False

    def value(self, name: str, value: object) -> str:
        """Return the value of a field in words; empty for nothing entered."""
        if value is None or value == UNWRITTEN:
            return ""
        if isinstance(value, tuple):
            return "、".join(self.items(name, value))
        if name == "fiscal_year" and isinstance(value, int):
            return fiscal_year_words(value, era_first=self.era_first)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return f"{exact_text(exact(value))}{field_unit(name)}"
        return self._item(name, value)

    def items(self, name: str, values: tuple[object, ...]) -> tuple[str, ...]:
        """Return each value of a list in words."""
        return tuple(self._item(name, value) for value in values)

    def provision(self, provision_id: str) -> str:
        """Return what a provision is called."""
        return self.provisions.get(provision_id, provision_id)

    def _item(self, name: str, value: object) -> str:
        match value:
            case LabelledEnum():
                return value.label
            case PartialDate():
                return date_words(value, era_first=self.era_first)
            case str():
                return self._word(name, value)
        return self._record(value)

    def _word(self, name: str, value: str) -> str:
        if name == "provisions":
            return self.provision(value)
        return self._entry(name, value) if name in _ENTRIES else value

    def _record(self, value: object) -> str:
        match value:
            case ProvisionCoverage():
                return f"{self.provision(value.id)}（{_ANSWERS[value.coverage]}）"
            case ZoneCount():
                return f"{value.zone.label} {value.count:,}"
            case Staffing():
                return staffing_label(value)
            case PlannedCount():
                return self._planned(value)
            case Scaling():
                return formula(value, "") + ("（数は自分で直した）" if value.edited else "")
            case Element():
                return value.name
            case Source():
                return citation_line(value, era_first=self.era_first)
        return str(value)

    def _planned(self, planned: PlannedCount) -> str:
        by = f"（{date_words(planned.by, era_first=self.era_first)}まで）" if planned.by else ""
        return "、".join(filter(None, (f"{planned.count:,}{by}", planned.text)))

    def _entry(self, name: str, entry_id: str) -> str:
        found = entries(self.project, _ENTRIES[name])
        return next((entry_name(one) for one in found if one.id == entry_id), entry_id)
