# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Takes out of a text what is to be quoted: the words selected, or the passage in hand."""

from dataclasses import dataclass

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.reader.citation import place_name, quoted
from kyosei_desk.ui.reader.cited_range import cited_in, touched_passages
from kyosei_desk.ui.reader.copied import Copied, copied_selection, copied_span, selected_span
from kyosei_desk.ui.reader.document_builder import SetDocument
from kyosei_desk.ui.reader.document_view import DocumentView
from kyosei_desk.ui.reader.in_hand import passage_in_hand


@dataclass(frozen=True)
class Quote:
    """A text with every source behind it, and what it is for people: ``「概要」の項``."""

    copied: Copied
    what: str


def quote_from(
    view: DocumentView,
    shown: SetDocument,
    corpus: Corpus,
    *,
    stepped: bool,
    era_first: bool,
) -> Quote:
    """Return what is selected, or else the passage in hand, as a quotation.

    ``stepped`` helps to decide which that is: see :func:`passage_in_hand`.
    """
    cursor = view.textCursor()
    if cursor.hasSelection():
        span = selected_span(cursor)
        copied = copied_selection(cursor, numbered=True)
    else:
        span = shown.whole(passage_in_hand(view, shown, stepped=stepped))
        copied = copied_span(shown.text, shown.below_heading(span), numbered=True)
    passages = tuple(p.passage for p in touched_passages(shown, span))
    cited = cited_in(shown, span)
    quote = quoted(copied, corpus, shown.source, passages, cited, era_first=era_first)
    return Quote(quote, "選んだ文" if cursor.hasSelection() else place_name(passages))
