# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What was done to make the search index ready, in Japanese."""

from kyosei_desk.services import IndexState

INDEX_SENTENCES: dict[IndexState, str] = {
    IndexState.CURRENT: "索引は最新です",
    IndexState.FIRST: "索引を作りました",
    IndexState.CONTENT_CHANGED: "資料が変わったので、索引を作り直しました",
    IndexState.ANALYZER_CHANGED: "検索のしくみが新しくなったので、索引を作り直しました",
    IndexState.DAMAGED: "索引がこわれていたので、作り直しました",
    IndexState.REQUESTED: "索引をはじめから作り直しました",
}
