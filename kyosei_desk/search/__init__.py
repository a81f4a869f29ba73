# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Japanese full-text search: analysis, thesaurus, index, ranking, snippets, explanation."""

import functools
import sys

# Whoosh imports a package of this name, which imports all of asyncio for one property: 20 ms
# of every start. The standard library has the same.
sys.modules.setdefault("cached_property", functools)
