# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The measures of a diagram: sizes of text, cards and gaps, in pixels at 1×."""

from kyosei_desk.export.diagram.model import TextRole

# Pixels of a full-width character, and whether it is bold.
TEXT_SIZES: dict[TextRole, tuple[float, bool]] = {
    TextRole.TITLE: (18, True),
    TextRole.SUBTITLE: (12, False),
    TextRole.LANE: (13, True),
    TextRole.ZONE: (12, False),
    TextRole.NAME: (13, True),
    TextRole.DETAIL: (12, False),
    TextRole.COUNT: (12, True),
    TextRole.LABEL: (12, False),
    TextRole.TAG: (11, True),
    TextRole.LEGEND: (12, False),
    TextRole.NOTE: (12, False),
}
SUBTLE_ROLES = frozenset({TextRole.SUBTITLE, TextRole.DETAIL, TextRole.NOTE, TextRole.ZONE})
BADGE_TEXT = 12  # the size of the number in a badge
LEADING = 1.36  # from base line to base line, times the size
ASCENT = 0.86  # from the top of a line of text to its base line, times the size

MARGIN = 20  # around everything
HEADER_WIDTH = 116  # the column of lane and zone names
CARD_WIDTH = 176
CARD_PAD = 10
CARD_PAD_Y = 6
BADGE = 17  # the diameter
BADGE_GAP = 2
BADGE_EDGE = 7  # from the last badge to the edge of its card
SIBLING_GAP = 8  # between cards of one block
BLOCK_GAP = 18  # between blocks of one column
TICK = 13  # from a trunk inside a block to the card it leads to
TRUNK_GAP = 7  # between trunks inside a block
PORT_GAP = 9  # between lines that meet one side of a card
PORT_EDGE = 8  # from the corner of a card to the first line
TRACK_GAP = 10  # between lines that run side by side
WALL_GAP = 15  # from a card to the nearest line that runs past it; an arrow fits in
LABEL_PAD_X = 3
LABEL_PAD_Y = 1
LABEL_GAP = 4  # from a label to anything that is not its own line
LABEL_WIDTHS = (74, 98)  # of the text, on a line that runs up and down
LONG_LABEL_WIDTH = 174  # of the text, on a level line or inside a block
GUTTER = 22  # the least room between columns
BAND_PAD = 12  # inside a band, above and below
HEAD_LENGTH = 8  # of an arrow
CORNER = 6  # the radius where a line turns


def line_height(role: TextRole) -> float:
    """Return the distance from base line to base line."""
    return round(TEXT_SIZES[role][0] * LEADING, 1)


def base_line(role: TextRole) -> float:
    """Return the distance from the top of a line's room down to its base line."""
    size = TEXT_SIZES[role][0]
    return round(size * ASCENT + (line_height(role) - size) / 2, 1)
