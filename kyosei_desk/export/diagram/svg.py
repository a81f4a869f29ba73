# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Structure diagrams as SVG: self-contained, crisp at any size, the same bytes every time."""

from collections.abc import Iterable, Sequence
from html import escape

from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.diagram.model import (
    Badge,
    Card,
    Connector,
    Diagram,
    Head,
    Label,
    LegendEntry,
    Tag,
    TextLine,
)
from kyosei_desk.export.diagram.paths import (
    DOUBLE_INSIDE,
    STROKES,
    Steps,
    head_steps,
    inside_lines,
    outline,
    rectangle,
    routes_steps,
)
from kyosei_desk.export.diagram.sizes import BADGE, BADGE_TEXT, CORNER, SUBTLE_ROLES, TEXT_SIZES
from kyosei_desk.export.diagram.tags import TAG_CORNER
from kyosei_desk.export.shapes import Rect

FAMILIES = (
    "BIZ UDPGothic",
    "Yu Gothic UI",
    "Meiryo",
    "Hiragino Sans",
    "Noto Sans CJK JP",
    "sans-serif",
)


def diagram_svg(diagram: Diagram, colors: DiagramColors) -> str:
    """Return the diagram as an SVG document in one string."""
    return "\n".join(_Writer(diagram, colors).lines()) + "\n"


class _Writer:
    def __init__(self, diagram: Diagram, colors: DiagramColors):
        self._diagram = diagram
        self._colors = colors

    def lines(self) -> Iterable[str]:
        diagram, colors = self._diagram, self._colors
        width, height = _number(diagram.width), _number(diagram.height)
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
            f' viewBox="0 0 {width} {height}" role="img" lang="ja"'
            ' aria-labelledby="title description">'
        )
        yield f'<title id="title">{_words(diagram.title)}</title>'
        yield f'<desc id="description">{_words(diagram.description)}</desc>'
        yield f"<style>{_style(colors)}</style>"
        sheet = Rect(0, 0, diagram.width, diagram.height)
        yield _path(rectangle(sheet), fill=colors.surface)
        yield from map(_text, diagram.head)
        yield from self._lanes()
        for connector in diagram.connectors:
            yield from self._connector(connector)
        for card in diagram.cards:
            yield from self._card(card)
        yield from self._labels()
        for entry in diagram.legend:
            yield from self._legend(entry)
        yield from map(_text, diagram.notes)
        yield "</svg>"

    def _lanes(self) -> Iterable[str]:
        colors = self._colors
        for number, lane in enumerate(self._diagram.lanes):
            yield _path(rectangle(lane.rect), fill=colors.ground(number), stroke=colors.line)
            for place, band in enumerate(lane.bands):
                if place:
                    rect = band.rect
                    ends = (("M", (rect.x, rect.y)), ("L", (rect.right, rect.y)))
                    yield _path(ends, fill="none", stroke=colors.line, dashes=(4, 4))
                yield from map(_text, band.lines)

    def _connector(self, connector: Connector, *, lane: int | None = None) -> Iterable[str]:
        yield "<g>" + (f"<title>{_words(connector.words)}</title>" if connector.words else "")
        stroke, color = STROKES[connector.kind], self._colors.subtle
        steps = routes_steps(connector, connector.routes)
        yield _path(steps, fill="none", stroke=color, width=stroke.width, dashes=stroke.dashes)
        if stroke.double:
            at = self._diagram.lane_at(connector.routes[0].points[0][1]) if lane is None else lane
            ground = self._colors.ground(at)
            yield _path(steps, fill="none", stroke=ground, width=DOUBLE_INSIDE)
        yield from (self._head(connector, head) for head in connector.heads)
        yield "</g>"

    def _head(self, connector: Connector, head: Head) -> str:
        return _path(head_steps(connector.kind, head), fill=self._colors.subtle)

    def _card(self, card: Card) -> Iterable[str]:
        colors = self._colors
        fill, edge = colors.fill(card.number), colors.outline(card.number)
        yield f'<g data-address="{escape(card.address)}"><title>{_words(card.words)}</title>'
        yield _path(outline(card.shape, card.rect), fill=fill, stroke=edge, width=colors.card_edge)
        inside = inside_lines(card.shape, card.rect)
        if inside:
            yield _path(inside, fill="none", stroke=edge, width=1)
        yield from map(_text, card.lines)
        for badge in card.badges:
            yield from self._badge(badge)
        if card.tag is not None:
            yield from self._tag(card.tag)
        yield "</g>"

    def _tag(self, tag: Tag) -> Iterable[str]:
        colors = self._colors
        yield _path(rectangle(tag.rect, TAG_CORNER), fill=colors.surface, stroke=colors.text)
        yield _text(tag.text)

    def _badge(self, badge: Badge) -> Iterable[str]:
        color = self._colors.functions[badge.number]
        x, y = badge.centre
        inside = color if badge.filled else self._colors.surface
        written = self._colors.surface if badge.filled else color
        yield (
            f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_number(BADGE / 2 - 0.6)}"'
            f' fill="{inside}" stroke="{color}" stroke-width="1.2"/>'
        )
        yield (
            f'<text class="badge" x="{_number(x)}" y="{_number(y + BADGE_TEXT * 0.36)}"'
            f' style="fill:{written}">{badge.mark}</text>'
        )

    def _labels(self) -> Iterable[str]:
        for connector in self._diagram.connectors:
            if connector.label is not None:
                yield from self._label(connector.label)

    def _label(self, label: Label) -> Iterable[str]:
        lane = self._diagram.lane_at(label.rect.middle[1])
        yield _path(rectangle(label.rect, CORNER / 2), fill=self._colors.ground(lane))
        yield from map(_text, label.lines)

    def _legend(self, entry: LegendEntry) -> Iterable[str]:
        if entry.badge is not None:
            yield from self._badge(entry.badge)
        if entry.tag is not None:
            yield from self._tag(entry.tag)
        if entry.shape is not None:
            shape, rect = entry.shape
            yield _path(outline(shape, rect), fill=self._colors.surface, stroke=self._colors.subtle)
            inside = inside_lines(shape, rect)
            if inside:
                yield _path(inside, fill="none", stroke=self._colors.subtle, width=1)
        if entry.line is not None:
            yield from self._connector(entry.line, lane=0)
        yield _text(entry.text)


def _style(colors: DiagramColors) -> str:
    families = ",".join(f"'{family}'" if " " in family else family for family in FAMILIES)
    rules = [f"text{{font-family:{families};fill:{colors.text}}}"]
    for role, (size, bold) in TEXT_SIZES.items():
        weight = ";font-weight:700" if bold else ""
        color = f";fill:{colors.subtle}" if role in SUBTLE_ROLES else ""
        rules.append(f".{role.value}{{font-size:{_number(size)}px{weight}{color}}}")
    rules.append(f".badge{{font-size:{BADGE_TEXT}px;font-weight:700;text-anchor:middle}}")
    rules.append(".centred{text-anchor:middle}")
    return "".join(rules)


def _text(line: TextLine) -> str:
    classes = line.role.value + (" centred" if line.centred else "")
    return (
        f'<text class="{classes}" x="{_number(line.x)}" y="{_number(line.y)}">'
        f"{_words(line.text)}</text>"
    )


def _path(
    steps: Steps,
    *,
    fill: str,
    stroke: str | None = None,
    width: float = 1.0,
    dashes: Sequence[float] = (),
) -> str:
    data = "".join(letter + " ".join(map(_number, numbers)) for letter, numbers in steps)
    more = f' stroke="{stroke}" stroke-width="{_number(width)}"' if stroke else ""
    if dashes:
        more += f' stroke-dasharray="{" ".join(map(_number, dashes))}"'
    return f'<path d="{data}" fill="{fill}"{more}/>'


def _number(value: float) -> str:
    """Return a coordinate in as few characters as its two decimals need."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


_XML_UNFIT = dict.fromkeys((*range(0, 9), 11, 12, *range(14, 32)))
_XML_UNFIT |= {0xFFFE: None, 0xFFFF: None}


def _words(text: str) -> str:
    """Return a text as XML holds it."""
    return escape(text.translate(_XML_UNFIT).encode("utf-8", "replace").decode())
