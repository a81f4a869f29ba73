# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""``diagram``: the structure diagram of a design, to the screen or into a file."""

import argparse
from pathlib import Path

from kyosei_desk.cli.date_style import era_first
from kyosei_desk.cli.designs_asked import design_id, output_path
from kyosei_desk.cli.output import ExitCode, print_error, print_json, write_output
from kyosei_desk.cli.own_columns import own_columns
from kyosei_desk.domain.comparing.designs import ComparedDesign, compared_case
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import CaseDocument
from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.diagram.file import DiagramFormat, diagram_bytes
from kyosei_desk.export.diagram.layout import design_diagram
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.files import write_output_file
from kyosei_desk.services import Services
from kyosei_desk.wording.window import no_qt_text


def run_diagram(arguments: argparse.Namespace, services: Services, *, as_json: bool) -> ExitCode:
    """Draw a design; 2 when there is nothing to draw, or the file's name says no format.

    Raises:
        OutputFileError: the file cannot be written, or its folder is not there.
    """
    file_format = _asked_format(arguments.out)
    if file_format is None:
        print_error("-o のファイルは .svg か .png で終わる名前にしてください。")
        return ExitCode.WRONG_USE
    path = output_path(arguments.out) if arguments.out is not None else None
    corpus = services.load_corpus()
    asked = design_id(arguments.id, corpus)
    design = _design(asked, services, corpus)
    if design is None:
        known = "、".join(case.id for case in corpus.cases)
        missing = "は事例ではないので、しくみ図がありません" if asked in corpus else "はありません"
        print_error(f"「{arguments.id}」{missing}。しくみ図にできるのは、自分の案と {known} です。")
        return ExitCode.WRONG_USE
    diagram = design_diagram(design, corpus, era_first=era_first(services))
    colors = DiagramColors.read(services.resources_dir / "themes" / "light.json")
    try:
        data = diagram_bytes(diagram, colors, file_format, services.draw_png)
    except ImportError as error:
        print_error(no_qt_text(str(error)))
        return ExitCode.ENVIRONMENT
    _hand_over(diagram, data, design.id, path, as_json=as_json)
    return ExitCode.OK


def _design(asked: str, services: Services, corpus: Corpus) -> ComparedDesign | None:
    """Return the case or own project with an id; None where nothing that has a design has it."""
    for own in own_columns([asked], services, corpus):
        if own.id == asked:
            return own
    document = corpus.document(asked) if asked in corpus else None
    return compared_case(document, corpus) if isinstance(document, CaseDocument) else None


def _asked_format(out: str | None) -> DiagramFormat | None:
    """Return the format a file's name ends with; SVG without a file, None for another ending."""
    if out is None:
        return DiagramFormat.SVG
    suffix = Path(out).suffix.lower().removeprefix(".")
    return DiagramFormat(suffix) if suffix in list(DiagramFormat) else None


def _hand_over(
    diagram: Diagram, data: bytes, shown_id: str, path: Path | None, *, as_json: bool
) -> None:
    """Write the file and say so, or print it."""
    if path is not None:
        write_output_file(path, data)
    links = sum(len(connector.routes) for connector in diagram.connectors)
    if as_json:
        shown = {
            "id": shown_id,
            "title": diagram.title,
            "width": diagram.width,
            "height": diagram.height,
            "elements": [card.address for card in diagram.cards],
            "links": links,
        }
        print_json(shown | ({"file": str(path)} if path else {"svg": data.decode()}))
    elif path is not None:
        print(f"要素 {len(diagram.cards)}・つながり {links} の図を {path} に書き出しました。")
    else:
        write_output(data)
