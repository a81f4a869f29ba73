# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""``index`` and ``doctor``: keeping the program healthy."""

import argparse
import importlib.util
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass

from kyosei_desk.cli.output import ExitCode, print_error, print_json
from kyosei_desk.cli.qt_check import qt_failure
from kyosei_desk.domain.errors import KyoseiError
from kyosei_desk.screen import has_screen
from kyosei_desk.search.model import Progress
from kyosei_desk.services import Services, never
from kyosei_desk.wording.errors import error_sentence
from kyosei_desk.wording.index import INDEX_SENTENCES
from kyosei_desk.wording.kept_files import settings_text
from kyosei_desk.wording.window import qt_failure_text


def run_index(arguments: argparse.Namespace, services: Services, *, as_json: bool) -> ExitCode:
    """Make the search index ready, from scratch if asked."""
    corpus = services.load_corpus()
    opened = services.open_search(corpus, _print_progress, never, rebuild=arguments.rebuild)
    if as_json:
        print_json({"state": opened.index_state.value, "passages": opened.passages})
    else:
        print(f"{INDEX_SENTENCES[opened.index_state]}（{opened.passages} か所）")
    return ExitCode.OK


def _print_progress(progress: Progress) -> None:
    if sys.stderr.isatty():
        print(f"\r索引: {progress.done} / {progress.total}", end="", file=sys.stderr)
        if progress.done >= progress.total:
            print(file=sys.stderr)


@dataclass(frozen=True)
class Finding:
    """One thing the doctor looked at: its name, whether it is well, and a sentence."""

    name: str
    well: bool
    text: str


def run_doctor(arguments: argparse.Namespace, services: Services, *, as_json: bool) -> ExitCode:
    """Look at everything the program needs; 4 when something is missing."""
    checks: tuple[Callable[[Services], Finding], ...] = (
        _check_python,
        _check_data_dir,
        _check_settings,
        _check_library,
        _check_search,
        _check_qt,
        _check_screen,
    )
    findings = [check(services) for check in checks]
    if as_json:
        print_json([vars(finding) for finding in findings])
    else:
        for finding in findings:
            print(f"{'よい' if finding.well else '要対応'}\t{finding.name}\t{finding.text}")
    well = all(finding.well for finding in findings)
    if not well:
        print_error("「要対応」の行を直してください。")
    return ExitCode.OK if well else ExitCode.ENVIRONMENT


def _check_python(services: Services) -> Finding:
    return Finding(
        "版",
        True,
        f"きょうせいデスク {services.version}、Python {platform.python_version()}、"
        f"{platform.system()} {platform.release()}",
    )


def _check_data_dir(services: Services) -> Finding:
    try:
        services.data_dir.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=services.data_dir) as stream:
            stream.write(b"x")
    except OSError as error:
        text = (
            f"{services.data_dir} に書きこめません（{error.strerror}）。"
            "別の場所を --data-dir で指定してください"
        )
        return Finding("データのフォルダー", False, text)
    return Finding("データのフォルダー", True, f"{services.data_dir} に書きこめます")


def _check_settings(services: Services) -> Finding:
    settings = services.settings
    said = settings_text(settings)
    lost = settings.damaged and settings.set_aside is None
    return Finding("設定", not lost, said.removesuffix("。") if said else "読めます")


def _check_library(services: Services) -> Finding:
    try:
        corpus = services.load_corpus()
    except KyoseiError as error:
        return Finding("資料", False, error_sentence(error))
    return Finding("資料", True, f"{len(corpus.documents)} 資料を読めます")


def _check_search(services: Services) -> Finding:
    try:
        opened = services.open_search(services.load_corpus(), _print_progress, never)
    except KyoseiError as error:
        return Finding("検索", False, error_sentence(error))
    state = INDEX_SENTENCES[opened.index_state]
    return Finding("検索", True, f"{state}（{opened.passages} か所）")


def _check_qt(_services: Services) -> Finding:
    if importlib.util.find_spec("PySide6") is None:
        text = "PySide6 がありません。画面は開けませんが、コマンドは使えます"
        return Finding("画面の部品", False, text)
    failure = qt_failure(os.environ, screen=has_screen(sys.platform, os.environ))
    if failure is not None:
        return Finding("画面の部品", False, qt_failure_text(failure))
    return Finding("画面の部品", True, "PySide6 があり、動きます")


def _check_screen(_services: Services) -> Finding:
    if has_screen(sys.platform, os.environ):
        return Finding("画面", True, "あります")
    return Finding("画面", False, "この環境には画面がありません。コマンドだけ使えます")
