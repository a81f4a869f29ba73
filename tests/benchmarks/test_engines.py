# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Every engine answers over the same few texts, whatever the question."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.engines.base import Engine
from benchmarks.engines.desk import DeskEngine
from benchmarks.engines.fts5 import Fts5, Substring
from benchmarks.engines.lemma_bm25 import LemmaBm25
from benchmarks.keywords import keyword_queries
from benchmarks.measures import Judged
from benchmarks.quality import compare, main
from benchmarks.questions import phrase_questions, word_questions
from benchmarks.texts import TextPart

TEXTS = {
    "hokenshitsu": "まちの保健室 は、身近な相談の場所です。保健師が話を聞きます。",
    "engawa": "地域の縁側 では、子どもからお年寄りまでがお茶を飲みながら過ごします。",
    "shokudo": "子ども食堂 を開き、夕食を一緒に食べます。宿題も手伝います。",
}
PARTS = [TextPart(name, name, "", text) for name, text in TEXTS.items()]
ENGINES: tuple[Callable[[Path], Engine], ...] = (
    DeskEngine,
    lambda _: LemmaBm25(),
    lambda _: Fts5("unicode61"),
    lambda _: Fts5("trigram"),
    lambda _: Substring(),
)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the compiled user dictionary, filled once."""
    return tmp_path_factory.mktemp("dictionary")


def say_nothing(_text: str) -> None:
    """Report to nobody."""


@pytest.fixture(params=ENGINES, ids=["desk", "lemma", "unicode61", "trigram", "substring"])
def engine(request: pytest.FixtureRequest, tmp_path: Path, cache: Path) -> Iterator[Engine]:
    made: Engine = request.param(cache)
    (tmp_path / "index").mkdir()
    made.build(PARTS, tmp_path / "index")
    yield made
    made.close()


def test_an_engine_finds_a_word_as_it_stands(engine: Engine) -> None:
    assert engine.ask("まちの保健室").documents[0] == "hokenshitsu"


@pytest.mark.parametrize("query", ["", '"', "a AND OR (", "\0", "☃" * 300, "子ども -食堂 *"])
def test_no_question_is_too_odd_for_an_engine(engine: Engine, query: str) -> None:
    assert engine.ask(query).ms >= 0


def test_engines_are_compared_over_the_same_questions() -> None:
    questions = [Judged("縁側", frozenset({"engawa"})), Judged("ない語", frozenset({"engawa"}))]
    scores = compare(PARTS, {"問い": questions}, iter([LemmaBm25(), Substring()]), say_nothing)[
        "問い"
    ]
    assert [(s.engine, s.mrr) for s in scores] == [("見出し語 BM25", 0.5), ("文字列の一致", 0.5)]


def test_questions_made_from_texts_are_the_same_every_time() -> None:
    for make in (keyword_queries, phrase_questions, word_questions):
        found = make(PARTS, 2)
        assert found == make(PARTS, 2)
        assert all(judged.relevant <= TEXTS.keys() for judged in found)
    assert len(keyword_queries(PARTS, 2)) == 2


def test_the_command_line_measures_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    queries = tmp_path / "queries.tsv"
    queries.write_text("お茶を飲む場所\tengawa.txt\n", encoding="utf-8")
    main(["--docs", str(tmp_path), "--queries", str(queries), "--only", "きょうせい"])
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("| きょうせいデスク | 1.000 | 1.000 |")
