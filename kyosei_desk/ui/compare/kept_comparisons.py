# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""保存した比較: keeping a comparison under a name, and going back to what was kept."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.ui.compare.comparison_keeper import ComparisonKeeper
from kyosei_desk.ui.compare.kept_changes import Kept, KeptEntry, Outcome, Undo
from kyosei_desk.ui.compare.kept_list import KeptList
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.messages import failure_message
from kyosei_desk.ui.reader.flow_layout import FlowRow
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.comparisons import changes_sentence, columns_text, suggested_name
from kyosei_desk.workspace.comparisons import KeptComparison, SavedComparison
from kyosei_desk.workspace.naming import NAME_LIMIT

_SIZE = QSize(760, 560)
_NOTHING = "まだありません。くらべる列を選んで「保存する」を押すと、ここに残ります。"


class KeptComparisons(QWidget):
    """The list with what can be done to it, for a page or a dialog.

    ``comparison_chosen(KeptComparison)`` is one to open; what changed since is in
    :attr:`changes` of the line chosen. ``refresh`` reads the file again.
    """

    comparison_chosen = Signal(object)

    def __init__(self, theme: Theme, keeper: ComparisonKeeper, parent: QWidget | None = None):
        """Show nothing yet; :meth:`set_designs` reads what is kept."""
        super().__init__(parent)
        self._theme = theme
        self._kept = Kept(())
        self._shown = Outcome()
        self._current: KeptComparison | None = None
        self._undo: Undo | None = None
        self._scaler = LayoutScaler(theme, self)
        self._head = QWidget(self)
        self._name = QueryEdit(self)
        self._keep = QPushButton("保存する", self)
        self.list = KeptList(theme, self)
        self._detail = text_label("", "caption", self)
        self._told = text_label("", "caption", self)
        self._back = QPushButton("もとにもどす", self)
        self.open_button = QPushButton("ひらく", self)
        self._rename = QPushButton("名前を変える", self)
        self._delete = QPushButton("消す", self)
        self._renew = QPushButton("いまの内容で保存しなおす", self)
        self._clear = QPushButton("最近の比較をすべて消す", self)
        self._changing = keeper.operation()
        self._lay_out()
        self._connect()
        keeper.noticed.connect(self.notice)
        self.set_current(None)
        self._show_state()

    @property
    def told(self) -> str:
        """What is said about the last change."""
        return self._told.text()

    @property
    def detail(self) -> str:
        """What is said about the line chosen."""
        return self._detail.text()

    @property
    def busy(self) -> bool:
        """Whether an answer of the file's thread is awaited."""
        return self._changing.busy

    def set_designs(self, designs: Sequence[ComparedDesign]) -> None:
        """Hold what is kept against these designs."""
        self._kept = Kept(designs)
        self.refresh()

    def set_current(self, comparison: KeptComparison | None) -> None:
        """Offer to keep the comparison the page shows now, if there is one."""
        self._current = comparison if comparison is not None and comparison.columns else None
        self._head.setVisible(self._current is not None)
        if self._current is not None:
            self._name.setText(suggested_name(self._current))
            self._name.selectAll()

    def refresh(self) -> None:
        """Read what is kept again."""
        self._changing.do(self._kept.look)

    def keep_current(self) -> None:
        """Keep the comparison of now under the name in the field."""
        if self._current is not None:
            self._changing.do(self._kept.save(self._name.text(), self._current))

    def renew_chosen(self) -> None:
        """Keep the designs of now in the saved comparison chosen."""
        entry = self.list.chosen
        if entry is not None and entry.saved is not None:
            self._changing.do(self._kept.renew(entry.saved))

    def delete_chosen(self) -> None:
        """Delete the line chosen; it can be brought back."""
        entry = self.list.chosen
        if entry is None:
            return
        if entry.saved is not None:
            self._changing.do(self._kept.delete(entry.saved, self.list.position(entry.saved)))
        else:
            self._changing.do(self._kept.forget(entry))

    def clear_recent(self) -> None:
        """Forget all last comparisons; they can be brought back."""
        self._changing.do(self._kept.forget_all)

    def take_back(self) -> None:
        """Undo what was done last."""
        undo, self._undo = self._undo, None
        if undo is not None:
            self._changing.do(self._kept.take_back(undo))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_chosen(self) -> None:
        """Open the line chosen."""
        if (entry := self.list.chosen) is not None:
            self.comparison_chosen.emit(entry.comparison)

    def notice(self, sentence: str) -> None:
        """Tell how the file was found, unless something is told that was done."""
        if not self.told:
            self._tell(sentence)

    def set_first_focus(self) -> None:
        """Put the keyboard where one begins: on the name, or on the list."""
        first = self._name if self._current is not None else self.list
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Lines

    def _on_renamed(self, saved: SavedComparison, name: str) -> None:
        self._changing.do(self._kept.rename(saved, name))

    def _show_state(self) -> None:
        entry = self.list.chosen
        saved = entry is not None and entry.saved is not None
        self.open_button.setEnabled(entry is not None)
        self._delete.setEnabled(entry is not None)
        self._rename.setEnabled(saved)
        self._renew.setVisible(saved and entry is not None and _can_be_renewed(entry))
        self._detail.setText(_detail_text(entry) if entry is not None else _NOTHING)

    # Saying how it went

    def _on_outcome(self, outcome: Outcome) -> None:
        """Show what is kept now, and say what was done."""
        self._shown = outcome
        self._show_kept()
        if outcome.made is not None:
            self.list.choose(outcome.made)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if outcome.told:
            self._tell(outcome.told, outcome.undo)

    def _on_failure(self, error: Exception) -> None:
        """Say what went wrong; a name typed in vain goes back to the one before."""
        self._show_kept()
        self._tell(failure_message(error).text)

    def _show_kept(self) -> None:
        self.list.show_kept(self._shown.saved, self._shown.recent)
        self._show_state()
        self._clear.setEnabled(bool(self._shown.recent))

    def _tell(self, sentence: str, undo: Undo | None = None) -> None:
        self._undo = undo
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        self._back.setVisible(undo is not None)

    # Making

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        self._scaler.add(column, spacing=8)
        row = QHBoxLayout(self._head)
        self._scaler.add(row, spacing=8)
        label = text_label("いまの比較を", "body")
        label.setWordWrap(False)
        row.addWidget(label)
        row.addWidget(self._name, 1)
        row.addWidget(self._keep)
        self._name.setMaxLength(NAME_LIMIT)
        self._name.setAccessibleName("いまの比較に付ける名前")
        told = QHBoxLayout()
        self._scaler.add(told, spacing=8)
        self._back.setProperty("kind", "link")
        told.addWidget(self._told, 1)
        told.addWidget(self._back)
        buttons = FlowRow(self._theme, spacing=8)
        self.open_button.setProperty("kind", "primary")
        for button in (self.open_button, self._rename, self._delete, self._renew, self._clear):
            buttons.add(button)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter that confirms a conversion presses nothing
        column.addWidget(self._head)
        column.addWidget(self.list, 1)
        column.addWidget(self._detail)
        column.addLayout(told)
        column.addWidget(buttons)
        self._tell("")

    def _connect(self) -> None:
        self._changing.succeeded.connect(self._on_outcome)
        self._changing.failed.connect(self._on_failure)
        self._name.submitted.connect(self.keep_current)
        self._keep.clicked.connect(self.keep_current)
        self.list.itemActivated.connect(self.open_chosen)
        self.list.renamed.connect(self._on_renamed)
        self.list.currentItemChanged.connect(self._show_state)
        self.list.delete_requested.connect(self.delete_chosen)
        self.open_button.clicked.connect(self.open_chosen)
        self._rename.clicked.connect(self.list.edit_name)
        self._delete.clicked.connect(self.delete_chosen)
        self._renew.clicked.connect(self.renew_chosen)
        self._clear.clicked.connect(self.clear_recent)
        self._back.clicked.connect(self.take_back)


class KeptComparisonsDialog(QDialog):
    """The same in a dialog, which closes when one is opened.

    ``comparison_chosen(KeptComparison)`` is that one.
    """

    comparison_chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        keeper: ComparisonKeeper,
        designs: Sequence[ComparedDesign],
        current: KeptComparison | None,
        parent: QWidget,
    ):
        """Show what is kept; ``current`` is what the page shows now, which can be kept too."""
        super().__init__(parent)
        self.setWindowTitle("保存した比較・最近の比較")
        self.kept = KeptComparisons(theme, keeper, self)
        self.kept.set_designs(designs)
        self.kept.set_current(current)
        self.kept.comparison_chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        scaler = LayoutScaler(theme, self)
        scaler.add(head, (24, 20, 24, 12), 8)
        head.addWidget(text_label("保存した比較・最近の比較", "heading"))
        head.addWidget(self.kept, 1)
        column.addLayout(head, 1)
        column.addWidget(self._foot(scaler))
        self.resize((_SIZE * theme.scale).boundedTo(parent.window().size() - QSize(24, 24)))
        self.kept.set_first_focus()

    def _on_chosen(self, comparison: KeptComparison) -> None:
        self.comparison_chosen.emit(comparison)
        self.accept()

    def _foot(self, scaler: LayoutScaler) -> QFrame:
        foot = QFrame(self)
        foot.setObjectName("dialogFoot")
        row = QHBoxLayout(foot)
        scaler.add(row, (24, 10, 24, 12), 8)
        close = QPushButton("閉じる", foot)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row.addStretch(1)
        row.addWidget(close)
        return foot


def _can_be_renewed(entry: KeptEntry) -> bool:
    """Tell whether something changed, and at least one design is left to keep."""
    return bool(entry.changes) and sum(c.gone for c in entry.changes) < len(entry.comparison.ids)


def _detail_text(entry: KeptEntry) -> str:
    return f"{columns_text(entry.comparison)}。{changes_sentence(entry.changes)}"
