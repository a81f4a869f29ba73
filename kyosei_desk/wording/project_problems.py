# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Why something cannot be done with a project: what happened, and what to do, in Japanese."""

from collections.abc import Mapping

from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.model import ScalingRule
from kyosei_desk.domain.projects.parts import ProjectPart
from kyosei_desk.wording.project_faults import project_fault_sentence
from kyosei_desk.wording.project_fields import field_label

# {0} and {1} are what the error is about, {field} the name of the field it is about.
_SENTENCES: Mapping[ProjectProblem, str] = {
    ProjectProblem.EMPTY_TEXT: "{field}が空です。何か書いてください。",
    ProjectProblem.WRONG_VALUE: "{field}に、入れられない値があります。確かめてください。",
    ProjectProblem.WRONG_ID: (
        "ID は、英字の小文字・数字・ハイフンで書いてください（例: plan-a）。"
    ),
    ProjectProblem.WRONG_MUNICIPALITY_CODE: (
        "自治体コードがまちがっています。全国地方公共団体コードの6けたを確かめてください。"
    ),
    ProjectProblem.NOT_A_DATE: (
        "{field}は、暦にある年・年月・年月日で書いてください（例: 2027-04）。"
    ),
    ProjectProblem.COUNT_WITHOUT_UNIT: "数には単位（か所、人など）を付けてください。",
    ProjectProblem.MIN_ABOVE_MAX: "人数の少ないほうが、多いほうより大きくなっています。",
    ProjectProblem.WRONG_RATE: "補助の率は、3/4 のような、1までの分数で書いてください。",
    ProjectProblem.RATES_ABOVE_ONE: (
        "国と都道府県の率を足すと、1をこえます。率を確かめてください。"
    ),
    ProjectProblem.STEP_WITHOUT_MONTH: "日程は、始まりも終わりも、月まで入れてください。",
    ProjectProblem.STEP_ENDS_BEFORE_IT_STARTS: ("終わりの月が、始まりの月より前になっています。"),
    ProjectProblem.SCALING_WITHOUT_BASES: "数の決め方に、もとにする数字がありません。",
    ProjectProblem.ID_TAKEN: "「{0}」は、もうあります。別の名前か ID にしてください。",
    ProjectProblem.UNKNOWN_ELEMENT: "「{0}」という要素はありません。",
    ProjectProblem.UNKNOWN_ENTRY: "{part}に「{1}」はありません。",
    ProjectProblem.UNKNOWN_PROGRAMME: "「{0}」という補助はありません。先に補助を加えてください。",
    ProjectProblem.UNKNOWN_PROVISION: "「{0}」という指針の項目はありません。",
    ProjectProblem.UNKNOWN_LINK: "「{0}」と「{1}」のあいだに、そのつながりはありません。",
    ProjectProblem.LINK_TO_ITSELF: (
        "「{0}」を、それ自身とはつなげません。別の要素を選んでください。"
    ),
    ProjectProblem.LINK_TWICE: "「{0}」と「{1}」は、もう同じ種類でつながっています。",
    ProjectProblem.NOT_LEFT_OUT: "「{0}」は、しないと決めた項目ではありません。",
    ProjectProblem.ALREADY_TAKEN_OVER: "「{0}」は、もう取り入れています。",
    ProjectProblem.NOT_TAKEN_OVER: "「{0}」は、事例から取り入れた要素ではありません。",
    ProjectProblem.NO_SOURCE_COUNT: (
        "事例に「{0}」の数の記載がないので、計算できません。数は自分で入れてください。"
    ),
    ProjectProblem.NO_SCALING_BASE: (
        "「{rule}」で計算するための{whose}の数字がありません。{remedy}"
    ),
    ProjectProblem.NO_SUCH_ORDER: "{part}は、順番を変えられません。",
    ProjectProblem.UNKNOWN_PROJECT: (
        "「{0}」という案はありません。案の ID は kyosei-desk project list で見られます。"
    ),
    ProjectProblem.IN_TRASH: "「{0}」は、ごみ箱にあります。元にもどしてから開いてください。",
    ProjectProblem.OTHER_PROJECT: "「{0}」ではない、別の案が渡されました。もう一度してください。",
    ProjectProblem.NOTHING_TO_UNDO: "元に戻せることは、もうありません。",
    ProjectProblem.NOTHING_TO_REDO: "やり直せることは、もうありません。",
    ProjectProblem.UNKNOWN_REVISION: "その番号の版はありません。",
}
_WHOSE = {
    "ours": ("自分のまち", "まちの数字を入れるか、別の決め方を選んでください。"),
    "theirs": ("事例のまち", "別の決め方を選んでください。"),
}


def project_problem_sentence(error: ProjectError) -> str:
    """Return what is wrong and what the person can do about it."""
    if error.problem not in _SENTENCES:
        return project_fault_sentence(error)
    first, second = (*error.about, "", "")[:2]
    whose, remedy = _WHOSE.get(second, ("", ""))
    return _SENTENCES[error.problem].format(
        first,
        second,
        field=_field(error.about),
        part=_part(first),
        rule=_rule(first),
        whose=whose,
        remedy=remedy,
    )


def _field(about: tuple[str, ...]) -> str:
    """Return what a field is called, such as the last of design, elements, 0, name."""
    fields = [one for one in about if not one.isdecimal()]
    return f"「{field_label(fields[-1])}」" if fields else "書いたもの"


def _part(word: str) -> str:
    return next((part.label for part in ProjectPart if part == word), word)


def _rule(word: str) -> str:
    return next((rule.label for rule in ScalingRule if rule == word), word)
