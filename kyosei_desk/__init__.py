# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""kyosei_desk: an offline knowledge base for community-based inclusive support systems."""

__version__ = "0.1.0"
__released__ = "2026-11-23"  # the day of the newest release in CHANGELOG.md
