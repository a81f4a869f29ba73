# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Municipalities are found by kanji, kana, prefecture and beginnings of them."""

import pytest

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.finding_towns import FoundTowns, TownFinder, folded
from kyosei_desk.domain.prefectures import PREFECTURE_READINGS


@pytest.fixture(scope="module")
def finder(corpus: Corpus) -> TownFinder:
    return TownFinder(corpus.municipalities.values())


def names(finder: TownFinder, text: str, limit: int = 5) -> list[str]:
    return [f"{town.prefecture}{town.name}" for town in finder.find(text, limit).towns]


@pytest.mark.parametrize(
    "text",
    ["名張", "名張市", "なばり", "ナバリ", "ﾅﾊﾞﾘ", "なばりし", "三重県名張市", "三重名張", "242080"],
)
def test_one_town_by_any_of_its_names(finder: TownFinder, text: str) -> None:
    assert names(finder, text) == ["三重県名張市"]


@pytest.mark.parametrize("text", ["ひろしま ふちゅう", "広島　府中", "ふちゅう ひろしまけん"])
def test_several_words_narrow(finder: TownFinder, text: str) -> None:
    assert names(finder, text) == ["広島県府中市", "広島県府中町"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("つ", "三重県津市"),
        ("津", "三重県津市"),
        ("きた", "東京都北区"),
        ("鎌ヶ谷", "千葉県鎌ケ谷市"),
        ("竜ケ崎", "茨城県龍ケ崎市"),
        ("ちゃたん", "沖縄県北谷町"),
        ("ちやたん", "沖縄県北谷町"),
        ("桧原", "東京都檜原村"),
        ("世田谷", "東京都世田谷区"),
    ],
)
def test_the_whole_name_comes_first(finder: TownFinder, text: str, first: str) -> None:
    assert names(finder, text)[0] == first


def test_a_prefecture_offers_its_towns_in_the_order_of_their_readings(finder: TownFinder) -> None:
    found = finder.find("みえけん", 3)
    assert [town.name for town in found.towns] == ["朝日町", "伊賀市", "伊勢市"]
    assert found.total == 29


@pytest.mark.parametrize("text", ["", " ", "　"])
def test_nothing_typed_finds_nothing(finder: TownFinder, text: str) -> None:
    assert finder.find(text, 5) == FoundTowns((), 0)


@pytest.mark.parametrize("text", ["青葉区", "ぴよぴよ", "名張 ひろしま"])
def test_what_is_no_town_is_not_found(finder: TownFinder, text: str) -> None:
    assert finder.find(text, 5).total == 0


def test_more_than_shown_are_counted(finder: TownFinder) -> None:
    found = finder.find("川", 4)
    assert len(found.towns) == 4
    assert found.total > 4


def test_every_prefecture_has_its_reading(corpus: Corpus) -> None:
    prefectures = {town.prefecture for town in corpus.municipalities.values()}
    assert prefectures == set(PREFECTURE_READINGS)
    assert all(folded(kana) == folded(folded(kana)) for kana in PREFECTURE_READINGS.values())


def test_every_town_finds_itself(corpus: Corpus, finder: TownFinder) -> None:
    for town in list(corpus.municipalities.values())[::40]:
        for text in (town.name, town.kana, f"{town.prefecture}{town.name}"):
            assert town in finder.find(text, 20).towns
