# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""``python -m kyosei_desk``: the same as the ``kyosei-desk`` command."""

import sys

from kyosei_desk.app import main

sys.exit(main())
