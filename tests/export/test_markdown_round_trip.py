# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Blocks written as Markdown and opened again read the same, whatever stands in them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kyosei_desk.domain.blocks import (
    Block,
    Citation,
    Fact,
    Facts,
    Inline,
    Inlines,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Reference,
    Table,
    Text,
    plain_text,
)
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.passages import Passage, PassageKind
from kyosei_desk.export.markdown import MarkdownWriter
from kyosei_desk.library.markdown import parse_body
from tests.domain.samples import items, report, words

HEAD = "## 節 {#x}\n\n"


def written(blocks: tuple[Block, ...], title: str = "節") -> str:
    """Return what the writer makes of a section: without head and sources."""
    passage = Passage("reports/gamma", "x", PassageKind.SECTION, 2, title, blocks, "s1")
    text = MarkdownWriter(report()).write([passage])
    return text.split("\n\n", 2)[2].rsplit("\n\n## 出典", 1)[0]


def opened(markdown: str) -> tuple[Block, ...]:
    """Return Markdown as the program reads it."""
    body = parse_body(markdown.replace("## 節\n", HEAD, 1), Path("a.md"), 1, "cases/beta")
    (section,) = body.sections
    return section.blocks


class Spelling:
    """Turns blocks into what the writer spells out: source numbers, labels of facts and notes."""

    def __init__(self, *sources: str):
        """Number the sources of a document."""
        self._numbers = {source: number for number, source in enumerate(sources, 1)}

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(map(self._block, blocks))

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return Paragraph(inlines=self._run(block.inlines))
            case ListBlock():
                return self._list(block)
            case Table():
                header, *rows = (tuple(map(self._run, row)) for row in (block.header, *block.rows))
                return Table(header=header, rows=tuple(rows))
            case Facts():
                labelled = ((Text(text=f"{f.label}: "), *self._run(f.inlines)) for f in block.rows)
                return ListBlock(items=tuple(ListItem(inlines=inlines) for inlines in labelled))
            case Note():
                label = Paragraph(inlines=words(block.label))
                return Note(label="補足", blocks=(label, *self.blocks(block.blocks)))

    def _list(self, block: ListBlock) -> ListBlock:
        items = tuple(
            ListItem(inlines=self._run(i.inlines), children=tuple(map(self._list, i.children)))
            for i in block.items
        )
        return ListBlock(ordered=block.ordered, items=items)

    def _run(self, inlines: Inlines) -> Inlines:
        return tuple(map(self._inline, inlines))

    def _inline(self, part: Inline) -> Inline:
        if not isinstance(part, Citation):
            return part
        place = f" {part.place}" if part.place else ""
        return Text(text=f"[{self._numbers[part.source]}{place}]")


def outline(blocks: tuple[Block, ...]) -> list[object]:
    """Return the kinds of blocks, and what is nested in them."""
    found: list[object] = []
    for block in blocks:
        match block:
            case ListBlock():
                found.append((block.ordered, [outline(item.children) for item in block.items]))
            case Note():
                found.append(outline(block.blocks))
            case _:
                found.append(block.kind)
    return found


# Words made of what Markdown might take for something else. Two signs have a meaning of the
# program's own that nothing can take from them: "[@" a citation, "[^" a footnote.
hostile = st.text("#-+*_>|\\`~[]()!&;:=.,1 29aあ「」、。　<", min_size=1, max_size=8)
starts = st.sampled_from(["# ", "## ", "- ", "+ ", "* ", "> ", "1. ", "12) ", "---", "- - -"])
signs = st.sampled_from(["&amp;", "<br>", "**", "~~~", "```", "===", "|---|", "[x]: y", "\\\\|"])
wording = st.tuples(st.just("") | starts | signs, hostile).map("".join).map(str.strip).filter(bool)

texts = st.builds(Text, text=wording, strong=st.booleans())
cited = st.builds(Citation, source=st.just("s1"), place=st.none() | wording)
links = st.builds(Reference, text=wording, document=st.just("cases/nabari"))
runs: st.SearchStrategy[Inlines] = st.lists(texts | cited | links, min_size=1, max_size=3).map(
    tuple
)
flat = st.builds(
    ListBlock,
    ordered=st.booleans(),
    items=st.lists(st.builds(ListItem, inlines=runs), min_size=1, max_size=2).map(tuple),
)
lists = st.builds(
    ListBlock,
    ordered=st.booleans(),
    items=st.lists(
        st.builds(ListItem, inlines=runs, children=st.lists(flat, max_size=2).map(tuple)),
        min_size=1,
        max_size=12,
    ).map(tuple),
)
tables = st.integers(1, 3).flatmap(
    lambda width: st.builds(
        Table,
        header=st.tuples(*[runs] * width),
        rows=st.lists(st.tuples(*[runs] * width), max_size=2).map(tuple),
    )
)
facts = st.builds(
    Facts,
    rows=st.lists(st.builds(Fact, label=wording, inlines=runs), min_size=1, max_size=2).map(tuple),
)
paragraphs = st.builds(Paragraph, inlines=runs)
notes = st.builds(
    Note,
    label=wording.filter(lambda label: not label.startswith("[!")),
    blocks=st.lists(paragraphs | lists | tables, max_size=2).map(tuple),
)
streams: st.SearchStrategy[tuple[Block, ...]] = st.lists(
    paragraphs | lists | tables | facts | notes, min_size=1, max_size=3
).map(tuple)


@given(streams)
def test_any_blocks_read_the_same_when_opened_again(blocks: tuple[Block, ...]) -> None:
    again = opened(written(blocks))
    expected = Spelling("s1").blocks(blocks)
    assert plain_text(again) == plain_text(expected)
    assert outline(again) == outline(expected)


@given(streams)
def test_any_other_reader_of_markdown_shows_the_same_words(blocks: tuple[Block, ...]) -> None:
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    _, _, _, *tokens = reader.parse(written(blocks))
    shown = [child.content for token in tokens for child in token.children or []]
    expected = Spelling("s1").blocks(blocks)
    assert [kind for kind in ("code", "html") if any(kind in t.type for t in tokens)] == []
    assert "".join("".join(shown).split()) == "".join(plain_text(expected).split())


@given(wording)
def test_any_title_stays_a_title(title: str) -> None:
    (opening, inline, closing) = MarkdownIt("commonmark").parse(written((), title))
    assert (opening.tag, closing.tag) == ("h2", "h2")
    assert "".join(child.content for child in inline.children or []) == title


def test_the_library_reads_the_same_when_opened_again(corpus: Corpus) -> None:
    for document in corpus.documents:
        spelling = Spelling(*(source.id for source in document.sources))
        for passage in corpus.passages(document):
            text = MarkdownWriter(document).write([passage])
            _, body = text.split(f"\n{'#' * passage.level} ", 1)
            again = opened("## 節\n" + body.split("\n", 1)[1].rsplit("## 出典", 1)[0])
            expected = spelling.blocks(passage.blocks)
            assert plain_text(again) == plain_text(expected), passage.key
            assert outline(again) == outline(expected), passage.key


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# 一", r"\# 一"),
        ("#一", "#一"),
        ("- 一", r"\- 一"),
        ("-1", "-1"),
        ("---", r"\---"),
        ("+ 一", r"\+ 一"),
        ("> 一", r"\> 一"),
        ("1. 一", r"1\. 一"),
        ("29.9.12", "29.9.12"),
        ("2017) 一", r"2017\) 一"),
        ("a_b_c", r"a\_b\_c"),
        ("[x](y)", r"\[x\](y)"),
        ("&amp; & b", r"\&amp; & b"),
        ("~~一~~", r"\~\~一\~\~"),
        ("一\n二", "一二"),
    ],
)
def test_words_that_look_like_markup(text: str, line: str) -> None:
    assert written((Paragraph(inlines=words(text)),)) == f"## 節\n\n{line}"
    assert plain_text(opened(f"## 節\n\n{line}")) == text.replace("\n", "")


@pytest.mark.parametrize(
    ("strong", "line"),
    [
        ("要点", "文**要点**文"),
        ("「要点」", "文「**要点**」文"),
        (" 要点 ", "文 **要点** 文"),
        ("（）", "文（）文"),
        ("。", "文。文"),
    ],
)
def test_strong_words_between_letters(strong: str, line: str) -> None:
    inlines = (Text(text="文"), Text(text=strong, strong=True), Text(text="文"))
    assert written((Paragraph(inlines=inlines),)) == f"## 節\n\n{line}"


def test_brackets_inside_strong_words_stay_where_they_may() -> None:
    rows = (Fact(label="小学校数（市立のみ）", inlines=words("14校")),)
    assert written((Facts(rows=rows),)) == "## 節\n\n- **小学校数（市立のみ）**: 14校"


def test_lists_nested_below_the_tenth_item_belong_to_it() -> None:
    tenth = ListItem(inlines=words("十"), children=(items("十の一"),))
    block = ListBlock(ordered=True, items=(*items(*"123456789").items, tenth))
    assert written((block,)).endswith("\n10. 十\n    - 十の一")
    assert opened(written((block,))) == (block,)


def test_two_lists_in_a_row_stay_two() -> None:
    blocks = (items("一"), items("二"), items("三"), items("四", ordered=True))
    assert written(blocks) == "## 節\n\n- 一\n\n* 二\n\n- 三\n\n1. 四"
    assert opened(written(blocks)) == blocks


def test_words_behind_a_source_number_make_no_link_of_it() -> None:
    cited = Citation(source="s1")
    blocks = (
        Paragraph(inlines=(cited, *words("(注)"))),
        Paragraph(inlines=(cited, *words(": 注"))),
        Paragraph(inlines=(*words("注!"), Reference(text="名張", document="cases/nabari"))),
    )
    assert written(blocks).split("\n\n")[1:] == [
        r"[1]\(注)",
        r"[1]\: 注",
        r"注\![名張](cases/nabari)",
    ]


def test_an_empty_item_makes_no_heading_of_the_words_above_it() -> None:
    below = ListBlock(items=(ListItem(inlines=()),))
    block = ListBlock(items=(ListItem(inlines=words("一"), children=(below,)),))
    assert opened(written((block,))) == (block,)
