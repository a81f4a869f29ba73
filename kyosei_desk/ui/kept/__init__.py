# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Things kept under a name and the last ones looked at: searches, comparisons."""
