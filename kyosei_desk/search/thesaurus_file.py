# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The thesaurus as it is written: one YAML file of groups, checked for contradictions."""

from pathlib import Path
from typing import Annotated, Self

import yaml
from pydantic import Field, StringConstraints, ValidationError, model_validator

from kyosei_desk.domain.base import DomainModel
from kyosei_desk.domain.errors import ResourceError

Form = Annotated[str, StringConstraints(min_length=1)]
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one where it is built


class ThesaurusGroup(DomainModel):
    """One notion: its usual name, its other names, and what it leads to."""

    label: Form
    same: tuple[Form, ...] = ()
    narrower: tuple[Form, ...] = ()
    related: tuple[Form, ...] = ()
    ambiguous: tuple[Form, ...] = ()
    note: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The forms that stand for the notion."""
        return (self.label, *self.same)


class ThesaurusData(DomainModel):
    """The whole file, checked for contradictions."""

    groups: Annotated[tuple[ThesaurusGroup, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _names_belong_to_one_group(self) -> Self:
        owners: dict[str, str] = {}
        for group in self.groups:
            for name in group.names:
                if name in owners:
                    raise ValueError(f"{name} names both {owners[name]} and {group.label}")
                owners[name] = group.label
        for group in self.groups:
            for form in group.ambiguous:
                if form in owners:
                    raise ValueError(f"{form} is ambiguous and names {owners[form]}")
            wider = {*group.narrower, *group.related} & set(group.names)
            if wider:
                raise ValueError(f"{group.label} leads to itself: {', '.join(sorted(wider))}")
        return self


def load_thesaurus(path: Path) -> ThesaurusData:
    """Read and check the file.

    Raises:
        ResourceError: it is missing, no YAML, or contradicts itself.
    """
    try:
        with path.open(encoding="utf-8") as file:
            return ThesaurusData.model_validate(yaml.load(file, Loader=_LOADER))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValidationError) as error:
        raise ResourceError(path, str(error)) from error
