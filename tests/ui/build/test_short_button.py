# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A button that is too narrow for its text shows its beginning, and all of its note."""

from pytestqt.qtbot import QtBot

from kyosei_desk.ui.build.short_button import ShortButton
from kyosei_desk.ui.theme import Theme


def test_only_the_end_of_the_name_is_cut(qtbot: QtBot, theme: Theme) -> None:
    button = ShortButton("生活支援コーディネーター", "（一部・今ある）")
    qtbot.addWidget(button)
    button.setProperty("kind", "choice")
    button.show()
    button.resize(button.sizeHint())
    assert button.shown == "生活支援コーディネーター（一部・今ある）"
    button.resize(button.sizeHint().width() - 40, button.height())
    assert button.shown.startswith("生活支援")
    assert button.shown.endswith("…（一部・今ある）")
    assert button.fontMetrics().horizontalAdvance(button.shown) < button.width()
    assert theme.scale == 1
