# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What differs between two states of a project, in Japanese sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from kyosei_desk.domain.designs import Element, Link, NotApplicable
from kyosei_desk.domain.projects.differing import (
    EXISTING,
    DifferenceKind,
    ProjectDifference,
    differences,
)
from kyosei_desk.domain.projects.interview import QuestionId
from kyosei_desk.domain.projects.model import Answer, ModelProject, Origin
from kyosei_desk.domain.projects.money import BudgetLine
from kyosei_desk.domain.projects.parts import ProjectPart
from kyosei_desk.wording.project_fields import field_label
from kyosei_desk.wording.project_values import ValueWords

_LONGEST = 40
_BEFORE = 10  # how much of a long text is shown before the first place that differs


@dataclass(frozen=True)
class DifferenceGroup:
    """A heading, such as 要素, with its sentences."""

    heading: str
    sentences: tuple[str, ...]


def difference_groups(
    before: ModelProject,
    after: ModelProject,
    provisions: Mapping[str, str] | None = None,
    *,
    era_first: bool = False,
) -> tuple[DifferenceGroup, ...]:
    """Return all that differs, under the headings of the parts; empty where nothing does.

    ``provisions`` are the plain labels of the guideline's rows by their ids.
    """
    found = groupby(differences(before, after), key=difference_group)
    return tuple(
        DifferenceGroup(
            heading,
            tuple(
                difference_sentence(one, before, after, provisions, era_first=era_first)
                for one in group
            ),
        )
        for heading, group in found
    )


def difference_group(difference: ProjectDifference) -> str:
    """Return the heading a difference stands under."""
    return difference.part.label


def difference_sentence(
    difference: ProjectDifference,
    before: ModelProject,
    after: ModelProject,
    provisions: Mapping[str, str] | None = None,
    *,
    era_first: bool = False,
) -> str:
    """Return a difference as a sentence, with its full stop.

    Such as 「まちの保健室」の数を「15か所」から「11か所」に変えました.
    """
    old = ValueWords(before, provisions or {}, era_first)
    new = ValueWords(after, provisions or {}, era_first)
    match difference.kind:
        case DifferenceKind.ADDED:
            return _added(difference, new)
        case DifferenceKind.REMOVED:
            return _removed(difference, old)
        case DifferenceKind.REORDERED:
            return f"{difference.part.label}の順番を変えました。"
    return _changed(difference, old, new)


def _added(difference: ProjectDifference, words: ValueWords) -> str:
    match difference.new:
        case Link() as link:
            return f"「{difference.name}」をつなぎました（{link.label or link.type.label}）。"
        case NotApplicable() as left_out:
            name = words.provision(left_out.id)
            return f"「{name}」をしないと決めました（理由: {left_out.reason}）。"
        case Origin() as origin:
            source = f"{origin.town}の「{origin.taken_from.name}」"
            return f"「{difference.name}」は、{source}から取り入れました。"
        case Answer() as answer:
            return f"{_question(answer)}に「{_cut(answer.text)}」と答えました。"
        case Element() as element:
            count = f"{element.count:,}{element.unit}" if element.count else ""
            about = filter(None, (element.type.label, element.zone.label, count))
            return f"「{element.name}」を加えました（{'、'.join(about)}）。"
        case BudgetLine() as line:
            year = words.value("fiscal_year", line.fiscal_year)
            return f"{year}の「{_cut(line.item)}」を加えました。"
    return f"「{_cut(difference.name)}」を加えました。"


def _removed(difference: ProjectDifference, words: ValueWords) -> str:
    match difference.old:
        case Link():
            return f"「{difference.name}」のつながりをはずしました。"
        case NotApplicable() as left_out:
            name = words.provision(left_out.id)
            return f"「{name}」をしないと決めたことを取り消しました。"
        case Origin() as origin:
            return f"「{difference.name}」を{origin.town}から取り入れたという記録をはずしました。"
        case Answer() as answer:
            return f"{_question(answer)}の答え「{_cut(answer.text)}」を消しました。"
    return f"「{_cut(difference.name)}」をはずしました。"


def _question(answer: Answer) -> str:
    return f"質問「{_question_name(answer.question)}」"


def _question_name(question: str) -> str:
    return next((known.label for known in QuestionId if known == question), question)


def _changed(difference: ProjectDifference, old: ValueWords, new: ValueWords) -> str:
    assert difference.field is not None
    if difference.field == EXISTING:
        state = "今あるもの" if difference.new else "これからつくるもの"
        return f"「{difference.name}」を、{state}にしました。"
    if difference.field == "taken_from":
        return f"「{difference.name}」のもとになった事例の、今の中身を確かめました。"
    label = _subject(difference, new) + field_label(difference.field, difference.part)
    if isinstance(difference.old, tuple) and isinstance(difference.new, tuple):
        before = old.items(difference.field, difference.old)
        after = new.items(difference.field, difference.new)
        return f"{label}{_list_change(before, after)}。"
    return f"{label}{_value_change(*_values(difference, old, new))}。"


def _subject(difference: ProjectDifference, words: ValueWords) -> str:
    """Return what a field is of, with の; nothing for the project and its town."""
    match difference.part:
        case ProjectPart.PROJECT | ProjectPart.TOWN:
            return ""
        case ProjectPart.ANSWER:
            return f"質問「{_question_name(difference.id)}」の"
        case ProjectPart.LEFT_OUT:
            return f"しないと決めた「{words.provision(difference.id)}」の"
    return f"「{_cut(difference.name)}」の"


def _values(difference: ProjectDifference, old: ValueWords, new: ValueWords) -> tuple[str, str]:
    field = str(difference.field)
    before, after = old.value(field, difference.old), new.value(field, difference.new)
    if difference.part is ProjectPart.ELEMENT and field == "count":
        before += _unit(old, difference.id) if before else ""
        after += _unit(new, difference.id) if after else ""
    return before, after


def _unit(words: ValueWords, element_id: str) -> str:
    element = words.project.element(element_id)
    return (element.unit or "") if element else ""


def _value_change(before: str, after: str) -> str:
    if not after:
        return f"（「{_cut(before)}」）を消しました"
    if not before:
        return f"を「{_cut(after)}」にしました"
    start = _first_difference(before, after)
    return f"を「{_cut(before, start)}」から「{_cut(after, start)}」に変えました"


def _list_change(before: tuple[str, ...], after: tuple[str, ...]) -> str:
    gone = "".join(f"「{_cut(one)}」" for one in before if one not in after)
    come = "".join(f"「{_cut(one)}」" for one in after if one not in before)
    if come and gone:
        return f"に{come}を加え、{gone}をはずしました"
    if come:
        return f"に{come}を加えました"
    return f"から{gone}をはずしました" if gone else "の順番を変えました"


def _first_difference(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _cut(text: str, around: int = 0) -> str:
    """Return a text short enough for a sentence, the part ``around`` a place if it is long."""
    line = text.replace("\n", " ")
    if len(line) <= _LONGEST:
        return line
    start = max(0, min(around - _BEFORE, len(line) - _LONGEST))
    cut = line[start : start + _LONGEST]
    return f"{'…' if start else ''}{cut}{'…' if start + _LONGEST < len(line) else ''}"
