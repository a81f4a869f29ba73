# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Structure diagrams of support-system designs: layout without a screen, and SVG."""
