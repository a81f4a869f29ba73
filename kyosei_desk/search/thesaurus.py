# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Words that mean the same, narrower words, and short forms that mean several things.

The relations decide what a question may turn into: ``same`` both ways; ``narrower`` and
``related`` only from the group's words to the listed ones, never back; ``ambiguous`` forms
turn into nothing – the meanings are offered as a choice.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from kyosei_desk.search.model import MatchRule

Key = tuple[str, ...]  # the content lemmas of a form

_SAME, _NARROWER, _RELATED = 0.8, 0.6, 0.4


class ReadForm(NamedTuple):
    """A form as the morphology reads it: its content lemmas, and its sound in katakana."""

    form: str
    key: Key
    sound: str


class ReadGroup(NamedTuple):
    """A group of the thesaurus with its forms read; the first name is the usual one."""

    names: tuple[ReadForm, ...]
    narrower: tuple[ReadForm, ...]
    related: tuple[ReadForm, ...]
    ambiguous: tuple[ReadForm, ...]


@dataclass(frozen=True, slots=True)
class Expansion:
    """A form to look for as well; ``quality`` is what finding it is worth (0 to 1)."""

    form: str
    key: Key
    rule: MatchRule
    quality: float


class Thesaurus:
    """The groups, looked up by lemmas so that any notation of a form finds them."""

    def __init__(self, groups: Iterable[ReadGroup]):
        """Take in groups whose forms have been read."""
        self._sounds: dict[str, Key] = {}
        self._expansions: dict[Key, dict[Key, Expansion]] = {}
        self._meanings: dict[Key, list[str]] = {}
        self._forms: dict[Key, str] = {}
        for group in groups:
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

    def sounds(self) -> Iterator[tuple[str, str]]:
        """Yield every form that stands for a notion, with its sound in katakana."""
        for sound, key in self._sounds.items():
            if key in self._forms:
                yield self._forms[key], sound

    def _add(self, group: ReadGroup) -> None:
        for name in group.names:
            self._sounds.setdefault(name.sound, name.key)
        listed = (
            (group.names, MatchRule.SYNONYM, _SAME),
            (group.narrower, MatchRule.NARROWER, _NARROWER),
            (group.related, MatchRule.NARROWER, _RELATED),
        )
        for name in group.names:
            self._forms.setdefault(name.key, name.form)
            found = self._expansions.setdefault(name.key, {})
            for targets, rule, quality in listed:
                for to in targets:
                    if to.key and to.key != name.key:
                        found.setdefault(to.key, Expansion(to.form, to.key, rule, quality))
        for form in group.ambiguous:
            self._meanings.setdefault(form.key, []).append(group.names[0].form)
