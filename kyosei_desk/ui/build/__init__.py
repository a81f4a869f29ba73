# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""つくる: the municipality's own model project beside the cases."""
