# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Why a file cannot be taken in as a project: what, where, and what to do, in Japanese."""

from collections.abc import Sequence

from kyosei_desk.domain.errors import (
    ProjectError,
    ProjectFault,
    ProjectFileError,
    ProjectProblem,
)
from kyosei_desk.wording.project_fields import known_field

_PARTS = {
    "town": "まち",
    "zones": "圏域の数",
    "goals": "めざすこと",
    "design": "しくみ",
    "elements": "要素",
    "links": "つながり",
    "not_applicable": "しないと決めた項目",
    "existing": "今あるもの",
    "origins": "取り入れたもと",
    "taken_from": "事例の要素",
    "source": "出典",
    "staff": "人員",
    "provisions": "答える指針の項目",
    "programmes": "補助",
    "budget": "予算",
    "steps": "日程",
    "decisions": "決めたこと",
    "passages": "よりどころの箇所",
    "participants": "関わる人",
    "answers": "質問への答え",
}
_WRITE_AGAIN = (
    "もとのきょうせいデスクで、もう一度「案のファイル」（.json）として書き出してください。"
)
_CHOOSE = "きょうせいデスクで書き出した「案のファイル」（.json）を選んでください。"
_SENTENCES = {
    ProjectFault.NO_FILE: f"は、ファイルではありません（フォルダーなどです）。{_CHOOSE}",
    ProjectFault.TOO_LARGE: f"は、案のファイルにしては大きすぎます。{_CHOOSE}",
    ProjectFault.NOT_TEXT: (
        "の文字が読めません。ほかのソフトで保存しなおしたか、ちがう種類のファイルです。"
        f"{_WRITE_AGAIN}"
    ),
    ProjectFault.EMPTY: f"は、中身が空です。{_WRITE_AGAIN}",
    ProjectFault.OTHER_KIND: f"は、案のファイルではありません。{_CHOOSE}",
}
_STORED = (
    "保存されている案を読めません。きょうせいデスクを開きなおしてください。"
    "それでも読めないときは、データのフォルダーの backups にある控えを使ってください。"
)
_NEWER = (
    "は、新しい版のきょうせいデスクで作られた案です。この版では読めません。"
    "新しい版で開いてください。"
)


def project_fault_sentence(error: ProjectError) -> str:
    """Return why a text is no project that this version reads."""
    name = error.path.name or str(error.path) if isinstance(error, ProjectFileError) else "これ"
    if error.problem is ProjectProblem.NEWER_FORMAT:
        return f"{name} {_NEWER}"
    word, *where = error.about or ("",)
    if word not in list(ProjectFault):
        return _STORED
    fault = ProjectFault(word)
    return f"{name} {_SENTENCES.get(fault) or _placed(fault, where)}"


def _placed(fault: ProjectFault, where: Sequence[str]) -> str:
    match fault:
        case ProjectFault.CUT_OFF:
            return f"は、{where[0]}行目で終わっていて、その先がありません。{_WRITE_AGAIN}"
        case ProjectFault.BROKEN:
            at = f"{where[0]}行目のあたりが" if where else "中身が"
            return f"は、{at}こわれています。{_WRITE_AGAIN}"
        case ProjectFault.MISSING_FIELD:
            said = f"{_place(where)}がありません"
        case ProjectFault.UNKNOWN_FIELD:
            inside = _place(where[:-1])
            said = f"{inside}に、この版が知らないことが書かれています"
        case _:
            said = f"{_place(where)}に、入れられない値があります"
    return f"は、案のファイルとして読めません。{said}。{_WRITE_AGAIN}"


def _place(where: Sequence[str]) -> str:
    """Return where something stands: 要素の3番目の「名前」."""
    *around, last = where or ("",)
    words = [word for key in around if (word := _around(key))]
    if last.isdecimal():
        words.append(_around(last))
    elif (label := _PARTS.get(last) or known_field(last)) is not None:
        words.append(f"「{label}」")
    return "の".join(words) or "案の中身"


def _around(key: str) -> str:
    return f"{int(key) + 1}番目" if key.isdecimal() else _PARTS.get(key, "")
