# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Lists of a project's entries, and the forms to write them in."""
