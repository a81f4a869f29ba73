# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A comparison as a page: it needs nothing else, and no word in it becomes a tag."""

from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from kyosei_desk.domain.comparing.matrix import Matrix
from kyosei_desk.export.comparison.file import (
    ComparisonFormat,
)
from tests.domain.comparing_samples import answering, column, matrix
from tests.export.comparison.written import (
    HTML,
    MARKDOWN,
    text_of,
)

NASTY = "=HYPERLINK(\"x\")|<script>alert('1')</script>`*_[a](b)"


class Page(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.outside: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.add(value or "")
            elif name == "href" and (value or "").startswith("#"):
                self.links.add((value or "")[1:])
            elif name in ("src", "href", "action"):
                self.outside.append(value or "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def page(made: Matrix) -> Page:
    parsed = Page()
    parsed.feed(text_of(made, HTML))
    parsed.close()
    return parsed


def test_html_needs_nothing_else(bundled_matrix: Matrix) -> None:
    found = page(bundled_matrix)
    assert found.outside == []
    assert not {"script", "img", "link", "iframe"} & set(found.tags)
    assert "url(" not in text_of(bundled_matrix, HTML)
    assert found.links <= found.ids
    assert found.links


def test_html_is_made_for_paper_on_its_side(bundled_matrix: Matrix) -> None:
    written = text_of(bundled_matrix, HTML)
    assert "@page { size: A4 landscape" in written
    assert "position: sticky" in written
    assert "table-header-group" in written


@pytest.mark.parametrize("file_format", [HTML, MARKDOWN])
def test_no_word_becomes_a_tag(file_format: ComparisonFormat) -> None:
    nasty = answering("x", hub="full").model_copy(update={"name": NASTY, "place": NASTY})
    made = matrix(column(NASTY, nasty), column("b"))
    written = text_of(made, file_format)
    html = written if file_format is HTML else MarkdownIt("commonmark").render(written)
    parsed = Page()
    parsed.feed(html)
    assert "script" not in parsed.tags
    assert parsed.outside == []
    assert "<script>alert('1')</script>" in "".join(parsed.words)
