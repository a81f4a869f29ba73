# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""``search``: one question, or one a line with ``--batch``."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from kyosei_desk.cli.output import ExitCode, print_error, print_json, print_json_line
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import InputFileError
from kyosei_desk.search.model import (
    FacetName,
    Filters,
    Hit,
    SearchRequest,
    SearchResponse,
)
from kyosei_desk.services import Services, ignore_progress, never
from kyosei_desk.wording.search import diagnosis_lines, match_label


def run_search(arguments: argparse.Namespace, services: Services, *, as_json: bool) -> ExitCode:
    """Answer the question, or every line of the batch; 1 when nothing was found."""
    if (arguments.query is None) == (arguments.batch is None):
        print_error("さがすことばか --batch FILE の、どちらか1つを書いてください。")
        return ExitCode.WRONG_USE
    corpus = services.load_corpus()
    filters = _filters(arguments, corpus)
    if filters is None:
        return ExitCode.WRONG_USE
    searcher = services.open_search(corpus, ignore_progress, never).searcher
    if arguments.batch is None:
        request = SearchRequest(arguments.query, filters, arguments.limit)
        response = searcher.search(request)
        if as_json:
            print_json(response_json(response))
        else:
            _print_response(response)
        return ExitCode.OK if response.hits else ExitCode.NOTHING
    for line in _batch_lines(arguments.batch):
        response = searcher.search(SearchRequest(line, filters, arguments.limit))
        print_json_line(response_json(response))
    return ExitCode.OK


def response_json(response: SearchResponse) -> dict[str, object]:
    """Return a response in the shape the command line promises."""
    return {
        "query": response.query,
        "total": response.total,
        "documents": response.documents,
        "took_ms": round(response.took_ms, 2),
        "relaxed": response.relaxed,
        "choices": [
            {"text": choice.text, "meanings": list(choice.meanings)} for choice in response.choices
        ],
        "hits": [_hit_json(hit) for hit in response.hits],
        "diagnosis": None
        if response.diagnosis is None
        else {
            "missing": list(response.diagnosis.missing),
            "nearest": {word: list(near) for word, near in response.diagnosis.nearest},
            "without_filters": response.diagnosis.without_filters,
            "text": diagnosis_lines(response.diagnosis),
        },
    }


def _hit_json(hit: Hit) -> dict[str, object]:
    return {
        "id": hit.document_id,
        "section": hit.section_id,
        "kind": hit.kind,
        "title": hit.title,
        "section_title": hit.section_title,
        "municipality": hit.municipality,
        "as_of": hit.as_of,
        "score": round(hit.score, 4),
        "snippet": hit.snippet.text,
        "marks": [[mark.start, mark.end] for mark in hit.snippet.marks],
        "matched": [
            {"rule": match.rule.value, "query": match.query, "text": match.text}
            for match in hit.matched
        ],
        "source": hit.source,
        "path": hit.path,
    }


def _filters(arguments: argparse.Namespace, corpus: Corpus) -> Filters | None:
    filters: Filters = {}
    if arguments.kind:
        filters[FacetName.KIND] = frozenset(arguments.kind)
    if arguments.operator:
        filters[FacetName.OPERATOR] = frozenset(arguments.operator)
    if arguments.provision:
        unknown = [p for p in arguments.provision if p not in corpus.provisions]
        if unknown:
            print_error(
                f"指針の項目「{unknown[0]}」はありません。"
                f"使えるのは {'、'.join(corpus.provisions)} です。"
            )
            return None
        filters[FacetName.PROVISION] = frozenset(arguments.provision)
    if arguments.municipality:
        codes = set()
        for name in arguments.municipality:
            found = [m.code for m in corpus.municipalities.values() if name in (m.code, m.name)]
            if not found:
                print_error(
                    f"「{name}」という自治体はありません。名か6けたのコードで書いてください。"
                )
                return None
            codes.update(found)
        filters[FacetName.MUNICIPALITY] = frozenset(codes)
    return filters


def _batch_lines(name: str) -> Iterator[str]:
    """Yield the questions, one a line; standard input is answered line by line as it comes."""
    try:
        if name == "-":
            yield from (line.rstrip("\r\n") for line in sys.stdin)
        else:
            with Path(name).open(encoding="utf-8-sig") as stream:
                yield from (line.rstrip("\n") for line in stream)
    except OSError as error:
        raise InputFileError(name, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise InputFileError(name, "UTF-8") from error


def _print_response(response: SearchResponse) -> None:
    if response.relaxed:
        print("すべてのことばを含む場所がないため、多くを含む場所を示します。\n")
    for number, hit in enumerate(response.hits, 1):
        where = (
            hit.title if hit.title == hit.section_title else f"{hit.title} › {hit.section_title}"
        )
        place = f"（{hit.municipality}）" if hit.municipality else ""
        print(f"{number}. {where}{place}")
        print(f"   {hit.document_id}#{hit.section_id}　{hit.as_of} 現在")
        print(f"   {_marked(hit)}")
        print(f"   {' / '.join(match_label(match) for match in hit.matched)}")
        print(f"   出典: {hit.source}\n")
    if response.diagnosis:
        print("\n".join(diagnosis_lines(response.diagnosis)))
    elif response.hits:
        print(f"{response.total} 件・{response.documents} 資料")


def _marked(hit: Hit) -> str:
    text, position = "", 0
    for mark in hit.snippet.marks:
        text += hit.snippet.text[position : mark.start]
        text += f"【{hit.snippet.text[mark.start : mark.end]}】"
        position = mark.end
    return (text + hit.snippet.text[position:]).replace("\n", " ")
