# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Japanese sentences for what the core reports in types and codes; used by cli and ui."""
