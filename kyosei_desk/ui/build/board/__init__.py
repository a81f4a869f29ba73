# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The gap board: what the guideline asks, and what the own design answers."""
