# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The figures of the town, and the numbers of the own elements."""
