# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Comparisons as files: one sheet of words, many writers; every source survives."""
