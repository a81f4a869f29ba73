# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Labels for Japanese text: air between the lines, and no line that breaks within a word."""

import re
from functools import cache
from html import escape
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget

_LEADING = 1.5
_WORD_JOINER = "\u2060"
# What is read as one: a word in kanji or katakana, its ending, the particle behind it. Longer
# runs may be broken.
_PARTICLE = "[をはがにのでともへや]{0,2}"
_ENDING = "[ぁ-えか-こさ-ちっ-てなぬねひ-ほま-むめゆよら-ろん]{0,6}"
_KANA = (
    "ことば|しくみ|はたらき|さがします|すぐに|ひらがな|まちの|どれでも|ごとに|またいで"
    "|ためせます|ありません|ません|ました|でした|ます|です"
)
_WORDS = (
    r"[一-鿿々〆]{1,4}[:：][^\s:：、。「」]{1,8}"  # a condition of a query
    r"|[0-9,.]+[一-鿿]／(?:km²|[一-鿿]{1,2})"  # so many persons to a square kilometre
    rf"|(?:平成|令和)?(?:[0-9,.]+(?:[か箇]所|[一-鿿])～?)+(?:現在)?{_ENDING}{_PARTICLE}"
    rf"|[一-鿿々〆]{{1,6}}(?:[けりきしいめえれせちて][一-鿿]{{1,2}})?{_ENDING}{_PARTICLE}"
    rf"|[ァ-ヺー]{{2,10}}{_ENDING}{_PARTICLE}"
    rf"|[）」』]{_PARTICLE}"
    rf"|(?:{_KANA}){_PARTICLE}"
    r"|[A-Za-z]+(?:-[A-Za-z]+)+"
)
# The last line of a paragraph, if shorter than so many characters, is filled up to some more
# from the lines before, which give up no more than they must.
_SHORT_LAST_LINE, _FILLED_LAST_LINE = 3, 4
_MOST_GIVEN_UP = 10
_ENDLESS = 1e6  # pixels
# Glyphs reach a little over the height the font says it has.
_OVERHANG = 0.08


class Paragraphs:
    """A text in one font, for lines of any width; heights and widths are in pixels."""

    def __init__(self, text: str, font: QFont):
        """Take the text as it is to be read, with a line feed between paragraphs."""
        self._layouts = [QTextLayout(piece, font) for piece in keep_words(text).split("\n")]
        for layout in self._layouts:
            layout.setCacheEnabled(True)  # a label is asked its height at many widths
        self._step = line_step(font)
        self._around = QFontMetrics(font).height() + 2 * overhang(font)
        self._top = overhang(font)
        self._widths = [_unbroken_width(layout) for layout in self._layouts]
        self._heights: dict[int, int] = {}
        self._broken_at: int | None = None

    def height(self, width: int) -> int:
        """Return the height of all lines; there is air between them only."""
        if width not in self._heights:
            self._broken_at = None
            pairs = zip(self._layouts, self._widths, strict=True)
            lines = sum(1 if own <= width else break_lines(one, width) for one, own in pairs)
            self._heights[width] = self._around + max(lines - 1, 0) * self._step
        return self._heights[width]

    def draw(self, painter: QPainter, rect: QRect, alignment: Qt.AlignmentFlag) -> None:
        """Draw the lines in ``rect``, from its top or around its middle."""
        self._break_at(rect.width())
        y = rect.top() + self._top
        if alignment & Qt.AlignmentFlag.AlignVCenter:
            y += max(0, rect.height() - self.height(rect.width())) // 2
        for layout in self._layouts:
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                free = rect.width() - line.naturalTextWidth()
                x = free / 2 if alignment & Qt.AlignmentFlag.AlignHCenter else 0.0
                line.draw(painter, QPointF(rect.left() + x, y))
            y += layout.lineCount() * self._step

    def _break_at(self, width: int) -> None:
        self.height(width)  # which may break them elsewhere
        if self._broken_at != width:
            for layout in self._layouts:
                break_evenly(layout, width)
            self._broken_at = width


class TextLabel(QLabel):
    """Plain text in a role of the style sheet. Without wrapping it is a label like any."""

    def __init__(self, text: str, role: str, parent: QWidget | None = None):
        """Show ``text``, wrapped at the width there is."""
        super().__init__(text, parent)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._kept: Paragraphs | None = None

    def setText(self, text: str) -> None:
        """Show another text."""
        self._kept = None
        super().setText(text)

    def heightForWidth(self, width: int) -> int:
        """The height of all lines with the air between them."""
        if not self.wordWrap():
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._paragraphs().height(inner) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """The size that Qt finds good, as high as the lines need."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(hint.width())) if self.wordWrap() else hint

    def changeEvent(self, event: QEvent) -> None:
        """Break the lines again in another font."""
        if event.type() is QEvent.Type.FontChange:
            self._kept = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines where the alignment has them."""
        if not self.wordWrap():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._paragraphs().draw(painter, self.contentsRect(), self.alignment())
        painter.end()

    def _paragraphs(self) -> Paragraphs:
        if self._kept is None:
            self.ensurePolished()
            self._kept = Paragraphs(self.text(), self.font())
        return self._kept


@cache
def _words() -> re.Pattern[str]:
    """Return the pattern, made when the first label is: that takes 6 ms."""
    return re.compile(_WORDS)


def keep_words(text: str) -> str:
    """Return the text with an invisible joiner wherever a line must not break."""
    return _words().sub(lambda found: _WORD_JOINER.join(found[0]), text)


def break_lines(layout: QTextLayout, width: float) -> int:
    """Break a text into lines of a width, one below the other, and return how many."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    step = line_step(layout.font())
    y = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, y))
        y += step
    layout.endLayout()
    return layout.lineCount()


def break_evenly(layout: QTextLayout, width: int) -> None:
    """Break into lines of a width; a last one of a character or two is filled up if it can be."""
    lines = break_lines(layout, width)
    character = layout.font().pixelSize()
    enough = character * _FILLED_LAST_LINE
    if lines > 1 and _last_line_width(layout) < character * _SHORT_LAST_LINE:
        for given_up in range(1, _MOST_GIVEN_UP + 1):
            same = break_lines(layout, width - given_up * character) == lines
            if same and _last_line_width(layout) >= enough:
                return
        break_lines(layout, width)


def _last_line_width(layout: QTextLayout) -> float:
    return layout.lineAt(layout.lineCount() - 1).naturalTextWidth()


def _unbroken_width(layout: QTextLayout) -> float:
    break_lines(layout, _ENDLESS)
    return layout.lineAt(0).naturalTextWidth()


def line_step(font: QFont) -> int:
    """Return the distance from line to line."""
    return max(QFontMetrics(font).height(), round(font.pixelSize() * _LEADING))


def overhang(font: QFont) -> int:
    """Return the room kept above the first line and below the last."""
    return ceil(font.pixelSize() * _OVERHANG)


def text_label(text: str, role: str, parent: QWidget | None = None) -> TextLabel:
    """Return a label that wraps, set in a role of the style sheet."""
    return TextLabel(text, role, parent)


def selectable_label(text: str, role: str) -> QLabel:
    """Return a label that wraps and can be copied from, by mouse and by keyboard."""
    label = QLabel(f'<p style="line-height: 140%; margin: 0">{escape(text)}</p>')
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
