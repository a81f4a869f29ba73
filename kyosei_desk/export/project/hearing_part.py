# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What was said at the beginning and stands nowhere else in the paper.

An answer becomes elements and figures; told again beside them, it would be read twice. What
is left, a word of one's own, はい or いいえ, is the last part. The file of JSON keeps it all.
"""

import re

from kyosei_desk.domain.projects.interview import QuestionId
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.ways import folded
from kyosei_desk.export.project.matter import Matter
from kyosei_desk.export.project.report import Block, Bullets, Heading

_QUESTIONS = {question.value: question.label for question in QuestionId}
_COUNT = re.compile(r" [0-9,]+\D*$")
_FROM = re.compile(r"（[^（）]*から）$")


def hearing_blocks(matter: Matter) -> list[Block]:
    """Return the answers as far as the paper has not said them; nothing without any."""
    known = _known(matter.project)
    said = [(one.question, _unsaid(one.text, known)) for one in matter.project.answers]
    items = tuple(f"{_QUESTIONS.get(key, key)}: {text}" for key, text in said if text)
    return [Heading("はじめの聞き取り"), Bullets(items)] if items else []


def _known(project: ModelProject) -> frozenset[str]:
    names = [element.name for element in project.design.elements]
    names += [origin.taken_from.name for origin in project.origins]
    names += [f"{known.zone.label} {known.count:,}" for known in project.town.zones]
    return frozenset(map(folded, names))


def _unsaid(text: str, known: frozenset[str]) -> str:
    """Return the lines of an answer that name anything else than what is known."""
    return "\n".join(
        line
        for line in text.split("\n")
        if not (_is_known(line, known) or all(_is_known(one, known) for one in line.split("、")))
    )


def _is_known(part: str, known: frozenset[str]) -> bool:
    bare = _FROM.sub("", part)
    return any(folded(one) in known for one in (part, bare, _COUNT.sub("", part)))
