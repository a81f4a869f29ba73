# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The links of a set document, in its order, for going through them with the keyboard."""

from dataclasses import dataclass

from PySide6.QtGui import QTextDocument

from kyosei_desk.ui.reader.text_map import DocumentSpan


@dataclass(frozen=True)
class TextLink:
    """A link: where it stands and what it leads to."""

    span: DocumentSpan
    href: str


def links_of(document: QTextDocument) -> tuple[TextLink, ...]:
    """Return all links of a document; pieces of one link that touch are one."""
    found: list[TextLink] = []
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            href = piece.charFormat().anchorHref()
            if href:
                _append(found, piece.position(), piece.position() + piece.length(), href)
            pieces += 1
        block = block.next()
    return tuple(found)


def _append(found: list[TextLink], start: int, end: int, href: str) -> None:
    if found and found[-1].span.end == start and found[-1].href == href:
        start = found.pop().span.start
    found.append(TextLink(DocumentSpan(start, end), href))


def link_at(links: tuple[TextLink, ...], position: int) -> TextLink | None:
    """Return the link whose characters a position stands before."""
    return next((k for k in links if k.span.start <= position < k.span.end), None)


def next_link(links: tuple[TextLink, ...], position: int, by: int) -> TextLink | None:
    """Return the first link after a position (1) or the last one before it (-1)."""
    if by > 0:
        return next((k for k in links if k.span.start > position), None)
    return next((k for k in reversed(links) if k.span.end <= position), None)
