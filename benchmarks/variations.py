# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The variation suite: pairs of words asked and words that must, or must not, be found.

``python -m benchmarks.variations`` prints recall and false matches by rule, and with
``--failures`` every pair that failed. Every group of pairs is judged in a small library of
its own texts among others on other things; marks must be exactly on the words found.
"""

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.engines.desk import open_corpus
from benchmarks.texts import TextPart, make_corpus
from kyosei_desk.search.model import SearchRequest
from kyosei_desk.search.service import LibrarySearcher

_FILE = Path(__file__).with_name("data") / "variations.yaml"
_CARRIERS = (
    ("この資料では、市の担当課が昨年度に調べて作った", "を、写真と表を添えて紹介しています。"),
    (
        "次の頁の一覧に出てくるのは、上から順に見ていくと、",
        "、です。くわしくは巻末の表にあります。",
    ),
    ("去年の冊子の中ほどの記事で取り上げた例は「", "」でした。写真も何枚か載せています。"),
)
_OTHERS = (
    "図書館は朝九時に開き、夕方には閉まります。",
    "川沿いの道に桜の並木が続いています。",
    "水道の使用量は毎月の検針で分かります。",
    "駅前の駐輪場は来年の春に広くなる予定だ。",
    "博物館では古い農具を展示している。",
    "台風に備えて側溝の落ち葉を取り除いた。",
    "給食の献立は栄養士が考えている。",
    "商店街の抽選会でみかんが当たった。",
    "港から島へ渡る船は一日に六便ある。",
    "小説の登場人物は旅の途中で出会う。",
)


@dataclass(frozen=True)
class Group:
    """Words that belong together: found either way (``same``) or one way (ask → find)."""

    rule: str
    same: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    find: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    loose: bool = False

    def texts(self) -> tuple[str, ...]:
        """Return the words that get a text of their own."""
        return tuple(dict.fromkeys((*self.same, *self.find, *self.unlike)))

    def pairs(self) -> Iterator["Pair"]:
        """Yield all pairs of the group."""
        for query in (*self.same, *self.ask):
            for words in (*self.same, *self.find):
                yield Pair(self.rule, query, words, True, self.loose)
            for words in self.unlike:
                yield Pair(self.rule, query, words, False)


@dataclass(frozen=True)
class Pair:
    """A question and words in a text that it must find (``wanted``) or must not."""

    rule: str
    query: str
    words: str
    wanted: bool
    loose: bool = False


@dataclass(frozen=True)
class Verdict:
    """What came of a pair; ``marked`` is None where marks are not judged."""

    pair: Pair
    found: bool
    marked: bool | None = None

    @property
    def right(self) -> bool:
        """Tell whether finding is as wanted; marks are counted apart."""
        return self.found is self.pair.wanted


def groups() -> list[Group]:
    """Return all groups: those written by hand, then those made by the rules."""
    from benchmarks.variation_rules import generated_groups

    return [*_written(_FILE), *generated_groups()]


def _written(path: Path) -> Iterator[Group]:
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]:
        lists = {key: tuple(map(str, case.get(key, ()))) for key in ("same", "ask", "find")}
        unlike = tuple(map(str, (*case.get("unlike", ()), *case.get("not", ()))))
        yield Group(case["rule"], **lists, unlike=unlike, loose=case.get("loose", False))


def carried(words: str) -> tuple[str, str]:
    """Return what stands before and after words in their text; always the same for them."""
    return _CARRIERS[sum(map(ord, words)) % len(_CARRIERS)]


def library(group: Group) -> list[TextPart]:
    """Return the texts of a group among others; a text is called by its place in the group."""
    texts = [words.join(carried(words)) for words in group.texts()]
    return [TextPart(f"{n}", f"{n}", "", text) for n, text in enumerate((*texts, *_OTHERS))]


def judge_group(group: Group, searcher: LibrarySearcher, names: dict[str, str]) -> list[Verdict]:
    """Ask every pair of a group in the group's own library."""
    words_of = dict(enumerate(group.texts()))
    answers: dict[str, set[str | None]] = {}
    verdicts = []
    for pair in group.pairs():
        if pair.query not in answers:
            hits = searcher.search(SearchRequest(pair.query)).hits
            answers[pair.query] = {words_of.get(int(names[hit.document_id])) for hit in hits}
        found = pair.words in answers[pair.query]
        marked = None
        if found and pair.wanted and not pair.loose:
            marked = _marks_exactly(searcher, pair)
        verdicts.append(Verdict(pair, found, marked))
    return verdicts


def _marks_exactly(searcher: LibrarySearcher, pair: Pair) -> bool:
    """Tell whether what is marked is the words, or a part of them where more was written.

    Brackets around them may be in or out, and words asked more widely than they are written
    (a year for a day) mark at least the part asked for: marks never leave the words.
    """
    before, after = carried(pair.words)
    text = before + pair.words + after
    (spans,) = searcher.marks(pair.query, (text,))
    inside = all(len(before) <= span.start and span.end <= len(text) - len(after) for span in spans)
    marked = sum(span.end - span.start for span in spans)
    return inside and bool(spans) and marked * 2 >= len(pair.words)


def judge(found: Iterable[Group]) -> list[Verdict]:
    """Judge all groups."""
    verdicts: list[Verdict] = []
    with tempfile.TemporaryDirectory(prefix="kyosei-bench-", ignore_cleanup_errors=True) as at:
        for number, group in enumerate(found):
            corpus, names = make_corpus(library(group))
            searcher = open_corpus(corpus, Path(at) / "cache", Path(at) / f"{number}")
            verdicts += judge_group(group, searcher, names)
    return verdicts


def report(verdicts: Sequence[Verdict]) -> str:
    """Return a Markdown table by rule, with the sum in the last row."""
    by_rule: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_rule[verdict.pair.rule].append(verdict)
    lines = [
        "| 規則 | 見つかるべき組 | 再現率 | 似た別のもの | 誤って出た率 | 印が正しい率 |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    lines += [_row(rule, held) for rule, held in by_rule.items()]
    return "\n".join([*lines, _row("**全体**", verdicts)])


def _row(rule: str, verdicts: Sequence[Verdict]) -> str:
    wanted = [v for v in verdicts if v.pair.wanted]
    unlike = [v for v in verdicts if not v.pair.wanted]
    marks = [v.marked for v in verdicts if v.marked is not None]
    return (
        f"| {rule} | {len(wanted)} | {_share(v.found for v in wanted)} | {len(unlike)}"
        f" | {_share(v.found for v in unlike)} | {_share(marks)} |"
    )


def _share(values: Iterable[bool]) -> str:
    held = list(values)
    return f"{sum(held) / len(held):.1%}" if held else "—"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.variations", description=__doc__)
    parser.add_argument("--failures", action="store_true", help="list every pair that failed")
    parser.add_argument("--rule", default="", help="only rules with this in their name")
    given = parser.parse_args(arguments)
    verdicts = judge(group for group in groups() if given.rule in group.rule)
    print(report(verdicts))
    if given.failures:
        for verdict in verdicts:
            if not verdict.right or verdict.marked is False:
                print(describe(verdict))


def describe(verdict: Verdict) -> str:
    """Return one line on what went wrong with a pair."""
    pair = verdict.pair
    what = "印のずれ" if verdict.right else "見つからない" if pair.wanted else "誤って出た"
    return f"{pair.rule}\t{what}\t{pair.query!r} → {pair.words!r}"


if __name__ == "__main__":
    main()
