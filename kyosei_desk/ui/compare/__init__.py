# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""くらべる: designs side by side as a table, as diagrams, in figures and on the map."""
