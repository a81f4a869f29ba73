# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What was done in a project, what differs, and what cannot be, in Japanese."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings

from kyosei_desk.domain.designs import ProvisionCoverage
from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.changes.answers import answer
from kyosei_desk.domain.projects.changes.elements import (
    ElementDraft,
    add_element,
    change_element,
    remove_element,
    set_count,
    set_existing,
    set_provision,
)
from kyosei_desk.domain.projects.changes.goals import put_goal
from kyosei_desk.domain.projects.changes.left_out import leave_out, take_up
from kyosei_desk.domain.projects.changes.links import change_link, disconnect
from kyosei_desk.domain.projects.changes.money import put_line, put_programme
from kyosei_desk.domain.projects.changes.order import move_entry
from kyosei_desk.domain.projects.changes.projects import rename, set_status
from kyosei_desk.domain.projects.changes.schedule import put_step
from kyosei_desk.domain.projects.changes.taking_over import rescale, take_over
from kyosei_desk.domain.projects.changes.town import set_town
from kyosei_desk.domain.projects.differing import differences
from kyosei_desk.domain.projects.model import (
    Goal,
    ModelProject,
    ProjectStatus,
    ScalingRule,
    ZoneCount,
)
from kyosei_desk.domain.projects.parts import ProjectPart
from kyosei_desk.domain.vocabulary import Coverage, LinkType, Zone
from kyosei_desk.wording.errors import error_sentence
from kyosei_desk.wording.project_differences import difference_groups, difference_sentence
from kyosei_desk.wording.project_problems import project_problem_sentence
from kyosei_desk.wording.projects import change_sentence
from tests.domain.projects.samples import COLUMN, PROGRAMME, TODAY, line, project, step, town
from tests.domain.projects.strategies import projects

LABELS = {"p1.hub": "居場所", "p2.place": "受け止める場"}


@pytest.mark.parametrize(
    ("kind", "about", "expected"),
    [
        (ChangeKind.ELEMENT_TAKEN_OVER, "まちの保健室", "「まちの保健室」を取り入れる"),
        (ChangeKind.ELEMENT_MOVED, "窓口", "「窓口」の圏域を移す"),
        (ChangeKind.LINKED, "窓口 → 会議", "「窓口 → 会議」をつなぐ"),
        (ChangeKind.STATUS_SET, "決定", "進みぐあいを「決定」にする"),
        (ChangeKind.ANSWERED, "", "質問に答える"),
        (ChangeKind.GOAL_CHANGED, "断らない\n相談", "めざすこと「断らない 相談」を直す"),
        (ChangeKind.DECISION_CHANGED, "あ" * 31, f"決めたこと「{'あ' * 29}…」を直す"),
    ],
)
def test_a_change_is_said(kind: ChangeKind, about: str, expected: str) -> None:
    assert change_sentence(kind, about) == expected


def test_every_kind_of_change_is_said() -> None:
    said = [change_sentence(kind, "窓口") for kind in ChangeKind]
    assert all("「窓口」" in one and not one.endswith("。") for one in said)


def then(*changes: Callable[[ModelProject], Changed]) -> list[str]:
    """Return what differs after changes of the project made by hand."""
    before = after = project()
    for change in changes:
        after = change(after).project
    groups = difference_groups(before, after, LABELS)
    return [sentence for group in groups for sentence in group.sentences]


def change_text(project: ModelProject, text: str) -> Changed:
    element = project.design.elements[0]
    return change_element(project, element.model_copy(update={"text": text}))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            lambda p: rename(p, "相談", "案A"),
            "案の名前を「包括的な支援体制」から「相談」に変えました。",
        ),
        (
            lambda p: set_status(p, ProjectStatus.DECIDED),
            "進みぐあいを「検討中」から「決定」に変えました。",
        ),
        (
            lambda p: set_town(p, town(population=61_500)),
            "人口を「60,000人」から「61,500人」に変えました。",
        ),
        (lambda p: set_town(p, town(area_km2=48.25)), "面積を「48.25km²」にしました。"),
        (
            lambda p: set_town(p, town(elementary_schools=None)),
            "小学校の数（「12校」）を消しました。",
        ),
        (
            lambda p: set_town(p, town(zones=[ZoneCount(zone=Zone.DISTRICT, count=7)])),
            "圏域の数に「地区・支所 7」を加えました。",
        ),
        (
            lambda p: add_element(p, ElementDraft(name="縁側", count=5, unit="か所")),
            "「縁側」を加えました（場・拠点、市区町村全域、5か所）。",
        ),
        (lambda p: set_count(p, "e-1", 12), "「窓口」の数を「3か所」から「12か所」に変えました。"),
        (lambda p: set_count(p, "e-2", 2, "回"), "「会議」の数を「2回」にしました。"),
        (lambda p: set_count(p, "e-1", None), "「窓口」の数（「3か所」）を消しました。"),
        (lambda p: set_existing(p, "e-1", True), "「窓口」を、今あるものにしました。"),
        (
            lambda p: set_provision(p, "e-1", "p1.hub", Coverage.PARTIAL),
            "「窓口」の答える指針の項目に「居場所（一部）」を加えました。",
        ),
        (lambda p: change_text(p, "話を聞く。"), "「窓口」の説明を「話を聞く。」にしました。"),
        (
            lambda p: disconnect(p, p.design.links[0]),
            "「窓口 → 会議」のつながりをはずしました。",
        ),
        (
            lambda p: change_link(p, p.design.links[0], link_type=LinkType.BACKUP, label="つなぐ"),
            "「窓口 → 会議」の種類を「つなぎ」から「バックアップ」に変えました。",
        ),
        (
            lambda p: leave_out(p, "p1.hub", "公民館がある。"),
            "「居場所」をしないと決めました（理由: 公民館がある。）。",
        ),
        (lambda p: put_goal(p, Goal(id="g-1", text="断らない")), "「断らない」を加えました。"),
        (lambda p: put_line(p, line()), "2027年度の「人件費」を加えました。"),
        (lambda p: answer(p, "hub", "三つ。"), "質問「集まる場所」に「三つ。」と答えました。"),
        (
            lambda p: move_entry(p, ProjectPart.ELEMENT, "e-2", 0),
            "要素の順番を変えました。",
        ),
    ],
)
def test_a_difference_is_said(change: Callable[[ModelProject], Changed], expected: str) -> None:
    assert then(change) == [expected]


def test_taking_over_is_said_under_its_headings() -> None:
    before = project()
    after = take_over(before, COLUMN, "hoken", ScalingRule.POPULATION, TODAY).project
    groups = difference_groups(before, after)
    assert [(group.heading, group.sentences) for group in groups] == [
        ("要素", ("「まちの保健室」を加えました（場・拠点、小学校区、11か所）。",)),
        (
            "取り入れたもと",
            ("「まちの保健室」は、名張市の「まちの保健室」から取り入れました。",),
        ),
    ]


def test_another_rule_is_said_with_its_formula() -> None:
    before = take_over(project(), COLUMN, "hoken", None, TODAY).project
    after = rescale(before, "hoken", COLUMN, ScalingRule.ELEMENTARY).project
    said = [s for group in difference_groups(before, after) for s in group.sentences]
    assert said == [
        "「まちの保健室」の数を「13か所」にしました。",
        "「まちの保健室」の数の決め方を「15 × 12校 ÷ 14校 = 12.9 → 13」にしました。",
    ]


def test_a_number_put_right_by_hand_is_told_from_the_computed_one() -> None:
    before = take_over(project(), COLUMN, "hoken", ScalingRule.POPULATION, TODAY).project
    after = set_count(before, "hoken", 14).project
    said = [s for group in difference_groups(before, after) for s in group.sentences]
    assert said[0] == "「まちの保健室」の数を「11か所」から「14か所」に変えました。"
    assert len(set(said[1].split("から"))) == 2
    assert "（数は自分で直した）" in said[1]


def test_ids_are_said_as_names() -> None:
    before = put_line(put_programme(project(), PROGRAMME).project, line(element="e-1")).project
    before = put_step(before, step(elements=["e-1"])).project
    after = put_line(before, line(element="e-2", programme="p-1", months=6)).project
    after = put_step(after, step(elements=["e-1", "e-2"], end="2028-03")).project
    said = [
        s for group in difference_groups(before, after, era_first=True) for s in group.sentences
    ]
    assert said == [
        "「人件費」の月数を「12か月」から「6か月」に変えました。",
        "「人件費」のあてる要素を「窓口」から「会議」に変えました。",
        "「人件費」の使う補助を「モデル事業」にしました。",
        "「準備」の終わりの月を「令和9年9月」から「令和10年3月」に変えました。",
        "「準備」の関わる要素に「会議」を加えました。",
    ]


def test_lists_say_what_came_and_went() -> None:
    before = set_provision(project(), "e-1", "p1.hub", Coverage.PARTIAL).project
    answers = [
        ProvisionCoverage(id="p1.hub", coverage=Coverage.FULL),
        ProvisionCoverage(id="p2.place", coverage=Coverage.FULL),
    ]
    element = before.design.elements[0].model_copy(update={"provisions": tuple(answers)})
    after = change_element(before, element).project
    (group,) = difference_groups(before, after, LABELS)
    assert group.sentences == (
        "「窓口」の答える指針の項目に「居場所（答えている）」「受け止める場（答えている）」を加え、"
        "「居場所（一部）」をはずしました。",
    )
    turned = element.model_copy(update={"provisions": tuple(reversed(answers))})
    (group,) = difference_groups(after, change_element(after, turned).project)
    assert group.sentences == ("「窓口」の答える指針の項目の順番を変えました。",)


def test_a_long_text_is_shown_around_what_differs() -> None:
    text = "あ" * 50 + "三か所" + "い" * 50
    before = change_text(project(), text).project
    after = change_text(before, text.replace("三", "四")).project
    (group,) = difference_groups(before, after)
    (sentence,) = group.sentences
    start, end = f"…{'あ' * 10}", f"か所{'い' * 27}…"
    assert sentence == f"「窓口」の説明を「{start}三{end}」から「{start}四{end}」に変えました。"


def test_removals_are_said() -> None:
    before = take_over(project(), COLUMN, "hoken", None, TODAY).project
    before = leave_out(before, "p1.hub", "ある。").project
    before = answer(before, "q1", "三つ。").project
    after = remove_element(before, "hoken").project
    after = answer(take_up(after, "p1.hub").project, "q1", "").project
    said = [s for group in difference_groups(before, after, LABELS) for s in group.sentences]
    assert said == [
        "「まちの保健室」をはずしました。",
        "「居場所」をしないと決めたことを取り消しました。",
        "「まちの保健室」を名張市から取り入れたという記録をはずしました。",
        "質問「q1」の答え「三つ。」を消しました。",
    ]


@given(projects(), projects())
@settings(max_examples=60)
def test_every_difference_is_a_sentence(one: ModelProject, other: ModelProject) -> None:
    for difference in differences(one, other):
        said = difference_sentence(difference, one, other, LABELS)
        assert said.endswith("。")
        assert "\n" not in said
        assert "None" not in said


@pytest.mark.parametrize("problem", ProjectProblem)
def test_every_problem_is_said(problem: ProjectProblem) -> None:
    said = project_problem_sentence(ProjectError(problem, ("name", "x")))
    assert said.endswith("。")
    assert not re.search(r"[{}]", said)
    assert project_problem_sentence(ProjectError(problem)).endswith("。")


@pytest.mark.parametrize(
    ("problem", "about", "expected"),
    [
        (
            ProjectProblem.EMPTY_TEXT,
            ("design", "elements", "0", "name"),
            "「名前」が空です。何か書いてください。",
        ),
        (
            ProjectProblem.LINK_TWICE,
            ("窓口", "会議"),
            "「窓口」と「会議」は、もう同じ種類でつながっています。",
        ),
        (ProjectProblem.UNKNOWN_ENTRY, ("step", "s-9"), "日程に「s-9」はありません。"),
        (
            ProjectProblem.NO_SCALING_BASE,
            ("population", "ours"),
            "「人口に比例」で計算するための自分のまちの数字がありません。"
            "まちの数字を入れるか、別の決め方を選んでください。",
        ),
    ],
)
def test_a_problem_is_said(problem: ProjectProblem, about: tuple[str, ...], expected: str) -> None:
    error = ProjectError(problem, about)
    assert project_problem_sentence(error) == expected
    assert error_sentence(error) == expected


def test_a_changed_answer_names_its_question() -> None:
    before = answer(project(), "core", "社協。").project
    (group,) = difference_groups(before, answer(before, "core", "市。").project)
    assert group.sentences == ("質問「まとめ役」の答えを「社協。」から「市。」に変えました。",)
