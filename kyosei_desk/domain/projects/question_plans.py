# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The ten questions: how each is put, and what of the cases shows what is meant."""

from dataclasses import dataclass

from kyosei_desk.domain.vocabulary import ElementType, LabelledEnum


class QuestionId(LabelledEnum):
    """The questions in their order; the values are what an answer is kept under."""

    ZONES = "zones", "身近な圏域"
    ACTIVISTS = "activists", "声をかける人"
    HUB = "hub", "集まる場所"
    LEARNING = "learning", "学ぶ機会とお金"
    PLACE = "place", "受け止める窓口"
    EARLY = "early", "早く気づくつながり"
    BACKUP = "backup", "窓口を支えるところ"
    CORE = "core", "まとめ役"
    FORUM = "forum", "話し合う会議"
    WHOLE_OFFICE = "whole_office", "役所全体の体制"


class AnswerPart(LabelledEnum):
    """What can be given as an answer, beside words of one's own."""

    ZONES = "zones", "圏域の数"
    NAMES = "names", "いまあるもの"
    CASES = "cases", "事例から選ぶ"
    YES_NO = "yes_no", "はい・いいえ"


@dataclass(frozen=True)
class Plan:
    """How a question is put: its zone is the town's near zone where ``near``, else all of it.

    ``examples`` are addresses of elements of the bundled cases that show what is meant.
    """

    parts: tuple[AnswerPart, ...]
    provisions: tuple[str, ...]
    element_type: ElementType
    unit: str
    examples: tuple[str, ...]
    near: bool = False


_NAMES_CASES = (AnswerPart.NAMES, AnswerPart.CASES)
PLANS = {
    QuestionId.ZONES: Plan(
        (AnswerPart.ZONES,),
        ("plan.zones",),
        ElementType.INSTRUMENT,
        "件",
        ("cases/nabari#machi-no-hokenshitsu", "cases/toyonaka#network-kaigi"),
        near=True,
    ),
    QuestionId.ACTIVISTS: Plan(
        _NAMES_CASES,
        ("p1.activists",),
        ElementType.ROLE,
        "名",
        ("cases/yamagata#seikatsu-shien-coordinator", "cases/toyonaka#csw"),
    ),
    QuestionId.HUB: Plan(
        _NAMES_CASES,
        ("p1.hub",),
        ElementType.PLACE,
        "か所",
        ("cases/fujisawa#engawa", "cases/omuta#kyoten"),
        near=True,
    ),
    QuestionId.LEARNING: Plan(
        _NAMES_CASES,
        ("p1.training", "p1.funding"),
        ElementType.PROGRAMME,
        "件",
        ("cases/toyonaka#volunteer-ikusei", "cases/nabari#yumezukuri-kofukin"),
    ),
    QuestionId.PLACE: Plan(
        _NAMES_CASES,
        ("p2.place", "p2.notice"),
        ElementType.PLACE,
        "か所",
        ("cases/toyonaka#fukushi-nandemo-sodan", "cases/edogawa#nagomi-no-ie"),
        near=True,
    ),
    QuestionId.EARLY: Plan(
        _NAMES_CASES,
        ("p2.early", "p3.early"),
        ElementType.ROLE,
        "名",
        ("cases/yamagata#fukushi-kyoryokuin", "cases/ashiya#block-kaigi"),
        near=True,
    ),
    QuestionId.BACKUP: Plan(
        _NAMES_CASES,
        ("p2.backup",),
        ElementType.ORGANISATION,
        "か所",
        ("cases/edogawa#kurashigoto", "cases/setagaya#sogo-shisho"),
    ),
    QuestionId.CORE: Plan(
        _NAMES_CASES,
        ("p3.core", "p3.team"),
        ElementType.ROLE,
        "名",
        ("cases/nabari#area-director", "cases/yamagata#marugoto-sodanin"),
    ),
    QuestionId.FORUM: Plan(
        _NAMES_CASES,
        ("p3.forum", "p3.residents"),
        ElementType.MEETING,
        "会議",
        ("cases/edogawa#chiiki-shien-kaigi", "cases/ashiya#chiiki-care-kaigi"),
    ),
    QuestionId.WHOLE_OFFICE: Plan(
        (AnswerPart.YES_NO, *_NAMES_CASES),
        ("plan.whole-office",),
        ElementType.MEETING,
        "会議",
        ("cases/ashiya#ocho-pt", "cases/setagaya#honcho"),
    ),
}
