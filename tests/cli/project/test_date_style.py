# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Dates by command: written as the window's setting says."""

from pathlib import Path

import pytest

from kyosei_desk.workspace.settings import SettingKey
from tests.cli.conftest import Desk
from tests.cli.project.telling import Capture, said

STYLES = [("era", "令和9年", "令和8年11月20日"), ("western", "2027年", "2026年11月20日")]


@pytest.fixture
def dated(begun: Desk, capsys: Capture) -> Desk:
    """A project with days and fiscal years in it."""
    cost = ("--year", "2027", "--quantity", "1", "--unit", "式", "--price", "100")
    said(begun, capsys, "budget", "ours", "line", "委託", *cost)
    said(begun, capsys, "plan", "ours", "step", "ひらく", "--from", "2027-04", "--to", "2027-09")
    said(begun, capsys, "decide", "ours", "add", "置く", "--on", "2026-11-20")
    return begun


@pytest.mark.parametrize(("style", "year", "day"), STYLES)
def test_views_follow_the_setting(
    dated: Desk, capsys: Capture, style: str, year: str, day: str
) -> None:
    dated.services.settings.set(SettingKey.DATE_STYLE, style)
    assert f"{year}度" in said(dated, capsys, "budget", "ours")
    assert f"{year}4月" in said(dated, capsys, "plan", "ours")
    assert day in said(dated, capsys, "decide", "ours")
    assert day in said(dated, capsys, "show", "ours", "--format", "md")
    for name in ("list", "history"):
        words = said(dated, capsys, *((name,) if name == "list" else (name, "ours")))
        assert ("令和" in words) is (style == "era")
    said(dated, capsys, "decide", "ours", "add", "--entry", "d-1", "--on", "2026-11-21")
    said(dated, capsys, "revision", "ours", "keep", "会議の前")
    said(dated, capsys, "decide", "ours", "add", "--entry", "d-1", "--on", "2026-11-20")
    assert day in said(dated, capsys, "diff", "ours@1", "ours", code=1)


@pytest.mark.parametrize(("style", "year", "day"), STYLES)
@pytest.mark.parametrize("suffix", ["md", "html", "csv"])
def test_files_follow_the_setting(
    dated: Desk, capsys: Capture, tmp_path: Path, suffix: str, style: str, year: str, day: str
) -> None:
    dated.services.settings.set(SettingKey.DATE_STYLE, style)
    path = tmp_path / f"案.{suffix}"
    said(dated, capsys, "export", "ours", "-o", str(path))
    text = path.read_text(encoding="utf-8-sig")
    assert f"{year}度" in text
    assert day in text
