# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The home page: what this is, where to begin, where one was."""
