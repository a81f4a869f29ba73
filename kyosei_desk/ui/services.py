# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The services under the name the window knows them by."""

from kyosei_desk.services import IndexState, LoadCorpus, OpenedSearch, OpenSearch
from kyosei_desk.services import Services as WindowServices

__all__ = ["IndexState", "LoadCorpus", "OpenSearch", "OpenedSearch", "WindowServices"]
