# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Support-system designs side by side: what they state, their figures, how near places are."""
