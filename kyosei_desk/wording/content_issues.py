# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is wrong with a content file and how to mend it, in Japanese."""

from pathlib import Path

from kyosei_desk.domain.errors import ContentIssue, ContentIssueCode

_Code = ContentIssueCode

# code → (what is wrong, how to mend it); braces take the issue's data.
_SENTENCES: dict[ContentIssueCode, tuple[str, str]] = {
    _Code.NOT_READABLE: (
        "ファイルを読めません（{reason}）",
        "ファイルがあり、UTF-8 で保存されているか確かめてください",
    ),
    _Code.NO_FRONT_MATTER: (
        "前付け（--- で囲んだ YAML）がありません",
        "1行目を --- にし、キーを書いて --- で閉じてください",
    ),
    _Code.YAML_SYNTAX: (
        "YAML として読めません（{reason}）",
        "字下げ、コロンの後の空白、引用符の閉じ忘れを確かめてください",
    ),
    _Code.DUPLICATE_KEY: ("同じキーが2回あります", "どちらか1つを消してください"),
    _Code.MISSING_KEY: (
        "必要なキーか、その値がありません",
        "docs/content-schema.md の「必須」を見て書き足してください",
    ),
    _Code.UNKNOWN_KEY: (
        "知らないキーです",
        "つづりを確かめ、使えるキーは docs/content-schema.md を見てください",
    ),
    _Code.UNKNOWN_VALUE: ("「{found}」は使えない値です", "次のどれかにしてください: {allowed}"),
    _Code.WRONG_TYPE: (
        "値の種類がちがいます（{found}）",
        "数は引用符なしの 15 の形、コードや文字は引用符つき、ならびは - で書いてください",
    ),
    _Code.WRONG_VALUE: (
        "使えない値です（{found}）",
        "docs/content-schema.md の説明に合わせてください",
    ),
    _Code.NOT_A_DATE: (
        "「{found}」は日付として読めません",
        "2017、2017-04、2017-04-01 のどれかの形で、暦にある日を書いてください",
    ),
    _Code.FUTURE_DATE: (
        "日付 {found} は今日より先です",
        "資料の日付と、パソコンの日付を確かめてください",
    ),
    _Code.DATE_ORDER: (
        "計画の期限 {found} が開始より前です",
        "since と planned.by を確かめてください",
    ),
    _Code.WRONG_ID: (
        "ID「{found}」が正しくありません",
        "英小文字・数字・ハイフンで、資料の ID はファイルの場所と同じにしてください",
    ),
    _Code.WRONG_MUNICIPALITY_CODE: (
        "自治体コード「{found}」は正しい6けたではありません",
        "検査数字まで6けたを引用符で囲んで書いてください",
    ),
    _Code.UNKNOWN_MUNICIPALITY: (
        "自治体コード「{found}」の自治体がありません",
        "resources/municipalities.csv にあるコードにしてください",
    ),
    _Code.MIN_ABOVE_MAX: ("人員の min が max より大きくなっています", "数を入れかえてください"),
    _Code.COUNT_WITHOUT_UNIT: (
        "数（count）と単位（unit）がそろっていません",
        "両方を書くか、両方を消してください",
    ),
    _Code.DUPLICATE_ID: ("ID「{found}」が2回使われています", "別の ID にしてください"),
    _Code.UNKNOWN_SOURCE: (
        "出典「{found}」が宣言されていません",
        "sources に足すか、次のどれかにしてください: {allowed}",
    ),
    _Code.UNUSED_SOURCE: (
        "出典「{found}」はどこからも使われていません",
        "使う場所に [@{found}] を書くか、sources から消してください",
    ),
    _Code.MISSING_SOURCE: (
        "節「{found}」に出典がありません",
        "文の終わりに [@s1] のように出典を付けてください",
    ),
    _Code.SOURCE_WITHOUT_DATE: (
        "出典に日付がありません",
        "発行日（date）を書くか、わからないときは調べた年月（accessed）を書いてください",
    ),
    _Code.UNKNOWN_PROVISION: (
        "項目「{found}」はどの指針の資料にも宣言されていません",
        "content/guideline/ の provisions にある ID にしてください",
    ),
    _Code.UNDECLARED_FUNCTION: (
        "はたらき「{found}」が宣言されていません",
        "content/guideline/ の資料に function を宣言してください",
    ),
    _Code.UNKNOWN_LINK_END: (
        "つながりの先「{found}」という要素がありません",
        "elements にある id にしてください",
    ),
    _Code.UNKNOWN_REFERENCE: (
        "参照先「{found}」がありません",
        "資料の ID と節・要素の ID を確かめてください",
    ),
    _Code.HEADING_WITHOUT_ID: (
        "見出し「{found}」に ID がないか、段が ## ・ ### ではありません",
        "## 見出し {{#id}} の形で書いてください",
    ),
    _Code.UNSUPPORTED_MARKDOWN: (
        "使えない書き方です（{found}）",
        "段落・箇条書き・表・強調・引用・参照だけで書いてください",
    ),
    _Code.EMPTY_SECTION: (
        "節「{found}」に本文がありません",
        "本文を書くか、見出しを消してください",
    ),
    _Code.TEXT_BEFORE_HEADING: (
        "最初の見出しより前に本文があります",
        "## の見出しの下に移してください",
    ),
}

# What the Markdown parser calls the constructs content may not use.
_CONSTRUCTS = {
    "em": "斜体",
    "image": "画像",
    "html_block": "HTML",
    "html_inline": "HTML",
    "code_inline": "コード",
    "code_block": "字下げによるコード",
    "fence": "コード",
    "hr": "区切り線",
    "heading": "箇条書きや囲みの中の見出し",
    "blockquote": "箇条書きの中の囲み",
}


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def issue_problem(issue: ContentIssue) -> str:
    """Return what is wrong, in Japanese."""
    data = _Blank(issue.data)
    if issue.code is _Code.UNSUPPORTED_MARKDOWN:
        data["found"] = _CONSTRUCTS.get(data["found"], data["found"])
    return _SENTENCES[issue.code][0].format_map(data)


def issue_remedy(issue: ContentIssue) -> str:
    """Return how to mend it, in Japanese."""
    return _SENTENCES[issue.code][1].format_map(_Blank(issue.data))


def issue_line(issue: ContentIssue, base: Path) -> str:
    """Return one line for a terminal: file, line, key, what is wrong, how to mend it."""
    path = issue.path.relative_to(base) if issue.path.is_relative_to(base) else issue.path
    key = f"{issue.key}: " if issue.key else ""
    return f"{path}:{issue.line}: {key}{issue_problem(issue)}。→ {issue_remedy(issue)}。"
