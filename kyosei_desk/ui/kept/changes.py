# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What can be done to things that are kept: each a function for the file's thread."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from kyosei_desk.ui.kept.words import KeptWords
from kyosei_desk.workspace.naming import AnyNamed

Thing = TypeVar("Thing")


class KeptStore(Protocol[Thing, AnyNamed]):
    """A file of saved things, which are :class:`~kyosei_desk.workspace.naming.Named`.

    Beside them it has the last ones, which have no name.
    """

    def saved(self) -> tuple[AnyNamed, ...]:
        """Return the saved things, the newest first."""
        ...

    def recent(self) -> tuple[Thing, ...]:
        """Return the last ones, the newest first."""
        ...

    def save(self, name: str, thing: Thing, /) -> AnyNamed:
        """Save a thing under a name."""
        ...

    def rename(self, saved_id: str, name: str, /) -> None:
        """Give a saved thing another name."""
        ...

    def delete(self, saved_id: str, /) -> None:
        """Delete a saved thing."""
        ...

    def restore(self, saved: AnyNamed, position: int, /) -> None:
        """Put a saved thing back, in place of what is kept of it."""
        ...

    def forget_recent(self, thing: Thing, /) -> None:
        """Take one of the last ones out."""
        ...

    def clear_recent(self) -> tuple[Thing, ...]:
        """Forget all last ones and return them."""
        ...

    def restore_recent(self, things: tuple[Thing, ...], /) -> None:
        """Put last ones back."""
        ...


@dataclass(frozen=True)
class KeptEntry(Generic[Thing, AnyNamed]):
    """A line of the list: ``saved`` is None for one of the last things.

    ``name`` and ``beside`` are read in it, ``hint`` over it, ``detail`` under the list.
    ``renewed`` is a saved thing that ``has_changed`` with what there is now.
    """

    thing: Thing
    saved: AnyNamed | None
    name: str
    beside: str = ""
    hint: str = ""
    detail: str = ""
    has_changed: bool = False
    renewed: AnyNamed | None = None

    def is_same(self, other: "KeptEntry[Thing, AnyNamed]") -> bool:
        """Tell whether both are the same saved thing, or the same of the last ones."""
        if self.saved is None or other.saved is None:
            return self.saved is other.saved and self.thing == other.thing
        return self.saved.id == other.saved.id


@dataclass(frozen=True)
class Outcome(Generic[Thing, AnyNamed]):
    """What is kept after a change, and what is to be said of it.

    ``told`` is a sentence, ``undo`` takes the change back, ``made`` is one just saved.
    """

    saved: tuple[KeptEntry[Thing, AnyNamed], ...] = ()
    recent: tuple[KeptEntry[Thing, AnyNamed], ...] = ()
    told: str = ""
    undo: Callable[[KeptStore[Thing, AnyNamed]], object] | None = None
    made: KeptEntry[Thing, AnyNamed] | None = None


Undo = Callable[[KeptStore[Thing, AnyNamed]], object]
Change = Callable[[KeptStore[Thing, AnyNamed]], Outcome[Thing, AnyNamed]]


class Kept(ABC, Generic[Thing, AnyNamed]):
    """One kind of things: what is said of them, and what can be done to them.

    Each method that changes something returns a function for the file's thread.
    """

    words: KeptWords

    @abstractmethod
    def entry(self, thing: Thing, saved: AnyNamed | None = None) -> KeptEntry[Thing, AnyNamed]:
        """Return the line for a thing; called in the file's thread."""

    @abstractmethod
    def thing_of(self, saved: AnyNamed) -> Thing:
        """Return what is saved."""

    @abstractmethod
    def suggested_name(self, thing: Thing) -> str:
        """Return a name for a thing that has none."""

    def look(self, store: KeptStore[Thing, AnyNamed]) -> Outcome[Thing, AnyNamed]:
        """Change nothing."""
        saved = tuple(self.entry(self.thing_of(one), one) for one in store.saved())
        return Outcome(saved, tuple(map(self.entry, store.recent())))

    def save(self, name: str, thing: Thing) -> Change[Thing, AnyNamed]:
        """Save a thing under a name."""

        def change(store: KeptStore[Thing, AnyNamed]) -> Outcome[Thing, AnyNamed]:
            made = store.save(name, thing)
            told = f"「{made.name}」を保存しました。"
            return replace(self.look(store), told=told, made=self.entry(thing, made))

        return change

    def renew(self, saved: AnyNamed, now: AnyNamed, position: int) -> Change[Thing, AnyNamed]:
        """Keep what there is now in place of a saved thing."""

        def change(store: KeptStore[Thing, AnyNamed]) -> Outcome[Thing, AnyNamed]:
            store.restore(now, position)
            return replace(
                self.look(store),
                told=f"「{saved.name}」を、いまの内容で保存しなおしました。",
                undo=lambda kept: kept.restore(saved, position),
            )

        return change

    def rename(self, saved: AnyNamed, name: str) -> Change[Thing, AnyNamed]:
        """Give a saved thing another name."""

        def change(store: KeptStore[Thing, AnyNamed]) -> Outcome[Thing, AnyNamed]:
            store.rename(saved.id, name)
            return self.look(store)

        return change

    def delete(self, saved: AnyNamed, position: int) -> Change[Thing, AnyNamed]:
        """Delete a saved thing, which comes back to its position."""

        def change(store: KeptStore[Thing, AnyNamed]) -> Outcome[Thing, AnyNamed]:
            store.delete(saved.id)
            return replace(
                self.look(store),
                told=f"「{saved.name}」を消しました。",
                undo=lambda kept: kept.restore(saved, position),
            )

        return change

    def forget(self, thing: Thing) -> Change[Thing, AnyNamed]:
        """Take one of the last things out."""

        def change(store: KeptStore[Thing, AnyNamed]) -> Outcome[Thing, AnyNamed]:
            store.forget_recent(thing)
            return replace(
                self.look(store),
                told=f"記録「{self.suggested_name(thing)}」を消しました。",
                undo=lambda kept: kept.restore_recent((thing,)),
            )

        return change

    def forget_all(self, store: KeptStore[Thing, AnyNamed]) -> Outcome[Thing, AnyNamed]:
        """Forget all last things."""
        gone = store.clear_recent()
        return replace(
            self.look(store),
            told=f"{self.words.recent} {len(gone)} 件を消しました。",
            undo=lambda kept: kept.restore_recent(gone),
        )

    def take_back(self, undo: Undo[Thing, AnyNamed]) -> Change[Thing, AnyNamed]:
        """Undo a change."""

        def change(store: KeptStore[Thing, AnyNamed]) -> Outcome[Thing, AnyNamed]:
            undo(store)
            return replace(self.look(store), told="もとにもどしました。")

        return change
