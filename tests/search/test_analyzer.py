# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.errors import ResourceError
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.search.analyzer import Analyzer, grams
from kyosei_desk.search.morphology import Morphology


def lemmas(analyzer: Analyzer, text: str) -> list[str]:
    return [token.lemma for token in analyzer.analyze(text).content]


@pytest.mark.parametrize(
    "forms",
    [
        ("ごみ屋敷", "ゴミ屋敷", "ｺﾞﾐ屋敷"),
        ("引きこもり", "引籠り", "ひきこもり", "引き籠もり"),
        ("なばり", "名張"),
        ("とよなか", "豊中"),
        ("我が事・丸ごと", "我が事丸ごと", "わがごとまるごと", "「我が事・丸ごと」"),
        ("CSW", "ＣＳＷ", "csw"),
        ("障がい者", "障害者", "障碍者"),
        ("子ども", "子供", "こども"),
        ("包括的な支援体制", "包括的支援体制", "包括的な支 援体制"),
        ("なんでも相談", "何でも相談"),
        ("居場所", "いばしょ"),
        ("取組", "取り組み", "取組み"),
        ("コミュニティ", "コミュニティー"),
        ("⺠生委員", "民生委員"),
        ("支え合い", "支えあい"),
    ],
)
def test_one_word_however_written(analyzer: Analyzer, forms: tuple[str, ...]) -> None:
    found = {form: lemmas(analyzer, form) for form in forms}
    assert len({tuple(words) for words in found.values()}) == 1, found


@pytest.mark.parametrize(
    ("part", "whole"),
    [("保健室", "まちの保健室"), ("縁側", "地域の縁側"), ("相談", "福祉なんでも相談窓口")],
)
def test_parts_of_compounds_stay_words(analyzer: Analyzer, part: str, whole: str) -> None:
    assert set(lemmas(analyzer, part)) <= set(lemmas(analyzer, whole))


def test_marks_do_not_make_the_same_word(analyzer: Analyzer) -> None:
    assert lemmas(analyzer, "あがる") != lemmas(analyzer, "あかる")


def test_particles_do_not_part_neighbours_and_commas_do(analyzer: Analyzer) -> None:
    positions = [t.position for t in analyzer.analyze("地域の縁側、名張").content]
    assert positions == [0, 1, 3]


def test_offsets_are_those_of_the_text_read(analyzer: Analyzer) -> None:
    text = "市の ﾎﾞﾗﾝﾃｨｱ と髙﨑さん"
    analysis = analyzer.analyze(text)
    shown = [text[token.start : token.end] for token in analysis.content]
    assert shown == ["市", "ﾎﾞﾗﾝﾃｨｱ", "髙﨑", "さん"]


def test_a_reading_in_brackets_stays_text(analyzer: Analyzer) -> None:
    assert "ごん" in analyzer.analyze("権(ごん)大納言").folded.text


def test_long_texts_are_analysed_in_pieces(analyzer: Analyzer) -> None:
    text = "相談の窓口です。\n" * 6000
    analysis = analyzer.analyze(text)
    last = analysis.content[-1]
    assert len(analysis.content) % 6000 == 0
    assert last.end > len(text) - 6
    assert text[last.start : last.end] == "窓口"


@given(st.text(max_size=80))
def test_any_text_is_analysed_within_its_bounds(analyzer: Analyzer, text: str) -> None:
    analysis = analyzer.analyze(text)
    for token in analysis.tokens:
        assert 0 <= token.start <= token.end <= len(text)
    for found in analysis.canonical:
        assert 0 <= found.start < found.end <= len(text)


def test_grams_do_not_cross_punctuation() -> None:
    assert grams("市。区") == []
    assert grams("市区町") == ["市区", "区町"]


def test_the_user_dictionary_is_compiled_once(bundled: BundledFolders, tmp_path: Path) -> None:
    source = bundled.resources / "user_dictionary.csv"
    first = Morphology(source, tmp_path)
    (compiled,) = tmp_path.glob("user-*.dic")
    written = compiled.stat().st_mtime_ns
    assert Morphology(source, tmp_path).version == first.version
    assert compiled.stat().st_mtime_ns == written


@pytest.mark.parametrize(
    "content",
    ["surface,reading,lemma,kind\n,x,y,noun\n", "surface,reading,lemma,kind\n市,し,市,verb\n"],
)
def test_a_broken_user_dictionary_names_its_line(tmp_path: Path, content: str) -> None:
    source = tmp_path / "user_dictionary.csv"
    source.write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError, match="line 2"):
        Morphology(source, tmp_path)


def test_a_missing_user_dictionary_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError):
        Morphology(tmp_path / "none.csv", tmp_path)
