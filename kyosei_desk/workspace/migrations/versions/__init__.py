# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""One module for each version of the tables; those released never change."""
