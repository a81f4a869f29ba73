# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The window. The only package that imports PySide6."""
