# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Designs made up for tests: by hand, and by Hypothesis."""

from collections.abc import Sequence

from hypothesis import strategies as st

from kyosei_desk.domain.designs import Element, Link, ProvisionCoverage, SupportDesign
from kyosei_desk.domain.vocabulary import (
    Coverage,
    ElementType,
    LinkType,
    Operator,
    WelfareField,
    Zone,
)
from kyosei_desk.export.diagram.cards import Guideline
from kyosei_desk.export.diagram.layout import Caption
from tests.domain.samples import small_corpus

PROVISIONS = ("p1.hub", "p1.training", "p9.unknown")
CAPTION = Caption("見本のしくみ図", ("出典: 見本",), "cases/sample")

_WORDS = (
    "まちの保健室",
    "地域包括支援センター",
    "CSW（コミュニティソーシャルワーカー）",
    "生活困窮者自立支援制度の自立相談支援",
    "市",
    "Joint-Sheet WWWWW iiii",
    "要対協",
)
names = st.one_of(
    st.sampled_from(_WORDS),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).filter(
        lambda text: bool(text.strip())
    ),
    st.sampled_from(_WORDS).map(lambda word: word * 12),
)
coverages = st.builds(
    ProvisionCoverage, id=st.sampled_from(PROVISIONS), coverage=st.sampled_from(Coverage)
)


def element(
    key: str,
    *,
    name: str = "まちの保健室",
    zone: Zone = Zone.ELEMENTARY,
    kind: ElementType = ElementType.PLACE,
    provisions: Sequence[ProvisionCoverage] = (),
    operators: Sequence[Operator] = (),
    count: int | None = None,
) -> Element:
    """Return an element of a sample design."""
    return Element(
        id=key,
        name=name,
        type=kind,
        zone=zone,
        operators=tuple(operators),
        fields=(WelfareField.ALL,),
        provisions=tuple(provisions),
        count=count,
        unit="か所" if count else None,
        text="説明です。",
        source="s1",
        place="左の欄",
    )


def link(
    start: str, end: str, kind: LinkType = LinkType.COOPERATE, label: str | None = None
) -> Link:
    """Return a link of a sample design."""
    return Link.model_validate(
        {"from": start, "to": end, "type": kind, "label": label, "source": "s1"}
    )


def guideline() -> Guideline:
    """Return the guideline of the sample corpus: one function with two provisions."""
    corpus = small_corpus()
    return Guideline(corpus.provisions, corpus.functions)


@st.composite
def designs(draw: st.DrawFn, most: int = 14, links: int = 18) -> SupportDesign:
    """Return any design: cycles, links to oneself and to other lanes, long names, nothing."""
    keys = [f"e{number}" for number in range(draw(st.integers(0, most)))]
    elements = tuple(
        element(
            key,
            name=draw(names),
            zone=draw(st.sampled_from(Zone)),
            kind=draw(st.sampled_from(ElementType)),
            provisions=draw(st.lists(coverages, max_size=3, unique_by=lambda one: one.id)),
            operators=draw(st.lists(st.sampled_from(Operator), max_size=3, unique=True)),
            count=draw(st.none() | st.integers(1, 99999)),
        )
        for key in keys
    )
    if not keys:
        return SupportDesign()
    ends = st.sampled_from(keys)
    drawn = draw(
        st.lists(
            st.builds(
                link, ends, ends, st.sampled_from(LinkType), st.none() | st.sampled_from(_WORDS)
            ),
            max_size=links,
        )
    )
    return SupportDesign(elements=elements, links=tuple(drawn))
