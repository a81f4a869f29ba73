# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Hypothesis strategies for blocks of text."""

from hypothesis import strategies as st

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
)

# Words as documents have them: kanji, kana, full-width signs, Latin letters and figures.
words = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0xFFEF, exclude_categories=["Cs", "Cc"]),
    min_size=1,
    max_size=12,
).filter(lambda text: bool(text.strip()))
ids = st.from_regex(r"[a-z][a-z0-9]{0,5}", fullmatch=True)

texts = st.builds(Text, text=words, strong=st.booleans())
citations = st.builds(Citation, source=ids, place=st.none() | words)
references = st.builds(
    Reference, text=words, document=ids.map("cases/{}".format), anchor=st.none() | ids
)
inline: st.SearchStrategy[Inline] = st.one_of(texts, citations, references)
inlines: st.SearchStrategy[Inlines] = st.lists(inline, max_size=4).map(tuple)

paragraphs = st.builds(Paragraph, inlines=inlines)
flat_lists = st.builds(
    ListBlock,
    ordered=st.booleans(),
    items=st.lists(st.builds(ListItem, inlines=inlines), min_size=1, max_size=3).map(tuple),
)
lists = st.builds(
    ListBlock,
    ordered=st.booleans(),
    items=st.lists(
        st.builds(ListItem, inlines=inlines, children=st.lists(flat_lists, max_size=1).map(tuple)),
        min_size=1,
        max_size=3,
    ).map(tuple),
)
tables = st.integers(1, 3).flatmap(
    lambda width: st.builds(
        Table,
        header=st.tuples(*[inlines] * width),
        rows=st.lists(st.tuples(*[inlines] * width), max_size=3).map(tuple),
    )
)
facts = st.builds(
    Facts, rows=st.lists(st.builds(Fact, label=words, inlines=inlines), max_size=3).map(tuple)
)
notes = st.builds(
    Note, label=words, blocks=st.lists(st.one_of(paragraphs, lists), max_size=3).map(tuple)
)
blocks: st.SearchStrategy[tuple[Block, ...]] = st.lists(
    st.one_of(paragraphs, lists, tables, facts, notes), max_size=4
).map(tuple)
