# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Running Japanese text nobody here wrote: statutes, and the manuals of Debian.

Neither is part of the project. Statutes are read from a folder given with ``--laws`` or
``KYOSEI_BENCH_LAWS``; the manuals from where the packages debian-reference-ja,
debian-faq-ja and others put them.
"""

import html
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.texts import TextPart
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.library.loading import load_corpus
from kyosei_desk.library.locations import bundled_folders

MANUALS = Path("/usr/share")
_PAGES = (
    "debian-reference/*.ja.html",
    "doc/debian/FAQ/ja/*.html",
    "doc/maint-guide/html/*.ja.html",
    "doc/debmake-doc/html/*.ja.html",
)
_PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_KANA = re.compile("[ぁ-ん]")
_LEAST = 60
_ARTICLE = re.compile(r'^(?:<a id="(?P<id>[^"]+)"></a>\s*)', re.MULTILINE)
_MARKUP = re.compile(r'<a id="[^"]*"></a>\n?|\*\*|^\*|\*$', re.MULTILINE)


def read_manuals(root: Path = MANUALS) -> list[TextPart]:
    """Return the paragraphs of the manuals, each a document; none when nothing is installed."""
    texts: dict[str, str] = {}
    for pattern in _PAGES:
        for path in sorted(root.glob(pattern)):
            for number, text in enumerate(_paragraphs(path)):
                texts.setdefault(text, f"{path.parent.name}-{path.stem}-{number:04d}")
    return [TextPart(name, name, "", text) for text, name in texts.items()]


def _paragraphs(path: Path) -> Iterator[str]:
    for match in _PARAGRAPH.finditer(path.read_text(encoding="utf-8", errors="replace")):
        text = html.unescape(_TAG.sub("", match.group(1)))
        text = re.sub(r"\s*\n\s*", "", text).strip()
        if len(text) >= _LEAST and len(_KANA.findall(text)) * 5 >= len(text):
            yield text


def read_laws(folder: Path) -> list[TextPart]:
    """Return the articles of the statutes in a folder of Markdown files, each a document."""
    found: list[TextPart] = []
    for path in sorted(folder.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        name = text.lstrip("# ").partition("\n")[0].strip()
        marks = list(_ARTICLE.finditer(text))
        if not marks:
            continue
        borders = [mark.start() for mark in marks[1:]] + [len(text)]
        for number, (mark, end) in enumerate(zip(marks, borders, strict=True)):
            body = _MARKUP.sub("", text[mark.end() : end]).strip()
            if len(body) > len(mark["id"]) + 10:
                part = f"{path.stem}-{number:04d}"
                found.append(TextPart(part, part, f"{name} {mark['id']}", body))
    return found


def bundled_parts() -> list[TextPart]:
    """Return the passages of the bundled library, by document."""
    corpus = bundled_corpus()
    return [
        TextPart(passage.key, document.id, passage.title, passage.text)
        for document in corpus.documents
        for passage in corpus.passages(document)
    ]


def bundled_corpus() -> Corpus:
    """Read the bundled library, keeping no snapshot of it."""
    with tempfile.TemporaryDirectory(prefix="kyosei-bench-") as cache:
        return load_corpus(bundled_folders(), Path(cache))
