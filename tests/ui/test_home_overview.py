# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.home.overview import case_cards, library_statement


def test_statement_says_what_and_as_of_when(corpus: Corpus) -> None:
    statement = library_statement(corpus, era_first=True)
    assert statement.text.startswith("資料 23（指針・通知 12・検討会報告 3・事例 8）")
    assert "事例の人口などは平成29年4月～10月現在" in statement.text
    assert "2017年4月～10月現在" in statement.other


def test_statement_of_an_empty_library() -> None:
    assert library_statement(Corpus((), ()), era_first=True).text.startswith("資料 0")


@pytest.mark.parametrize(
    ("document_id", "place", "figure", "name"),
    [
        ("cases/ashiya", "芦屋市（兵庫県）", "13 件", "住民主体の見守り活動や居場所づくり等"),
        ("cases/edogawa", "江戸川区（東京都）", "4 か所", "なごみの家"),
        ("cases/fujisawa", "藤沢市（神奈川県）", "33 か所", "地域の縁側"),
        ("cases/nabari", "名張市（三重県）", "15 か所", "まちの保健室"),
        ("cases/omuta", "大牟田市（福岡県）", "45 か所", "介護予防拠点・地域交流施設"),
        ("cases/setagaya", "世田谷区（東京都）", "27 か所", "まちづくりセンター"),
        ("cases/toyonaka", "豊中市（大阪府）", "7 地域", "地域福祉ネットワーク会議"),
        ("cases/yamagata", "山形市（山形県）", "3 か所", "住民に身近な地域での居場所・活動拠点"),
    ],
)
def test_case_in_brief(
    corpus: Corpus, document_id: str, place: str, figure: str, name: str
) -> None:
    card = next(c for c in case_cards(corpus, era_first=True) if c.document_id == document_id)
    assert (card.place, card.figure, card.figure_name) == (place, figure, name)


def test_cards_stand_in_the_order_of_the_kana(corpus: Corpus) -> None:
    places = [card.place[:2] for card in case_cards(corpus, era_first=True)]
    assert places == ["芦屋", "江戸", "大牟", "世田", "豊中", "名張", "藤沢", "山形"]


def test_dates_follow_the_settings(corpus: Corpus) -> None:
    era, western = (case_cards(corpus, era_first=first)[0] for first in (True, False))
    assert era.population == western.population_other
    assert "（平成29年" in era.population


def test_only_the_population_is_as_of_the_day(corpus: Corpus) -> None:
    card = next(c for c in case_cards(corpus, era_first=True) if c.document_id == "cases/nabari")
    assert card.population == "人口 79,357 人（平成29年9月1日現在）"
    assert card.population_other == "人口 79,357 人（2017年9月1日現在）"
    assert "現在" not in card.figure + card.figure_name
