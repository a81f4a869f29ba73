# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Structure diagrams in the window: painted, zoomed, walked through by keyboard."""
