# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kyosei_desk.domain.designs import SupportDesign
from kyosei_desk.domain.errors import OutputFileError, ResourceError
from kyosei_desk.domain.vocabulary import ElementType, LinkType, Zone
from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.diagram.file import DiagramFormat, diagram_bytes
from kyosei_desk.export.diagram.layout import Caption, draw_up
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.export.diagram.paths import STROKES, inside_lines, outline
from kyosei_desk.export.diagram.svg import diagram_svg
from kyosei_desk.export.shapes import Rect
from kyosei_desk.files import write_output_file
from kyosei_desk.library.locations import BundledFolders
from tests.export.diagram.designs import CAPTION, element, guideline, link
from tests.export.diagram.samples import COLORS


def all_kinds() -> Diagram:
    """Return a diagram with every type of element and every kind of link."""
    elements = tuple(
        element(f"e{n}", kind=kind, zone=list(Zone)[n]) for n, kind in enumerate(ElementType)
    )
    links = tuple(link(f"e{n}", f"e{(n + 2) % 7}", kind) for n, kind in enumerate(LinkType))
    return draw_up(SupportDesign(elements=elements, links=links), guideline(), CAPTION)


def test_nothing_is_fetched_from_elsewhere() -> None:
    text = diagram_svg(all_kinds(), COLORS)
    assert re.findall(r"(?:https?:|url\(|href=|@import)[^\"']*", text) == [
        "http://www.w3.org/2000/svg"
    ]


def test_words_are_escaped() -> None:
    design = SupportDesign(elements=(element("a", name="<script>&\"'\x0b\x00"),))
    caption = Caption("<b>&", ("]]>",), 'cases/"x')
    root = ElementTree.fromstring(diagram_svg(draw_up(design, guideline(), caption), COLORS))
    texts = "".join(root.itertext())
    assert "<script>&\"'" in texts
    assert "<b>&" in texts


def test_kinds_of_links_are_told_apart_without_colour() -> None:
    looks = {(stroke.width, stroke.dashes, stroke.double) for stroke in STROKES.values()}
    assert set(STROKES) == set(LinkType)
    assert len(looks) == len(LinkType)


def test_types_of_elements_are_told_apart_without_colour() -> None:
    rect = Rect(0, 0, 176, 44)
    looks = {(outline(kind, rect), inside_lines(kind, rect)) for kind in ElementType}
    assert len(looks) == len(ElementType)


def test_colours_are_those_given() -> None:
    colors = replace(COLORS, subtle="#123456")
    assert "#123456" in diagram_svg(all_kinds(), colors)
    assert "#123456" not in diagram_svg(all_kinds(), COLORS)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_theme_has_the_colours(bundled: BundledFolders, theme: str) -> None:
    colors = DiagramColors.read(bundled.resources / "themes" / f"{theme}.json")
    assert len(colors.functions) == len(colors.softs) == 5
    assert colors.outline(None) == colors.control
    assert colors.fill(2) == colors.softs[2]


@pytest.mark.parametrize("content", [None, "{", "{}", "[]", '{"text": "#000"}'])
def test_broken_colours_are_a_broken_resource(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "light.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(ResourceError):
        DiagramColors.read(path)


def test_a_file_holds_what_its_format_says(tmp_path: Path) -> None:
    diagram = all_kinds()

    def draw(given: Diagram, colors: DiagramColors) -> bytes:
        assert (given, colors) == (diagram, COLORS)
        return b"picture"

    assert diagram_bytes(diagram, COLORS, DiagramFormat.PNG, draw) == b"picture"
    svg = diagram_bytes(diagram, COLORS, DiagramFormat.SVG, draw)
    assert svg == diagram_svg(diagram, COLORS).encode()
    write_output_file(tmp_path / "a.svg", svg)
    assert (tmp_path / "a.svg").read_bytes() == svg


def test_a_file_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(OutputFileError):
        write_output_file(tmp_path / "taken" / "a.svg", b"")
