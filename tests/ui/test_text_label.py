# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QTextLayout
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kyosei_desk.ui.fonts import FontRole, role_font
from kyosei_desk.ui.text_label import break_lines, keep_words, selectable_label, text_label

JOINER = "\u2060"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("拠点・会議のしくみと数字", ["拠点", "・", "会議の", "しくみと", "数字"]),
        ("平成29年4月～10月現在", ["平成29年4月～10月現在"]),
        ("住民が受け止め、支える", ["住民が", "受け止め", "、", "支える"]),
        ("ネットワークづくりを集める", ["ネットワークづくりを", "集める"]),
        ("様式（Joint-Sheet）で", ["様式", "（", "Joint-Sheet", "）で"]),
        ("相談 自治体:豊中 圏域:地区", ["相談", " ", "自治体:豊中", " ", "圏域:地区"]),
        ("市内15か所の拠点", ["市内", "15か所の", "拠点"]),
        ("密度5,180人／km²、面積", ["密度", "5,180人／km²", "、", "面積"]),
    ],
)
def test_lines_break_between_words_only(text: str, pieces: list[str]) -> None:
    assert keep_words(text) == "".join(JOINER.join(piece) for piece in pieces)


def test_lines_stand_apart_and_the_last_one_is_whole(qtbot: QtBot) -> None:
    label = text_label("自治体の取り組みを読めます。" * 6, "body")
    qtbot.addWidget(label)
    label.setFont(role_font(FontRole.BODY, 1.0))
    lines = break_lines(QTextLayout(label.text(), label.font()), 300)
    tight = lines * QFontMetrics(label.font()).height()
    assert lines > 2
    assert label.heightForWidth(300) > tight * 1.3


def test_a_short_last_line_is_filled(qtbot: QtBot) -> None:
    label = text_label("あいうえおかきくけこさしすせそたちつてと" + "な", "body")
    qtbot.addWidget(label)
    label.setFont(role_font(FontRole.BODY, 1.0))
    label.resize(20 * 15, label.heightForWidth(20 * 15))
    picture = label.grab().toImage()
    ground = picture.pixelColor(picture.width() - 1, 0)
    lower = range(picture.height() * 2 // 3, picture.height() - 1)
    inked = {x for x in range(60) for y in lower if picture.pixelColor(x, y) != ground}
    assert max(inked) > 30


def test_a_short_last_line_of_a_paragraph_is_filled(qtbot: QtBot) -> None:
    """What is drawn of the first of two paragraphs is what is drawn of it alone."""
    alone = text_label("あいうえおかきくけこさしすせそたちつてと" + "な", "body")
    both = text_label(alone.text() + "\n次です", "body")
    height = 0
    pictures = []
    for label in (alone, both):
        qtbot.addWidget(label)
        label.setFont(role_font(FontRole.BODY, 1.0))
        height = height or label.heightForWidth(20 * 15)
        label.resize(20 * 15, label.heightForWidth(20 * 15))
        pictures.append(label.grab().toImage().copy(0, 0, 20 * 15, height))
    assert both.heightForWidth(20 * 15) > height
    assert pictures[0] == pictures[1]


def test_the_height_follows_text_and_font(qtbot: QtBot) -> None:
    label, other = text_label("短い文です。", "body"), text_label("長い文です。" * 20, "body")
    for each in (label, other):
        qtbot.addWidget(each)
        each.setFont(role_font(FontRole.BODY, 1.0))
    line = label.heightForWidth(300)
    label.setText(other.text())
    assert label.heightForWidth(300) == other.heightForWidth(300) > 3 * line
    label.setFont(role_font(FontRole.BODY, 1.5))
    assert label.heightForWidth(300) > 1.5 * other.heightForWidth(300)


def test_what_was_measured_at_another_width_is_drawn_at_its_own(qtbot: QtBot) -> None:
    text = "あいうえおかきくけこさしすせそたちつてとな。" * 3
    pictures = []
    for also_measured in ((), (90, 500, 4000)):
        label = text_label(text, "body")
        qtbot.addWidget(label)
        label.setFont(role_font(FontRole.BODY, 1.0))
        label.resize(300, label.heightForWidth(300))
        for width in also_measured:
            label.heightForWidth(width)
        pictures.append(label.grab().toImage())
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_lines_use_the_width_there_is(qtbot: QtBot, scale: float) -> None:
    label = text_label("あいうえおかきくけこ" * 3 + "さしすせ", "body")
    qtbot.addWidget(label)
    label.setFont(role_font(FontRole.BODY, scale))
    side = label.font().pixelSize()
    label.resize(20 * side, label.heightForWidth(20 * side))
    picture = label.grab().toImage()
    ground = picture.pixelColor(picture.width() - 1, 0)
    upper = range(picture.height() // 2)
    inked = {x for x in range(picture.width()) for y in upper if picture.pixelColor(x, y) != ground}
    assert max(inked) > 19 * side


def test_without_wrapping_it_is_a_label_like_any(qtbot: QtBot) -> None:
    label, usual = text_label("Ctrl+K", "key"), QLabel("Ctrl+K")
    usual.setProperty("role", "key")
    qtbot.addWidget(label)
    qtbot.addWidget(usual)
    label.setWordWrap(False)
    assert label.sizeHint() == usual.sizeHint()
    assert label.sizeHint() != QSize()


def test_selectable_text_is_shown_as_it_is(qtbot: QtBot) -> None:
    label = selectable_label("<b>資料</b>", "body")
    qtbot.addWidget(label)
    label.setSelection(0, len("<b>資料</b>"))
    assert label.selectedText() == "<b>資料</b>"
