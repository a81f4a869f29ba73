# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The window. The only package that imports PySide6."""

from kyosei_desk.ui.plain_import import import_plainly

import_plainly()
