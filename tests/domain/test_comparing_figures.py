# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Figures made comparable: exact until shown, and nothing made up."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.comparing.designs import ComparedDesign, compared_case
from kyosei_desk.domain.comparing.figures import (
    FigureRow,
    Missing,
    element_quantity,
    element_ratio,
    element_ratios,
    profile_figures,
    provision_figures,
    zone_quantity,
)
from kyosei_desk.domain.comparing.quantities import (
    Basis,
    Quantity,
    Ratio,
    divided,
    exact,
    exact_text,
    rounded_text,
)
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.vocabulary import Zone
from tests.domain.comparing_samples import PROFILE, PROVISIONS, column, element

DAY = PartialDate(2017, 9, 1)
HUB = PROVISIONS["p1.hub"]


def quantity(value: int | float, unit: str = "人", day: PartialDate | None = DAY) -> Quantity:
    return Quantity("数", exact(value), unit, day)


def serving(element_id: str = "salon", **changed: object) -> Element:
    """Return an element that answers the provision."""
    return element(element_id, provisions=[{"id": "p1.hub", "coverage": "full"}], **changed)


@pytest.mark.parametrize(
    ("value", "shown", "rounded"),
    [
        ("0", "0", "0"),
        ("5", "5", "5"),
        ("14", "14", "14"),
        ("79357", "79,357", "79,357"),
        ("129.77", "129.77", "130"),
        ("58.05", "58.05", "58.1"),
        ("9.995", "9.995", "10"),
        ("1.885", "1.885", "1.89"),
        ("1.5", "1.5", "1.5"),
        ("0.116", "0.116", "0.12"),
        ("0.0042", "0.0042", "0.0042"),
        ("0.5", "0.5", "0.5"),
        ("99.95", "99.95", "100"),
        ("1234.5", "1,234.5", "1,235"),
        ("-2.5", "-2.5", "-2.5"),
    ],
)
def test_numbers_in_words(value: str, shown: str, rounded: str) -> None:
    assert (exact_text(exact(value)), rounded_text(exact(value))) == (shown, rounded)


def test_what_never_ends_is_rounded() -> None:
    assert exact_text(Fraction(1, 3)) == "0.33"


@given(st.integers(1, 10**9), st.integers(0, 6))
def test_what_is_written_is_shown_unchanged(number: int, places: int) -> None:
    value = Fraction(number, 10**places)
    assert Fraction(exact_text(value).replace(",", "")) == value


@given(st.fractions(min_value=Fraction(1, 10_000), max_value=10**7))
def test_rounding_stays_near_and_never_makes_nothing_of_something(value: Fraction) -> None:
    shown = Fraction(rounded_text(value).replace(",", ""))
    assert shown > 0
    assert abs(shown - value) <= value / 19


def test_a_ratio_is_exact_and_says_how_it_was_got() -> None:
    ratio = Ratio(Basis.PER_10000, quantity(15, "か所", None), quantity(79357), 10_000)
    assert ratio.value == Fraction(150_000, 79_357)
    assert ratio.text == "1.89か所"
    assert ratio.formula == "15か所 ÷ 79,357人 × 10,000"


@pytest.mark.parametrize(
    ("numerator", "denominator"),
    [
        (None, quantity(1)),
        (quantity(1), None),
        (quantity(1), quantity(0)),
    ],
)
def test_nothing_is_computed_of_what_is_missing(
    numerator: Quantity | None, denominator: Quantity | None
) -> None:
    assert divided(Basis.PER_KM2, numerator, denominator) is None


@pytest.mark.parametrize(
    ("one", "other", "mixed", "unknown"),
    [
        ("2017-09-01", "2017-09-01", False, False),
        ("2017-08-31", "2017-09-01", True, False),
        ("2017", "2017-09-01", False, False),
        ("2016", "2017-09-01", True, False),
        ("2017-04", "2017-09", True, False),
        (None, "2017-09-01", False, True),
        (None, None, False, True),
    ],
)
def test_dates_of_the_two_numbers(
    one: str | None, other: str | None, mixed: bool, unknown: bool
) -> None:
    days = [PartialDate.parse(day) if day else None for day in (one, other)]
    ratio = Ratio(Basis.PER_KM2, quantity(1, day=days[0]), quantity(1, day=days[1]))
    assert (ratio.dates_mixed, ratio.dates_unknown) == (mixed, unknown)


def test_all_that_can_be_said_of_a_number() -> None:
    counted = element(count=15, unit="か所")
    found = {ratio.basis: ratio.formula for ratio in element_ratios(column("a", counted), counted)}
    assert found == {
        Basis.PER_10000: "15か所 ÷ 79,357人 × 10,000",
        Basis.PER_ELEMENTARY: "15か所 ÷ 14校",
        Basis.PER_JUNIOR_HIGH: "15か所 ÷ 5校",
        Basis.PER_KM2: "15か所 ÷ 129.77km²",
        Basis.PEOPLE_PER_ONE: "79,357人 ÷ 15か所",
    }


def test_a_number_without_a_day_gets_none() -> None:
    counted = element(count=15, unit="か所")
    dated = element(count=4, unit="か所", count_as_of="2017-08-31")
    days = [element_quantity(one) for one in (counted, dated)]
    assert [str(one.as_of) if one else "" for one in days] == ["None", "2017-08-31"]


def test_nothing_is_said_without_a_number_or_a_town() -> None:
    assert element_ratios(column("a", element()), element()) == ()
    counted = element(count=15, unit="か所")
    assert element_ratios(column("a", counted, profile=None), counted) == ()


def test_zones_are_counted_only_where_an_element_counts_them() -> None:
    zones = element("zones", zone="district", count=30, unit="地区")
    places = element("places", zone="district", count=3, unit="か所")
    design = column("a", zones, places, element("far", zone="junior_high", count=3, unit="か所"))
    told = zone_quantity(design, Zone.DISTRICT)
    assert told is not None
    assert told.text == "30地区"
    assert zone_quantity(design, Zone.JUNIOR_HIGH) is None
    ratio = element_ratio(design, places, Basis.PER_ZONE)
    assert ratio is not None
    assert ratio.formula == "3か所 ÷ 30地区"
    assert element_ratio(design, zones, Basis.PER_ZONE) is None


def test_two_numbers_of_the_same_zone_tell_none() -> None:
    one = element("one", zone="district", count=30, unit="地区")
    other = element("other", zone="district", count=15, unit="地域")
    assert zone_quantity(column("a", one, other), Zone.DISTRICT) is None


def test_figures_of_the_towns() -> None:
    rows = {row.key: row for row in profile_figures([column("a"), column("b", profile=None)])}
    assert list(rows) == [
        "density",
        "people_per_elementary",
        "people_per_junior_high",
        "area_per_elementary",
        "elementary_per_10000",
    ]
    told, missing = rows["people_per_elementary"].figures
    assert told.ratio is not None
    assert told.ratio.value == Fraction(79357, 14)
    assert (missing.ratio, missing.missing) == (None, Missing.NO_PROFILE)
    assert rows["density"].is_computed


def test_no_schools_are_told_apart_from_no_figures() -> None:
    none = PROFILE.model_copy(update={"junior_high_schools": 0})
    rows = {row.key: row for row in profile_figures([column("a", profile=none)])}
    (figure,) = rows["people_per_junior_high"].figures
    assert (figure.ratio, figure.missing) == (None, Missing.NO_DENOMINATOR)
    assert not rows["people_per_junior_high"].is_computed


def hub_row(*designs: ComparedDesign, basis: Basis = Basis.PER_10000) -> FigureRow:
    (row,) = provision_figures(designs, [HUB], basis)
    return row


def test_figures_of_a_provision_say_what_is_missing() -> None:
    row = hub_row(
        column("a", serving("x", count=15, unit="か所"), serving("y")),
        column("b", serving("x")),
        column("c", element("x")),
        column("d", unfit=("p1.hub",)),
        column("e", serving("x", count=2, unit="か所"), profile=None),
    )
    found = [
        (one.design_id, one.element.id if one.element else "", one.ratio is not None, one.missing)
        for one in row.figures
    ]
    assert found == [
        ("a", "x", True, None),
        ("b", "", False, Missing.NO_COUNT),
        ("c", "", False, Missing.NOT_STATED),
        ("d", "", False, Missing.NOT_APPLICABLE),
        ("e", "x", False, Missing.NO_PROFILE),
    ]
    assert (row.key, row.label) == ("p1.hub.per_10000", "交流の拠点")


def test_a_row_says_when_its_dates_are_mixed() -> None:
    counted = serving(count=15, unit="か所")
    later = PROFILE.model_copy(update={"as_of": PartialDate(2018, 4, 1)})
    dated = serving(count=4, unit="か所", count_as_of="2017-08-31")
    assert not hub_row(column("a", counted), column("b", counted)).dates_mixed
    assert hub_row(column("a", counted), column("b", counted, profile=later)).dates_mixed
    assert hub_row(column("a", dated)).dates_mixed


def test_how_many_people_one_place_of_nabari_serves(corpus: Corpus) -> None:
    nabari = next(case for case in corpus.cases if case.id == "cases/nabari")
    design = compared_case(nabari, corpus)
    place = next(one for one in design.design.elements if one.id == "machi-no-hokenshitsu")
    ratio = element_ratio(design, place, Basis.PEOPLE_PER_ONE)
    assert ratio is not None
    assert (ratio.text, ratio.formula) == ("5,290人", "79,357人 ÷ 15か所")
