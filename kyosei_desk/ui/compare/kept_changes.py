# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What can be done to the comparisons that are kept: each a function for the file's thread."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property, partial

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.wording.comparisons import suggested_name
from kyosei_desk.workspace.column_marks import (
    ColumnChange,
    KeptColumn,
    column_changes,
    kept_column,
)
from kyosei_desk.workspace.comparisons import ComparisonStore, KeptComparison, SavedComparison

Undo = Callable[[ComparisonStore], object]


@dataclass(frozen=True)
class KeptEntry:
    """A line of the list: ``saved`` is None for one of the last comparisons.

    ``changes`` say how the designs differ from what was kept.
    """

    comparison: KeptComparison
    saved: SavedComparison | None = None
    changes: tuple[ColumnChange, ...] = ()

    @property
    def name(self) -> str:
        """What people read of it."""
        return self.saved.name if self.saved else suggested_name(self.comparison)

    def is_same(self, other: "KeptEntry") -> bool:
        """Tell whether both are the same saved comparison, or the same of the last ones."""
        if self.saved is None or other.saved is None:
            return self.saved is other.saved and self.comparison == other.comparison
        return self.saved.id == other.saved.id


@dataclass(frozen=True)
class Outcome:
    """What is kept after a change, and what is to be said of it.

    ``told`` is a sentence, ``undo`` takes the change back, ``made`` is one just saved.
    """

    saved: tuple[KeptEntry, ...] = ()
    recent: tuple[KeptEntry, ...] = ()
    told: str = ""
    undo: Undo | None = None
    made: KeptEntry | None = None


Change = Callable[[ComparisonStore], Outcome]


class Kept:
    """Changes to what is kept; each method returns a function for the file's thread.

    What is kept is held against the designs there are now, whose marks are made there.
    """

    def __init__(self, designs: Iterable[ComparedDesign]):
        """Hold it against these."""
        self._designs = tuple(designs)

    @cached_property
    def _known(self) -> dict[str, KeptColumn]:
        return {design.id: kept_column(design) for design in self._designs}

    def look(self, store: ComparisonStore) -> Outcome:
        """Change nothing."""
        saved = tuple(self._entry(saved.comparison, saved) for saved in store.saved())
        return Outcome(saved, tuple(map(self._entry, store.recent())))

    def save(self, name: str, comparison: KeptComparison) -> Change:
        """Save a comparison under a name."""

        def change(store: ComparisonStore) -> Outcome:
            made = store.save(name, comparison)
            entry = self._entry(comparison, made)
            return replace(self.look(store), told=f"「{made.name}」を保存しました。", made=entry)

        return change

    def renew(self, saved: SavedComparison) -> Change:
        """Keep the designs of now in place of those kept; columns that are gone are left out."""

        def change(store: ComparisonStore) -> Outcome:
            known = self._known
            columns = tuple(known[one] for one in saved.comparison.ids if one in known)
            store.update(saved.id, replace(saved.comparison, columns=columns))
            undo = partial(ComparisonStore.update, saved_id=saved.id, comparison=saved.comparison)
            told = f"「{saved.name}」を、いまの内容で保存しなおしました。"
            return replace(self.look(store), told=told, undo=undo)

        return change

    def rename(self, saved: SavedComparison, name: str) -> Change:
        """Give a saved comparison another name."""

        def change(store: ComparisonStore) -> Outcome:
            store.rename(saved.id, name)
            return self.look(store)

        return change

    def delete(self, saved: SavedComparison, position: int) -> Change:
        """Delete a saved comparison, which comes back to its position."""

        def change(store: ComparisonStore) -> Outcome:
            store.delete(saved.id)
            undo = partial(ComparisonStore.restore, saved=saved, position=position)
            return replace(self.look(store), told=f"「{saved.name}」を消しました。", undo=undo)

        return change

    def forget(self, entry: KeptEntry) -> Change:
        """Take one of the last comparisons out."""

        def change(store: ComparisonStore) -> Outcome:
            store.forget_recent(entry.comparison)
            undo = partial(ComparisonStore.restore_recent, comparisons=(entry.comparison,))
            return replace(self.look(store), told=f"記録「{entry.name}」を消しました。", undo=undo)

        return change

    def forget_all(self, store: ComparisonStore) -> Outcome:
        """Forget all last comparisons."""
        gone = store.clear_recent()
        undo = partial(ComparisonStore.restore_recent, comparisons=gone)
        return replace(self.look(store), told=f"最近の比較 {len(gone)} 件を消しました。", undo=undo)

    def take_back(self, undo: Undo) -> Change:
        """Undo a change."""

        def change(store: ComparisonStore) -> Outcome:
            undo(store)
            return replace(self.look(store), told="もとにもどしました。")

        return change

    def _entry(self, comparison: KeptComparison, saved: SavedComparison | None = None) -> KeptEntry:
        return KeptEntry(comparison, saved, column_changes(comparison.columns, self._known))
