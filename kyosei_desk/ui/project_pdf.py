# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A paper on a project as PDF, also where there is no screen: A4, pages numbered, drawn sharp."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.export.project.report import Block, Heading, Picture, Report
from kyosei_desk.ui.diagram.painter import DiagramPainter
from kyosei_desk.ui.diagram_image import painting_application
from kyosei_desk.ui.fonts import FAMILIES
from kyosei_desk.ui.project_pages import PageSetting, laid_out

_DOTS = 300  # an inch; lines and letters stay lines and letters
_MARGIN_MM, _FOOT_MM = 14.0, 10.0
_POINTS, _SMALL_POINTS = 9.0, 7.5
_BLACK, _GREY = "#1a1a1a", "#4d4d4d"


@dataclass(frozen=True)
class _Text:
    """Pages of text, already laid out."""

    document: QTextDocument


@dataclass(frozen=True)
class _Drawing:
    """A page of its own for the diagram, below its heading."""

    heading: str
    diagram: Diagram

    @property
    def is_wide(self) -> bool:
        """Whether it is drawn larger on a page on its side."""
        return self.diagram.width > self.diagram.height


def project_pdf(report: Report, colors: DiagramColors) -> bytes:
    """Return the paper as PDF; safe in any thread."""
    painting_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setTitle(report.title)
    writer.setCreator("きょうせいデスク")
    writer.setPageLayout(_page(wide=False))
    _Printer(writer, report, colors).write()
    return bytes(buffer.data().data())


def _page(*, wide: bool) -> QPageLayout:
    orientation = QPageLayout.Orientation
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    side = orientation.Landscape if wide else orientation.Portrait
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, side, margins, QPageLayout.Unit.Millimeter)


class _Printer:
    """Lays everything out first, to know how many pages there are, and then paints."""

    def __init__(self, writer: QPdfWriter, report: Report, colors: DiagramColors):
        self._writer = writer
        self._report = report
        self._colors = colors
        self._number = 0
        self._parts = [*self._laid_out()]
        self._pages = sum(
            part.document.pageCount() if isinstance(part, _Text) else 1 for part in self._parts
        )

    def write(self) -> None:
        """Paint all pages."""
        painter = QPainter(self._writer)
        for part in self._parts:
            if isinstance(part, _Text):
                self._text(painter, part.document)
            else:
                self._drawing(painter, part)
        painter.end()

    def _laid_out(self) -> list[_Text | _Drawing]:
        """Part the paper at its drawings; the heading before one goes with it."""
        report = self._report
        setting = PageSetting(self._writer, _font(_POINTS), self._area(wide=False).size())
        head: tuple[str, Sequence[str]] | None = (report.title, report.lines)
        parts: list[_Text | _Drawing] = []
        text: list[Block] = []
        for block in report.blocks:
            if isinstance(block, Picture):
                before = text[-1] if text else None
                heading = before.text if isinstance(before, Heading) else ""
                parts.append(_Text(laid_out(setting, text[:-1] if heading else text, head)))
                parts.append(_Drawing(heading, block.diagram))
                head, text = None, []
            else:
                text.append(block)
        if text:
            parts.append(_Text(laid_out(setting, text, head)))
        return parts

    def _area(self, *, wide: bool) -> QRectF:
        """Return the room for what is written, in dots, without the line at the foot."""
        whole = _page(wide=wide).paintRectPixels(_DOTS)
        return QRectF(0, 0, whole.width(), whole.height() - _dots(_FOOT_MM))

    def _text(self, painter: QPainter, document: QTextDocument) -> None:
        area = self._area(wide=False)
        for page in range(document.pageCount()):
            self._begin(painter, wide=False)
            painter.save()
            painter.translate(0, -page * area.height())
            context = QAbstractTextDocumentLayout.PaintContext()
            context.palette.setColor(QPalette.ColorRole.Text, QColor(_BLACK))
            shown = QRectF(0, page * area.height(), area.width(), area.height())
            context.clip = shown
            painter.setClipRect(shown)
            document.documentLayout().draw(painter, context)
            painter.restore()

    def _drawing(self, painter: QPainter, part: _Drawing) -> None:
        wide, diagram = part.is_wide, part.diagram
        self._begin(painter, wide=wide)
        area = self._area(wide=wide)
        head = _dots(8.0) if part.heading else 0.0
        painter.setFont(_font(_POINTS * 1.35, bold=True))
        painter.setPen(QColor(_BLACK))
        top = QRectF(0, 0, area.width(), head)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft, part.heading)
        scale = min(area.width() / diagram.width, (area.height() - head) / diagram.height)
        painter.save()
        painter.translate((area.width() - diagram.width * scale) / 2, head)
        painter.scale(scale, scale)
        DiagramPainter(painter, diagram, self._colors).paint()
        painter.restore()

    def _begin(self, painter: QPainter, *, wide: bool) -> None:
        """Begin the next page, with its number at the foot."""
        self._number += 1
        if self._number > 1 or wide:
            self._writer.setPageLayout(_page(wide=wide))
        if self._number > 1:
            self._writer.newPage()
        area = self._area(wide=wide)
        foot = QRectF(0, area.height() + _dots(3.0), area.width(), _dots(_FOOT_MM - 3.0))
        painter.setFont(_font(_SMALL_POINTS))
        painter.setPen(QColor(_GREY))
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(foot, bottom | Qt.AlignmentFlag.AlignLeft, self._report.foot)
        number = f"{self._number} / {self._pages}"
        painter.drawText(foot, bottom | Qt.AlignmentFlag.AlignRight, number)


def _dots(mm: float) -> float:
    return mm / 25.4 * _DOTS


def _font(points: float, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(points)
    font.setBold(bold)
    return font
