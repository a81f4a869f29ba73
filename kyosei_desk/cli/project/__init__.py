# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""``project``: own projects begun, changed, checked, costed and handed on by command."""
