# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Revisions, changes and differences as they are listed."""

from collections.abc import Mapping
from datetime import datetime

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.provisions import Provision
from kyosei_desk.ui.reader.labels import date_label
from kyosei_desk.wording.project_differences import DifferenceGroup, difference_groups
from kyosei_desk.wording.projects import change_sentence
from kyosei_desk.workspace.project_records import HistoryEntry, Revision

SAME = "ちがいはありません。"


def moment_words(moment: datetime, *, era_first: bool) -> str:
    """Return a day with its time of day, as the clock here has it."""
    here = moment.astimezone()
    day = date_label(PartialDate.parse(here.date()), era_first)
    return f"{day} {here:%H:%M}"


def revision_words(revision: Revision, *, era_first: bool) -> str:
    """Return a revision's name and when it was kept."""
    return f"{revision.name}　{moment_words(revision.at, era_first=era_first)}"


def entry_words(entry: HistoryEntry, *, era_first: bool) -> str:
    """Return when something was changed, and what."""
    undone = "（元に戻した変更）" if entry.undone else ""
    when = moment_words(entry.at, era_first=era_first)
    return f"{when}　{change_sentence(entry.kind, entry.about)}{undone}"


def differences_between(
    before: ModelProject,
    after: ModelProject,
    provisions: Mapping[str, Provision],
    *,
    era_first: bool,
) -> tuple[DifferenceGroup, ...]:
    """Return all that was changed from one state to the other, in sentences."""
    labels = {provision_id: provision.plain for provision_id, provision in provisions.items()}
    return difference_groups(before, after, labels, era_first=era_first)
