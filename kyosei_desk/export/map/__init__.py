# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A map of all municipalities: where they lie on a plane, and where their names go."""
