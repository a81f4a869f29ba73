# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What every change of a project returns: the new project, and what was done in a word."""

from dataclasses import dataclass

from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.vocabulary import LabelledEnum


class ChangeKind(LabelledEnum):
    """What was done, as it is read in the history and beside 元に戻す."""

    CREATED = "created", "はじめる"
    NAMED = "named", "名前を変える"
    STATUS_SET = "status_set", "進みぐあいを変える"
    TOWN_SET = "town_set", "まちの数字を変える"
    GOAL_ADDED = "goal_added", "めざすことを加える"
    GOAL_CHANGED = "goal_changed", "めざすことを直す"
    GOAL_REMOVED = "goal_removed", "めざすことを消す"
    ELEMENT_ADDED = "element_added", "要素を加える"
    ELEMENT_TAKEN_OVER = "element_taken_over", "取り入れる"
    ELEMENT_CHANGED = "element_changed", "要素を直す"
    ELEMENT_MOVED = "element_moved", "圏域を移す"
    ELEMENT_RENAMED = "element_renamed", "要素の名前を変える"
    ELEMENT_RESCALED = "element_rescaled", "数を決める"
    ELEMENT_REMOVED = "element_removed", "要素をはずす"
    LINKED = "linked", "つなぐ"
    LINK_CHANGED = "link_changed", "つながりを直す"
    UNLINKED = "unlinked", "つながりをはずす"
    LEFT_OUT = "left_out", "しないと決める"
    TAKEN_UP = "taken_up", "しないと決めたことを取り消す"
    BUDGET_ADDED = "budget_added", "予算を加える"
    BUDGET_CHANGED = "budget_changed", "予算を直す"
    BUDGET_REMOVED = "budget_removed", "予算を消す"
    PROGRAMME_ADDED = "programme_added", "補助を加える"
    PROGRAMME_CHANGED = "programme_changed", "補助を直す"
    PROGRAMME_REMOVED = "programme_removed", "補助を消す"
    SCHEDULE_ADDED = "schedule_added", "日程を加える"
    SCHEDULE_CHANGED = "schedule_changed", "日程を直す"
    SCHEDULE_REMOVED = "schedule_removed", "日程を消す"
    DECISION_ADDED = "decision_added", "決めたことを加える"
    DECISION_CHANGED = "decision_changed", "決めたことを直す"
    DECISION_REMOVED = "decision_removed", "決めたことを消す"
    PARTICIPANT_ADDED = "participant_added", "関わる人を加える"
    PARTICIPANT_CHANGED = "participant_changed", "関わる人を直す"
    PARTICIPANT_REMOVED = "participant_removed", "関わる人を消す"
    REORDERED = "reordered", "順番を変える"
    ANSWERED = "answered", "質問に答える"
    ANSWER_REMOVED = "answer_removed", "質問への答えを消す"
    REVISION_RESTORED = "revision_restored", "前の版にもどす"
    IMPORTED = "imported", "読みこむ"


@dataclass(frozen=True)
class Changed:
    """A project after a change; ``about`` names what was changed, such as an element."""

    kind: ChangeKind
    about: str
    project: ModelProject
