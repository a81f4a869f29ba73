# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Diagrams as pictures, and written out from the window."""

import datetime
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kyosei_desk.app import draw_png
from kyosei_desk.domain.comparing.designs import compared_case
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.export.diagram.file import DiagramFormat
from kyosei_desk.export.diagram.layout import design_diagram
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.export.diagram.sizes import TEXT_SIZES
from kyosei_desk.export.diagram.words import text_width
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.diagram.diagram_export import DiagramExport, diagram_file_name
from kyosei_desk.ui.diagram.painter import text_font
from kyosei_desk.ui.diagram_image import diagram_image, diagram_png
from kyosei_desk.ui.fonts import FAMILIES
from kyosei_desk.ui.messages import Message, Severity
from tests.export.diagram.samples import COLORS
from tests.ui.window_support import make_settings


@pytest.fixture(scope="module")
def diagram(corpus: Corpus) -> Diagram:
    case = next(case for case in corpus.cases if case.id == "cases/nabari")
    return design_diagram(compared_case(case, corpus), corpus)


def test_a_picture_is_two_pixels_for_one_and_always_the_same(
    qapp: object, diagram: Diagram
) -> None:
    data = diagram_png(diagram, COLORS)
    image = QImage.fromData(data)
    assert data.startswith(b"\x89PNG")
    assert (image.width(), image.height()) == (2 * diagram.width, 2 * diagram.height)
    assert diagram_png(diagram, COLORS) == data


def test_a_picture_shows_cards_in_the_colours_of_their_functions(
    qapp: object, diagram: Diagram
) -> None:
    image = diagram_image(diagram, COLORS, 1)
    for card in diagram.cards:
        x, y = round(card.rect.x + 8), round(card.rect.middle[1])
        assert image.pixelColor(x, y) == QColor(COLORS.fill(card.number)), card.element


def test_a_very_large_picture_is_kept_within_bounds(qapp: object, diagram: Diagram) -> None:
    image = QImage.fromData(diagram_png(diagram, COLORS, scale=50))
    assert max(image.width(), image.height()) == 8000


def test_words_come_out_no_wider_than_reckoned(qapp: object, corpus: Corpus) -> None:
    installed = set(FAMILIES) & set(QFontDatabase.families())
    assert installed, "no font to measure with"
    names = [element.name for case in corpus.cases for element in case.elements]
    for family in sorted(installed):
        for role, (size, bold) in TEXT_SIZES.items():
            font = QFont(text_font(size, bold))
            font.setFamilies([family])
            metrics = QFontMetricsF(font)
            wide = [n for n in names if metrics.horizontalAdvance(n) > text_width(n, role) * 1.01]
            assert wide == [], (family, role)


def test_a_picture_is_drawn_where_there_is_no_screen(tmp_path: Path) -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    path = tmp_path / "図.png"
    command = ["--data-dir", str(tmp_path / "data"), "diagram", "cases/nabari", "-o", str(path)]
    code = f"import sys; from kyosei_desk.app import main; sys.exit(main({command!r}))"
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    assert path.read_bytes().startswith(b"\x89PNG")


# Out of the window


class Bench:
    """What a diagram is written out from."""

    def __init__(self, folder: Path, window: QWidget):
        self.worker = WorkerThread("compare", window)
        settings = make_settings(folder)
        self.export = DiagramExport(self.worker, settings, COLORS, draw_png, window)


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Bench(tmp_path, window)
    yield made
    made.worker.shut_down()


def write(bench: Bench, qtbot: QtBot, diagram: Diagram, path: Path) -> Message:
    with qtbot.waitSignal(bench.export.message_requested) as told:
        bench.export.write(diagram, path)
    message = told.args[0]
    assert isinstance(message, Message)
    return message


@pytest.mark.parametrize(
    ("name", "begins"), [("図.svg", b"<?xml"), ("図.PNG", b"\x89PNG"), ("図", b"\x89PNG")]
)
def test_a_diagram_is_written_in_the_format_of_its_name(
    bench: Bench, qtbot: QtBot, diagram: Diagram, tmp_path: Path, name: str, begins: bytes
) -> None:
    message = write(bench, qtbot, diagram, tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert message.severity is Severity.SUCCESS
    assert name in message.text
    assert message.act_label == "フォルダーを開く"


def test_what_cannot_be_written_is_told_and_can_be_tried_again(
    bench: Bench, qtbot: QtBot, diagram: Diagram, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("")
    message = write(bench, qtbot, diagram, tmp_path / "taken" / "a.svg")
    assert message.severity is Severity.ERROR
    assert message.act is not None
    (tmp_path / "taken").unlink()
    with qtbot.waitSignal(bench.export.message_requested) as told:
        message.act()
    assert told.args[0].severity is Severity.SUCCESS


def test_a_diagram_is_copied_as_a_picture(bench: Bench, qtbot: QtBot, diagram: Diagram) -> None:
    with qtbot.waitSignal(bench.export.message_requested):
        bench.export.copy(diagram)
    image = QGuiApplication.clipboard().image()
    assert image.width() == 2 * diagram.width


@pytest.mark.parametrize("file_format", DiagramFormat)
def test_a_file_is_asked_for_with_a_name_that_tells_the_design(
    bench: Bench, qtbot: QtBot, diagram: Diagram, tmp_path: Path, file_format: DiagramFormat
) -> None:
    dialog = bench.export.choose_file(diagram, file_format)
    assert dialog.defaultSuffix() == file_format.value
    assert dialog.selectedFiles()[0].endswith(f".{file_format.value}")
    chosen = tmp_path / f"a.{file_format.value}"
    with qtbot.waitSignal(bench.export.message_requested):
        dialog.fileSelected.emit(str(chosen))
    dialog.reject()
    assert chosen.exists()


def test_the_name_of_a_file_holds_nothing_that_files_cannot() -> None:
    today = datetime.date(2026, 11, 23)
    name = diagram_file_name('名張市（三重県）のしくみ図: "案/A"', DiagramFormat.PNG, today)
    assert name == "名張市（三重県）のしくみ図_案_A_20261123.png"
