# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The lower tabs of つくる and its revisions, for ``tools/screenshots.py``."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tools.waiting import wait_for

if TYPE_CHECKING:
    from kyosei_desk.ui.build.project_session import Change, ProjectSession
    from kyosei_desk.ui.build.workbench import Workbench

_Take = Callable[[str], None]
_Keep = Callable[[str, QWidget], None]


class LowerScenes:
    """Fills budget, schedule and decisions, and looks at them small and large."""

    def __init__(self, session: "ProjectSession", workbench: "Workbench", take: _Take, keep: _Keep):
        """Work on the project that is open."""
        self._session = session
        self._workbench = workbench
        self._tabs = workbench.tabs
        self._take = take
        self._keep = keep

    def take_all(self) -> None:
        """Take every tab, folded, opened and large; then the difference of two revisions."""
        self._fill_in()
        self._take("build-folded")
        for name, state in (("数字", "numbers"), ("日程", "plan"), ("決めたこと", "decisions")):
            self._tabs.show_tab(name)
            self._take(f"build-{state}")
        self._take_budget()
        self._tabs.set_large(True)
        self._take_forms()
        self._tabs.set_folded(True)
        self._take_revisions()

    def _fill_in(self) -> None:
        from kyosei_desk.domain.dates import PartialDate
        from kyosei_desk.domain.projects.budgeting import default_programmes
        from kyosei_desk.domain.projects.changes.decisions import put_decision
        from kyosei_desk.domain.projects.changes.money import put_line, put_programme
        from kyosei_desk.domain.projects.changes.schedule import put_step
        from kyosei_desk.domain.projects.model import Decision, Step
        from kyosei_desk.domain.projects.money import BudgetLine
        from kyosei_desk.ui.build.plan.months import months_later

        programme = default_programmes()[0]
        self._apply(partial(put_programme, programme=programme))
        lines = (
            ("相談員の人件費", 2.0, "人", 350_000, 12, programme.id),
            ("場所の借り上げ", 11.0, "か所", 30_000, 12, programme.id),
            ("研修会の講師謝金", 4.0, "回", 50_000, None, None),
        )
        for number, (item, quantity, unit, price, months, of) in enumerate(lines):
            line = BudgetLine(
                id=f"b-{number}",
                fiscal_year=2027,
                item=item,
                quantity=quantity,
                unit=unit,
                unit_price=price,
                months=months,
                programme=of,
            )
            self._apply(partial(put_line, line=line))
        steps = (("住民・関係機関への説明", 0, 3), ("要綱をつくる", 3, 5), ("はじめる", 6, 11))
        first = PartialDate(2026, 10)
        for number, (name, start, end) in enumerate(steps):
            from_, to = months_later(first, start), months_later(first, end)
            step = Step(id=f"s-{number}", name=name, start=from_, end=to)
            self._apply(partial(put_step, step=step))
        decision = Decision(
            id="d-1",
            what="相談の場は、小学校区ごとではなく地区ごとに置く",
            why="小学校の統合が続いており、地区のまとまりのほうが変わりにくいため",
            who="地域福祉計画策定委員会",
            on=PartialDate(2026, 11, 20),
            passages=("cases/nabari#machi-no-hokenshitsu",),
        )
        self._apply(partial(put_decision, decision=decision))

    def _take_budget(self) -> None:
        from kyosei_desk.ui.build.money.budget_tab import LINES, SHARES, BudgetTab

        self._tabs.show_tab("予算")
        self._tabs.take_keyboard()
        self._take("build-budget")
        budget = self._tabs.tab(self._tabs.current)
        assert isinstance(budget, BudgetTab)
        budget.show_part(SHARES)
        self._take("build-budget-shares")
        budget.show_part(LINES)

    def _take_forms(self) -> None:
        from kyosei_desk.ui.build.decisions.decisions_tab import DECISIONS, DecisionsTab
        from kyosei_desk.ui.build.money.budget_tab import BudgetTab
        from kyosei_desk.ui.build.money.line_model import FIELDS
        from kyosei_desk.ui.build.money.reading import LineField
        from kyosei_desk.ui.build.plan.plan_tab import PlanTab

        budget = self._tabs.tab(self._tabs.current)
        assert isinstance(budget, BudgetTab)
        model = budget.lines.model
        cell = model.index(1, FIELDS.index(LineField.UNIT_PRICE))
        model.setData(cell, "三万えん")
        budget.lines.table.setCurrentIndex(cell)
        self._take("build-budget-wrong")
        model.setData(cell, "30,000")
        self._tabs.show_tab("日程")
        plan = self._tabs.tab(self._tabs.current)
        assert isinstance(plan, PlanTab)
        plan.open_entry("s-2")
        self._take("build-plan-form")
        plan.form.leave()
        self._tabs.show_tab("決めたこと")
        decisions = self._tabs.tab(self._tabs.current)
        assert isinstance(decisions, DecisionsTab)
        page = decisions.pages[DECISIONS]
        page.open_entry("d-1")
        self._take("build-decision-form")
        page.form.leave()
        self._tabs.show_tab("数字")
        self._take("build-numbers-large")

    def _take_revisions(self) -> None:
        from kyosei_desk.domain.projects.changes.money import remove_line

        dialog = self._workbench.open_revisions()
        dialog.name.setText("第1回策定委員会に出したもの")
        dialog.keep_revision()
        wait_for(lambda: dialog.chosen is not None)
        self._apply(partial(remove_line, line_id="b-2"))
        dialog.reject()
        dialog = self._workbench.open_revisions()
        wait_for(lambda: dialog.back.isEnabled())
        self._keep("build-revisions", dialog)
        dialog.reject()

    def _apply(self, change: "Change") -> None:
        self._session.apply(change)
