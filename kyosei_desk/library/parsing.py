# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Turns one content file into a validated document, collecting everything wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kyosei_desk.domain.documents import (
    CaseDocument,
    Document,
    GuidelineDocument,
    ReportDocument,
)
from kyosei_desk.domain.errors import ContentError, ContentIssue, ContentIssueCode
from kyosei_desk.domain.vocabulary import DocumentKind
from kyosei_desk.library.content_paths import FOLDERS, content_paths, document_id
from kyosei_desk.library.front_matter import ContentFile, KeyPath, read_content_file
from kyosei_desk.library.markdown import ParsedBody, parse_body

_MODELS: Mapping[str, type[GuidelineDocument] | type[ReportDocument] | type[CaseDocument]] = {
    DocumentKind.GUIDELINE: GuidelineDocument,
    DocumentKind.REPORT: ReportDocument,
    DocumentKind.CASE: CaseDocument,
}
_CODES = {code.value: code for code in ContentIssueCode}
_PYDANTIC_CODES = {
    "missing": ContentIssueCode.MISSING_KEY,
    "extra_forbidden": ContentIssueCode.UNKNOWN_KEY,
    "enum": ContentIssueCode.UNKNOWN_VALUE,
    "literal_error": ContentIssueCode.UNKNOWN_VALUE,
    "too_short": ContentIssueCode.MISSING_KEY,
    "string_too_short": ContentIssueCode.MISSING_KEY,
    "string_pattern_mismatch": ContentIssueCode.WRONG_ID,
}
_QUOTED = re.compile(r"'([^']*)'")


@dataclass(frozen=True)
class ParsedDocument:
    """A content file with the document made of it; ``document`` is None when it failed."""

    file: ContentFile
    body: ParsedBody
    document: Document | None
    issues: tuple[ContentIssue, ...]


def parse_document(path: Path, content_dir: Path) -> ParsedDocument:
    """Read one content file.

    Raises:
        ContentError: the file cannot be taken apart at all (unreadable, broken YAML).
    """
    file = read_content_file(path)
    expected_id = document_id(path, content_dir)
    body = parse_body(file.body, path, file.body_line, expected_id)
    issues = list(body.issues)
    issues += _check_identity(file, expected_id)
    model = _MODELS.get(str(file.head.get("kind")))
    document: Document | None = None
    if model is not None:
        try:
            document = model.model_validate({**file.head, "sections": body.sections})
        except ValidationError as error:
            issues += [_translate(file, details) for details in error.errors(include_url=False)]
    return ParsedDocument(file, body, document, tuple(issues))


def _check_identity(file: ContentFile, expected_id: str) -> list[ContentIssue]:
    issues = []
    code = ContentIssueCode
    expected = FOLDERS.get(expected_id.split("/", maxsplit=1)[0])
    kind = file.head.get("kind")
    if "id" in file.head and file.head["id"] != expected_id:
        issues.append(file.issue(("id",), code.WRONG_ID, found=str(file.head["id"])))
    if "sections" in file.head:  # the model's name for the body
        issues.append(file.issue(("sections",), code.UNKNOWN_KEY))
    if kind is None:
        issues.append(file.issue(("kind",), code.MISSING_KEY))
    elif expected is None or kind != expected:
        allowed = expected or "、".join(_MODELS)
        issues.append(file.issue(("kind",), code.UNKNOWN_VALUE, found=str(kind), allowed=allowed))
    return issues


def _translate(file: ContentFile, details: ErrorDetails) -> ContentIssue:
    """Turn a validation error into an issue with its line in the file."""
    context = details.get("ctx", {})
    cause = context.get("error")
    own = _CODES.get(str(cause)) if isinstance(cause, ValueError) else None
    kind = details["type"]
    fallback = ContentIssueCode.WRONG_VALUE
    if kind.endswith("_type"):
        fallback = ContentIssueCode.WRONG_TYPE
    code = own or _PYDANTIC_CODES.get(kind, fallback)
    data = {"found": str(details.get("input", ""))[:80]}
    if code is ContentIssueCode.UNKNOWN_VALUE:
        data["allowed"] = "、".join(_QUOTED.findall(str(context.get("expected", ""))))
    key: KeyPath = tuple(part for part in details["loc"] if part != "sections")
    return file.issue(key, code, **data)


def parse_library(content_dir: Path) -> tuple[list[ParsedDocument], list[ContentIssue]]:
    """Parse every content file; return what could be parsed and every issue met."""
    parsed: list[ParsedDocument] = []
    issues: list[ContentIssue] = []
    for path in content_paths(content_dir):
        try:
            result = parse_document(path, content_dir)
        except ContentError as error:
            issues += error.issues
        else:
            parsed.append(result)
            issues += result.issues
    return parsed, issues
