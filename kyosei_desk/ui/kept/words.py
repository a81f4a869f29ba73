# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What people read around a list of kept things."""

from dataclasses import dataclass


@dataclass(frozen=True)
class KeptWords:
    """The words for one kind: ``saved`` 保存した検索, ``recent`` さがした記録, ``thing`` 検索.

    ``act`` is the button that opens a line, ``act_keys`` the same as a sentence's end;
    ``forget_all`` the button that forgets the last ones. ``nothing_to_keep`` stands in the
    field for the name while there is nothing to be kept, ``nothing_kept`` under an empty
    list.
    """

    thing: str
    saved: str
    recent: str
    act: str
    act_keys: str
    forget_all: str
    nothing_to_keep: str
    nothing_kept: str

    @property
    def title(self) -> str:
        """What both together are called."""
        return f"{self.saved}・{self.recent}"

    @property
    def keys(self) -> str:
        """What the keys do in the list."""
        return f"Enter で{self.act_keys}。F2 で名前を変え、Delete で消します"
