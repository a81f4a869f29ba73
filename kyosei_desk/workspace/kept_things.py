# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Things a person has saved under names, and the last ones used, in one file of their own.

See :mod:`kyosei_desk.workspace.kept_file` for windows that write at once, damaged files and
those of a newer version.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from kyosei_desk.workspace.kept_file import KeptFile, KeptFormat
from kyosei_desk.workspace.naming import AnyNamed, free_name, new_id, put_back, renamed, without

Thing = TypeVar("Thing")
More = TypeVar("More")


@dataclass(frozen=True)
class KeptThings(Generic[Thing, AnyNamed, More]):
    """What the file holds; ``more`` is what else is kept beside them."""

    saved: tuple[AnyNamed, ...]
    recent: tuple[Thing, ...]
    more: More


class ThingStore(ABC, Generic[Thing, AnyNamed, More]):
    """The saved and recent things of one person.

    Every method may raise ``StorageError``; see
    :class:`~kyosei_desk.workspace.kept_file.KeptFile`.
    """

    def __init__(
        self,
        path: Path,
        kept_format: KeptFormat[KeptThings[Thing, AnyNamed, More]],
        recent_limit: int,
        unnamed: str,
    ):
        """Keep them in ``path``; nothing is read or written yet.

        ``unnamed`` is what something is called that is saved without a name.
        """
        self._file = KeptFile(path, kept_format)
        self._recent_limit = recent_limit
        self._unnamed = unnamed

    @abstractmethod
    def _named(self, saved_id: str, name: str, thing: Thing) -> AnyNamed:
        """Return a thing as it is saved."""

    @abstractmethod
    def _is_same(self, one: Thing, other: Thing) -> bool:
        """Tell whether there is to be one of two among the last ones."""

    @property
    def set_aside(self) -> Path | None:
        """Where a damaged file was moved to."""
        return self._file.set_aside

    @property
    def kept_newer(self) -> Path | None:
        """Where a copy of a newer version's file is."""
        return self._file.kept_newer

    def saved(self) -> tuple[AnyNamed, ...]:
        """Return what was saved, the newest first."""
        return self._file.look().saved

    def recent(self) -> tuple[Thing, ...]:
        """Return the last ones, the newest first."""
        return self._file.look().recent

    def forget_recent(self, thing: Thing) -> None:
        """Take one out of the last ones."""
        self._change_recent(lambda recent: (other for other in recent if other != thing))

    def clear_recent(self) -> tuple[Thing, ...]:
        """Forget all last ones and return them, for :meth:`restore_recent`."""
        gone: list[Thing] = []

        def change(recent: tuple[Thing, ...]) -> Iterable[Thing]:
            gone.extend(recent)
            return ()

        self._change_recent(change)
        return tuple(gone)

    def restore_recent(self, things: tuple[Thing, ...]) -> None:
        """Put some back behind those used since."""

        def change(recent: tuple[Thing, ...]) -> Iterable[Thing]:
            new = (one for one in things if not any(self._is_same(r, one) for r in recent))
            return (*recent, *new)

        self._change_recent(change)

    def save(self, name: str, thing: Thing) -> AnyNamed:
        """Save a thing under a name, which gets a number when it is taken."""
        made: list[AnyNamed] = []

        def change(saved: tuple[AnyNamed, ...]) -> tuple[AnyNamed, ...]:
            made.append(self._named(new_id(), free_name(name, saved, self._unnamed), thing))
            return (made[0], *saved)

        self._change_saved(change)
        return made[0]

    def rename(self, saved_id: str, name: str) -> None:
        """Give something saved another name; an empty one changes nothing."""
        self._change_saved(lambda saved: renamed(saved, saved_id, name))

    def delete(self, saved_id: str) -> None:
        """Delete something saved."""
        self._change_saved(lambda saved: without(saved, saved_id))

    def restore(self, saved: AnyNamed, position: int) -> None:
        """Put something back as it was saved, at a position if that is still there."""
        self._change_saved(lambda others: put_back(others, saved, position))

    def _change_saved(self, change: Callable[[tuple[AnyNamed, ...]], tuple[AnyNamed, ...]]) -> None:
        self._file.change(lambda kept: replace(kept, saved=change(kept.saved)))

    def _change_recent(self, change: Callable[[tuple[Thing, ...]], Iterable[Thing]]) -> None:
        limit = self._recent_limit
        self._file.change(lambda kept: replace(kept, recent=tuple(change(kept.recent))[:limit]))


def read_saved(
    loaded: dict[str, Any],
    read: Callable[[dict[str, Any]], Thing | None],
    make: Callable[[str, str, Thing], AnyNamed],
) -> tuple[AnyNamed, ...]:
    """Return what a JSON object has saved; what makes no sense is left out."""
    saved: dict[str, AnyNamed] = {}
    for entry in objects(loaded.get("saved")):
        thing, saved_id, name = read(entry), entry.get("id"), entry.get("name")
        if thing and isinstance(saved_id, str) and isinstance(name, str) and name.strip():
            saved.setdefault(saved_id, make(saved_id, name, thing))
    return tuple(saved.values())


def read_recent(
    loaded: dict[str, Any], read: Callable[[dict[str, Any]], Thing | None], limit: int
) -> tuple[Thing, ...]:
    """Return the last things of a JSON object, each once; what makes no sense is left out."""
    found = map(read, objects(loaded.get("recent")))
    return tuple(dict.fromkeys(thing for thing in found if thing))[:limit]


def objects(value: object) -> list[dict[str, Any]]:
    """Return the JSON objects of a list."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []
