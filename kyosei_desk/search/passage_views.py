# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The analyses of passages as the index keeps them, read when needed and kept while few."""

from collections import OrderedDict
from collections.abc import Callable

from kyosei_desk.domain.errors import IndexBrokenError
from kyosei_desk.search.engine import SearchIndex
from kyosei_desk.search.records import decode
from kyosei_desk.search.views import TextView

KEPT_VIEWS = 4000  # about 40 KB each


class PassageViews:
    """Hands out the view of every passage by its number; the most recent ones are kept."""

    def __init__(self, index: SearchIndex, key_of: Callable[[int], str]):
        """Read from ``index``; ``key_of`` tells which passage a number should be."""
        self._index = index
        self._key_of = key_of
        self._views: OrderedDict[int, TextView] = OrderedDict()

    def view(self, number: int) -> TextView:
        """Return the view of a passage.

        Raises:
            IndexBrokenError: the index is damaged, or of another library.
        """
        view = self._views.get(number)
        if view is not None:
            self._views.move_to_end(number)
            return view
        stored = self._index.stored(number)
        key = self._key_of(number)
        if stored.key != key:
            raise IndexBrokenError(self._index.location, f"{stored.key} is not {key}")
        try:
            view = TextView(decode(stored.payload))
        except ValueError as error:
            raise IndexBrokenError(self._index.location, str(error)) from error
        self._views[number] = view
        if len(self._views) > KEPT_VIEWS:
            self._views.popitem(last=False)
        return view
