# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""``python -m benchmarks``: every measurement, one after the other."""

from benchmarks.startup import report

if __name__ == "__main__":
    report()
