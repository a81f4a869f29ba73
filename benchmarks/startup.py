# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Start-up: process start → first paint → ready to search, against a bare window.

Runs alternate, so a slow moment of the machine hits both; medians and ratios are printed.
"""

import compileall
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import kyosei_desk

_ROUNDS = 7


def measure(rounds: int = _ROUNDS) -> dict[str, float]:
    """Return median milliseconds (bare, painted, ready), their ratios, and PSS in MB."""
    bare: list[float] = []
    painted: list[float] = []
    ready: list[float] = []
    memory: list[float] = []
    # As installed programs are; an environment may forbid writing byte code while running.
    compileall.compile_dir(Path(kyosei_desk.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as data_dir:
        _start(["desk", data_dir])  # the first start builds the index; later ones are measured
        for _ in range(rounds):
            began, told = _start(["bare"])
            bare.append(told["painted"] - began)
            began, told = _start(["desk", data_dir])
            painted.append(told["painted"] - began)
            ready.append(told["ready"] - began)
            memory.append(told["pss_kb"] / 1024)
    base = statistics.median(bare)
    return {
        "bare_ms": base * 1000,
        "painted_ms": statistics.median(painted) * 1000,
        "ready_ms": statistics.median(ready) * 1000,
        "painted_ratio": statistics.median(painted) / base,
        "ready_ratio": statistics.median(ready) / base,
        "pss_mb": statistics.median(memory),
    }


def _start(arguments: Sequence[str]) -> tuple[float, dict[str, float]]:
    command = [sys.executable, "-m", "benchmarks.startup_probe", *arguments]
    began = time.monotonic()
    result = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return began, json.loads(result.stdout.splitlines()[-1])


def with_screen() -> None:
    """Run this benchmark again on a virtual screen when there is none."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return
    if shutil.which("xvfb-run"):
        command = ["xvfb-run", "-a", sys.executable, "-m", "benchmarks"]
        sys.exit(subprocess.run(command, check=False).returncode)
    print("画面がないため offscreen で測ります（Xvfb を入れると本物の窓で測れます）。")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def report() -> None:
    """Measure and print the table."""
    with_screen()
    result = measure()
    print(f"起動（中央値、{_ROUNDS} 回ずつ交互）")
    print(f"  何もない窓 → 描画     {result['bare_ms']:6.0f} ms   1.00")
    ratio = result["painted_ratio"]
    print(f"  きょうせいデスク → 描画 {result['painted_ms']:6.0f} ms   {ratio:.2f}（目標 2 以下）")
    ratio = result["ready_ratio"]
    print(f"  　　　　 → 検索できる {result['ready_ms']:6.0f} ms   {ratio:.2f}（目標 6 以下）")
    print(f"  メモリー（PSS、3秒後） {result['pss_mb']:6.0f} MB")
