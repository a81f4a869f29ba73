# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Quality on everything there is: the bundled library, a development sample, manuals, statutes."""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.data_files import DATA, read_queries, read_sample, read_worded
from benchmarks.keywords import keyword_queries
from benchmarks.measures import Judged, table
from benchmarks.prose import bundled_corpus, bundled_parts, read_laws, read_manuals
from benchmarks.quality import compare, engines
from benchmarks.questions import phrase_questions, word_questions
from benchmarks.texts import TextPart
from kyosei_desk.domain.corpus import Corpus

Say = Callable[[str], None]
_KEYWORDS = 1000
_QUESTIONS = 1000
_LAW_KEYWORDS = 300


@dataclass(frozen=True)
class Collection:
    """Texts with the sets of questions over them."""

    name: str
    parts: Sequence[TextPart]
    sets: Mapping[str, Sequence[Judged]]
    corpus: Corpus | None = None


def collections(sample: Path | None, laws: Path | None, say: Say) -> Iterator[Collection]:
    """Yield the collections there are, and say which are missing."""
    sets = {"自作の問い": read_queries(DATA / "library_queries.tsv")}
    if sample is not None:
        sets["開発用の見本"] = read_sample(sample)
    yield Collection("同梱の資料", bundled_parts(), sets, bundled_corpus())
    manuals = read_manuals()
    if manuals:
        yield Collection(
            "手引き（Debian の日本語文書の段落）",
            manuals,
            {
                "文の言葉でたずねる問い（生成）": word_questions(manuals, _QUESTIONS),
                "文の断片をはった問い（生成）": phrase_questions(manuals, _QUESTIONS),
                "言いかえた問い（手書き）": read_worded(DATA / "questions_manuals.tsv", manuals),
                "二語（生成）": keyword_queries(manuals, _KEYWORDS),
            },
        )
    else:
        say("手引きがありません（Debian/Ubuntu: apt install debian-reference-ja debian-faq-ja）。")
    articles = read_laws(laws) if laws is not None else []
    if articles:
        yield Collection(
            "法令の条文",
            articles,
            {
                "言いかえた問い（手書き）": read_worded(DATA / "questions_laws.tsv", articles),
                "二語（生成）": keyword_queries(articles, _LAW_KEYWORDS),
            },
        )
    else:
        say("法令がありません（--laws で Markdown のフォルダーを渡せます）。")


def run(sample: Path | None, laws: Path | None, say: Say = print) -> None:
    """Measure every collection and print a table for each set of questions."""
    for collection in collections(sample, laws, say):
        with tempfile.TemporaryDirectory(prefix="kyosei-bench-") as cache:
            found = engines(Path(cache), collection.corpus)
            results = compare(collection.parts, collection.sets, found, _quiet)
        for name, scores in results.items():
            count = len(collection.sets[name])
            say(f"\n### {collection.name}（{len(collection.parts):,} 節）— {name} {count} 件\n")
            say(table(scores))


def _quiet(_text: str) -> None:
    """Say nothing while the engines are built."""
