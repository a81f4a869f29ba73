# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The table of actions: one row gives shortcut, tooltip, help sheet and menu text."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class ActionId(StrEnum):
    """The name of an action."""

    HOME = "home"
    SEARCH = "search"
    COMPARE = "compare"
    BUILD = "build"
    SETTINGS = "settings"
    HELP = "help"
    TOUR = "tour"
    QUIT = "quit"
    FOCUS_SEARCH = "focus_search"
    CLEAR_SEARCH = "clear_search"
    BUILD_QUERY = "build_query"
    SAVED_SEARCHES = "saved_searches"
    SAVE_SEARCH = "save_search"
    EXPORT_RESULTS = "export_results"
    BACK = "back"
    FOCUS_FACETS = "focus_facets"
    MOVE_IN_FACETS = "move_in_facets"
    TICK_FACET = "tick_facet"
    FOLD_FACET = "fold_facet"
    LEAVE_FACETS = "leave_facets"
    FOCUS_RESULTS = "focus_results"
    FOCUS_READER = "focus_reader"
    CHOOSE_SUGGESTION = "choose_suggestion"
    NEXT_RESULT = "next_result"
    PREVIOUS_RESULT = "previous_result"
    OPEN_RESULT = "open_result"
    FIND_IN_DOCUMENT = "find_in_document"
    NEXT_MARK = "next_mark"
    PREVIOUS_MARK = "previous_mark"
    TOGGLE_OUTLINE = "toggle_outline"
    READ_ON = "read_on"
    READ_PAGE = "read_page"
    SELECT_TEXT = "select_text"
    COPY_TEXT = "copy_text"
    COPY_CITATION = "copy_citation"
    CHOOSE_COLUMNS = "choose_columns"
    NEXT_TAB = "next_tab"
    PREVIOUS_TAB = "previous_tab"
    MOVE_IN_TABLE = "move_in_table"
    OPEN_CELL = "open_cell"
    CLOSE_PASSAGE = "close_passage"
    EXPAND_ROW = "expand_row"
    EXPAND_ROWS = "expand_rows"
    COPY_CELL = "copy_cell"
    MOVE_COLUMN_LEFT = "move_column_left"
    MOVE_COLUMN_RIGHT = "move_column_right"
    PIN_COLUMN = "pin_column"
    REMOVE_COLUMN = "remove_column"
    COLUMN_MENU = "column_menu"
    SAVE_COMPARISON = "save_comparison"
    EXPORT_COMPARISON = "export_comparison"
    UNDO = "undo"
    REDO = "redo"
    NEXT_QUESTION = "next_question"
    PREVIOUS_QUESTION = "previous_question"
    RENAME_ELEMENT = "rename_element"
    EDIT_ELEMENT = "edit_element"
    ADD_ELEMENT = "add_element"
    CONNECT_ELEMENT = "connect_element"
    MOVE_ELEMENT = "move_element"
    REMOVE_ELEMENT = "remove_element"
    NEXT_ELEMENT = "next_element"
    TAKE_OVER = "take_over"
    SHOW_WAY = "show_way"
    EDIT_ENTRY = "edit_entry"
    ADD_ENTRY = "add_entry"
    EMPTY_CELL = "empty_cell"
    PICK_IN_CELL = "pick_in_cell"
    MOVE_ENTRY = "move_entry"
    SHIFT_STEP = "shift_step"
    STRETCH_STEP = "stretch_step"
    FOLD_TABS = "fold_tabs"
    NEXT_LINK = "next_link"
    OPEN_LINK = "open_link"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    ZOOM_RESET = "zoom_reset"


class ActionGroup(StrEnum):
    """Where the help sheet lists an action; the value is the heading."""

    PAGES = "画面を切りかえる"
    SEARCHING = "さがす"
    READING = "よむ"
    COMPARING = "くらべる"
    BUILDING = "つくる"
    PROGRAM = "そのほか"


@dataclass(frozen=True)
class ActionSpec:
    """One action. The first of ``shortcuts`` is shown; ``keys`` replaces it in the sheet.

    An action with no shortcut of its own (arrow keys handled by a list) has ``keys`` only.
    """

    id: ActionId
    group: ActionGroup
    label: str
    shortcuts: tuple[str, ...] = ()
    keys: str = ""

    @property
    def shown_keys(self) -> str:
        """What people read as the keys of this action."""
        return self.keys or (self.shortcuts[0] if self.shortcuts else "")


_PAGES, _SEARCHING = ActionGroup.PAGES, ActionGroup.SEARCHING
_READING, _PROGRAM = ActionGroup.READING, ActionGroup.PROGRAM
_COMPARING, _BUILDING = ActionGroup.COMPARING, ActionGroup.BUILDING

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(ActionId.HOME, _PAGES, "ホームを開く", ("Ctrl+1",)),
    ActionSpec(ActionId.SEARCH, _PAGES, "さがすを開く", ("Ctrl+2",)),
    ActionSpec(ActionId.COMPARE, _PAGES, "くらべるを開く", ("Ctrl+3",)),
    ActionSpec(ActionId.BUILD, _PAGES, "つくるを開く", ("Ctrl+4",)),
    ActionSpec(ActionId.SETTINGS, _PAGES, "設定を開く", ("Ctrl+7", "Ctrl+,")),
    ActionSpec(ActionId.HELP, _PAGES, "使い方とキーの一覧を開く", ("F1",)),
    ActionSpec(ActionId.BACK, _PAGES, "ひとつ前にもどる", ("Alt+Left",), "Esc / Alt+←"),
    ActionSpec(ActionId.FOCUS_SEARCH, _SEARCHING, "検索のことばを入れる", ("Ctrl+K",)),
    ActionSpec(ActionId.CLEAR_SEARCH, _SEARCHING, "検索のことばを消す", (), "Esc（入力欄で）"),
    ActionSpec(ActionId.BUILD_QUERY, _SEARCHING, "条件を組み立てる", ("Ctrl+Shift+K",)),
    ActionSpec(ActionId.SAVED_SEARCHES, _SEARCHING, "保存した検索・さがした記録", ("Ctrl+H",)),
    ActionSpec(ActionId.SAVE_SEARCH, _SEARCHING, "いまの検索を保存する", ("Ctrl+D",)),
    ActionSpec(ActionId.EXPORT_RESULTS, _SEARCHING, "結果を書き出す", ("Ctrl+E",)),
    ActionSpec(ActionId.CHOOSE_SUGGESTION, _SEARCHING, "入力の候補から選ぶ", (), "↓ ↑ Enter"),
    ActionSpec(ActionId.NEXT_RESULT, _SEARCHING, "次の結果へ", (), "↓"),
    ActionSpec(ActionId.PREVIOUS_RESULT, _SEARCHING, "前の結果へ", (), "↑"),
    ActionSpec(ActionId.OPEN_RESULT, _SEARCHING, "結果を読む", (), "Enter / →"),
    ActionSpec(ActionId.FOCUS_FACETS, _SEARCHING, "しぼりこみへ移る", ("Alt+1",)),
    ActionSpec(ActionId.MOVE_IN_FACETS, _SEARCHING, "しぼりこみの中を動く", (), "↓ ↑ Home End"),
    ActionSpec(ActionId.TICK_FACET, _SEARCHING, "しぼりこみを選ぶ・外す", (), "Space"),
    ActionSpec(ActionId.FOLD_FACET, _SEARCHING, "しぼりこみをひらく・たたむ", (), "→ / ←"),
    ActionSpec(
        ActionId.LEAVE_FACETS, _SEARCHING, "しぼりこみから結果へ移る", (), "Esc（しぼりこみで）"
    ),
    ActionSpec(ActionId.FOCUS_RESULTS, _SEARCHING, "結果の一覧へ移る", ("Alt+2",)),
    ActionSpec(ActionId.FOCUS_READER, _SEARCHING, "本文へ移る", ("Alt+3",)),
    ActionSpec(ActionId.FIND_IN_DOCUMENT, _READING, "この資料の中をさがす", ("Ctrl+F",)),
    ActionSpec(ActionId.NEXT_MARK, _READING, "次の一致箇所へ（次の資料へも）", ("F3",)),
    ActionSpec(ActionId.PREVIOUS_MARK, _READING, "前の一致箇所へ（前の資料へも）", ("Shift+F3",)),
    ActionSpec(ActionId.TOGGLE_OUTLINE, _READING, "目次を出す・しまう", ("Ctrl+M",)),
    ActionSpec(ActionId.READ_ON, _READING, "本文を1行ずつ進める・もどす", (), "↓ / ↑"),
    ActionSpec(
        ActionId.READ_PAGE, _READING, "本文を1画面進める・もどす", (), "Space / Shift+Space"
    ),
    ActionSpec(ActionId.SELECT_TEXT, _READING, "本文の文を選ぶ", (), "Shift+矢印キー"),
    ActionSpec(ActionId.COPY_TEXT, _READING, "選んだ文をコピー", (), "Ctrl+C"),
    ActionSpec(ActionId.COPY_CITATION, _READING, "引用してコピー（出典つき）", ("Ctrl+Shift+C",)),
    ActionSpec(ActionId.NEXT_LINK, _READING, "本文の次・前のリンクへ", (), "Ctrl+↓ / Ctrl+↑"),
    ActionSpec(ActionId.OPEN_LINK, _READING, "本文のリンクを開く", (), "Enter（リンクで）"),
    ActionSpec(ActionId.ZOOM_IN, _READING, "本文を大きくする", ("Ctrl++", "Ctrl+=", "Ctrl+;")),
    ActionSpec(ActionId.ZOOM_OUT, _READING, "本文を小さくする", ("Ctrl+-",)),
    ActionSpec(ActionId.ZOOM_RESET, _READING, "本文をもとの大きさにする", ("Ctrl+0",)),
    ActionSpec(ActionId.CHOOSE_COLUMNS, _COMPARING, "くらべる列を選ぶ", ("Ctrl+O",)),
    ActionSpec(ActionId.NEXT_TAB, _COMPARING, "次のタブ（表・しくみ図など）へ", ("Ctrl+PgDown",)),
    ActionSpec(ActionId.PREVIOUS_TAB, _COMPARING, "前のタブへ", ("Ctrl+PgUp",)),
    ActionSpec(ActionId.MOVE_IN_TABLE, _COMPARING, "表の中を動く", (), "↑ ↓ ← →"),
    ActionSpec(
        ActionId.OPEN_CELL, _COMPARING, "セルの本文を横に出す", ("Return", "Enter"), "Enter"
    ),
    ActionSpec(ActionId.CLOSE_PASSAGE, _COMPARING, "横の本文をしまう", (), "Esc"),
    ActionSpec(ActionId.EXPAND_ROW, _COMPARING, "行を広げる・たたむ", ("Space",)),
    ActionSpec(ActionId.EXPAND_ROWS, _COMPARING, "すべての行を広げる・たたむ", ("Ctrl+Shift+A",)),
    ActionSpec(ActionId.COPY_CELL, _COMPARING, "セルをコピー（出典つき）", ("Ctrl+C",)),
    ActionSpec(
        ActionId.MOVE_COLUMN_LEFT,
        _COMPARING,
        "列を左へ動かす",
        ("Ctrl+Shift+Left",),
        "Ctrl+Shift+←",
    ),
    ActionSpec(
        ActionId.MOVE_COLUMN_RIGHT,
        _COMPARING,
        "列を右へ動かす",
        ("Ctrl+Shift+Right",),
        "Ctrl+Shift+→",
    ),
    ActionSpec(ActionId.PIN_COLUMN, _COMPARING, "列を左に固定する・やめる", ("Ctrl+Shift+P",)),
    ActionSpec(ActionId.REMOVE_COLUMN, _COMPARING, "列を外す", ("Del",), "Delete"),
    ActionSpec(ActionId.COLUMN_MENU, _COMPARING, "列のメニューを開く", (), "Shift+F10"),
    ActionSpec(ActionId.SAVE_COMPARISON, _COMPARING, "名前をつけて保存する", ("Ctrl+S",)),
    ActionSpec(ActionId.EXPORT_COMPARISON, _COMPARING, "くらべた表を書き出す", (), "Ctrl+E"),
    ActionSpec(ActionId.UNDO, _BUILDING, "元に戻す", ("Ctrl+Z",)),
    ActionSpec(ActionId.REDO, _BUILDING, "やり直す", ("Ctrl+Y", "Ctrl+Shift+Z")),
    ActionSpec(
        ActionId.NEXT_QUESTION,
        _BUILDING,
        "つぎの質問へ",
        ("Ctrl+Return", "Ctrl+Enter"),
        "Ctrl+Enter",
    ),
    ActionSpec(ActionId.PREVIOUS_QUESTION, _BUILDING, "前の質問へ", (), "Esc（質問で）"),
    ActionSpec(ActionId.RENAME_ELEMENT, _BUILDING, "図や一覧で、要素の名前を変える", (), "F2"),
    ActionSpec(ActionId.EDIT_ELEMENT, _BUILDING, "要素の内容を直す", (), "Enter"),
    ActionSpec(ActionId.ADD_ELEMENT, _BUILDING, "要素を加える", (), "Insert"),
    ActionSpec(ActionId.CONNECT_ELEMENT, _BUILDING, "要素をほかとつなぐ", (), "L"),
    ActionSpec(ActionId.MOVE_ELEMENT, _BUILDING, "要素の圏域を移す", (), "M"),
    ActionSpec(ActionId.REMOVE_ELEMENT, _BUILDING, "要素をはずす", (), "Delete"),
    ActionSpec(ActionId.NEXT_ELEMENT, _BUILDING, "図の中で、となりの要素へ", (), "↑ ↓ ← →"),
    ActionSpec(
        ActionId.TAKE_OVER, _BUILDING, "事例の要素を取り入れる", (), "Enter（取り入れるで）"
    ),
    ActionSpec(
        ActionId.SHOW_WAY, _BUILDING, "事例の要素をくわしく見る", (), "Space（取り入れるで）"
    ),
    ActionSpec(ActionId.EDIT_ENTRY, _BUILDING, "予算や日程の行を書く", (), "Enter（行で）"),
    ActionSpec(
        ActionId.ADD_ENTRY, _BUILDING, "予算や日程の行を加える・消す", (), "Insert / Ctrl+Delete"
    ),
    ActionSpec(
        ActionId.EMPTY_CELL, _BUILDING, "予算のますを空にする", (), "Delete（予算のますで）"
    ),
    ActionSpec(
        ActionId.PICK_IN_CELL, _BUILDING, "使う補助などを選ぶ", (), "F4 / Alt+↓（予算のますで）"
    ),
    ActionSpec(ActionId.MOVE_ENTRY, _BUILDING, "行の順番を変える", (), "Ctrl+↑ / Ctrl+↓"),
    ActionSpec(ActionId.SHIFT_STEP, _BUILDING, "日程を1か月ずらす", (), "Ctrl+← / Ctrl+→"),
    ActionSpec(
        ActionId.STRETCH_STEP, _BUILDING, "日程の終わりを縮める・のばす", (), "Ctrl+Shift+← / →"
    ),
    ActionSpec(
        ActionId.FOLD_TABS,
        _BUILDING,
        "下の欄のますをはなれる・大きさをもどす",
        (),
        "Esc（下の欄で）",
    ),
    ActionSpec(ActionId.TOUR, _PROGRAM, "5分でわかる使い方を始める", ("Ctrl+F1",)),
    ActionSpec(ActionId.QUIT, _PROGRAM, "終了する", ("Ctrl+Q",)),
)


def action_spec(action_id: ActionId) -> ActionSpec:
    """Return the row of an action."""
    return next(spec for spec in ACTIONS if spec.id is action_id)


def with_keys(text: str, action_id: ActionId) -> str:
    """Return a tooltip: the text with the keys of an action behind it."""
    return f"{text}（{action_spec(action_id).shown_keys}）"


def add_action(
    widget: QWidget,
    action_id: ActionId,
    slot: Callable[[], object],
    *,
    everywhere: bool = False,
) -> QAction:
    """Give ``widget`` an action of the table and return it.

    The shortcut works while the focus is in ``widget`` or inside it; with ``everywhere``
    in the whole window. ``slot`` must be a bound method of a QObject that lives as long.
    """
    spec = action_spec(action_id)
    action = QAction(spec.label, widget)
    action.setObjectName(spec.id)
    action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
    action.setToolTip(with_keys(spec.label, action_id) if spec.shown_keys else spec.label)
    context = Qt.ShortcutContext
    action.setShortcutContext(
        context.WindowShortcut if everywhere else context.WidgetWithChildrenShortcut
    )
    action.triggered.connect(slot)
    widget.addAction(action)
    return action
