# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Measurements as ratios, side by side in one run."""
