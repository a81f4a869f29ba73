# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""保存した検索: searches kept under a name, and the last ones asked."""

from kyosei_desk.ui.kept.changes import Kept, KeptEntry
from kyosei_desk.ui.kept.words import KeptWords
from kyosei_desk.ui.search.kept_queries import FacetLabels, conditions_text, suggested_name
from kyosei_desk.workspace.searches import KeptQuery, SavedSearch


class KeptSearches(Kept[KeptQuery, SavedSearch]):
    """Searches, told in the words of the facets of now."""

    words = KeptWords(
        thing="検索",
        saved="保存した検索",
        recent="さがした記録",
        act="さがす",
        act_keys="さがします",
        forget_all="記録をすべて消す",
        nothing_to_keep="さがしてから開くと、その検索をここに保存できます。",
        nothing_kept="",
    )

    def __init__(self, labels: FacetLabels):
        """Tell what they narrow by in these words."""
        self._labels = labels

    def thing_of(self, saved: SavedSearch) -> KeptQuery:
        """Return the question that is saved."""
        return saved.query

    def suggested_name(self, thing: KeptQuery) -> str:
        """Return its words, or else what it narrows by."""
        return suggested_name(thing, self._labels)

    def entry(
        self, thing: KeptQuery, saved: SavedSearch | None = None
    ) -> KeptEntry[KeptQuery, SavedSearch]:
        """Return the line for a question."""
        conditions = conditions_text(thing, self._labels)
        if saved is None:
            return KeptEntry(thing, None, thing.text, conditions)
        words = thing.text if thing.text != saved.name else ""
        return KeptEntry(thing, saved, saved.name, " ／ ".join(filter(None, (words, conditions))))
