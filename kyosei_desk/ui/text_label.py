# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Labels for Japanese text: air between the lines, and no line that breaks within a word."""

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
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
_KEPT_LAYOUTS = 6
# Glyphs reach a little over the height the font says it has.
_OVERHANG = 0.08

_LayoutKey = tuple[str, str, int]
_Paragraphs = tuple[QTextLayout, ...]


class TextLabel(QLabel):
    """Plain text in a role of the style sheet. Without wrapping it is a label like any."""

    def __init__(self, text: str, role: str, parent: QWidget | None = None):
        """Show ``text``, wrapped at the width there is."""
        super().__init__(text, parent)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._laid: dict[_LayoutKey, _Paragraphs] = {}

    def heightForWidth(self, width: int) -> int:
        """The height of all lines with the air between them."""
        if not self.wordWrap():
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return text_height(self._lay_out(inner)) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """The size that Qt finds good, as high as the lines need."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(hint.width())) if self.wordWrap() else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines where the alignment has them."""
        if not self.wordWrap():
            super().paintEvent(event)
            return
        rect = self.contentsRect()
        paragraphs = self._lay_out(rect.width())
        alignment = self.alignment()
        y = rect.top() + overhang(self.font())
        if alignment & Qt.AlignmentFlag.AlignVCenter:
            y += max(0, rect.height() - text_height(paragraphs)) // 2
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        for layout in paragraphs:
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                free = rect.width() - line.naturalTextWidth()
                x = free / 2 if alignment & Qt.AlignmentFlag.AlignHCenter else 0.0
                line.draw(painter, QPointF(rect.left() + x, y))
            y += layout.lineCount() * line_step(self.font())
        painter.end()

    def _lay_out(self, width: int) -> _Paragraphs:
        self.ensurePolished()
        key = (self.text(), self.font().key(), width)
        if key not in self._laid:
            if len(self._laid) >= _KEPT_LAYOUTS:
                self._laid.clear()
            texts = keep_words(self.text()).split("\n")
            layouts = (QTextLayout(text, self.font()) for text in texts)
            self._laid[key] = tuple(self._balanced(layout, width) for layout in layouts)
        return self._laid[key]

    def _balanced(self, layout: QTextLayout, width: int) -> QTextLayout:
        """Fill a last line of a character or two from the lines before, if that is enough."""
        lines = break_lines(layout, width)
        character = layout.font().pixelSize()
        enough = character * _FILLED_LAST_LINE
        if lines > 1 and last_line_width(layout) < character * _SHORT_LAST_LINE:
            for given_up in range(1, _MOST_GIVEN_UP + 1):
                same = break_lines(layout, width - given_up * character) == lines
                if same and last_line_width(layout) >= enough:
                    return layout
            break_lines(layout, width)
        return layout


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


def last_line_width(layout: QTextLayout) -> float:
    """Return how far the last line reaches."""
    return layout.lineAt(layout.lineCount() - 1).naturalTextWidth()


def line_step(font: QFont) -> int:
    """Return the distance from line to line."""
    return max(QFontMetrics(font).height(), round(font.pixelSize() * _LEADING))


def overhang(font: QFont) -> int:
    """Return the room kept above the first line and below the last."""
    return ceil(font.pixelSize() * _OVERHANG)


def text_height(paragraphs: Sequence[QTextLayout]) -> int:
    """Return the height of all lines, in one font; there is air between them only."""
    font = paragraphs[0].font()
    lines = sum(layout.lineCount() for layout in paragraphs)
    height = QFontMetrics(font).height() + 2 * overhang(font)
    return height + max(lines - 1, 0) * line_step(font)


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
