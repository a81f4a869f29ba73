# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How text is set in the reader: formats made from the theme at a zoom."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.theme import Palette, Theme

READING_ZOOM = 16 / 15
MEASURE = 40
NARROW = 31
SIDE_MARGIN = 14
FRAME_STYLE = QTextFrameFormat.Property.UserProperty + 1
TABLE_KIND = QTextFrameFormat.Property.UserProperty + 2
CITED_PLACE = QTextFrameFormat.Property.UserProperty + 3
FACT_LINE = QTextFrameFormat.Property.UserProperty + 4
_LEADING = 1.85
_TIGHT_LEADING = 1.6


class TableKind(StrEnum):
    """How the cells of a table belong together."""

    LINED = "lined"  # a table of the text; the first row names the columns
    FACTS = "facts"  # rows of label and value
    COLUMNS = "columns"  # a row of labels above a row of values


@dataclass(frozen=True)
class BlockLook:
    """Distances around a paragraph in grid pixels; ``indent`` moves it in."""

    above: int = 0
    below: int = 0
    indent: int = 0
    tight: bool = False


class ReaderStyle:
    """The formats of a document at one zoom."""

    def __init__(self, theme: Theme, zoom: float, *, narrow: bool = False):
        """Take colours, fonts and lengths from the theme as it is now.

        ``narrow`` says that there is no room for many figures side by side.
        """
        self.narrow = narrow
        self._zoom = zoom * READING_ZOOM
        self._scale = theme.scale * zoom
        self.palette: Palette = theme.palette
        self._fonts: dict[FontRole, QFont] = {
            role: theme.font(role, self._zoom) for role in FontRole
        }

    def px(self, pixels: float) -> int:
        """Return a length of the grid at text scale and zoom."""
        return round(pixels * self._scale)

    def font(self, role: FontRole) -> QFont:
        """Return the font of a role."""
        return self._fonts[role]

    @property
    def columns(self) -> int:
        """How many figures stand side by side."""
        return 2 if self.narrow else 4

    @property
    def em(self) -> float:
        """The width of a full-width character of running text."""
        return QFontMetricsF(self._fonts[FontRole.BODY]).horizontalAdvance("国")

    def chars(self, role: FontRole = FontRole.BODY, color: str | None = None) -> QTextCharFormat:
        """Return the character format of a role, in the text colour unless told."""
        made = QTextCharFormat()
        made.setFont(self._fonts[role])
        made.setForeground(QColor(color or self.palette.text))
        return made

    def link(self, base: QTextCharFormat, href: str, tip: str) -> QTextCharFormat:
        """Return a format like ``base`` that leads to ``href``."""
        made = QTextCharFormat(base)
        made.setAnchor(True)
        made.setAnchorHref(href)
        made.setForeground(QColor(self.palette.primary))
        made.setToolTip(tip)
        return made

    def underlined(self, base: QTextCharFormat) -> QTextCharFormat:
        """Return a format like ``base`` with a line under it, so that colour is not alone."""
        made = QTextCharFormat(base)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(QColor(self.palette.primary))
        return made

    def block(self, look: BlockLook, role: FontRole = FontRole.BODY) -> QTextBlockFormat:
        """Return a paragraph format with generous leading for a role's size."""
        made = QTextBlockFormat()
        leading = _TIGHT_LEADING if look.tight else _LEADING
        height = round(self._fonts[role].pixelSize() * leading)
        made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        made.setTopMargin(self.px(look.above))
        made.setBottomMargin(self.px(look.below))
        made.setLeftMargin(self.px(look.indent))
        return made

    def gap(self, pixels: int) -> QTextBlockFormat:
        """Return the format of an empty paragraph that is nothing but a distance."""
        made = QTextBlockFormat()
        height = max(self.px(pixels), 1)
        made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return made

    def gap_chars(self) -> QTextCharFormat:
        """Return the characters of a gap: so small that they do not stretch it."""
        made = QTextCharFormat()
        font = QFont(self._fonts[FontRole.CAPTION])
        font.setPixelSize(1)
        made.setFont(font)
        return made

    def frame(self, name: str, padding: int, indent: int = 0) -> QTextFrameFormat:
        """Return the format of a box; the view paints it by its name."""
        made = QTextFrameFormat()
        made.setProperty(FRAME_STYLE, name)
        made.setPadding(self.px(padding))
        made.setLeftMargin(self.px(indent))
        return made

    def table(self, kind: TableKind) -> QTextTableFormat:
        """Return the format of a table over the whole width, with lines or without."""
        made = QTextTableFormat()
        made.setProperty(TABLE_KIND, str(kind))
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made.setCellSpacing(0)
        made.setBorder(0)
        if kind is TableKind.LINED:
            made.setBorderCollapse(True)
        made.setCellPadding(0)
        return made

    @staticmethod
    def percent(share: float) -> QTextLength:
        """Return a column width as a share of the table."""
        return QTextLength(QTextLength.Type.PercentageLength, share)

    @staticmethod
    def fixed(width: float) -> QTextLength:
        """Return a column width in pixels."""
        return QTextLength(QTextLength.Type.FixedLength, width)

    @staticmethod
    def rest() -> QTextLength:
        """Return the column width that takes what is left."""
        return QTextLength(QTextLength.Type.VariableLength, 0)
