# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Errors of the core as Japanese sentences: what happened, where, and what to do."""

from kyosei_desk.domain.errors import (
    CancelledError,
    ContentError,
    IndexBrokenError,
    KyoseiError,
    ResourceError,
    StorageError,
    UnknownDocumentError,
)
from kyosei_desk.wording.content_issues import issue_line


def error_sentence(error: KyoseiError) -> str:
    """Return what happened, where, and what the person can do about it."""
    match error:
        case UnknownDocumentError():
            return f"「{error.address}」という資料はありません。" + _known(error)
        case ContentError():
            first = issue_line(error.issues[0], error.issues[0].path.parent.parent)
            return f"資料にまちがいが {len(error.issues)} 件あります。最初の1件: {first}"
        case ResourceError():
            return (
                f"プログラムの部品 {error.path} を読めません。"
                "もう一度インストールしてください（入力したデータは消えません）。"
            )
        case StorageError():
            return (
                f"{error.path} を読み書きできません（{error.reason}）。"
                "空き容量と、フォルダーに書きこめるかを確かめてください。"
            )
        case IndexBrokenError():
            return f"検索の索引 {error.path} がこわれています。作り直せば元にもどります。"
        case CancelledError():
            return "とりやめました。"
    return f"思いがけないことが起きました（{error}）。"


def _known(error: UnknownDocumentError) -> str:
    if not error.known:
        return ""
    return "資料の ID は kyosei-desk list で見られます。"
