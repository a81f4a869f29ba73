# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Whatever a design looks like, its diagram holds."""

import os
from xml.etree import ElementTree

from hypothesis import given, settings

from kyosei_desk.domain.designs import SupportDesign
from kyosei_desk.export.diagram.layout import draw_up
from kyosei_desk.export.diagram.svg import diagram_svg
from tests.export.diagram.checks import everything_wrong
from tests.export.diagram.designs import CAPTION, designs, guideline
from tests.export.diagram.samples import COLORS

_EXAMPLES = int(os.environ.get("KYOSEI_FUZZ", "") or 25)


@given(designs())
@settings(max_examples=_EXAMPLES)
def test_any_design_is_drawn_whole(design: SupportDesign) -> None:
    diagram = draw_up(design, guideline(), CAPTION)
    assert list(everything_wrong(diagram, design)) == []
    ElementTree.fromstring(diagram_svg(diagram, COLORS))
