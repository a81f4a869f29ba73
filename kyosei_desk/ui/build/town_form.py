# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The town a project is for: chosen from all municipalities, described by a few figures.

What is entered is kept at once. Odd figures are asked about beside their field, not refused.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.dates import today
from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.projects import rename
from kyosei_desk.domain.projects.changes.town import set_town
from kyosei_desk.domain.projects.making import made
from kyosei_desk.domain.projects.model import ModelProject, OwnTown
from kyosei_desk.domain.projects.plausibility import TownField, doubts
from kyosei_desk.domain.vocabulary import Zone
from kyosei_desk.ui.build.figure_box import FigureBox
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.build.rule_choice import RuleChoiceBox
from kyosei_desk.ui.build.settled import hand_over_texts
from kyosei_desk.ui.build.start_view import Way
from kyosei_desk.ui.build.town_choice import TownChoice
from kyosei_desk.ui.build.town_reading import (
    ASKED_ZONES,
    FIELD_WORDS,
    ZONE_WORDS,
    figure_text,
    read_figure,
    read_zone_count,
    with_zone,
    zone_text,
)
from kyosei_desk.ui.compare.tab_order import in_order
from kyosei_desk.ui.layouts import CardGrid, LayoutScaler
from kyosei_desk.ui.scroll_page import ScrollPage
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.own_figures import FigureError
from kyosei_desk.wording.project_rules import doubt_sentence

_MAX_WIDTH, _FIELD_COLUMN, _ZONE_COLUMN = 1000, 280, 150
_OPTIONAL = "分かるところだけでだいじょうぶです。あとから、いつでも直せます。"
_ZONES_WHY = (
    "圏域ごとに置く場や人の数を、まちに合わせるときに使います。小学校区・中学校区は、"
    "入れなければ学校の数と同じとみなします。"
)
_UNREAD = "{}は読みとれないので、案に入っていません。直すか、入れないまま、もどってください。"
_ON = {
    None: "できました",
    Way.QUESTIONS: "質問へすすむ",
    Way.CASE: "この事例をもとに、案をつくる",
    Way.BLANK: "案をつくる画面へ",
}


class TownForm(QWidget):
    """``town_chosen(OwnTown)`` asks for a project, ``finished`` goes on, ``cancelled`` back."""

    town_chosen = Signal(object)
    finished = Signal()
    cancelled = Signal()

    def __init__(
        self,
        theme: Theme,
        session: ProjectSession,
        library: BuildLibrary,
        parent: QWidget | None = None,
    ):
        """Make the fields."""
        super().__init__(parent)
        self.setAccessibleName("まちの数字")
        self._theme = theme
        self._session = session
        self._library = library
        self.way: Way | None = None
        self._project_id = ""
        self.choice = TownChoice(theme, self)
        self.choice.set_municipalities(tuple(library.municipalities.values()))
        self._scaler = LayoutScaler(theme, self)
        self._title = text_label("どのまちの案ですか", "heading")
        self.name = FigureBox(theme, "name", "名前", example="包括的な支援体制")
        self.variant = FigureBox(theme, "variant", "どの案か", example="案A")
        self.figures = {field: self._figure_box(field) for field in FIELD_WORDS}
        self.zones = {zone: FigureBox(theme, zone, ZONE_WORDS[zone]) for zone in ASKED_ZONES}
        self._zones_doubt = text_label("", "caption")
        self._zones_doubt.setProperty("doubt", True)
        self._zones_doubt.hide()
        self.rule = RuleChoiceBox(theme)
        self._rest = QWidget()
        self._unread = text_label("", "caption")
        self._unread.setProperty("wrong", True)
        self.leave = QPushButton("直さずにもどる", self)
        self._back = QPushButton("もどる", self)
        self._on = QPushButton(self)
        self._on.setProperty("kind", "primary")
        self._lay_out()
        self._connect()

    def begin(self, way: Way) -> None:
        """Ask for a town; the project begins when one is chosen."""
        self.way = way
        self._forget_wrong()
        self.choice.show_town(None, "")
        self._show_parts(None)
        self.take_keyboard()

    def edit(self) -> None:
        """Show the town of the project that is open."""
        self.way = None
        self._forget_wrong()
        if (project := self._session.project) is not None:
            self._on_project(project)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the keyboard where the town is chosen, or on its first figure."""
        if self.choice.is_choosing:
            self.choice.take_keyboard()
        else:
            self.figures[TownField.POPULATION].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Hand everything over and go on, unless something cannot be read."""
        hand_over_texts(self)
        wrong = [box for box in self._boxes() if box.wrong]
        if wrong:
            wrong[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._session.project is not None:
            self.finished.emit()

    @property
    def unread(self) -> str:
        """What is said of figures that cannot be read when one wants to leave."""
        return "" if self._unread.isHidden() else self._unread.text()

    def go_back(self) -> None:
        """Leave, unless something cannot be read: that would be lost, so it is told first."""
        hand_over_texts(self)
        wrong = [box for box in self._boxes() if box.wrong and not box.isHidden()]
        if self._session.project is None or not wrong:
            self.cancelled.emit()
            return
        typed = "、".join(f"{box.label}「{box.edit.text().strip()}」" for box in wrong)
        self._unread.setText(_UNREAD.format(typed))
        self._unread.show()
        self.leave.show()
        wrong[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh_settings(self) -> None:
        """Show dates as the settings have them now."""
        if (project := self._session.project) is not None:
            self._on_project(project)

    # The project

    def _on_project(self, project: ModelProject) -> None:
        town = project.town
        if project.id != self._project_id:
            self._project_id = project.id
            self._forget_wrong()
        self.choice.show_town(self._library.municipalities.get(town.code or ""), town.name)
        for name_box, name in ((self.name, project.name), (self.variant, project.variant)):
            name_box.text.show_text(name)
            if name_box.edit.text() == name:
                name_box.say("", ())
        era = self._library.era_first
        for field, box in self.figures.items():
            if not box.wrong:
                box.text.show_text(figure_text(town, field, era_first=era))
        for zone, zone_box in self.zones.items():
            if not zone_box.wrong:
                zone_box.text.show_text(zone_text(town, zone))
        self.rule.show_town(town)
        self._ask_about(town)
        self._show_parts(project)

    def _forget_wrong(self) -> None:
        """Say nothing of what was typed and refused; the project's own figures follow."""
        for box in self._boxes():
            box.say("", ())
        self._say_read()

    def _say_read(self) -> None:
        """Take back what was said on leaving, once everything can be read."""
        if not any(box.wrong for box in self._boxes()):
            self._unread.hide()
            self.leave.hide()

    def _ask_about(self, town: OwnTown) -> None:
        place = self._library.municipalities.get(town.code or "")
        found = doubts(town, today(), place)
        for field, box in self.figures.items():
            asked = tuple(doubt_sentence(doubt) for doubt in found if doubt.field is field)
            box.say(box.wrong, asked)
        zones = tuple(doubt_sentence(doubt) for doubt in found if doubt.field is TownField.ZONES)
        self._zones_doubt.setText("\n".join(f"？ {one}" for one in zones))
        self._zones_doubt.setVisible(bool(zones))

    def _on_town(self, town: Municipality | str) -> None:
        named = OwnTown(name=town) if isinstance(town, str) else None
        if isinstance(town, Municipality):
            named = OwnTown(name=town.name, code=town.code)
        assert named is not None
        project = self._session.project
        if project is None:
            self.town_chosen.emit(named)
            return
        self._set_town(name=named.name, code=named.code)
        self.take_keyboard()

    def _set_town(self, **figures: object) -> bool:
        def change(project: ModelProject) -> Changed:
            return set_town(project, made(OwnTown, **(dict(project.town) | figures)))

        return self._session.apply(change)

    def _on_settled(self, key: object, text: str) -> None:
        if isinstance(key, TownField):
            self._on_figure(key, text)
        elif isinstance(key, Zone):
            self._on_zone(key, text)
        else:
            self._on_names()
        self._say_read()

    def _on_figure(self, field: TownField, text: str) -> None:
        box = self.figures[field]
        try:
            value = read_figure(field, text)
        except FigureError as error:
            box.say(error.sentence, ())
            return
        box.say("", ())
        self._set_town(**{field.value: value})
        if (project := self._session.project) is not None:
            self._ask_about(project.town)

    def _on_zone(self, zone: Zone, text: str) -> None:
        box = self.zones[zone]
        try:
            count = read_zone_count(zone, text)
        except FigureError as error:
            box.say(error.sentence, ())
            return
        box.say("", ())
        if (project := self._session.project) is not None:
            self._set_town(zones=with_zone(project.town, zone, count))

    def _on_names(self) -> None:
        name, variant = self.name.edit.text().strip(), self.variant.edit.text().strip()
        for box, given in ((self.name, name), (self.variant, variant)):
            box.say("" if given else "名前を入れてください。", ())
        if name and variant:
            self._session.apply(lambda project: rename(project, name, variant))

    # Making

    def _boxes(self) -> list[FigureBox]:
        return [self.name, self.variant, *self.figures.values(), *self.zones.values()]

    def _show_parts(self, project: ModelProject | None) -> None:
        self._rest.setVisible(project is not None)
        self.rule.setVisible(self.way is Way.CASE)
        self._on.setText(_ON[self.way])
        self._on.setVisible(project is not None)

    def _figure_box(self, field: TownField) -> FigureBox:
        words = FIELD_WORDS[field]
        return FigureBox(self._theme, field, words.label, words.unit, words.example, words.why)

    def _section(self, title: str, why: str, boxes: list[FigureBox], width: int) -> QVBoxLayout:
        column = QVBoxLayout()
        self._scaler.add(column, spacing=6)
        column.addWidget(text_label(title, "title"))
        if why:
            column.addWidget(text_label(why, "caption"))
        grid = CardGrid(self._theme, width, 16)
        grid.set_cards(list(boxes))
        column.addWidget(grid)
        return column

    def _lay_out(self) -> None:
        page = ScrollPage(self._theme, _MAX_WIDTH, 16)
        page.column.addWidget(self._title)
        page.column.addWidget(self.choice)
        rest = QVBoxLayout(self._rest)
        self._scaler.add(rest, spacing=20)
        rest.addWidget(self.rule)
        figures, zones = list(self.figures.values()), list(self.zones.values())
        rest.addLayout(self._section("まちの数字", _OPTIONAL, figures, _FIELD_COLUMN))
        rest.addLayout(self._section("圏域の数", _ZONES_WHY, zones, _ZONE_COLUMN))
        rest.addWidget(self._zones_doubt)
        rest.addLayout(self._section("案の名前", "", [self.name, self.variant], _FIELD_COLUMN))
        page.column.addWidget(self._rest)
        page.column.addStretch(1)
        foot = QFrame(self)
        foot.setObjectName("dialogFoot")
        row = QHBoxLayout(foot)
        self._scaler.add(row, (28, 10, 28, 10), 10)
        row.addWidget(self._back)
        row.addWidget(self.leave)
        row.addWidget(self._unread, 1)
        row.addStretch(0)
        row.addWidget(self._on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self.choice.chosen.connect(self._on_town)
        self._session.project_changed.connect(self._on_project)
        self._back.clicked.connect(self.go_back)
        self.leave.clicked.connect(self.cancelled)
        self._on.clicked.connect(self.go_on)
        boxes = self._boxes()
        for box in boxes:
            box.settled.connect(self._on_settled)
            box.submitted.connect(self._on_submitted)
        in_order(self.choice, self.rule, *(box.edit for box in boxes[2:] + boxes[:2]))
        in_order(boxes[1].edit, self._back, self.leave, self._on)

    def _on_submitted(self, key: object) -> None:
        """Enter goes to the next field, and from the last one on."""
        order = [*self.figures.items(), *self.zones.items()]
        boxes = [*order, ("name", self.name), ("variant", self.variant)]
        place = next(n for n, (one, _box) in enumerate(boxes) if one == key)
        if place + 1 < len(boxes):
            boxes[place + 1][1].edit.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.go_on()
