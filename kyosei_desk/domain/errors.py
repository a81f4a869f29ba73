# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Typed errors of the core: what went wrong and where, never a sentence for people.

The command line and the window turn them into Japanese (see ``kyosei_desk.wording``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class KyoseiError(Exception):
    """The base of every error the core raises on purpose."""


class UnknownDocumentError(KyoseiError):
    """No document, section or element has this address."""

    def __init__(self, address: str, known: tuple[str, ...] = ()):
        """Keep the address asked for and the addresses there are."""
        super().__init__(address)
        self.address = address
        self.known = known


class ContentIssueCode(StrEnum):
    """What can be wrong with a content file."""

    NOT_READABLE = "not_readable"
    NO_FRONT_MATTER = "no_front_matter"
    YAML_SYNTAX = "yaml_syntax"
    DUPLICATE_KEY = "duplicate_key"
    MISSING_KEY = "missing_key"
    UNKNOWN_KEY = "unknown_key"
    UNKNOWN_VALUE = "unknown_value"
    WRONG_TYPE = "wrong_type"
    WRONG_VALUE = "wrong_value"
    NOT_A_DATE = "not_a_date"
    FUTURE_DATE = "future_date"
    DATE_ORDER = "date_order"
    WRONG_ID = "wrong_id"
    WRONG_MUNICIPALITY_CODE = "wrong_municipality_code"
    UNKNOWN_MUNICIPALITY = "unknown_municipality"
    MIN_ABOVE_MAX = "min_above_max"
    COUNT_WITHOUT_UNIT = "count_without_unit"
    DUPLICATE_ID = "duplicate_id"
    UNKNOWN_SOURCE = "unknown_source"
    UNUSED_SOURCE = "unused_source"
    MISSING_SOURCE = "missing_source"
    SOURCE_WITHOUT_DATE = "source_without_date"
    UNKNOWN_PROVISION = "unknown_provision"
    UNDECLARED_FUNCTION = "undeclared_function"
    UNKNOWN_LINK_END = "unknown_link_end"
    UNKNOWN_REFERENCE = "unknown_reference"
    HEADING_WITHOUT_ID = "heading_without_id"
    UNSUPPORTED_MARKDOWN = "unsupported_markdown"
    EMPTY_SECTION = "empty_section"
    TEXT_BEFORE_HEADING = "text_before_heading"


@dataclass(frozen=True)
class ContentIssue:
    """One thing wrong in a content file: where it is and what it is.

    ``line`` counts from 1; ``key`` is the path of keys such as ``elements[2].zone``;
    ``data`` holds the values the sentence needs, such as the word found and those allowed.
    """

    path: Path
    line: int
    key: str
    code: ContentIssueCode
    data: Mapping[str, str] = field(default_factory=dict)


class ContentError(KyoseiError):
    """The content does not hold together; carries every issue found."""

    def __init__(self, issues: tuple[ContentIssue, ...]):
        """Keep the issues in file and line order."""
        super().__init__(f"{len(issues)} content issues")
        self.issues = issues


class PathError(KyoseiError):
    """Something is wrong with a file or folder."""

    def __init__(self, path: Path, reason: str):
        """Keep the path, and the operating system's reason or another technical one."""
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class ResourceError(PathError):
    """A resource that ships with the program is missing or broken."""


class InputFileError(KyoseiError):
    """A file the person named cannot be read, or is no UTF-8 text."""

    def __init__(self, name: str, reason: str):
        """Keep the name as given (``-`` for standard input) and a technical reason."""
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class StorageError(PathError):
    """A folder or file of the user's data cannot be read or written."""


class DamagedDataError(StorageError):
    """A database of the user's data turns out to be damaged; opened anew, it is mended."""


class NewerDataError(KyoseiError):
    """A newer version of the program has written the user's data: it must not be touched."""

    def __init__(self, path: Path):
        """Keep the path of the file."""
        super().__init__(str(path))
        self.path = path


class OutputFileError(PathError):
    """A file the person wants written elsewhere cannot be: open in another program, no space."""


class IndexBrokenError(PathError):
    """The search index on disk is missing, foreign or damaged: it must be built again."""


class ColumnsProblem(StrEnum):
    """Why designs cannot stand side by side."""

    UNKNOWN = "unknown"
    NOT_A_DESIGN = "not_a_design"
    TWICE = "twice"
    TOO_FEW = "too_few"
    TOO_MANY = "too_many"


class ComparedColumnsError(KyoseiError):
    """The columns asked for make no comparison."""

    def __init__(
        self,
        problem: ColumnsProblem,
        ids: tuple[str, ...],
        known: tuple[str, ...],
        limit: int | None = None,
    ):
        """Keep the problem, the ids it is about, those that can be compared, the limit broken."""
        super().__init__(f"{problem}: {', '.join(ids)}")
        self.problem = problem
        self.ids = ids
        self.known = known
        self.limit = limit


class ProjectProblem(StrEnum):
    """Why something cannot be done with a model project."""

    # A value entered: about = the field.
    EMPTY_TEXT = "empty_text"
    WRONG_VALUE = "wrong_value"
    WRONG_ID = "wrong_id"
    WRONG_MUNICIPALITY_CODE = "wrong_municipality_code"
    NOT_A_DATE = "not_a_date"
    COUNT_WITHOUT_UNIT = "count_without_unit"
    MIN_ABOVE_MAX = "min_above_max"
    WRONG_RATE = "wrong_rate"
    RATES_ABOVE_ONE = "rates_above_one"
    STEP_WITHOUT_MONTH = "step_without_month"
    STEP_ENDS_BEFORE_IT_STARTS = "step_ends_before_it_starts"
    SCALING_WITHOUT_BASES = "scaling_without_bases"

    # Something meant that is not there, or is there already: about = its id or name.
    ID_TAKEN = "id_taken"
    UNKNOWN_ELEMENT = "unknown_element"
    UNKNOWN_ENTRY = "unknown_entry"  # about = the part of the project (a ProjectPart), the id
    UNKNOWN_PROGRAMME = "unknown_programme"
    UNKNOWN_PROVISION = "unknown_provision"
    UNKNOWN_LINK = "unknown_link"  # about = the names of both ends
    LINK_TO_ITSELF = "link_to_itself"
    LINK_TWICE = "link_twice"  # about = the names of both ends
    NOT_LEFT_OUT = "not_left_out"
    ALREADY_TAKEN_OVER = "already_taken_over"
    NOT_TAKEN_OVER = "not_taken_over"
    NO_SOURCE_COUNT = "no_source_count"
    NO_SCALING_BASE = "no_scaling_base"  # about = the rule, "theirs" or "ours"
    NO_SUCH_ORDER = "no_such_order"  # about = the part of the project: it has no order

    # The kept projects: about = the id of a project, the number of a revision.
    UNKNOWN_PROJECT = "unknown_project"
    IN_TRASH = "in_trash"
    OTHER_PROJECT = "other_project"
    NOTHING_TO_UNDO = "nothing_to_undo"
    NOTHING_TO_REDO = "nothing_to_redo"
    UNKNOWN_REVISION = "unknown_revision"

    # A stored or imported project that cannot be read: about = a ProjectFault and where it
    # is (the number of a line, or the keys that lead to a field), or a technical reason.
    UNREADABLE_PROJECT = "unreadable_project"
    NEWER_FORMAT = "newer_format"  # about = the format it has, the newest one known


class ProjectError(KyoseiError):
    """A change of a model project, or something asked of one, is impossible."""

    def __init__(self, problem: ProjectProblem, about: tuple[str, ...] = ()):
        """Keep the problem, and the names, ids or fields it is about."""
        super().__init__(f"{problem}: {', '.join(about)}")
        self.problem = problem
        self.about = about


class ProjectFault(StrEnum):
    """What is wrong with a text that should be a project."""

    NO_FILE = "no_file"
    TOO_LARGE = "too_large"
    NOT_TEXT = "not_text"
    EMPTY = "empty"
    CUT_OFF = "cut_off"
    BROKEN = "broken"
    OTHER_KIND = "other_kind"
    MISSING_FIELD = "missing_field"
    UNKNOWN_FIELD = "unknown_field"
    WRONG_FIELD = "wrong_field"


class ProjectFileError(ProjectError):
    """A file the person named holds no project."""

    def __init__(self, path: Path, problem: ProjectProblem, about: tuple[str, ...]):
        """Keep the file, and what is wrong with it."""
        super().__init__(problem, about)
        self.path = path


class ProjectMovedOnError(KyoseiError):
    """A project has been changed elsewhere since it was read, as by a second window."""

    def __init__(self, project_id: str, position: int):
        """Keep the project's id and where it stands now."""
        super().__init__(f"{project_id}: {position}")
        self.project_id = project_id
        self.position = position


class CancelledError(KyoseiError):
    """Long work was stopped on request."""
