# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""``search``: one question, or one a line with ``--batch``."""

import argparse
import datetime
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kyosei_desk.cli.date_style import era_first
from kyosei_desk.cli.output import (
    ExitCode,
    print_error,
    print_json,
    print_json_line,
    write_output,
)
from kyosei_desk.domain.citing import as_of_subject
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.errors import InputFileError
from kyosei_desk.domain.sources import date_words
from kyosei_desk.export.results import ResultTable
from kyosei_desk.export.results_file import ResultFormat, results_bytes, write_results
from kyosei_desk.search.model import (
    Diagnosis,
    FacetName,
    Filters,
    Hit,
    MatchRule,
    SearchRequest,
    SearchResponse,
    SortOrder,
)
from kyosei_desk.services import Services, ignore_progress, never
from kyosei_desk.wording.results import result_table
from kyosei_desk.wording.search import RELAXED_SENTENCE, diagnosis_lines, match_label


def run_search(arguments: argparse.Namespace, services: Services, *, as_json: bool) -> ExitCode:
    """Answer the question, or every line of the batch; 1 when nothing was found."""
    if (mistake := _mistake(arguments, as_json=as_json)) is not None:
        print_error(mistake)
        return ExitCode.WRONG_USE
    corpus = services.load_corpus()
    filters = _filters(arguments, corpus)
    if filters is None:
        return ExitCode.WRONG_USE
    without = frozenset(MatchRule(rule) for rule in arguments.without or ())
    asked = SearchRequest("", filters, arguments.limit, without, SortOrder(arguments.sort))
    searcher = services.open_search(corpus, ignore_progress, never).searcher
    if arguments.batch is not None:
        for line in _batch_lines(arguments.batch):
            print_json_line(response_json(searcher.search(replace(asked, text=line))))
        return ExitCode.OK
    era = era_first(services)
    request = replace(asked, text=arguments.query)
    response = searcher.search(request)
    if (file_format := wanted_format(arguments)) is not None:
        table = result_table(request, response, datetime.date.today(), era_first=era)
        return _write_table(table, response, file_format, arguments.out)
    if as_json:
        print_json(response_json(response))
    else:
        _print_response(response, era_first=era)
    return ExitCode.OK if response.hits else ExitCode.NOTHING


def _mistake(arguments: argparse.Namespace, *, as_json: bool) -> str | None:
    """Return what is wrong with the options taken together, None when nothing is."""
    if (arguments.query is None) == (arguments.batch is None):
        return "さがすことばか --batch FILE の、どちらか1つを書いてください。"
    if arguments.format is None and arguments.out is None:
        return None
    if arguments.batch is not None or as_json:
        return "--format・--out は、--batch や --json といっしょには使えません。"
    file_format = wanted_format(arguments)
    if file_format is None:
        known = "、".join(f".{known.value}" for known in ResultFormat)
        return (
            f"--out のファイルは {known} のどれかで終わる名前にするか、--format を書いてください。"
        )
    if file_format is ResultFormat.XLSX and arguments.out is None:
        return "--format xlsx のときは、--out FILE で書き出すファイルを書いてください。"
    return None


def wanted_format(arguments: argparse.Namespace) -> ResultFormat | None:
    """Return the format asked for, or else that of the file's name; None for neither."""
    asked: str | None = arguments.format
    if asked is None and arguments.out is not None:
        asked = Path(arguments.out).suffix.lower().removeprefix(".")
    return ResultFormat(asked) if asked in list(ResultFormat) else None


def _write_table(
    table: ResultTable, response: SearchResponse, file_format: ResultFormat, out: str | None
) -> ExitCode:
    """Write the hits as a table to a file or the standard output; nothing if there are none."""
    if not response.hits:
        print_error("\n".join(diagnosis_lines(response.diagnosis or Diagnosis())))
        return ExitCode.NOTHING
    if out is None:
        write_output(results_bytes(table, file_format))
    else:
        path = Path(out)
        write_results(table, path, file_format)
        print(f"{len(table.rows)} 件を {path} に書き出しました。")
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
            "with_rules": response.diagnosis.with_rules,
            "without_word": dict(response.diagnosis.without_word),
            "unknown_fields": [
                {"field": name.value, "value": value}
                for name, value in response.diagnosis.unknown_fields
            ],
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


def _print_response(response: SearchResponse, *, era_first: bool) -> None:
    if response.relaxed:
        print(f"{RELAXED_SENTENCE}\n")
    for number, hit in enumerate(response.hits, 1):
        where = (
            hit.title if hit.title == hit.section_title else f"{hit.title} › {hit.section_title}"
        )
        place = f"（{hit.municipality}）" if hit.municipality else ""
        print(f"{number}. {where}{place}")
        day = f"{as_of_subject(hit.kind)}{_day(hit.as_of, era_first=era_first)}現在"
        print(f"   {hit.document_id}#{hit.section_id}　{day}")
        print(f"   {_marked(hit)}")
        print(f"   {' / '.join(match_label(match) for match in hit.matched)}")
        print(f"   出典: {hit.source}\n")
    if response.diagnosis:
        print("\n".join(diagnosis_lines(response.diagnosis)))
    elif response.hits:
        print(f"{response.total} 件・{response.documents} 資料")


def _day(iso: str, *, era_first: bool) -> str:
    return date_words(PartialDate.parse(iso), era_first=era_first)


def _marked(hit: Hit) -> str:
    text, position = "", 0
    for mark in hit.snippet.marks:
        text += hit.snippet.text[position : mark.start]
        text += f"【{hit.snippet.text[mark.start : mark.end]}】"
        position = mark.end
    return (text + hit.snippet.text[position:]).replace("\n", " ")
