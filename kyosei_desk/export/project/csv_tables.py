# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What of a project can be counted with, as CSV: its elements, its budget, who pays."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.budgeting import BudgetSheet, budget_sheet
from kyosei_desk.domain.projects.model import UNWRITTEN
from kyosei_desk.domain.sources import citation_line
from kyosei_desk.domain.vocabulary import Coverage
from kyosei_desk.export.project.budget_part import programme_name
from kyosei_desk.export.project.matter import Matter
from kyosei_desk.export.project.sources_part import scaled_words, use_words
from kyosei_desk.export.results import clean
from kyosei_desk.export.results_text import guarded

_BETWEEN = "、"
_ELEMENTS = (
    *("要素のID", "要素", "種類", "圏域", "数", "単位", "担い手", "分野", "いま"),
    *("こたえる指針の項目", "一部こたえる指針の項目", "説明"),
    *("取り入れたまち", "もとの箇所", "もとの数", "数の式", "取り入れた日", "出典"),
)
_LINES = (
    *("年度", "費目", "要素", "数量", "単位", "単価（円）", "月数", "金額（円）"),
    *("補助の事業", "国の率", "都道府県の率", "率のもと", "率の出典", "メモ"),
)
_SHARES = (
    *("年度", "補助の事業", "事業費（千円）", "国（千円）"),
    *("都道府県（千円）", "市区町村（千円）"),
)
_DECISIONS = ("日付", "決めたところ", "決めたこと", "理由", "もとにした箇所", "出典")
_SOURCES = ("番号", "出典", "もとにしたもの")
_BESIDE = "／"
_Line = Sequence[object]


def write_project_csv(matter: Matter) -> bytes:
    """Return CSV as Excel reads it by a double click: tables, an empty line between.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    sheet = budget_sheet(matter.project)
    tables: list[tuple[str, _Line, Iterable[_Line]]] = [
        (
            "しくみの要素",
            _ELEMENTS,
            (_element(matter, one) for one in matter.project.design.elements),
        )
    ]
    if sheet.years:
        tables.append(("予算の積算", _LINES, _budget_lines(matter, sheet)))
        tables.append(("年度ごとの負担", _SHARES, _share_lines(matter, sheet)))
    if matter.project.decisions:
        tables.append(("決めたこと", _DECISIONS, _decision_lines(matter)))
    tables.append(("出典", _SOURCES, _source_lines(matter)))
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    for number, (title, head, lines) in enumerate(tables):
        writer.writerows([[]] if number else [])
        writer.writerow([guarded(clean(f"{title}　{matter.project.title}"))])
        writer.writerow(head)
        writer.writerows([_safe(value) for value in line] for line in lines)
    return stream.getvalue().encode("utf-8-sig")


def _safe(value: object) -> object:
    return guarded(clean(value)) if isinstance(value, str) else value


def _element(matter: Matter, element: Element) -> _Line:
    project = matter.project
    full, part = (_provisions(matter, element, coverage) for coverage in Coverage)
    return (
        element.id,
        element.name,
        element.type.label,
        element.zone.label,
        _number(element.count),
        element.unit or "",
        _BETWEEN.join(one.label for one in element.operators),
        _BETWEEN.join(one.label for one in element.fields),
        "今ある" if element.id in project.existing else "これから",
        full,
        part,
        "" if element.text == UNWRITTEN else element.text,
        *_origin(matter, element),
    )


def _provisions(matter: Matter, element: Element, coverage: Coverage) -> str:
    found = [answer.id for answer in element.provisions if answer.coverage is coverage]
    return _BETWEEN.join(map(matter.provision_label, found))


def _origin(matter: Matter, element: Element) -> _Line:
    origin = matter.project.origin(element.id)
    if origin is None:
        return ("",) * 6
    before = origin.taken_from
    return (
        origin.town,
        origin.address,
        _number(before.count),
        _BESIDE.join(scaled_words(matter, origin)),
        matter.day(origin.taken_on),
        citation_line(origin.source, before.place, era_first=matter.era_first),
    )


def _number(number: float | None) -> object:
    """Return a number as it can be counted with; whole ones without a decimal point."""
    if number is None:
        return ""
    return int(number) if number == int(number) else number


def _budget_lines(matter: Matter, sheet: BudgetSheet) -> Iterator[_Line]:
    for year in sheet.years:
        for row in year.rows:
            programme = row.programme
            for costed in row.lines:
                line = costed.line
                yield (
                    matter.fiscal_year(line.fiscal_year),
                    line.item,
                    matter.name_of(line.element) if line.element is not None else "",
                    _number(line.quantity),
                    line.unit,
                    line.unit_price,
                    _number(line.months),
                    costed.yen,
                    programme_name(programme),
                    (programme.national or "") if programme else "",
                    (programme.prefectural or "") if programme else "",
                    programme.basis if programme else "",
                    _cited(matter, programme.address if programme else None),
                    line.note or "",
                )


def _share_lines(matter: Matter, sheet: BudgetSheet) -> Iterator[_Line]:
    for year in sheet.years:
        for row in year.rows:
            one = row.shares
            numbers = (one.total, one.national, one.prefectural, one.own)
            yield (matter.fiscal_year(year.fiscal_year), programme_name(row.programme), *numbers)
    one = sheet.shares
    yield ("合計", "", one.total, one.national, one.prefectural, one.own)


def _cited(matter: Matter, *addresses: str | None) -> str:
    """Return the sources of passages, each once."""
    found = [
        line
        for address in addresses
        if address is not None
        for line in matter.citations.address_lines(address, era_first=matter.era_first)
    ]
    return _BESIDE.join(dict.fromkeys(found))


def _decision_lines(matter: Matter) -> Iterator[_Line]:
    for one in matter.project.decisions:
        yield (
            matter.day(one.on) if one.on is not None else "",
            one.who or "",
            one.what,
            one.why or "",
            _BESIDE.join(matter.citations.place(address).words for address in one.passages),
            _cited(matter, *one.passages),
        )


def _source_lines(matter: Matter) -> Iterator[_Line]:
    for one in matter.citations.numbered:
        line = citation_line(one.source, era_first=matter.era_first)
        yield (one.number, line, _BESIDE.join(use_words(matter, one)))
