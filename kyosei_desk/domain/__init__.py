# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Pure data and rules: no I/O and no third-party imports beyond the validation library."""
