# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Errors of the core as Japanese sentences: what happened, where, and what to do."""

from kyosei_desk.domain.errors import (
    CancelledError,
    ContentError,
    IndexBrokenError,
    InputFileError,
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
            return _unknown(error)
        case ContentError():
            first = issue_line(error.issues[0], error.issues[0].path.parent.parent)
            return f"資料にまちがいが {len(error.issues)} 件あります。最初の1件: {first}"
        case ResourceError():
            return (
                f"プログラムの部品 {error.path} を読めません。"
                "もう一度インストールしてください（入力したデータは消えません）。"
            )
        case InputFileError():
            name = "標準入力" if error.name == "-" else error.name
            return (
                f"{name} を読めません（{error.reason}）。"
                "ファイルの場所と、UTF-8 で保存されているかを確かめてください。"
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


def _unknown(error: UnknownDocumentError) -> str:
    document_id, _, part = error.address.partition("#")
    if part and document_id in error.known:
        return (
            f"「{document_id}」に「{part}」という節・要素・項目はありません。"
            f"ID は kyosei-desk show {document_id} --json で見られます。"
        )
    return (
        f"「{error.address}」という資料はありません。資料の ID は kyosei-desk list で見られます。"
    )
