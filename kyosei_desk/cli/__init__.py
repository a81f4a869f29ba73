# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The command line: thin commands over the same core the window uses."""
