# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The grammar of ``project``: a command for all that can be done with own projects."""

import argparse
from typing import Any

from kyosei_desk.cli.project.entry_parser import add_entry_commands
from kyosei_desk.cli.project.values import (
    coverages,
    day,
    fields,
    measure,
    operators,
    whole,
    zones,
)
from kyosei_desk.domain.projects.model import ScalingRule
from kyosei_desk.domain.reading_numbers import AREA, PEOPLE, PERCENT, SCHOOLS
from kyosei_desk.domain.vocabulary import ElementType, LabelledEnum, LinkType, Zone

SET_FIELDS = (
    *("name", "variant", "status", "town", "as-of", "population", "area"),
    *("elementary", "junior-high", "ageing", "zones"),
)
_FORMATS = ("json", "md", "html", "csv", "pdf")


class Grammar:
    """Adds commands to a group of them, each with the options all commands have."""

    def __init__(
        self, commands: "argparse._SubParsersAction[Any]", common: argparse.ArgumentParser
    ):
        """Add to ``commands``."""
        self._commands = commands
        self._common = common

    def add(self, name: str, about: str, *named: str) -> argparse.ArgumentParser:
        """Add a command; ``named`` are its first words, the project before them."""
        made: argparse.ArgumentParser = self._commands.add_parser(
            name, help=about, parents=[self._common]
        )
        for word in named:
            metavar, about_it = _WORDS[word]
            made.add_argument(word, metavar=metavar, help=about_it)
        return made

    def below(self, command: argparse.ArgumentParser) -> "Grammar":
        """Return the grammar of what can follow a command, and need not."""
        commands = command.add_subparsers(dest="below", metavar="すること", title="すること")
        return Grammar(commands, self._common)


_WORDS = {
    "id": ("案", "案の ID（project list で見られます）"),
    "name": ("名前", "名前"),
    "element": ("要素", "要素の ID（project show で見られます）"),
    "address": (
        "箇所",
        "取り入れる要素（cases/nabari#machi-no-hokenshitsu など。"
        "project gap に項目を書くと見られます）",
    ),
    "start": ("から", "から（要素の ID）"),
    "end": ("へ", "へ（要素の ID）"),
    "provision": ("項目", "指針の項目（p2.place など。project gap で見られます）"),
    "reason": ("理由", "理由"),
    "file": ("ファイル", "読みこむ JSON のファイル"),
    "one": ("案", "案の ID（ID@2 で版2）"),
    "other": ("もう一つ", "案の ID（ID@3 で版3）"),
}
_ZONE = "圏域"


def add_project_commands(
    commands: "argparse._SubParsersAction[Any]", common: argparse.ArgumentParser
) -> None:
    """Add ``project`` with everything below it."""
    project = commands.add_parser("project", help="自分のまちの案をつくる", parents=[common])
    group = project.add_subparsers(
        dest="action", metavar="すること", title="すること", required=True
    )
    grammar = Grammar(group, common)
    _add_beginning(grammar)
    _add_looking(grammar)
    _add_taking_over(grammar)
    _add_elements(grammar)
    add_entry_commands(grammar)
    _add_past(grammar)
    _add_files(grammar)


def _add_beginning(grammar: Grammar) -> None:
    new = grammar.add("new", "案をはじめる", "name")
    new.add_argument("--town", metavar="まち", help="まちの名前か6けたコード")
    new.add_argument("--unlisted", action="store_true", help="一覧にない名前のまちのまま使う")
    new.add_argument("--variant", metavar="案A", help="案の呼び名（はじめは 案A）")
    new.add_argument("--id", metavar="ID", help="案の ID（書かなければ名前から）")
    new.add_argument(
        "--from", dest="source", metavar="ID", help="もとにする事例か案（cases/nabari など）"
    )
    _add_choice(new, "--rule", ScalingRule, "事例の数の合わせ方")
    new.add_argument("--as-of", type=day, metavar="日付", help="まちの数字の日付")
    new.add_argument("--population", type=whole(PEOPLE), metavar="N", help="人口")
    new.add_argument("--area", dest="area_km2", type=measure(AREA), metavar="N", help="面積（km²）")
    new.add_argument(
        "--elementary",
        dest="elementary_schools",
        type=whole(SCHOOLS),
        metavar="N",
        help="小学校の数",
    )
    new.add_argument(
        "--junior-high",
        dest="junior_high_schools",
        type=whole(SCHOOLS),
        metavar="N",
        help="中学校の数",
    )
    new.add_argument(
        "--ageing", dest="ageing_rate", type=measure(PERCENT), metavar="N", help="高齢化率（%%）"
    )
    new.add_argument("--zones", type=zones, metavar="圏域=数", help="elementary=12,district=4 など")
    change = grammar.add("set", "名前・進みぐあい・まちの数字を変える", "id")
    change.add_argument("field", choices=SET_FIELDS, help="変えるところ")
    change.add_argument("value", nargs="+", metavar="値", help="新しい値（数字は - で消える）")
    change.add_argument("--unlisted", action="store_true", help="一覧にない名前のまちのまま使う")


def _add_looking(grammar: Grammar) -> None:
    listing = grammar.add("list", "案の一覧")
    listing.add_argument("--deleted", action="store_true", help="ごみ箱の中を見る")
    show = grammar.add("show", "案を表示する", "id")
    show.add_argument("--format", choices=["md", "text", "json"], default="text", help="形式")
    gap = grammar.add("gap", "指針の項目とつきあわせる", "id")
    gap.add_argument(
        "provision",
        nargs="?",
        metavar="項目",
        help="一つの項目の問いと例を見る（p1.hub など）",
    )
    grammar.add("check", "気になるところを挙げる（あれば終了コード 1）", "id")
    grammar.add("diff", "二つの案のちがいを言う（あれば終了コード 1）", "one", "other")
    grammar.add("questions", "はじめの10の質問", "id")


def _add_taking_over(grammar: Grammar) -> None:
    adopt = grammar.add("adopt", "事例の要素を取り入れる", "id", "address")
    _add_choice(adopt, "--rule", ScalingRule, "数の合わせ方")
    adopt.add_argument("--count", type=whole(), metavar="N", help="式の答えのかわりの数")
    count = grammar.add("count", "要素の数を決める", "id", "element")
    _add_choice(count, "--rule", ScalingRule, "数の合わせ方")
    count.add_argument("--count", type=whole(), metavar="N", help="数")
    count.add_argument("--unit", metavar="単位", help="単位（か所 など）")


def _add_elements(grammar: Grammar) -> None:
    add = grammar.add("add", "要素を加える", "id", "name")
    _add_element_options(add)
    change = grammar.add("change", "要素を直す", "id", "element")
    change.add_argument("--name", metavar="名前", help="名前")
    _add_element_options(change)
    move = grammar.add("move", "要素を別の圏域へ移す", "id", "element")
    move.add_argument(
        "zone",
        choices=[zone.value for zone in Zone],
        metavar=_ZONE,
        help="、".join(f"{zone.value} {zone.label}" for zone in Zone),
    )
    grammar.add("remove", "要素をはずす", "id", "element")
    link = grammar.add("link", "要素をつなぐ", "id", "start", "end")
    _add_choice(link, "--type", LinkType, "つながりの種類", default=LinkType.COOPERATE.value)
    link.add_argument("--label", metavar="ことば", help="線の上のことば")
    unlink = grammar.add("unlink", "つながりをはずす", "id", "start", "end")
    _add_choice(unlink, "--type", LinkType, "つながりの種類（書かなければ、すべて）")
    grammar.add("leave-out", "指針の項目をしないと決める", "id", "provision", "reason")
    grammar.add("take-up", "しないと決めたことを取り消す", "id", "provision")


def _add_element_options(command: argparse.ArgumentParser) -> None:
    _add_choice(command, "--type", ElementType, "種類")
    _add_choice(command, "--zone", Zone, "圏域")
    command.add_argument("--count", type=whole(), metavar="N", help="数")
    command.add_argument("--unit", metavar="単位", help="単位（か所 など）")
    command.add_argument(
        "--operators", type=operators, metavar="担い手", help="municipality,shakyo など"
    )
    command.add_argument("--fields", type=fields, metavar="分野", help="elderly,children など")
    command.add_argument(
        "--provisions", type=coverages, metavar="項目", help="p2.place=full,p1.hub=partial など"
    )
    command.add_argument("--text", metavar="説明", help="説明")
    there = command.add_mutually_exclusive_group()
    there.add_argument("--existing", action="store_true", default=None, help="今あるものとして書く")
    there.add_argument(
        "--coming", dest="existing", action="store_false", help="これからつくるものとして書く"
    )


def _add_past(grammar: Grammar) -> None:
    grammar.add("undo", "元に戻す", "id")
    grammar.add("redo", "やり直す", "id")
    grammar.add("history", "変えたことの一覧", "id")
    revision = grammar.add("revision", "残した版の一覧", "id")
    below = grammar.below(revision)
    below.add("keep", "今の案を、名前をつけて残す", "name")
    restore = below.add("restore", "前の版にもどす")
    restore.add_argument("number", type=whole(), metavar="版の番号", help="版の番号")
    grammar.add("delete", "案をごみ箱に入れる", "id")
    grammar.add("restore", "案をごみ箱から出す", "id")


def _add_files(grammar: Grammar) -> None:
    export = grammar.add("export", "案をファイルに書き出す", "id")
    export.add_argument("-o", "--out", metavar="FILE", help="書き出すファイル")
    export.add_argument("--format", choices=_FORMATS, help="形式（書かなければ、名前の終わり）")
    taking_in = grammar.add("import", "書き出した JSON の案を読みこむ", "file")
    taking_in.add_argument("--id", dest="own_id", metavar="ID", help="案の ID")


def _add_choice(
    command: argparse.ArgumentParser,
    option: str,
    kind: type[LabelledEnum],
    about: str,
    default: str | None = None,
) -> None:
    known = "、".join(f"{member.value} {member.label}" for member in kind)
    command.add_argument(
        option,
        choices=[member.value for member in kind],
        default=default,
        help=f"{about}（{known}）",
    )
