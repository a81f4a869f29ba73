# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What can be done to the searches that are kept: each a function for the file's thread."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from kyosei_desk.workspace.searches import KeptQuery, SavedSearch, SearchStore


@dataclass(frozen=True)
class Outcome:
    """What is kept after a change, and what is to be said of it.

    ``told`` is a sentence, ``undo`` takes the change back, ``made`` is a search just saved.
    """

    saved: tuple[SavedSearch, ...]
    recent: tuple[KeptQuery, ...]
    told: str = ""
    undo: Callable[[SearchStore], object] | None = None
    made: SavedSearch | None = None


Change = Callable[[SearchStore], Outcome]


def look(store: SearchStore) -> Outcome:
    """Change nothing."""
    return Outcome(store.saved(), store.recent())


def save(name: str, query: KeptQuery) -> Change:
    """Save a question under a name."""

    def change(store: SearchStore) -> Outcome:
        made = store.save(name, query)
        return replace(look(store), told=f"「{made.name}」を保存しました。", made=made)

    return change


def rename(saved: SavedSearch, name: str) -> Change:
    """Give a saved search another name."""

    def change(store: SearchStore) -> Outcome:
        store.rename(saved.id, name)
        return look(store)

    return change


def delete(saved: SavedSearch, position: int) -> Change:
    """Delete a saved search, which comes back to its position."""

    def change(store: SearchStore) -> Outcome:
        store.delete(saved.id)
        undo = partial(SearchStore.restore, search=saved, position=position)
        return replace(look(store), told=f"「{saved.name}」を消しました。", undo=undo)

    return change


def forget(query: KeptQuery, words: str) -> Change:
    """Take one of the last questions out; ``words`` name it."""

    def change(store: SearchStore) -> Outcome:
        store.forget_recent(query)
        undo = partial(SearchStore.restore_recent, queries=(query,))
        return replace(look(store), told=f"記録「{words}」を消しました。", undo=undo)

    return change


def forget_all(store: SearchStore) -> Outcome:
    """Forget all last questions."""
    gone = store.clear_recent()
    undo = partial(SearchStore.restore_recent, queries=gone)
    return replace(look(store), told=f"さがした記録 {len(gone)} 件を消しました。", undo=undo)


def take_back(undo: Callable[[SearchStore], object]) -> Change:
    """Undo a change."""

    def change(store: SearchStore) -> Outcome:
        undo(store)
        return replace(look(store), told="もとにもどしました。")

    return change
