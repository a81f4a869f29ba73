# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Splits a content file into its YAML head and Markdown body, keeping line numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Never

import yaml

from kyosei_desk.domain.errors import ContentError, ContentIssue, ContentIssueCode
from kyosei_desk.library.line_breaks import join_lines

KeyPath = tuple[str | int, ...]
_FENCE = "---"
_PLAIN_VALUES = (":int", ":float", ":bool", ":null")


@dataclass(frozen=True)
class ContentFile:
    """A content file taken apart.

    ``lines`` gives the line (from 1) of every key and list item of ``head``; ``body_line``
    is the line the body starts on.
    """

    path: Path
    head: Mapping[str, object]
    lines: Mapping[KeyPath, int]
    body: str
    body_line: int

    def line_of(self, key: KeyPath) -> int:
        """Return the line of a key, or of the nearest key above it that is there."""
        for length in range(len(key), 0, -1):
            if key[:length] in self.lines:
                return self.lines[key[:length]]
        return 1

    def issue(self, key: KeyPath, code: ContentIssueCode, **data: str) -> ContentIssue:
        """Return an issue at a key of the head."""
        return ContentIssue(self.path, self.line_of(key), format_key(key), code, data)


def format_key(key: KeyPath) -> str:
    """Return a key path as people write it: ``elements[2].zone``."""
    text = ""
    for part in key:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def read_content_file(path: Path) -> ContentFile:
    """Read and take apart a content file.

    Raises:
        ContentError: the file is unreadable, has no front matter, or broken YAML in it.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        _fail(path, 1, ContentIssueCode.NOT_READABLE, reason=str(error))
    rows = text.split("\n")  # not splitlines: that also cuts at separators inside a line
    try:
        if rows[0].rstrip() != _FENCE:
            raise ValueError
        end = next(i for i, row in enumerate(rows[1:], 1) if row.rstrip() == _FENCE)
    except (ValueError, StopIteration):
        _fail(path, 1, ContentIssueCode.NO_FRONT_MATTER)
    head, lines = _parse_head(path, "\n".join([*rows[1:end], ""]))
    return ContentFile(path, head, lines, "\n".join(rows[end + 1 :]), end + 2)


def _parse_head(path: Path, text: str) -> tuple[dict[str, object], dict[KeyPath, int]]:
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        _fail(path, line, ContentIssueCode.YAML_SYNTAX, reason=error.problem or "")
    except yaml.YAMLError as error:
        _fail(path, 1, ContentIssueCode.YAML_SYNTAX, reason=str(error))
    builder = _Builder(path, text)
    value = builder.build(node, ()) if node is not None else {}
    if builder.issues:
        raise ContentError(tuple(builder.issues))
    if not isinstance(value, dict):
        _fail(path, 2, ContentIssueCode.NO_FRONT_MATTER)
    return value, builder.lines


def _fail(path: Path, line: int, code: ContentIssueCode, **data: str) -> Never:
    raise ContentError((ContentIssue(path, line, "", code, data),)) from None


def _reads_otherwise(node: yaml.Node) -> bool:
    """Tell whether YAML takes a number for another than it looks like.

    ``015`` would be 13, ``1:30`` would be 90, ``0x1F`` would be 31. As text they are right
    where text belongs (a municipality code, a time), and an issue where a number does.
    """
    if not node.tag.endswith((":int", ":float")):
        return False
    digits = str(node.value).lstrip("+-")
    return ":" in digits or (node.tag.endswith(":int") and digits != "0" and digits[:1] == "0")


class _Builder:
    """Turns YAML nodes into plain values; dates stay text, as the domain reads them.

    So do numbers that YAML would not read as people do: see :func:`_reads_otherwise`.
    """

    def __init__(self, path: Path, text: str):
        self.path = path
        self._rows = text.split("\n")
        self.lines: dict[KeyPath, int] = {}
        self.issues: list[ContentIssue] = []
        self._scalars = yaml.constructor.SafeConstructor()
        self._built: set[int] = set()

    def build(self, node: yaml.Node, key: KeyPath) -> object:
        line = node.start_mark.line + 2
        self.lines.setdefault(key, line)
        if id(node) in self._built:  # only an alias brings a node twice, perhaps into itself
            code, reason = ContentIssueCode.YAML_SYNTAX, "alias"
            issue = ContentIssue(self.path, line, format_key(key), code, {"reason": reason})
            self.issues.append(issue)
            return None
        self._built.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, key)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*key, i)) for i, item in enumerate(node.value)]
        if node.tag.endswith(_PLAIN_VALUES) and not _reads_otherwise(node):
            try:
                return self._scalars.construct_object(node)
            except (ValueError, KeyError):  # "!!int x", "0b_"
                return node.value
        folded = isinstance(node, yaml.ScalarNode) and node.style == ">"
        return self._unfold(node) if folded else node.value

    def _unfold(self, node: yaml.Node) -> str:
        """Return a folded paragraph without the spaces YAML puts between Japanese lines."""
        rows = self._rows[node.start_mark.line + 1 : node.end_mark.line]
        lines = [row.strip() for row in rows if row.strip()]
        folded = str(node.value)
        return join_lines(lines) if " ".join(lines) == folded.strip() else folded

    def _mapping(self, node: yaml.MappingNode, key: KeyPath) -> dict[str, object]:
        result: dict[str, object] = {}
        for key_node, value_node in node.value:
            name = str(key_node.value)
            line = key_node.start_mark.line + 2
            if name in result:
                code = ContentIssueCode.DUPLICATE_KEY
                self.issues.append(ContentIssue(self.path, line, format_key((*key, name)), code))
            self.lines[(*key, name)] = line
            result[name] = self.build(value_node, (*key, name))
        return result
