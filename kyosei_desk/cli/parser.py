# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The command line's grammar, with help and mistakes explained in Japanese."""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from kyosei_desk.cli.compare_command import LATER_FORMATS
from kyosei_desk.cli.project.parser import add_project_commands
from kyosei_desk.domain.comparing.matrix import RowKind
from kyosei_desk.domain.vocabulary import DocumentKind, Operator
from kyosei_desk.export.comparison.file import ComparisonFormat
from kyosei_desk.export.results_file import ResultFormat
from kyosei_desk.search.model import SortOrder
from kyosei_desk.search.rules import SWITCHABLE

_MISTAKES = (
    (r"the following arguments are required: (.+)", r"\1 が足りません"),
    (r"unrecognized arguments: (.+)", r"\1 という指定はありません"),
    (
        r"argument (.+): invalid choice: (.+?) \(choose from (.+)\)",
        r"\1 の \2 は選べません。\3 から選んでください",
    ),
    (r"argument (.+): expected one argument", r"\1 の後に値を書いてください"),
    (
        r"argument (.+): invalid (?:int|positive_number) value: (.+)",
        r"\1 には1以上の整数を書いてください（\2）",
    ),
    (r"argument (.+?): invalid \w+ value: (.+)", r"\1 の値 \2 を読めません"),
    (r"argument (.+): ignored explicit argument (.+)", r"\1 に値（\2）は付けられません"),
    (r"^argument (.+?): (.+)", r"\1 に書けないもの: \2"),
)


_HEADINGS = {"positional arguments": "書くもの", "options": "指定"}


class _JapaneseHelp(argparse.HelpFormatter):
    def start_section(self, heading: str | None) -> None:
        super().start_section(_HEADINGS.get(heading or "", heading))

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "使い方: " if prefix is None else prefix)


class JapaneseParser(argparse.ArgumentParser):
    """An argument parser that helps in Japanese, and takes options by their full name only."""

    def __init__(self, *, add_help: bool = True, **settings: Any):  # noqa: ANN401 - argparse's own
        super().__init__(
            formatter_class=_JapaneseHelp, allow_abbrev=False, add_help=False, **settings
        )
        if add_help:
            self.add_argument("-h", "--help", action="help", help="この説明を表示する")

    def error(self, message: str) -> NoReturn:
        """Print what is wrong and exit with code 2."""
        for pattern, sentence in _MISTAKES:
            message = re.sub(pattern, sentence, message)
        self.exit(2, f"使い方がちがいます: {message}\n使い方は {self.prog} --help で見られます。\n")


def positive_number(text: str) -> int:
    """Return a whole number of at least 1.

    Raises:
        ValueError: it is none.
    """
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def build_parser() -> JapaneseParser:
    """Return the parser of ``kyosei-desk``."""
    common = JapaneseParser(add_help=False)
    # SUPPRESS: an option before the command must survive the command's own parsing.
    common.add_argument(
        "--data-dir", metavar="DIR", default=argparse.SUPPRESS, help="データを置くフォルダー"
    )
    common.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="JSON で出力する"
    )
    parser = JapaneseParser(
        prog="kyosei-desk",
        description="きょうせいデスク: 包括的な支援体制の指針・検討会報告・自治体事例を探して読む",
        epilog="終了コード: 0 できた / 1 見つからない / 2 使い方のまちがい / "
        "3 入力のまちがい / 4 環境の不備",
        parents=[common],
    )
    parser.add_argument("--version", action="store_true", help="版を表示する")
    commands = parser.add_subparsers(dest="command", metavar="コマンド", title="コマンド")
    commands.add_parser("gui", help="画面を開く（コマンドなしと同じ）", parents=[common])
    _add_search(commands, common)
    _add_list_and_show(commands, common)
    _add_compare(commands, common)
    _add_diagram(commands, common)
    add_project_commands(commands, common)
    commands.add_parser("check-content", help="資料のまちがいを調べる", parents=[common])
    index = commands.add_parser("index", help="検索の索引を用意する", parents=[common])
    index.add_argument("--rebuild", action="store_true", help="はじめから作り直す")
    commands.add_parser("doctor", help="動く環境かどうかを調べる", parents=[common])
    return parser


def _add_search(
    commands: "argparse._SubParsersAction[JapaneseParser]", common: JapaneseParser
) -> None:
    search = commands.add_parser("search", help="資料をさがす", parents=[common])
    search.add_argument("query", nargs="?", metavar="ことば", help="さがすことば")
    search.add_argument("--batch", metavar="FILE", help="1行に1つのことば（- は標準入力）")
    search.add_argument(
        "--kind", action="append", choices=[k.value for k in DocumentKind], help="種別"
    )
    search.add_argument(
        "--municipality", action="append", metavar="M", help="自治体の名か6けたコード"
    )
    search.add_argument(
        "--provision", action="append", metavar="P", help="指針の項目（p2.place など）"
    )
    search.add_argument(
        "--operator", action="append", choices=[o.value for o in Operator], help="担い手"
    )
    search.add_argument(
        "--limit", type=positive_number, default=20, metavar="N", help="件数（はじめは20）"
    )
    search.add_argument(
        "--without",
        action="append",
        choices=[rule.value for rule in SWITCHABLE],
        help="使わないさがし方（synonym 同義語、fuzzy あいまい など）",
    )
    search.add_argument(
        "--sort",
        choices=[order.value for order in SortOrder],
        default=SortOrder.RELEVANCE.value,
        help="並び順（relevance 関連の強い順、municipality 自治体順、date 新しい順）",
    )
    search.add_argument(
        "--format",
        choices=[file_format.value for file_format in ResultFormat],
        help="表にして出す形式（出典つき）",
    )
    search.add_argument("-o", "--out", metavar="FILE", help="表を書き出すファイル")


def _add_list_and_show(
    commands: "argparse._SubParsersAction[JapaneseParser]", common: JapaneseParser
) -> None:
    listing = commands.add_parser("list", help="資料の一覧", parents=[common])
    listing.add_argument("--kind", choices=[k.value for k in DocumentKind], help="種別")
    show = commands.add_parser("show", help="資料か要素を1つ表示する", parents=[common])
    show.add_argument(
        "id", metavar="ID", help="cases/nabari、cases/nabari#machi-no-hokenshitsu など"
    )
    show.add_argument("--format", choices=["md", "text", "json"], default="text", help="形式")


def _add_compare(
    commands: "argparse._SubParsersAction[JapaneseParser]", common: JapaneseParser
) -> None:
    compare = commands.add_parser(
        "compare", help="事例や自分の案をならべてくらべる", parents=[common]
    )
    compare.add_argument(
        "ids",
        nargs="+",
        metavar="ID",
        help="cases/nabari、名張市、projects/案のID など、2つから8つ（ないものは終了コード2）",
    )
    compare.add_argument(
        "--rows",
        choices=[kind.value for kind in RowKind],
        default=RowKind.PROVISIONS.value,
        help="行（provisions 指針の項目、profile まちの数字、elements 要素の種類）",
    )
    compare.add_argument(
        "--format",
        choices=[*(known.value for known in ComparisonFormat), *LATER_FORMATS],
        metavar="FORMAT",  # what is refused for now is understood, not offered
        help="形式（table、md、csv、json、html。書かなければ、ファイルの名前の終わりか table）",
    )
    compare.add_argument("-o", "--out", metavar="FILE", help="書き出すファイル")


def _add_diagram(
    commands: "argparse._SubParsersAction[JapaneseParser]", common: JapaneseParser
) -> None:
    diagram = commands.add_parser(
        "diagram", help="事例や自分の案のしくみ図をかく", parents=[common]
    )
    diagram.add_argument(
        "id",
        metavar="ID",
        help="cases/nabari、名張市、projects/案のID など（ないものは終了コード2）",
    )
    diagram.add_argument(
        "-o", "--out", metavar="FILE", help=".svg か .png のファイル（書かなければ SVG を表示する）"
    )
