# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The plan as an SVG drawing, of which all that is said can also be heard."""

from html import escape

from kyosei_desk.export.project.plan_drawing import (
    LETTER,
    WIDTH,
    Box,
    Shape,
    Stroke,
    Words,
    plan_drawing,
)
from kyosei_desk.export.project.report import Plan

TEXT_COLOR, STRONG_COLOR, FAINT_COLOR, BAR_COLOR = "#1a1a1a", "#4d4d4d", "#d0d0d0", "#9db8d6"


def plan_svg(plan: Plan) -> str:
    """Return the drawing as an element of a page."""
    drawing = plan_drawing(plan)
    said = "。".join([plan.caption, *(f"{bar.name}、{bar.when}" for bar in plan.bars)])
    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg" role="img"'
        f' viewBox="0 0 {WIDTH:g} {drawing.height:g}" aria-label="{escape(said)}"'
        f' font-size="{LETTER:g}">',
        *map(_shape, drawing.shapes),
        "</svg>",
    ]
    return "\n".join(lines)


def _shape(shape: Shape) -> str:
    match shape:
        case Stroke():
            color = STRONG_COLOR if shape.strong else FAINT_COLOR
            return (
                f'<line x1="{shape.x1:.1f}" y1="{shape.y1:.1f}" x2="{shape.x2:.1f}"'
                f' y2="{shape.y2:.1f}" stroke="{color}"/>'
            )
        case Words():
            weight = ' font-weight="bold"' if shape.bold else ""
            return (
                f'<text x="{shape.x:.1f}" y="{shape.y:.1f}" fill="{TEXT_COLOR}"'
                f' text-anchor="{shape.anchor}"{weight}>{escape(shape.text)}</text>'
            )
        case Box():
            rect = shape.rect
            return (
                f'<rect x="{rect.x:.1f}" y="{rect.y:.1f}" width="{rect.width:.1f}"'
                f' height="{rect.height:.1f}" rx="3" fill="{BAR_COLOR}" stroke="{TEXT_COLOR}">'
                f"<title>{escape(shape.said)}</title></rect>"
            )
