# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What sort of thing a new element is likely to be, by what the cases answer a provision with."""

from collections import Counter
from collections.abc import Iterable

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.vocabulary import ElementType


def suggested_type(provision_id: str, cases: Iterable[ComparedDesign]) -> ElementType | None:
    """Return the sort of thing that answers a provision most often; None where nothing does.

    Of two that do so equally often it is the one that is rarer otherwise: money is what a
    provision about funding is about, even where as many activities answer it.
    """
    elements = [element for case in cases for element in case.design.elements]
    everywhere = Counter(element.type for element in elements)
    here = Counter(
        element.type
        for element in elements
        if any(answer.id == provision_id for answer in element.provisions)
    )
    order = list(ElementType)
    return max(
        here, key=lambda kind: (here[kind], -everywhere[kind], -order.index(kind)), default=None
    )
