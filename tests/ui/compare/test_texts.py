# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from dataclasses import replace
from itertools import pairwise

import pytest

from kyosei_desk.domain.comparing.figures import profile_figures, provision_figures
from kyosei_desk.domain.comparing.matrix import CellState, RowKind
from kyosei_desk.domain.comparing.quantities import Basis
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.vocabulary import ElementType, Zone
from kyosei_desk.export.comparison.element_words import schools_words
from kyosei_desk.ui.compare.cell_layout import CellSetter
from kyosei_desk.ui.compare.cell_quote import quoted_cell
from kyosei_desk.ui.compare.cell_texts import CellText, CellWriter, column_texts, row_text
from kyosei_desk.ui.compare.figure_rows import (
    UNKNOWN,
    FigureBar,
    FigureHead,
    FigureNote,
    figure_lines,
)
from kyosei_desk.ui.theme import Theme
from tests.ui.comparing import FUJISAWA, NABARI, OMUTA, THREE, designs_of, matrix_of, row_of


def cell(corpus: Corpus, key: str, column: int = 0, *, era: bool = False) -> CellText:
    kind = RowKind.PROFILE if "." not in key else RowKind.PROVISIONS
    matrix = matrix_of(corpus, kind=kind)
    return CellWriter.of(matrix, era_first=era).cell(row_of(matrix, key), column)


def test_a_cell_says_what_where_who_and_for_how_many(corpus: Corpus) -> None:
    text = cell(corpus, "p2.place")
    first = text.entries[0]
    assert (text.kind, text.state) == (CellState.STATED, "記載あり")
    assert first.name == "まちの保健室 15か所（日付不明）"
    assert first.where == "小学校区｜地域包括支援センター等"
    assert first.people == "1か所あたり5,290人"
    assert first.address == "cases/nabari#machi-no-hokenshitsu"
    assert "2017年9月1日現在" in first.formula
    assert "日付の記載なし" in first.formula
    assert first.schools == "小学校14校に15か所"
    assert first.schools_days == "学校は市立のみ、2017年9月1日現在、か所は日付不明"
    assert "出典の記述ではなく" in first.side_by_side
    assert first.schools in text.spoken


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ({"zone": Zone.JUNIOR_HIGH}, "中学校5校に15か所"),
        ({"zone": Zone.DISTRICT}, ""),
        ({"count": None, "unit": None}, ""),
        ({"type": ElementType.PROGRAMME}, ""),
    ],
)
def test_only_places_in_school_districts_stand_beside_schools(
    corpus: Corpus, kept: dict[str, object], said: str
) -> None:
    design = designs_of(corpus)[0]
    place = next(one for one in design.design.elements if one.id == "machi-no-hokenshitsu")
    assert schools_words(design, place.model_copy(update=kept)) == said


def test_a_cell_shows_its_number_beside_the_schools(corpus: Corpus, theme: Theme) -> None:
    text = cell(corpus, "p1.hub", 2)
    assert text.entries[0].schools == "小学校20校に45か所"
    silent = replace(text, entries=(replace(text.entries[0], schools=""), *text.entries[1:]))
    setter = CellSetter(theme)
    for wide in (False, True):
        told, less = (len(setter.cell(one, 240, wide=wide).pieces) for one in (text, silent))
        assert told == less + 1


def test_resting_on_a_cell_tells_what_its_source_says_and_how_to_read(corpus: Corpus) -> None:
    lines = cell(corpus, "p1.hub", 2).hint.splitlines()
    assert lines[0].startswith("介護予防拠点・地域交流施設 45か所（日付不明）: 市内に45か所あり、")
    assert lines[0].endswith("。")
    assert lines[-1] == "Enter かダブルクリックで本文、Space で行を広げる"


def test_every_cell_that_states_something_has_a_source(corpus: Corpus) -> None:
    matrix = matrix_of(corpus, tuple(case.id for case in corpus.cases))
    writer = CellWriter.of(matrix, era_first=True)
    for row in matrix.rows:
        for column in range(8):
            text = writer.cell(row, column)
            assert bool(text.sources) == bool(text.entries)
            assert text.state in text.spoken
            assert row.label in text.spoken


def test_sources_are_numbered_from_the_first_column_on(corpus: Corpus) -> None:
    matrix = matrix_of(corpus)
    writer = CellWriter.of(matrix, era_first=False)
    numbers = [writer.cell(row_of(matrix, "p2.place"), column).numbers for column in range(3)]
    assert numbers == ["[1]", "[2]", "[3]"]


def test_what_is_stated_in_full_comes_before_what_is_in_part(corpus: Corpus) -> None:
    matrix = matrix_of(corpus, tuple(case.id for case in corpus.cases))
    writer = CellWriter.of(matrix, era_first=True)
    for row in matrix.rows:
        for column in range(8):
            parts = [entry.in_part for entry in writer.cell(row, column).entries]
            assert parts == sorted(parts)


def test_a_figure_stands_with_its_day(corpus: Corpus) -> None:
    text = cell(corpus, "population", era=True)
    assert (text.figure, text.beside) == ("79,357人", "平成29年9月1日現在")
    assert text.state == ""
    assert text.address == "cases/nabari#profile"


def test_heads_of_columns_name_place_figures_and_day(corpus: Corpus) -> None:
    heads = column_texts(matrix_of(corpus), era_first=False)
    assert [head.title for head in heads] == ["名張市", "藤沢市", "大牟田市"]
    assert heads[0].place == "三重県"
    assert heads[0].population == "人口 79,357人"
    assert (heads[0].schools, heads[0].area) == ("小学校14校", "129.77km²")
    assert "小学校14校（市立のみ）" in heads[0].spoken
    assert heads[0].day == "2017年9月1日現在"
    assert heads[1].share == 1.0
    assert heads[0].share == pytest.approx(79357 / 427501)


@pytest.mark.parametrize(
    ("ids", "key", "tag"),
    [
        (THREE, "p2.place", "どの列にもある"),
        ((NABARI, FUJISAWA), "p1.funding", "名張市だけ"),
        ((NABARI, OMUTA), "p2.notice", "どの列も記載なし"),
    ],
)
def test_a_row_says_what_columns_have_in_common(
    corpus: Corpus, ids: tuple[str, ...], key: str, tag: str
) -> None:
    matrix = matrix_of(corpus, ids)
    assert row_text(matrix, row_of(matrix, key)).tag == tag


def test_a_row_is_heard_with_its_function(corpus: Corpus) -> None:
    matrix = matrix_of(corpus)
    assert row_text(matrix, row_of(matrix, "p2.place")).spoken.startswith("【2】")


# Copying


def quote(corpus: Corpus, key: str, column: int) -> str:
    kind = RowKind.PROFILE if "." not in key else RowKind.PROVISIONS
    matrix = matrix_of(corpus, kind=kind)
    row = row_of(matrix, key)
    text = CellWriter.of(matrix, era_first=False).cell(row, column)
    head, columns = row_text(matrix, row), column_texts(matrix, era_first=False)
    made = quoted_cell(matrix.designs[column], columns[column], head, text, era_first=False)
    return made.text


def test_a_cell_is_copied_with_place_state_and_source(corpus: Corpus) -> None:
    lines = quote(corpus, "p2.place", 0).splitlines()
    assert lines[0] == "名張市（三重県）「相談を包括的に受け止める場の整備」: 記載あり"
    assert lines[1].startswith("・まちの保健室 15か所（")
    assert lines[-2] == "出典:"
    assert lines[-1].startswith("[1] 「地域共生社会」の実現に向けた")
    assert "人口などは2017年9月1日現在" in lines[-3]


def test_nothing_stated_is_copied_as_no_statement_never_as_not_done(corpus: Corpus) -> None:
    matrix = matrix_of(corpus)
    row = next(row for row in matrix.rows if row.cells[0].state is CellState.NOT_STATED)
    text = quote(corpus, row.key, 0)
    assert "記載なし" in text
    assert "していない、ではありません" in text
    assert "[1] " in text


def test_a_figure_is_copied_with_its_day_and_source(corpus: Corpus) -> None:
    lines = quote(corpus, "population", 1).splitlines()
    assert lines[1] == "・427,501人（2017年4月1日現在）"
    assert lines[-1].startswith("[1] ")


# Figures


def test_bars_say_value_formula_and_both_days(corpus: Corpus) -> None:
    lines = figure_lines(profile_figures(designs_of(corpus)), designs_of(corpus), era_first=False)
    assert isinstance(lines[0], FigureHead)
    assert lines[0].label == "人口密度（1km²あたり）"
    assert lines[0].flag == "日付がちがう"
    bars = [line for line in lines[1:4] if isinstance(line, FigureBar)]
    assert [bar.design for bar in bars] == ["名張市", "藤沢市", "大牟田市"]
    assert bars[0].value == "612人"
    assert bars[0].formula == "79,357人 ÷ 129.77km²（どちらも2017年9月1日現在）"
    assert bars[1].share == 1.0
    assert 0 < bars[0].share < 1
    assert bars[0].flag == ""


def test_a_number_without_a_day_is_flagged_and_a_missing_one_named(corpus: Corpus) -> None:
    designs = designs_of(corpus)
    rows = provision_figures(designs, tuple(corpus.provisions.values()), Basis.PEOPLE_PER_ONE)
    lines = figure_lines(rows, designs, era_first=False)
    bars = [line for line in lines if isinstance(line, FigureBar)]
    place = next(bar for bar in bars if bar.element == "まちの保健室")
    assert place.flag == UNKNOWN
    assert place.value == "5,290人"
    missing = [bar for bar in bars if not bar.value]
    assert missing
    assert all(bar.missing and bar.share == 0 for bar in missing)
    assert isinstance(lines[-1], FigureNote)


def test_a_design_is_named_once_above_its_elements(corpus: Corpus) -> None:
    designs = designs_of(corpus)
    rows = provision_figures(designs, tuple(corpus.provisions.values()), Basis.PER_10000)
    lines = figure_lines(rows, designs, era_first=True)
    for above, line in pairwise(lines):
        if isinstance(above, FigureBar) and isinstance(line, FigureBar) and not line.design:
            assert line.title == above.title
    heads = [line for line in lines if isinstance(line, FigureHead)]
    assert len(heads) > 1
