# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A municipality's own model project (モデル事業): its design, its reasons, its cost, its plan."""
