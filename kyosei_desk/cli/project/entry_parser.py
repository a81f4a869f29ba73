# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The grammar of what a project lists: goals, people, budget, plan, decisions, answers."""

import argparse
from typing import TYPE_CHECKING

from kyosei_desk.cli.project.values import (
    day,
    fiscal_year,
    measure,
    or_emptied,
    parts,
    rate,
    whole,
)
from kyosei_desk.domain.projects.interview import QuestionId
from kyosei_desk.domain.reading_numbers import MONTHS, QUANTITY, YEN

if TYPE_CHECKING:
    from kyosei_desk.cli.project.parser import Grammar

_ENTRY = "直すものの ID（書かなければ、新しく加える）"
_OR_EMPTY = "。- と書くと空になる"
_EMPTY = "（- と書くと空になる）"
_TEXT = or_emptied(str)


def add_entry_commands(grammar: "Grammar") -> None:
    """Add the commands; without a word behind it each shows what there is."""
    _add_goals(grammar)
    _add_people(grammar)
    _add_budget(grammar)
    _add_plan(grammar)
    _add_decisions(grammar)
    answer = grammar.add("answer", "質問に答える", "id")
    known = "、".join(question.value for question in QuestionId)
    choices = [question.value for question in QuestionId]
    answer.add_argument("question", choices=choices, metavar="質問", help=f"質問の ID（{known}）")
    answer.add_argument("text", nargs="*", metavar="答え", help="答え（書かなければ消える）")


def _add_goals(grammar: "Grammar") -> None:
    below = grammar.below(grammar.add("goal", "めざすこと", "id"))
    add = _adding(below, "add", "めざすことを加える")
    add.add_argument("text", nargs="?", metavar="めざすこと", help="めざすこと")
    add.add_argument("--provisions", type=parts, metavar="項目", help="p2.place,p1.hub など")
    _removing(below)


def _add_people(grammar: "Grammar") -> None:
    below = grammar.below(grammar.add("people", "関わる人（役職や部署で）", "id"))
    add = _adding(below, "add", "関わる人を加える")
    add.add_argument("role", nargs="?", metavar="だれ", help="役職や部署")
    add.add_argument("--part", type=_TEXT, metavar="役割", help=f"何をするか{_EMPTY}")
    _removing(below)


def _add_budget(grammar: "Grammar") -> None:
    below = grammar.below(grammar.add("budget", "予算", "id"))
    line = _adding(below, "line", "経費を加える")
    line.add_argument("item", nargs="?", metavar="費目", help="費目")
    line.add_argument(
        "--year", dest="fiscal_year", type=fiscal_year, metavar="年度", help="2027、令和9年度 など"
    )
    line.add_argument("--quantity", type=measure(QUANTITY), metavar="N", help="数量")
    line.add_argument("--unit", metavar="単位", help="単位（人 など）")
    line.add_argument(
        "--price",
        dest="unit_price",
        type=whole(YEN),
        metavar="円",
        help="単価（円。3万5千 も）",
    )
    line.add_argument(
        "--months",
        type=or_emptied(whole(MONTHS)),
        metavar="N",
        help=f"月数（1回だけのものは書かない{_OR_EMPTY}）",
    )
    line.add_argument("--element", type=_TEXT, metavar="ID", help=f"かかわる要素{_EMPTY}")
    line.add_argument("--programme", type=_TEXT, metavar="ID", help=f"補助の事業{_EMPTY}")
    line.add_argument("--note", type=_TEXT, metavar="メモ", help=f"メモ{_EMPTY}")
    programme = _adding(below, "programme", "補助の事業を加える")
    programme.add_argument("name", nargs="?", metavar="名前", help="事業の名前")
    programme.add_argument(
        "--national", type=or_emptied(rate), metavar="率", help=f"国の率（3/4 など{_OR_EMPTY}）"
    )
    programme.add_argument(
        "--prefectural",
        type=or_emptied(rate),
        metavar="率",
        help=f"都道府県の率（1/4 など{_OR_EMPTY}）",
    )
    programme.add_argument("--basis", metavar="もと", help="率のもとにした文書")
    programme.add_argument(
        "--address", type=_TEXT, metavar="箇所", help=f"率が書かれている箇所{_EMPTY}"
    )
    below.add("defaults", "平成30年度のモデル事業の二つの率を加える")
    _removing(below)


def _add_plan(grammar: "Grammar") -> None:
    below = grammar.below(grammar.add("plan", "日程", "id"))
    step = _adding(below, "step", "することを加える")
    step.add_argument("name", nargs="?", metavar="すること", help="すること")
    step.add_argument(
        "--from", dest="start", type=day, metavar="年月", help="はじめの月（2027-04）"
    )
    step.add_argument("--to", dest="end", type=day, metavar="年月", help="終わりの月（2027-09）")
    step.add_argument("--elements", type=parts, metavar="ID,ID", help="かかわる要素")
    step.add_argument("--note", type=_TEXT, metavar="メモ", help=f"メモ{_EMPTY}")
    _removing(below)


def _add_decisions(grammar: "Grammar") -> None:
    below = grammar.below(grammar.add("decide", "決めたこと", "id"))
    add = _adding(below, "add", "決めたことを加える")
    add.add_argument("what", nargs="?", metavar="決めたこと", help="決めたこと")
    add.add_argument("--why", type=_TEXT, metavar="理由", help=f"理由{_EMPTY}")
    add.add_argument("--who", type=_TEXT, metavar="だれが", help=f"決めた会議や役職{_EMPTY}")
    add.add_argument("--on", type=or_emptied(day), metavar="日付", help=f"決めた日{_EMPTY}")
    add.add_argument(
        "--passages", type=parts, metavar="箇所", help="もとにした箇所（cases/nabari#id,… など）"
    )
    _removing(below)


def _adding(below: "Grammar", name: str, about: str) -> argparse.ArgumentParser:
    command = below.add(name, about)
    command.add_argument("--entry", metavar="ID", help=_ENTRY)
    return command


def _removing(below: "Grammar") -> None:
    command = below.add("remove", "はずす")
    command.add_argument("entry", metavar="ID", help="はずすものの ID")
