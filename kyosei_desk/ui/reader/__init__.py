# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""よむ: documents set as text, with outline, marks, sources and related passages."""
