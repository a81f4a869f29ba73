# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Opens the window in stages: the frame is painted first, the library is read after it."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import delete

from kyosei_desk.domain.errors import KyoseiError, ResourceError
from kyosei_desk.services import Services
from kyosei_desk.ui.fonts import FontRole, has_japanese_font, role_font
from kyosei_desk.ui.garbage import collected_between_events, set_aside_the_program
from kyosei_desk.ui.main_window import TITLE, MainWindow, apply_look
from kyosei_desk.ui.messages import Message, Severity, failure_message
from kyosei_desk.ui.theme import Theme

_logger = logging.getLogger(__name__)
_ENVIRONMENT = 4  # the exit code for a machine that lacks something
NO_FONT = (
    "日本語の文字（フォント）が見つかりません。"
    "BIZ UDPゴシックか Noto Sans CJK JP を入れてください。"
    " / No Japanese font is installed: install BIZ UDPGothic or Noto Sans CJK JP"
    " (Debian: fonts-morisawa-bizud-gothic, fonts-noto-cjk)."
)

Observer = Callable[[str], None]


class StartUp(QObject):
    """The stages after the first painting; tells an observer how far it has come.

    The observer is given ``painted`` and ``ready``.
    """

    def __init__(self, window: MainWindow, observer: Observer | None):
        """Wait for the window to be painted."""
        super().__init__(window)
        self._window = window
        self._observer = observer
        window.painted.connect(self._on_painted)
        window.search_ready.connect(self._on_ready)

    def _on_painted(self) -> None:
        self._tell("painted")
        self._window.load()
        speak_japanese(self._window)
        if not has_japanese_font():
            print(NO_FONT, file=sys.stderr)
            self._window.frame.messages.show_message(Message(Severity.ERROR, NO_FONT))

    def _on_ready(self) -> None:
        self._tell("ready")
        set_aside_the_program()

    def _tell(self, stage: str) -> None:
        if self._observer is not None:
            self._observer(stage)


def run_window(make_services: Callable[[], Services], observer: Observer | None = None) -> int:
    """Open the window and stay until it is closed; return the exit code."""
    application = make_application()
    try:
        services = make_services()
        theme = open_theme(services)
    except KyoseiError as error:
        return _report(application, error)
    with collected_between_events():
        return _run(application, services, theme, observer)


def _run(
    application: QApplication, services: Services, theme: Theme, observer: Observer | None
) -> int:
    apply_look(theme, services.settings)
    window = MainWindow(services, theme)
    StartUp(window, observer)
    before, sys.excepthook = sys.excepthook, ExceptionReporter(window)
    try:
        window.show()
        return application.exec()
    finally:
        sys.excepthook = before
        window.shut_down()
        # Now, not when its cycles happen to be found: Qt calls every widget there still is.
        delete(window)


def make_application() -> QApplication:
    """Return the application, named; there can be only one."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("kyosei-desk")
    application.setApplicationDisplayName(TITLE)
    application.setDesktopFileName("kyosei-desk")
    application.setStyle("Fusion")
    return application


def open_theme(services: Services) -> Theme:
    """Return the theme from the bundled resources.

    Raises:
        ResourceError: the resources are not whole.
    """
    try:
        return Theme(services.resources_dir)
    except (OSError, ValueError, TypeError) as error:
        raise ResourceError(services.resources_dir, str(error)) from error


def speak_japanese(parent: QObject) -> None:
    """Let Qt's own menus, such as that of a text field, speak Japanese."""
    translator = QTranslator(parent)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_ja", folder):
        QApplication.installTranslator(translator)


class ExceptionReporter:
    """Shows what nobody caught in the message bar, and logs it; the work goes on."""

    def __init__(self, window: MainWindow):
        """Report into ``window``."""
        self._window = window

    def __call__(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Report one exception."""
        _logger.error("unexpected failure", exc_info=(kind, error, trace))
        if isinstance(error, Exception):
            self._window.frame.messages.show_message(failure_message(error))
        else:
            QApplication.exit(1)


def _report(application: QApplication, error: KyoseiError) -> int:
    from kyosei_desk.wording.errors import error_sentence

    sentence = error_sentence(error)
    print(sentence, file=sys.stderr)
    window = error_window(sentence)
    window.show()
    application.exec()
    return _ENVIRONMENT


def error_window(sentence: str) -> QWidget:
    """Return a small window that says why the program cannot start."""
    window = QWidget()
    window.setWindowTitle(f"{TITLE}を開けません")
    title = QLabel(f"{TITLE}を開けません", window)
    title.setFont(role_font(FontRole.TITLE, 1.0))
    text = QLabel(sentence, window)
    text.setFont(role_font(FontRole.BODY, 1.0))
    text.setWordWrap(True)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    text.setMinimumWidth(480)
    button = QPushButton("閉じる", window)
    button.setFont(role_font(FontRole.BODY, 1.0))
    button.clicked.connect(window.close)
    column = QVBoxLayout(window)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(12)
    column.addWidget(title)
    column.addWidget(text)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
    button.setFocus(Qt.FocusReason.OtherFocusReason)
    return window
