# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
