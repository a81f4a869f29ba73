# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Check that every fact of the sources stands in the bundled content.

``docs/content-audit.csv`` lists the facts, one a row, as read from the sources
independently of the content. A row names its document and the strings that must
all stand in one and the same place of it: ``a | b~c`` asks for *a* and for *b* or
*c*. A place is a section, an element, a link, a provision, a function or the head
of the document (``profile``).

Run without options to print the missing rows (exit code 1 when there are any, 3
when an input is broken); with ``--write`` to write ``docs/content-audit.md`` too.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
CSV_COLUMNS = ["document", "source_place", "kind", "fact", "match"]
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
HEADING = re.compile(r"^(#{2,3})\s+(.*?)\s*\{#([a-z0-9-]+)[^}]*\}\s*$")
CITATION = re.compile(r"\[@[^\]]*\]")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
HEAD_KEYS = ("title", "official_title", "date", "as_of", "summary", "municipality")
WAREKI_FIRST = re.compile(r"((?:平成|令和|昭和)(?:\d+|元)年度?)\((\d{4}年度?)\)")
SEIREKI_FIRST = re.compile(r"(\d{4}年度?)\(((?:平成|令和|昭和)(?:\d+|元)年度?)\)")
FOLDS = [
    (re.compile(r"(?<=\d)\s+(?=\d)"), "/"),
    (re.compile(r"[\s「」『』“”‘’\"'*`\u200b]+"), ""),
    (re.compile(r"(?<=\d),(?=\d{3})"), ""),
    (re.compile(r"[〜~‐‑–—−]"), "-"),
    (re.compile(r"[カヵヶケか箇]所"), "か所"),
    (re.compile(r"[カヵヶケか箇]月"), "か月"),
]


@dataclass(frozen=True)
class Fact:
    """One row of the audit table."""

    document: str
    source_place: str
    kind: str
    fact: str
    match: str

    def wanted(self) -> list[re.Pattern[str]]:
        """Return one pattern per group: all must match, any string within one."""
        return [pattern(group.split("~")) for group in self.match.split(" | ")]


@dataclass(frozen=True)
class Place:
    """A place of a document that a fact can stand in; ``text`` is folded."""

    id: str
    label: str
    text: str


class AuditError(Exception):
    """An input that cannot be read; the message names the file and the fault."""


def fold(text: str) -> str:
    """Fold widths, blanks, quotation marks, thousands separators and dashes away."""
    text = unicodedata.normalize("NFKC", text.replace("〜", "-").replace("～", "-"))
    for pattern, replacement in FOLDS:
        text = pattern.sub(replacement, text)
    return text.casefold()


def pattern(strings: list[str]) -> re.Pattern[str]:
    """Return a pattern for any of the strings; 5か所 is not found in 15か所."""
    folded = [fold(one) for one in strings]
    if not all(folded):
        raise ValueError(strings)
    bounded = [
        ("(?<![0-9])" if one[0].isdecimal() else "")
        + re.escape(one)
        + ("(?![0-9])" if one[-1].isdecimal() else "")
        for one in folded
    ]
    return re.compile("|".join(bounded))


def fold_place(text: str) -> str:
    """Fold a text and add its readings with one era only (平成29年 or 2017年)."""
    plain = fold(LINK.sub(r"\1", CITATION.sub("", text)))
    japanese = SEIREKI_FIRST.sub(r"\2", WAREKI_FIRST.sub(r"\1", plain))
    western = SEIREKI_FIRST.sub(r"\1", WAREKI_FIRST.sub(r"\2", plain))
    return "\n".join(dict.fromkeys([plain, japanese, western]))


def flatten(value: object) -> Iterator[str]:
    """Yield every scalar of a YAML value but the pointers to its source."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in {"source", "place"}:
                yield from flatten(item)
    elif isinstance(value, list):
        for item in value:
            yield from flatten(item)
    elif value is not None:
        yield str(value)


def figures(element: dict[str, Any]) -> Iterator[str]:
    """Yield the figures an element declares, so that a fact can ask for the field itself.

    They read ``数15か所``, ``配置2-3名``, ``計画2025年15か所`` and ``開始2005``.
    """
    unit = element.get("unit", "")
    if "count" in element:
        yield f"数{element['count']}{unit}"
    for staff in element.get("staff") or []:
        low, high = staff.get("min"), staff.get("max")
        if low is not None:
            yield f"配置{low}名" if low == high else f"配置{low}-{high}名"
    if "planned" in element:
        yield f"計画{element['planned'].get('by', '')}年{element['planned'].get('count')}{unit}"
    if "since" in element:
        yield f"開始{element['since']}"


def profile_text(profile: dict[str, Any]) -> str:
    """Return the figures of a case profile as one line with their units."""
    return (
        f"{profile.get('as_of')} 人口{profile.get('population')}人 "
        f"面積{profile.get('area_km2')}km2 小学校{profile.get('elementary_schools')}校 "
        f"中学校{profile.get('junior_high_schools')}校 {profile.get('schools_note', '')}"
    )


def head_places(meta: dict[str, Any]) -> Iterator[Place]:
    """Yield the places of the front matter."""
    head = [str(meta[key]) for key in HEAD_KEYS if key in meta]
    if "profile" in meta:
        head.append(profile_text(meta["profile"]))
    yield Place("profile", "見出しと概要の欄", fold_place("\n".join(head)))
    functions = meta.get("function") or []
    for item in functions if isinstance(functions, list) else [functions]:
        yield Place(
            item["id"], f"はたらき「{item['label']}」", fold_place("\n".join(flatten(item)))
        )
    for item in meta.get("provisions") or []:
        yield Place(item["id"], f"項目「{item['label']}」", fold_place("\n".join(flatten(item))))
    names: dict[str, str] = {}
    for item in meta.get("elements") or []:
        names[item["id"]] = item["name"]
        text = "\n".join([*flatten(item), *figures(item)])
        yield Place(item["id"], f"要素「{item['name']}」", fold_place(text))
    for item in meta.get("links") or []:
        ends = [names.get(item[end], item[end]) for end in ("from", "to")]
        text = "\n".join([*ends, *flatten(item)])
        yield Place(
            f"{item['from']}>{item['to']}", "つながり「" + "→".join(ends) + "」", fold_place(text)
        )


def body_places(body: str) -> Iterator[Place]:
    """Yield every section; a ``##`` section contains its ``###`` sections."""
    lines = body.splitlines()
    found = [(number, match) for number, line in enumerate(lines) if (match := HEADING.match(line))]
    for index, (start, match) in enumerate(found):
        level = len(match[1])
        later = (number for number, other in found[index + 1 :] if len(other[1]) <= level)
        text = "\n".join([match[2], *lines[start + 1 : next(later, len(lines))]])
        yield Place(match[3], match[2], fold_place(text))


def read_places(path: Path) -> list[Place]:
    """Return the places of a content file in document order."""
    parts = FRONT_MATTER.match(path.read_text(encoding="utf-8"))
    if parts is None:
        raise AuditError(f"{path}: no YAML front matter")
    try:
        return [*head_places(yaml.safe_load(parts[1])), *body_places(parts[2])]
    except (yaml.YAMLError, KeyError, TypeError) as error:
        raise AuditError(f"{path}: front matter: {error!r}") from error


def read_facts(path: Path) -> list[Fact]:
    """Return the rows of the audit table in their order."""
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        if reader.fieldnames != CSV_COLUMNS:
            raise AuditError(f"{path}: columns must be {','.join(CSV_COLUMNS)}")
        facts = [Fact(**row) for row in reader]
    for number, fact in enumerate(facts, start=2):
        try:
            fact.wanted()
        except ValueError as error:
            raise AuditError(f"{path}: row {number}: empty string in match") from error
    return facts


def locate(fact: Fact, places: list[Place]) -> Place | None:
    """Return the narrowest place that holds all strings of the fact, if any."""
    wanted = fact.wanted()
    holding = [place for place in places if all(one.search(place.text) for one in wanted)]
    return min(holding, key=lambda place: len(place.text), default=None)


def audit(root: Path = ROOT) -> list[tuple[Fact, Place | None]]:
    """Return every fact with the place it stands in, ``None`` when it is missing."""
    places: dict[str, list[Place]] = {}
    result: list[tuple[Fact, Place | None]] = []
    for fact in read_facts(root / "docs" / "content-audit.csv"):
        if fact.document not in places:
            path = root / "content" / f"{fact.document}.md"
            places[fact.document] = read_places(path) if path.exists() else []
        result.append((fact, locate(fact, places[fact.document])))
    return result


INTRODUCTION = """\
# 資料の照合表

この表は、`content/` の資料に、出典の数字・日付・番号・名称がもれなく、
出典のとおりに入っているかを確かめたものです。

## 作り方

出典は、厚生労働省のスライド
「「地域共生社会」の実現に向けた包括的な支援体制の整備等について」（2018年）です。
資料の本文を見ずに出典を1行ずつ読み、次のものを資料ごとに書き出しました。

- 数字（単位と、何を数えたか）、日付、ページ、予算、補助率
- 法令・通知の番号、条
- 事業・場所・役割・会議・様式・組織・構成員の名称
- 「」で示された言葉、並べて挙げられた分野や例、写真の説明

`guideline/current-framework` の行（「2018年以後の調べ」）は、
2026年11月23日までに公的な資料などで確かめた事実です。
もとの資料は、その資料の出典の一覧にあります。

## 確かめ方

書き出した一覧が `content-audit.csv` です。`match` の列の言葉は、
` | ` で区切ったものがすべて、`~` で区切ったものはどれか1つが、
資料の同じ節か同じ要素の中にそろっていなければなりません。
`tools/content_audit.py` がこれを調べます。
全角と半角、けた区切り、空白、かぎ括弧、波線、「か所」と「カ所」、
和暦と西暦の併記のちがいは、そろえてから比べます。
出典の一覧、引用の印、検索の手がかりの語（`keywords`）は、比べる対象に入れません。

言葉がそろっていることを確かめる表です。文の意味は、出典と読みくらべて確かめます。

## 読み方

- 出典の場所 … スライドと、その中の欄
- 数字・名称 … 出典に書かれている事実
- 当資料での場所 … 言葉がそろっている、いちばん短い節・要素・項目・つながり

この表は `python tools/content_audit.py --write` で作ります。手では直しません。
"""


def cell(text: str) -> str:
    """Escape a text for a Markdown table cell."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").replace("<", "\\<")


def render(results: list[tuple[Fact, Place | None]]) -> str:
    """Return the audit table as Markdown, documents in the order of the rows."""
    documents: dict[str, list[tuple[Fact, Place | None]]] = {}
    for fact, place in results:
        documents.setdefault(fact.document, []).append((fact, place))
    lines = [
        INTRODUCTION,
        "## 資料ごとの数",
        "",
        "| 資料 | 照合した事実 | 見つかった |",
        "|---|--:|--:|",
    ]
    for document, rows in documents.items():
        lines.append(
            f"| `{document}` | {len(rows)} | {sum(place is not None for _, place in rows)} |"
        )
    found = sum(place is not None for _, place in results)
    lines.append(f"| 合計 | {len(results)} | {found} |")
    for document, rows in documents.items():
        lines += [
            "",
            f"## {document}",
            "",
            "| 出典の場所 | 数字・名称 | 当資料での場所 |",
            "|---|---|---|",
        ]
        for fact, place in rows:
            where = "**見つからない**"
            if place is not None:
                anchor = place.id.replace(">", "%3E")
                where = f"[{cell(place.label)}](../content/{document}.md#{anchor})"
            lines.append(f"| {cell(fact.source_place)} | {cell(fact.fact)} | {where} |")
    return "\n".join(lines) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Print the missing facts and, on demand, write the table."""
    parser = argparse.ArgumentParser(
        description="Check the content against the facts of the sources."
    )
    parser.add_argument("--write", action="store_true", help="write docs/content-audit.md")
    parser.add_argument("--root", type=Path, default=ROOT, help="the project folder")
    options = parser.parse_args(arguments)
    try:
        results = audit(options.root)
    except (AuditError, OSError, UnicodeDecodeError) as error:
        print(error, file=sys.stderr)
        return 3
    missing = [fact for fact, place in results if place is None]
    for fact in missing:
        print(f"{fact.document}\t{fact.source_place}\t{fact.fact}\t{fact.match}")
    print(f"{len(results)} facts, {len(missing)} missing", file=sys.stderr)
    if options.write:
        (options.root / "docs" / "content-audit.md").write_text(
            render(results), encoding="utf-8", newline="\n"
        )
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
