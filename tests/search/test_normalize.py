# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.errors import ResourceError
from kyosei_desk.library.locations import bundled_folders
from kyosei_desk.search.model import Span
from kyosei_desk.search.normalize import (
    Normalizer,
    OffsetRuns,
    fold,
    load_characters,
    loose_katakana,
    pronunciation,
    same_but_for_kana,
)

NORMALIZER = Normalizer(load_characters(bundled_folders().resources / "characters.csv"))
ANY_TEXT = st.text(max_size=60) | st.text(
    alphabet="あかﾞｶﾞｷｬッー・々第百六条の三1２３,，.。 　\n髙⺠㈱①か\u3099-‐−〜\ufe0f\U000e0100",
    max_size=60,
)


@pytest.mark.parametrize(
    ("text", "normalised"),
    [
        ("ﾎﾞﾗﾝﾃｨｱﾎﾟｲﾝﾄ", "ボランティアポイント"),
        ("ＣＳＷ", "CSW"),
        ("髙﨑", "高崎"),
        ("⺠生委員", "民生委員"),
        ("⽣活⽀援", "生活支援"),
        ("慶應義塾", "慶応義塾"),
        ("か\u3099", "が"),
        ("79,357人，第１０６条", "79,357人、第106条"),
        ("２０１７‐１２−１２", "2017-12-12"),
        ("ネットワ−ク", "ネットワーク"),
        ("１０～２０", "10~20"),
        ("10〜20", "10~20"),
        ("3ケ所", "3ヶ所"),
        ("相 談 支 援", "相談支援"),
        ("相　談　支　援", "相談支援"),
        ("支 援", "支援"),
        ("土屋  幸己", "土屋  幸己"),
        ("圏域　小学校区", "圏域 小学校区"),
        ("社\u200b協\ufeff", "社協"),
        ("葛\U000e0100飾", "葛飾"),
        ("106条の3①", "106条の3①"),
        ("\ud800", "\ufffd"),
        ("㈱青空と（株）大地", "株式会社青空と株式会社大地"),
        ("(社福)青空会", "社会福祉法人青空会"),
        ("㈲青空、送迎(有)", "有限会社青空、送迎(有)"),
        ("", ""),
    ],
)
def test_normalised_form(text: str, normalised: str) -> None:
    assert NORMALIZER.normalize(text).text == normalised


def test_a_wrapped_line_is_joined_and_a_short_one_is_not() -> None:
    assert "支援" in NORMALIZER.normalize("住民が主体となって活動する包括的な支\n援体制").text
    assert NORMALIZER.normalize("人口\n面積").text == "人口\n面積"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("「我が事・丸ごと」", "我が事丸ごと"),
        ("コミュニティー", "こみゅにてぃ"),
        ("ビール", "びーる"),
        ("Joint-Sheet", "joint-sheet"),
        ("33ヶ所", "33か所"),
    ],
)
def test_folded_form(text: str, folded: str) -> None:
    assert fold(NORMALIZER.normalize(text)).text == folded


def test_span_leads_back_to_the_original() -> None:
    mapped = NORMALIZER.normalize("市のﾎﾞﾗﾝﾃｨｱです")
    start = mapped.text.index("ボランティア")
    span = mapped.span(start, start + len("ボランティア"))
    assert mapped.original[span.start : span.end] == "ﾎﾞﾗﾝﾃｨｱ"


@pytest.mark.parametrize(
    ("text", "characters", "shown"),
    [
        ("係のコーディネーターです", "こーでぃねーた", "コーディネーター"),
        ("委託先は(株)青空", "株式会社", "(株)"),
        ("市のﾎﾞﾗﾝﾃｨｱ", "ぼらんてぃあ", "ﾎﾞﾗﾝﾃｨｱ"),
    ],
)
def test_folded_characters_stand_for_all_they_were_made_of(
    text: str, characters: str, shown: str
) -> None:
    runs = OffsetRuns.of(fold(NORMALIZER.normalize(text)))
    start = runs.text.index(characters)
    span = runs.span(start, start + len(characters))
    assert text[span.start : span.end] == shown
    assert runs.within(span) == characters


@given(ANY_TEXT)
def test_every_character_maps_into_the_original_in_order(text: str) -> None:
    for mapped in (NORMALIZER.normalize(text), fold(NORMALIZER.normalize(text))):
        assert len(mapped.text) == len(mapped.starts) == len(mapped.ends)
        bounds = list(zip(mapped.starts, mapped.ends, strict=True))
        assert all(0 <= start < end <= len(text) for start, end in bounds)
        assert bounds == sorted(bounds)


@given(ANY_TEXT)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = NORMALIZER.normalize(text.replace(" ", "").replace("\n", "")).text
    assert NORMALIZER.normalize(once).text.replace(" ", "") == once.replace(" ", "")


@given(ANY_TEXT)
def test_the_short_map_says_the_same_as_the_long_one(text: str) -> None:
    mapped = fold(NORMALIZER.normalize(text))
    runs = OffsetRuns.of(mapped)
    for start in range(len(mapped.text)):
        for end in range(start + 1, min(len(mapped.text), start + 4) + 1):
            assert runs.span(start, end) == mapped.span(start, end)


def test_an_empty_range_is_where_it_stands() -> None:
    mapped = NORMALIZER.normalize("市区")
    assert mapped.span(1, 1) == Span(1, 1)
    assert mapped.span(2, 2) == Span(2, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("コーディネーター", "こーでぃねーたー"),
        ("そうだん", "ソーダン"),
        ("けいかく", "ケーカク"),
        ("つづく", "ツズク"),
        ("みんせいいいん", pronunciation("ミンセイ") + pronunciation("イイン")),
        ("こどもうんえい", pronunciation("コドモ") + pronunciation("ウンエイ")),
    ],
)
def test_same_sound(one: str, other: str) -> None:
    assert pronunciation(one) == pronunciation(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ケアマネージャー", "ケアマネジャー"),
        ("インタヴュー", "インタビュー"),
        ("ミーテイング", "ミーティング"),
        ("ソーシャル・ワーカー", "ソーシャルワーカ"),
    ],
)
def test_notations_of_one_katakana_word(one: str, other: str) -> None:
    assert loose_katakana(one) == loose_katakana(other) != ""


@pytest.mark.parametrize(("one", "other"), [("コート", "ゴート"), ("バス", "パス")])
def test_other_katakana_words_stay_apart(one: str, other: str) -> None:
    assert loose_katakana(one) != loose_katakana(other)


def test_only_katakana_words_have_looser_notations() -> None:
    assert loose_katakana("まちの保健室") == ""


@pytest.mark.parametrize(
    ("asked", "found", "same"),
    [
        ("受付", "受付", True),
        ("引継", "引", True),
        ("育", "子育", True),
        ("", "子育", True),
        ("保険室", "保健室", False),
        ("関", "係", False),
    ],
)
def test_kanji_tell_one_word_from_another(asked: str, found: str, *, same: bool) -> None:
    assert same_but_for_kana(asked, found) is same


@pytest.mark.parametrize("content", ["", "a,b\n", "character,folded,group\nab,c,x\n"])
def test_a_broken_table_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "characters.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError) as caught:
        load_characters(path)
    assert caught.value.path == path
