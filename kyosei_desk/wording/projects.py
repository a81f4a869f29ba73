# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What was done in a project, as it stands beside 元に戻す and in the history, in Japanese."""

from kyosei_desk.domain.projects.changed import ChangeKind

_LONGEST = 30

_SENTENCES = {
    ChangeKind.CREATED: "「{}」をはじめる",
    ChangeKind.NAMED: "名前を「{}」に変える",
    ChangeKind.STATUS_SET: "進みぐあいを「{}」にする",
    ChangeKind.TOWN_SET: "「{}」の数字を変える",
    ChangeKind.GOAL_ADDED: "めざすこと「{}」を加える",
    ChangeKind.GOAL_CHANGED: "めざすこと「{}」を直す",
    ChangeKind.GOAL_REMOVED: "めざすこと「{}」を消す",
    ChangeKind.ELEMENT_ADDED: "「{}」を加える",
    ChangeKind.ELEMENT_TAKEN_OVER: "「{}」を取り入れる",
    ChangeKind.ELEMENT_CHANGED: "「{}」を直す",
    ChangeKind.ELEMENT_MOVED: "「{}」の圏域を移す",
    ChangeKind.ELEMENT_RENAMED: "名前を「{}」に変える",
    ChangeKind.ELEMENT_RESCALED: "「{}」の数を決める",
    ChangeKind.ELEMENT_REMOVED: "「{}」をはずす",
    ChangeKind.LINKED: "「{}」をつなぐ",
    ChangeKind.LINK_CHANGED: "「{}」のつながりを直す",
    ChangeKind.UNLINKED: "「{}」のつながりをはずす",
    ChangeKind.LEFT_OUT: "「{}」をしないと決める",
    ChangeKind.TAKEN_UP: "「{}」をしないと決めたことを取り消す",
    ChangeKind.BUDGET_ADDED: "予算「{}」を加える",
    ChangeKind.BUDGET_CHANGED: "予算「{}」を直す",
    ChangeKind.BUDGET_REMOVED: "予算「{}」を消す",
    ChangeKind.PROGRAMME_ADDED: "補助「{}」を加える",
    ChangeKind.PROGRAMME_CHANGED: "補助「{}」を直す",
    ChangeKind.PROGRAMME_REMOVED: "補助「{}」を消す",
    ChangeKind.SCHEDULE_ADDED: "日程「{}」を加える",
    ChangeKind.SCHEDULE_CHANGED: "日程「{}」を直す",
    ChangeKind.SCHEDULE_REMOVED: "日程「{}」を消す",
    ChangeKind.DECISION_ADDED: "決めたこと「{}」を加える",
    ChangeKind.DECISION_CHANGED: "決めたこと「{}」を直す",
    ChangeKind.DECISION_REMOVED: "決めたこと「{}」を消す",
    ChangeKind.PARTICIPANT_ADDED: "関わる人「{}」を加える",
    ChangeKind.PARTICIPANT_CHANGED: "関わる人「{}」を直す",
    ChangeKind.PARTICIPANT_REMOVED: "関わる人「{}」を消す",
    ChangeKind.REORDERED: "「{}」の順番を変える",
    ChangeKind.ANSWERED: "質問「{}」に答える",
    ChangeKind.ANSWER_REMOVED: "質問「{}」への答えを消す",
    ChangeKind.REVISION_RESTORED: "前の版「{}」にもどす",
    ChangeKind.IMPORTED: "「{}」を読みこむ",
}


def change_sentence(kind: ChangeKind, about: str) -> str:
    """Return what was done, without a full stop: 「まちの保健室」を取り入れる.

    A long name is cut; where nothing is named, it is the kind's own label.
    """
    name = " ".join(about.split())
    if not name:
        return kind.label
    if len(name) > _LONGEST:
        name = f"{name[: _LONGEST - 1]}…"
    return _SENTENCES[kind].format(name)
