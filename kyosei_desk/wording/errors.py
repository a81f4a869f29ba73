# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Errors of the core as Japanese sentences: what happened, where, and what to do."""

import errno
import os

from kyosei_desk.domain.errors import (
    CancelledError,
    ColumnsProblem,
    ComparedColumnsError,
    ContentError,
    DamagedDataError,
    IndexBrokenError,
    InputFileError,
    KyoseiError,
    NewerDataError,
    OutputFileError,
    ProjectError,
    ProjectMovedOnError,
    ResourceError,
    StorageError,
    UnknownDocumentError,
)
from kyosei_desk.wording.content_issues import issue_line
from kyosei_desk.wording.project_problems import project_problem_sentence

_IN_THE_WAY = "同じ名前の、ちがう種類のものがあります"
_KEPT = "もとのファイルはそのまま残っています。"
_NO_UTF8 = "UTF-8"
_UNUSUAL = "くわしい理由は分かりません"
_NO_LOCKS = "この場所のディスクでは、ファイルに鍵をかけるなどの操作ができません"
_SYSTEM_REASONS = {
    os.strerror(number): text
    for number, text in (
        (errno.ENOSPC, "空き容量がありません"),
        (errno.EACCES, "使うことが許されていません"),
        (errno.EPERM, "使うことが許されていません"),
        (errno.EROFS, "読むことしかできない場所です"),
        (errno.ENOENT, "見つかりません"),
        (errno.EEXIST, _IN_THE_WAY),
        (errno.ENOTDIR, _IN_THE_WAY),
        (errno.EISDIR, _IN_THE_WAY),
        (errno.EAGAIN, "もう一つの画面が使っています"),
        (errno.EIO, "ディスクの読み書きに失敗しました"),
        (errno.EBUSY, "ほかのソフトが使っています"),
        (errno.ENAMETOOLONG, "名前が長すぎます"),
        (errno.EFBIG, "大きすぎます"),
        (errno.EMFILE, "開いているファイルが多すぎます"),
        (
            errno.ETIMEDOUT,
            "返事がありません。ネットワークの先にあるときは、つながりを確かめてください",
        ),
        (errno.ENOLCK, _NO_LOCKS),
        (errno.ENOTSUP, _NO_LOCKS),
        (errno.EOPNOTSUPP, _NO_LOCKS),
        (errno.ENOSYS, _NO_LOCKS),
    )
} | {_NO_UTF8: "UTF-8 の文字ではありません"}
_STORAGE_REMEDIES = {
    _NO_LOCKS: "データのフォルダーを、このパソコンのディスクに置いてください。",
    _SYSTEM_REASONS[os.strerror(errno.EAGAIN)]: "少し待って、もう一度してください。",
}


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
            look = "UTF-8 で保存されているか" if error.reason == _NO_UTF8 else "ファイルの場所"
            reason = _system_reason(error.reason)
            why = _UNUSUAL if reason.isascii() else reason
            return f"{name} を読めません（{why}）。{look}を確かめてください。"
        case StorageError():
            return _storage(error)
        case OutputFileError():
            return (
                f"{error.path} に書き出せません（{_system_reason(error.reason)}）。"
                "Excel などで開いているときは閉じてから、または別の名前や場所で、"
                f"もう一度書き出してください。{_KEPT if error.path.exists() else ''}"
            )
        case IndexBrokenError():
            return f"検索の索引 {error.path} がこわれています。作り直せば元にもどります。"
        case ComparedColumnsError():
            return _columns(error)
        case CancelledError():
            return "とりやめました。"
    return _of_projects(error) or f"思いがけないことが起きました（{error}）。"


def _storage(error: StorageError) -> str:
    if isinstance(error, DamagedDataError):
        return (
            f"{error.path} がこわれています。もう一度すると、いちばん新しい控えから元にもどします。"
            "こわれたファイルも、名前を変えて残します。"
        )
    reason = _system_reason(error.reason)
    remedy = _STORAGE_REMEDIES.get(
        reason, "空き容量と、フォルダーに書きこめるかを確かめてください。"
    )
    return f"{error.path} を読み書きできません（{reason}）。{remedy}"


def _of_projects(error: KyoseiError) -> str | None:
    """Return what is wrong with the person's own projects; None: it is not about them."""
    match error:
        case ProjectError():
            return project_problem_sentence(error)
        case NewerDataError():
            return (
                f"{error.path} は、新しい版のきょうせいデスクが書いたものです。"
                "この版では開けません。新しい版で開いてください（中身はそのまま残っています）。"
            )
        case ProjectMovedOnError():
            return (
                "この案は、ほかの画面で変えられていました。"
                "新しい中身を見て、もう一度変えてください。"
            )
    return None


def _system_reason(reason: str) -> str:
    """Return the operating system's reason in Japanese where it is a usual one."""
    return _SYSTEM_REASONS.get(reason, reason)


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


def _columns(error: ComparedColumnsError) -> str:
    named = "".join(f"「{one}」" for one in error.ids)
    known = f"くらべられるのは {'、'.join(error.known)} です。"
    match error.problem:
        case ColumnsProblem.UNKNOWN:
            return f"{named}という資料はありません。{known}"
        case ColumnsProblem.NOT_A_DESIGN:
            return f"{named}は事例ではないので、くらべられません。{known}"
        case ColumnsProblem.TWICE:
            return f"{named}が2度書かれています。1つにつき1度だけ書いてください。"
        case ColumnsProblem.TOO_FEW:
            return f"くらべるものは {error.limit} つ以上書いてください。{known}"
        case ColumnsProblem.TOO_MANY:
            return f"くらべられるのは {error.limit} つまでです（{len(error.ids)} つありました）。"
