# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import json
from pathlib import Path

import pytest

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.search.model import Progress
from kyosei_desk.ui.recent_places import RecentPlaces
from kyosei_desk.ui.status_line import percent, time_left
from kyosei_desk.workspace.settings import SettingKey, SettingsStore


def test_the_newest_comes_first_and_each_once(corpus: Corpus) -> None:
    places = RecentPlaces({})
    places.remember_query("相談")
    places.remember_address("cases/nabari#overview")
    places.remember_query(" 相談 ")
    values = [(kind, value) for kind, value, _ in places.shown(corpus)]
    assert values == [("query", "相談"), ("address", "cases/nabari")]


def test_beginnings_of_words_typed_on_the_way_are_dropped(corpus: Corpus) -> None:
    places = RecentPlaces({})
    for typed in ("ご", "ごみ", "ごみ屋敷"):
        places.remember_query(typed)
    assert [value for _, value, _ in places.shown(corpus)] == ["ごみ屋敷"]


def test_places_survive_in_the_state_of_the_window(corpus: Corpus) -> None:
    places = RecentPlaces({})
    places.remember_query("相談")
    assert RecentPlaces(places.state()).shown(corpus) == places.shown(corpus)


@pytest.mark.parametrize("damaged", ["", "{", "3", '[["query"]]', '[["x", "y"]]', "[[1, 2]]"])
def test_damaged_places_are_forgotten(corpus: Corpus, damaged: str) -> None:
    assert RecentPlaces({"recent": damaged}).shown(corpus) == []


def test_documents_that_are_gone_are_left_out(corpus: Corpus) -> None:
    places = RecentPlaces({})
    places.remember_address("cases/nowhere")
    assert places.shown(corpus) == []


@pytest.mark.parametrize(
    ("progress", "seconds", "text"),
    [
        (Progress(1, 100), 0.5, ""),
        (Progress(0, 100), 5.0, ""),
        (Progress(50, 100), 5.0, "（あと約 5 秒）"),
        (Progress(1, 100), 10.0, "（あと約 16 分）"),
        (Progress(100, 100), 5.0, "（あと約 1 秒）"),
    ],
)
def test_the_time_left_is_told_once_it_can_be(
    progress: Progress, seconds: float, text: str
) -> None:
    assert time_left(progress, seconds) == text


def test_all_is_done_only_at_the_end() -> None:
    assert percent(Progress(999, 1000)) == 99
    assert percent(Progress(0, 0)) == 0


def test_words_can_be_forgotten_and_brought_back() -> None:
    places = RecentPlaces({})
    places.remember_address("cases/nabari")
    places.remember_query("相談")
    before = places.state()
    gone = places.forget_queries()
    assert json.loads(places.state()["recent"]) == [["address", "cases/nabari"]]
    places.restore(gone)
    assert sorted(json.loads(places.state()["recent"])) == sorted(json.loads(before["recent"]))
    places.forget_queries()
    assert places.forget_queries() == []


def test_words_are_not_kept_when_the_settings_say_so(tmp_path: Path) -> None:
    settings = SettingsStore(tmp_path / "settings.json")
    settings.set(SettingKey.SEARCH_HISTORY, "off")
    places = RecentPlaces({}, settings)
    places.remember_query("相談")
    places.remember_address("cases/nabari")
    assert json.loads(places.state()["recent"]) == [["address", "cases/nabari"]]
