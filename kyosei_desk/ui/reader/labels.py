# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Short words the search page and the reader share: functions, dates, paths."""

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.documents import Document
from kyosei_desk.domain.passages import municipality_label

PATH_SEPARATOR = " › "
# The functions' official labels are whole sentences; these stand on chips and tags.
FUNCTION_NAMES: dict[int, str] = {
    0: "計画",
    1: "地域づくり",
    2: "受け止める場",
    3: "多機関協働",
    4: "都道府県",
}


def function_tag(number: int) -> str:
    """Return a function as it stands on a chip: ``【2】受け止める場``."""
    return f"【{number}】{FUNCTION_NAMES[number]}" if number else FUNCTION_NAMES[0]


def function_numbers(corpus: Corpus, provisions: tuple[str, ...]) -> tuple[int, ...]:
    """Return the numbers of the functions that provisions belong to, the plan (0) last."""
    found = set()
    for provision_id in provisions:
        provision = corpus.provisions.get(provision_id)
        function = corpus.functions.get(provision.function) if provision else None
        if function is not None:
            found.add(function.number or 0)
    return tuple(sorted(found, key=lambda number: (number == 0, number)))


def date_label(date: PartialDate, era_first: bool) -> str:
    """Return a date in the style of the settings."""
    return date.era() if era_first else date.western()


def document_path(corpus: Corpus, document: Document) -> str:
    """Return where a document stands: ``事例 › 名張市（三重県）``."""
    municipality = corpus.municipality(document)
    place = (municipality_label(municipality),) if municipality else ()
    return PATH_SEPARATOR.join((document.kind.label, *place))
