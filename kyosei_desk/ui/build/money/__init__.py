# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The budget: lines, who pays, and the programmes that share the cost."""
