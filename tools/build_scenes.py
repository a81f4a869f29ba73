# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The states of つくる for ``tools/screenshots.py``: from no project to one in mid-work."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kyosei_desk.ui.main_window import MainWindow
from kyosei_desk.ui.navigation import PageId
from tools.build_lower_scenes import LowerScenes
from tools.compare_scenes import ComparisonScenes
from tools.waiting import wait_for

_TOWN = "糸島"
_FIGURES = ("102,000", "16", "6", "215.69", "29.8", "令和6年4月1日")
_TAKEN = (
    ("cases/nabari", "machi-no-hokenshitsu"),
    ("cases/nabari", "area-director"),
    ("cases/toyonaka", "koku-fukushi-iinkai"),
)


class BuildScenes:
    """Brings つくる into each of its states; ``take`` and ``keep`` keep a picture."""

    def __init__(
        self,
        window: MainWindow,
        take: Callable[[str], None],
        keep: Callable[[str, QWidget], None],
    ):
        """Open the page."""
        from kyosei_desk.ui.build.build_page import BuildPage

        window.pages.open(PageId.BUILD)
        page = window.pages.page(PageId.BUILD)
        assert isinstance(page, BuildPage)
        self._window = window
        self._page: BuildPage = page
        self._take = take
        self._keep = keep

    def take_all(self) -> None:
        """Begin, describe a town, answer, and work; the next look begins without projects."""
        self._empty_shelf()
        self._take("build-empty")
        self._take_beginning()
        self._take_interview()
        self._take_workbench()
        self._take_comparison()
        self._page.show_start()
        wait_for(lambda: bool(self._page.start.cards))
        self._take("build-projects")

    def _take_beginning(self) -> None:
        page = self._page
        beginning = page.beginning
        assert beginning is not None
        beginning.begin("case")
        self._take("build-case")
        beginning.begin("questions")
        beginning.town.choice.chooser.edit.setText(_TOWN)
        self._take("build-town-choice")
        beginning.town.choice.chooser.edit.submitted.emit()
        wait_for(lambda: page.session.project is not None)
        for box, text in zip(beginning.town.figures.values(), _FIGURES, strict=True):
            box.edit.setText(text)
            box.text.flush()
        self._take("build-town")
        first = next(iter(beginning.town.figures.values()))
        first.edit.setText("10,200,000")
        first.text.flush()
        self._take("build-town-doubt")
        first.edit.setText(_FIGURES[0])
        first.text.flush()

    def _take_interview(self) -> None:
        page = self._page
        beginning = page.beginning
        assert beginning is not None
        beginning.town.go_on()
        self._take("build-interview-first")
        interview = beginning.interview
        card = interview.card
        assert card is not None
        for card_of in (2, 4):
            interview.ask(card_of)
            card = interview.card
            assert card is not None
            assert card.names is not None
            name = {2: "ふれあいサロン", 4: "福祉総合相談窓口"}[card_of]
            card.names.rows[0].name.setText(name)
            card.names.rows[0].count.setText({2: "24", 4: "1"}[card_of])
            if card_of == 4 and card.cases is not None:
                card.cases.boxes[0].click()
                self._take("build-interview")
            interview.go_on()
        interview.ask(10)
        self._take("build-review")
        interview.leave.click()

    def _take_workbench(self) -> None:
        self._take_over()
        wait_for(lambda: not self._page.session.busy)
        self._wait_for_diagram()
        self._take("build-workbench")
        self._take_design()
        workbench = self._page.workbench
        assert workbench is not None
        LowerScenes(self._page.session, workbench, self._take, self._keep).take_all()

    def _take_comparison(self) -> None:
        """Put the project beside the cases it took from, and come back."""
        workbench = self._page.workbench
        assert workbench is not None
        workbench.header.compare.click()
        wait_for(lambda: self._window.pages.current is PageId.COMPARE)
        ComparisonScenes(self._window, self._take, self._keep).take_tabs("compare", "own")
        self._window.pages.open(PageId.BUILD)

    def _take_design(self) -> None:
        """Look for a way, open an element, link it, and see the same as a list."""
        workbench = self._page.workbench
        assert workbench is not None
        board, design, palette = workbench.board, workbench.design, workbench.palette_
        board.choose("p3.core", opened=True)
        board.take_keyboard()
        self._take("build-gap")
        board.choose("p2.place", opened=False)
        workbench.show_panel("palette")
        palette.take_keyboard()
        palette.cards[1].setFocus()
        palette.cards[1].open(True)
        self._take("build-taking")
        project = self._page.session.project
        assert project is not None
        first = project.design.elements[-1].id
        design.view.focus_element(first)
        self._take("build-card")
        design.acts.link(first)
        self._take("build-linking")
        design.view.stop_linking()
        design.acts.details_wanted.emit(first)
        self._take("build-element")
        design.sheet.closed.emit()
        design.tools.list.click()
        design.tools.remarks.click()
        design.take_keyboard()
        self._take("build-list")
        design.tools.remarks.click()
        design.tools.diagram.click()

    def _wait_for_diagram(self) -> None:
        workbench = self._page.workbench
        assert workbench is not None
        drafting = workbench.design.drafting
        wait_for(lambda: not drafting.busy)

    def _take_over(self) -> None:
        """Take some elements over, as a person does from the palette."""
        import datetime
        from functools import partial

        from kyosei_desk.domain.dates import PartialDate
        from kyosei_desk.domain.projects.changes.taking_over import take_over, taken_as
        from kyosei_desk.domain.projects.model import ScalingRule

        page = self._page
        assert page.library is not None
        today = PartialDate.parse(datetime.date.today())
        for case_id, element_id in _TAKEN:
            case = page.library.case(case_id)
            project = page.session.project
            assert case is not None
            assert project is not None
            known = {element.id: element for element in case.design.elements}
            if element_id not in known or taken_as(project, f"{case_id}#{element_id}"):
                continue
            rule = ScalingRule.POPULATION if known[element_id].count else None
            page.session.apply(
                partial(take_over, column=case, element_id=element_id, rule=rule, today=today)
            )

    def _empty_shelf(self) -> None:
        page = self._page
        shelf = page.shelf
        assert shelf is not None
        wait_for(lambda: page.start.is_ready)
        page.show_start()
        wait_for(lambda: not page.session.busy)
        for card in shelf.shelved.cards:
            shelf.delete(card.entry.id)
        wait_for(lambda: not shelf.shelved.cards)
        while self._window.frame.messages.current is not None:
            self._window.frame.messages.close_current()
