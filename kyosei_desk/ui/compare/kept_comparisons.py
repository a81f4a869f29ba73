# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""保存した比較: comparisons kept under a name, the last ones, and what changed since."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.ui.kept.changes import Kept, KeptEntry
from kyosei_desk.ui.kept.words import KeptWords
from kyosei_desk.wording.comparisons import changes_sentence, columns_text, suggested_name
from kyosei_desk.workspace.column_marks import KeptColumn, column_changes, kept_column
from kyosei_desk.workspace.comparisons import KeptComparison, SavedComparison

_CHANGED = "変わったところがあります"


class KeptComparisons(Kept[KeptComparison, SavedComparison]):
    """Comparisons, held against the designs there are now, whose marks are made there."""

    words = KeptWords(
        thing="比較",
        saved="保存した比較",
        recent="最近の比較",
        act="ひらく",
        act_keys="ひらきます",
        forget_all="最近の比較をすべて消す",
        nothing_to_keep="列を選んでから開くと、その比較をここに保存できます。",
        nothing_kept="まだありません。くらべる列を選んで「保存する」を押すと、ここに残ります。",
    )

    def __init__(self, designs: Iterable[ComparedDesign]):
        """Hold what is kept against these."""
        self._designs = tuple(designs)

    def thing_of(self, saved: SavedComparison) -> KeptComparison:
        """Return the comparison that is saved."""
        return saved.comparison

    def suggested_name(self, thing: KeptComparison) -> str:
        """Return its columns, as a name."""
        return suggested_name(thing)

    def entry(
        self, thing: KeptComparison, saved: SavedComparison | None = None
    ) -> KeptEntry[KeptComparison, SavedComparison]:
        """Return the line for a comparison; makes the marks of the designs at first."""
        changes = column_changes(thing.columns, self._known)
        name = saved.name if saved else suggested_name(thing)
        columns, changed = columns_text(thing), changes_sentence(changes)
        return KeptEntry(
            thing,
            saved,
            name,
            beside=_CHANGED if changed else columns if columns != name else "",
            hint="\n".join(filter(None, (columns, changed))),
            detail=f"{columns}。{changed}",
            has_changed=bool(changed),
            renewed=self._renewed(saved) if saved and changed else None,
        )

    @cached_property
    def _known(self) -> dict[str, KeptColumn]:
        return {design.id: kept_column(design) for design in self._designs}

    def _renewed(self, saved: SavedComparison) -> SavedComparison | None:
        """Return it with the designs of now, without those that are gone; None: all are."""
        columns = tuple(self._known[one] for one in saved.comparison.ids if one in self._known)
        if not columns:
            return None
        return replace(saved, comparison=replace(saved.comparison, columns=columns))
