# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Named revisions of a project and how two of them differ."""
