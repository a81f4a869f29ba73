# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Diagrams as pictures, and written out from the window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QImage

from kyosei_desk.domain.comparing.designs import compared_case
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.export.diagram.layout import design_diagram
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.export.diagram.sizes import TEXT_SIZES
from kyosei_desk.export.diagram.words import text_width
from kyosei_desk.ui.diagram.painter import text_font
from kyosei_desk.ui.diagram_image import diagram_image, diagram_png
from kyosei_desk.ui.fonts import FAMILIES
from tests.export.diagram.samples import COLORS


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
