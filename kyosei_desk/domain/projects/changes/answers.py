# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What was answered to the questions of the interview."""

from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.making import made, rebuilt
from kyosei_desk.domain.projects.model import Answer, ModelProject


def answer(project: ModelProject, question: str, text: str, title: str = "") -> Changed:
    """Write down an answer in the place of the one before; an empty text takes it away.

    ``title`` is what the question is called in the history.
    """
    answers, kind = project.answers, ChangeKind.ANSWERED
    if text.strip():
        new = made(Answer, question=question, text=text)
        before = any(one.question == question for one in answers)
        answers = tuple(new if one.question == question else one for one in answers)
        answers = answers if before else (*answers, new)
    else:
        kind = ChangeKind.ANSWER_REMOVED
        answers = tuple(one for one in answers if one.question != question)
    return Changed(kind, title, rebuilt(project, answers=answers))
