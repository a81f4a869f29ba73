# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""``list``, ``show`` and ``check-content``: the library without search."""

import argparse
import datetime

from kyosei_desk.cli.date_style import era_first
from kyosei_desk.cli.output import ExitCode, print_json
from kyosei_desk.domain.citing import as_of_words, source_lines
from kyosei_desk.domain.documents import Document
from kyosei_desk.domain.errors import UnknownDocumentError
from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.domain.passages import Passage, whole_section
from kyosei_desk.export.markdown import MarkdownWriter
from kyosei_desk.export.plain import write_plain
from kyosei_desk.library.loading import check_content, latest_day
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.services import Services
from kyosei_desk.wording.content_issues import issue_line, issue_problem, issue_remedy


def run_list(arguments: argparse.Namespace, services: Services, *, as_json: bool) -> ExitCode:
    """List the documents, of one kind if asked."""
    corpus = services.load_corpus()
    documents = [d for d in corpus.documents if arguments.kind in (None, d.kind)]
    if as_json:
        print_json([_listed(document, corpus.municipality(document)) for document in documents])
        return ExitCode.OK
    for document in documents:
        day = as_of_words(document, era_first=era_first(services))
        print(f"{document.id}\t{document.kind.label}\t{day}\t{document.title}")
    print(f"{len(documents)} 資料")
    return ExitCode.OK


def _listed(document: Document, municipality: Municipality | None) -> dict[str, object]:
    return {
        "id": document.id,
        "kind": document.kind.value,
        "title": document.title,
        "as_of": str(document.as_of),
        "municipality": municipality.name if municipality else None,
        "summary": document.summary,
    }


def run_show(arguments: argparse.Namespace, services: Services, *, as_json: bool) -> ExitCode:
    """Show a document, or one section, element or provision of it, whole.

    A mere heading is shown with the sections under it, as the reader quotes it.

    Raises:
        UnknownDocumentError: nothing has this address.
    """
    corpus = services.load_corpus()
    document_id, _, anchor = arguments.id.partition("#")
    document = corpus.document(document_id)
    passages = corpus.passages(document)
    if anchor:
        passages = whole_section(passages, anchor)
        if not passages:
            raise UnknownDocumentError(arguments.id, (document_id,))
    if as_json or arguments.format == "json":
        print_json(_document_json(document, passages, whole=not anchor))
    elif arguments.format == "md":
        print(MarkdownWriter(document).write(passages), end="")
    else:
        print(write_plain(document, passages), end="")
    return ExitCode.OK


def _document_json(
    document: Document, passages: tuple[Passage, ...], *, whole: bool
) -> dict[str, object]:
    cited = [(passage, source_lines(document, passage)) for passage in passages]
    shown = [
        {
            "section": passage.section_id,
            "kind": passage.kind.value,
            "title": passage.title,
            "text": passage.text,
            "provisions": list(passage.provisions),
            "source": sources[0],
            "sources": sources,
        }
        for passage, sources in cited
    ]
    head = document.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"sections"})
    if whole:
        return {**head, "passages": shown}
    parts = [*head.get("elements", ()), *head.get("provisions", ())]
    part = [part for part in parts if part["id"] == passages[0].section_id]
    under = {"passages": shown[1:]} if len(shown) > 1 else {}
    return {"document": document.id, **(part[0] if part else {}), "passage": shown[0], **under}


def run_check_content(
    arguments: argparse.Namespace, services: Services, *, as_json: bool
) -> ExitCode:
    """Check the bundled content; 3 when something is wrong with it."""
    folders = BundledFolders(services.content_dir, services.resources_dir)
    issues = check_content(folders, latest_day(datetime.date.today()))
    if as_json:
        print_json(
            [
                {
                    "file": issue.path.relative_to(folders.content).as_posix(),
                    "line": issue.line,
                    "key": issue.key,
                    "code": issue.code.value,
                    "problem": issue_problem(issue),
                    "remedy": issue_remedy(issue),
                }
                for issue in issues
            ]
        )
    else:
        for issue in issues:
            print(issue_line(issue, folders.content.parent))
        print(
            f"まちがいが {len(issues)} 件あります。" if issues else "資料にまちがいはありません。"
        )
    return ExitCode.BROKEN_INPUT if issues else ExitCode.OK
