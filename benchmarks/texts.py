# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Texts to measure on: what they are, and how they become a corpus of the program.

A :class:`TextPart` is what an engine indexes and returns; ``document`` is what answers are
judged by. Long files are cut into parts for this program only, which searches by passage;
the other engines are given whole files, as they are used.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

from kyosei_desk.domain.blocks import Paragraph, Text
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import Document, ReportDocument, Section
from kyosei_desk.domain.passages import Passage, PassageKind

_SUFFIXES = (".txt", ".md", ".text", "")
_PART_CHARS = 1200  # a passage of a long file ends at the first paragraph border after this
_HEADING = re.compile(r"#{1,6}\s+(?P<title>\S.*)|(?P<plain>[^。、！？\n]{1,40})")
_SOURCE = {"id": "s1", "title": "計測", "publisher": "計測", "date": 2018, "locator": "全文"}
_HEAD = {"kind": "report", "date": 2018, "as_of": 2018, "sources": [_SOURCE], "summary": "計測"}


@dataclass(frozen=True, slots=True)
class TextPart:
    """A text with its own name, the document it belongs to, and its title if it has one."""

    name: str
    document: str
    title: str
    text: str

    @property
    def whole(self) -> str:
        """Title and text, as an engine that knows no titles is given them."""
        return f"{self.title}\n{self.text}" if self.title else self.text


class TextCorpus(Corpus):
    """A corpus of nothing but the given texts: no summaries are made up for it."""

    def passages(self, document: Document) -> tuple[Passage, ...]:
        """Return the sections of a document; see the base class."""
        found = super().passages(document)
        return tuple(p for p in found if p.kind is PassageKind.SECTION)

    @cached_property
    def passage_count(self) -> int:
        """How many sections all documents have together; see the base class."""
        return sum(len(document.sections) for document in self.documents)


def make_corpus(parts: Sequence[TextPart]) -> tuple[TextCorpus, dict[str, str]]:
    """Return a corpus with one passage a part, and the document of each made-up id.

    Parts of one document must follow each other.
    """
    documents: list[Document] = []
    names: dict[str, str] = {}
    for number, (name, group) in enumerate(groupby(parts, key=lambda part: part.document)):
        document_id = f"reports/text-{number}"
        names[document_id] = name
        held = list(group)
        sections = tuple(_section(index, part) for index, part in enumerate(held))
        title = held[0].title or _stem_words(name) or "資料"
        documents.append(
            ReportDocument.model_validate(
                {**_HEAD, "id": document_id, "title": title, "sections": sections}
            )
        )
    return TextCorpus(documents, []), names


def _section(index: int, part: TextPart) -> Section:
    lines = [line for line in part.text.split("\n") if line.strip()] or ["（空）"]
    blocks = tuple(Paragraph(inlines=(Text(text=line),)) for line in lines)
    return Section(id=f"p{index}", level=2, title=part.title, blocks=blocks)


def _stem_words(name: str) -> str:
    """Return a file name as a title if people gave it: it holds Japanese letters."""
    stem = Path(name).stem
    return stem if re.search(r"[ぁ-んァ-ヶ一-龠]", stem) else ""


def read_folder(folder: Path) -> list[TextPart]:
    """Return every text file below a folder as one part, in name order.

    Raises:
        OSError: a file cannot be read.
    """
    paths = sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix.lower() in _SUFFIXES)
    found = []
    for path in paths:
        name = path.relative_to(folder).as_posix()
        text = path.read_text(encoding="utf-8", errors="replace")
        title, body = _split_title(text)
        found.append(TextPart(name, name, title, body))
    return found


def _split_title(text: str) -> tuple[str, str]:
    """Take a heading or a short first line with more text after it for the title."""
    first, _, rest = text.lstrip("\ufeff\n ").partition("\n")
    match = _HEADING.fullmatch(first.strip())
    if match and rest.strip():
        return match["title"] or match["plain"], rest
    return "", text


def cut_long(parts: Iterable[TextPart]) -> list[TextPart]:
    """Cut long texts at paragraph borders into parts of about 1,200 characters."""
    found: list[TextPart] = []
    for part in parts:
        if len(part.text) <= _PART_CHARS * 2:
            found.append(part)
            continue
        pieces = _pieces(part.text)
        found += [
            TextPart(f"{part.name}#{number}", part.document, part.title, piece)
            for number, piece in enumerate(pieces)
        ]
    return found


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    held: list[str] = []
    size = 0
    for line in text.split("\n"):
        held.append(line)
        size += len(line)
        if size >= _PART_CHARS:
            pieces.append("\n".join(held))
            held, size = [], 0
    if any(line.strip() for line in held):
        pieces.append("\n".join(held))
    return pieces
