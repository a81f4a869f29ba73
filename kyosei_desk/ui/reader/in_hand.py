# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Which passage someone has in hand when nothing is selected."""

from kyosei_desk.ui.reader.document_builder import SetDocument, SetPassage
from kyosei_desk.ui.reader.document_view import DocumentView


def passage_in_hand(view: DocumentView, shown: SetDocument, *, stepped: bool) -> SetPassage:
    """Return the passage of the current mark, the one opened, or what most of the view shows.

    The mark counts while it can be seen and either someone ``stepped`` to it or it is in the
    passage opened; the passage opened counts while its heading can be seen.
    """
    opened = view.target
    mark = view.current_mark
    if mark is not None and view.place.is_in_view(mark[0].start):
        marked = shown.passage_at(mark[0].start)
        if stepped or opened is None or marked is opened:
            return marked
    if opened is not None and view.place.is_in_view(opened.span.start):
        return opened
    return max(shown.passages, key=lambda passage: view.place.share_of_view(passage.span))
