# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What can be done with the own design: each an undoable change, told where it takes away."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from kyosei_desk.domain.designs import Element, Link
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.elements import (
    ElementDraft,
    add_element,
    change_element,
    move_element,
    remove_element,
    rename_element,
)
from kyosei_desk.domain.projects.changes.links import (
    change_link,
    connect,
    disconnect,
    link_name,
    links_of,
    turn_link,
)
from kyosei_desk.domain.projects.changes.parts import altered, element_of
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.scaling import suggested_rule
from kyosei_desk.domain.vocabulary import LinkType, Zone
from kyosei_desk.ui.build.entries.one_line import shortened
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.palette.taking import rules_for, taking
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.messages import UNDO_LABEL, Message, Severity

_LONGEST_NAME = 30


class DesignCommands(QObject):
    """``message_requested(Message)`` tells; ``added(str)`` is the id of one taken over."""

    message_requested = Signal(object)
    added = Signal(str)

    def __init__(self, session: ProjectSession, library: BuildLibrary, parent: QObject):
        """Change the project of the session."""
        super().__init__(parent)
        self._session = session
        self._library = library

    @property
    def project(self) -> ModelProject | None:
        """The project as it is now."""
        return self._session.project

    def element(self, element_id: str) -> Element | None:
        """Return an element of the project."""
        return self.project.element(element_id) if self.project else None

    def link(self, place: int) -> Link | None:
        """Return a link by its place in the design."""
        links = self.project.design.links if self.project else ()
        return links[place] if 0 <= place < len(links) else None

    def apply(self, change: Callable[[ModelProject], Changed]) -> bool:
        """Change the project; False if it cannot be changed so."""
        return self._session.apply(change)

    # Elements

    def begin(self, draft: ElementDraft, begun: Callable[[str], object]) -> bool:
        """Add an element of one's own; ``begun`` is called with its id when it is."""
        known = self._library.provisions

        def change(project: ModelProject) -> Changed:
            changed = add_element(project, draft, known=known)
            begun(changed.project.design.elements[-1].id)
            return changed

        return self.apply(change)

    def take(self, address: str, zone: Zone | None) -> bool:
        """Take an element of a case over, as the palette offers it, into a zone."""
        case_id, _, element_id = address.partition("#")
        column, project = self._library.case(case_id), self.project
        if column is None or project is None:
            return False
        element = next((one for one in column.design.elements if one.id == element_id), None)
        if element is None:
            return False
        rules = rules_for(column, element, project.town, zone)
        rule = suggested_rule(element, rules, zone)
        done = self._adding(taking(column, element_id, rule, zone=zone))
        if done:
            self._tell(f"「{element.name}」（{column.title}）を取り入れました。", Severity.SUCCESS)
        return done

    def _adding(self, change: Callable[[ModelProject], Changed]) -> bool:
        before = self.project
        done = self.apply(change)
        now = self.project
        if done and now is not None and now is not before:
            self.added.emit(now.design.elements[-1].id)
        return done

    def alter(self, element_id: str, **values: object) -> bool:
        """Give an element other values."""
        known = self._library.provisions

        def change(project: ModelProject) -> Changed:
            element = altered(element_of(project, element_id), **values)
            return change_element(project, element, known=known)

        return self.apply(change)

    def rename(self, element_id: str, name: str) -> bool:
        """Give an element another name; nothing happens without one."""
        if not name.strip():
            return False
        return self.apply(lambda project: rename_element(project, element_id, name.strip()))

    def move(self, element_id: str, zone: Zone) -> bool:
        """Move an element to another zone."""
        return self.apply(lambda project: move_element(project, element_id, zone))

    def remove(self, element_id: str) -> bool:
        """Remove an element with its links, and tell what went."""
        element, project = self.element(element_id), self.project
        if element is None or project is None:
            return False
        also = _also_gone(project, element_id)
        done = self.apply(lambda project: remove_element(project, element_id))
        if done:
            self._tell(f"「{shortened(element.name, _LONGEST_NAME)}」をはずしました。{also}")
        return done

    # Links

    def connect_to(self, start: str, end: str, kind: LinkType) -> bool:
        """Connect two elements."""
        return self.apply(lambda project: connect(project, start, end, kind))

    def change_link(self, link: Link, kind: LinkType, label: str | None) -> bool:
        """Give a link another kind and words of its own."""
        return self.apply(
            lambda project: change_link(
                project, link, link_type=kind, label=label or None, text=link.text
            )
        )

    def turn_link(self, link: Link) -> bool:
        """Turn a link round."""
        return self.apply(lambda project: turn_link(project, link))

    def disconnect_link(self, link: Link) -> bool:
        """Remove a link, and tell which."""
        project = self.project
        name = link_name(project, link) if project else ""
        done = self.apply(lambda project: disconnect(project, link))
        if done:
            short = shortened(name, 2 * _LONGEST_NAME)
            self._tell(f"つながり「{short}」（{link.type.label}）をはずしました。")
        return done

    def _tell(self, text: str, severity: Severity = Severity.INFO) -> None:
        undo = partial(self._session.undo_of, self._session.last_change)
        self.message_requested.emit(Message(severity, text, UNDO_LABEL, undo))


def _also_gone(project: ModelProject, element_id: str) -> str:
    """Return what else goes with an element: its links, and what budget and schedule said of it."""
    links = len(links_of(project, element_id))
    lines = sum(line.element == element_id for line in project.budget)
    steps = sum(element_id in step.elements for step in project.steps)
    named = [f"予算{lines}行"] if lines else []
    named += [f"日程{steps}行"] if steps else []
    gone = [f"つながり{links}本"] if links else []
    gone += [f"{'・'.join(named)}との結びつき"] if named else []
    return f"{'、'.join(gone)}も外れました。" if gone else ""
