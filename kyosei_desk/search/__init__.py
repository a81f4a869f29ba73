# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Japanese full-text search: analysis, thesaurus, index, ranking, snippets, explanation."""
