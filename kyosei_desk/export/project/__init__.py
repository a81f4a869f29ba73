# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A municipality's own project as files: to read, to print, to count with, to hand on."""
