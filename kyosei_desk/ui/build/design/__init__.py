# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The own design, edited as a diagram and as a list."""
