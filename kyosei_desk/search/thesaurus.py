# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Words that mean the same, narrower words, and short forms that mean several things.

The relations decide what a question may turn into: ``same`` both ways; ``narrower`` and
``related`` only from the group's words to the listed ones, never back; ``ambiguous`` forms
turn into nothing – the meanings are offered as a choice.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Annotated, Self

import yaml
from pydantic import Field, StringConstraints, ValidationError, model_validator

from kyosei_desk.domain.base import DomainModel
from kyosei_desk.domain.errors import ResourceError
from kyosei_desk.search.model import MatchRule

Form = Annotated[str, StringConstraints(min_length=1)]
Key = tuple[str, ...]  # the content lemmas of a form

_SAME, _NARROWER, _RELATED = 0.8, 0.6, 0.4


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


@dataclass(frozen=True, slots=True)
class Expansion:
    """A form to look for as well; ``quality`` is what finding it is worth (0 to 1)."""

    form: str
    key: Key
    rule: MatchRule
    quality: float


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


_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one where it is built


@dataclass(frozen=True, slots=True)
class Reading:
    """A form as the morphology reads it: its content lemmas, and its sound in katakana."""

    key: Key
    sound: str


class Thesaurus:
    """The groups, looked up by lemmas so that any notation of a form finds them."""

    def __init__(self, data: ThesaurusData, read: Callable[[str], Reading]):
        """Read every form once (about 0.1 ms each)."""
        self._read = read
        self._sounds: dict[str, Key] = {}
        self._expansions: dict[Key, dict[Key, Expansion]] = {}
        self._meanings: dict[Key, list[str]] = {}
        self._forms: dict[Key, str] = {}
        for group in data.groups:
            self._add(group)
        self.longest = max((len(key) for key in chain(self._expansions, self._meanings)), default=0)

    def expansions(self, key: Key) -> tuple[Expansion, ...]:
        """Return what the form of these lemmas may turn into, best first."""
        return tuple(self._expansions.get(key, {}).values())

    def meanings(self, key: Key) -> tuple[str, ...]:
        """Return the labels an ambiguous form may stand for."""
        return tuple(self._meanings.get(key, ()))

    def by_sound(self, sound: str) -> Key:
        """Return the lemmas of the form that sounds so; empty when there is none."""
        return self._sounds.get(sound, ())

    def forms(self) -> Iterator[tuple[str, Key]]:
        """Yield every form that stands for a notion, with its lemmas."""
        for key, form in self._forms.items():
            yield form, key

    def _add(self, group: ThesaurusGroup) -> None:
        names = []
        for form in group.names:
            reading = self._read(form)
            names.append((form, reading.key))
            self._sounds.setdefault(reading.sound, reading.key)
        listed = [(names, MatchRule.SYNONYM, _SAME)]
        for forms, quality in ((group.narrower, _NARROWER), (group.related, _RELATED)):
            keyed = [(form, self._read(form).key) for form in forms]
            listed.append((keyed, MatchRule.NARROWER, quality))
        for form, key in names:
            self._forms.setdefault(key, form)
            found = self._expansions.setdefault(key, {})
            for targets, rule, quality in listed:
                for target, target_key in targets:
                    if target_key and target_key != key:
                        found.setdefault(target_key, Expansion(target, target_key, rule, quality))
        for form in group.ambiguous:
            self._meanings.setdefault(self._read(form).key, []).append(group.label)
