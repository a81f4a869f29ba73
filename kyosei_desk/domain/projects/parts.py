# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The parts of a project that have entries, or values, of their own."""

from kyosei_desk.domain.vocabulary import LabelledEnum


class ProjectPart(LabelledEnum):
    """A part of a project, in the order the parts are read in."""

    PROJECT = "project", "案の名前と進みぐあい"
    TOWN = "town", "まちの数字"
    GOAL = "goal", "めざすこと"
    ELEMENT = "element", "要素"
    LINK = "link", "つながり"
    LEFT_OUT = "left_out", "しないと決めた項目"
    ORIGIN = "origin", "取り入れたもと"
    PROGRAMME = "programme", "補助の制度"
    LINE = "line", "予算"
    STEP = "step", "日程"
    DECISION = "decision", "決めたこと"
    PARTICIPANT = "participant", "関わる人"
    ANSWER = "answer", "質問の答え"
