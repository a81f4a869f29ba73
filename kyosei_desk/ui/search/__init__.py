# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""さがす: the search box, facets, results and their page."""
