# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How the workspace database came to its tables, version by version; run by Alembic."""
