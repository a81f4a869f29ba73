# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A file that is no project, or a damaged one: told in Japanese, and never taken in by half."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import KyoseiError, ProjectFileError, ProjectProblem
from kyosei_desk.export.project import file as project_file
from kyosei_desk.export.project.file import project_json, read_project
from kyosei_desk.wording.errors import error_sentence
from tests.export.project.sample import worked_project

NAME = "案.json"
ENGLISH = re.compile(r"[A-Za-z]{2,}")
KNOWN = {"json", "ID"}
Change = Callable[[str], str | bytes]


@pytest.fixture(scope="module")
def whole(corpus: Corpus) -> str:
    """Return a project that has something of everything, as it is written out."""
    return project_json(worked_project(corpus))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / NAME


def refusal(path: Path, content: str | bytes) -> str:
    """Return the sentence that refuses a file; fails where it is taken in."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ProjectFileError) as raised:
        read_project(path)
    return error_sentence(raised.value)


def in_project(*keys: str | int, value: object) -> Change:
    """Return what puts another value into the JSON."""

    def change(text: str) -> str:
        made: Any = json.loads(text)
        inner = made
        for key in keys[:-1]:
            inner = inner[key]
        if value is None:
            del inner[keys[-1]]
        else:
            inner[keys[-1]] = value
        return json.dumps(made, ensure_ascii=False, indent=2)

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda _: "", "は、中身が空です"),
        (lambda _: " \n", "は、中身が空です"),
        (lambda text: text[: len(text) // 2], "で終わっていて、その先がありません"),
        (lambda text: text.rstrip()[:-1], "で終わっていて、その先がありません"),
        (lambda text: f"{text}x", "行目のあたりがこわれています"),
        (lambda text: text.replace(",", "", 1), "3行目のあたりがこわれています"),
        (lambda text: text.replace('"みどり市"', r'"\ud800"', 1), "中身がこわれています"),
        (lambda _: '{"town":' * 100_000, "中身がこわれています"),
        (lambda _: '{"town": ' + "9" * 5000 + "}", "中身がこわれています"),
        (lambda _: "[1, 2]", "は、案のファイルではありません"),
        (lambda _: "null", "は、案のファイルではありません"),
        (lambda _: '{"format": 1, "searches": []}', "は、案のファイルではありません"),
        (lambda _: "<html></html>", "は、案のファイルではありません"),
        (lambda _: b"PK\x03\x04", "は、案のファイルではありません"),
        (lambda text: text.encode("cp932", "ignore"), "の文字が読めません"),
        (lambda text: text.encode("utf-16"), "の文字が読めません"),
        (in_project("format", value=9), "新しい版のきょうせいデスクで作られた案です"),
        (in_project("town", value=[]), "「まち」に、入れられない値があります"),
        (in_project("town", value=None), "「まち」がありません"),
        (in_project("town", "population", value="6万"), "まちの「人口」に、入れられない値"),
        (in_project("surprise", value=1), "案の中身に、この版が知らないことが書かれています"),
        (in_project("steps", 1, "end", value="いつか"), "日程の2番目の「終わりの月」に"),
        (
            in_project("design", "elements", 1, "name", value=None),
            "要素の2番目の「名前」がありません",
        ),
        (in_project("existing", value=["nobody"]), "案の中身に、入れられない値があります"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    whole: str, path: Path, change: Change, said: str
) -> None:
    sentence = refusal(path, change(whole))
    assert sentence.startswith(NAME)
    assert said in sentence
    assert "ください。" in sentence
    assert set(ENGLISH.findall(sentence)) <= KNOWN


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ProjectFileError) as raised:
        read_project(tmp_path)
    assert "は、ファイルではありません（フォルダーなどです）" in error_sentence(raised.value)


def test_a_file_beyond_measure_is_not_read(
    whole: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project_file, "LARGEST_FILE", len(whole.encode()) - 1)
    assert "大きすぎます" in refusal(path, whole)
    monkeypatch.setattr(project_file, "LARGEST_FILE", len(whole.encode()))
    assert project_json(read_project(path)) == whole


def test_a_newer_file_is_told_as_such(whole: str, path: Path) -> None:
    path.write_text(json.dumps({**json.loads(whole), "format": 9}), encoding="utf-8")
    with pytest.raises(ProjectFileError) as raised:
        read_project(path)
    assert raised.value.problem is ProjectProblem.NEWER_FORMAT


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
def test_no_damage_speaks_english_or_crashes(whole: str, path: Path, data: st.DataObject) -> None:
    raw = whole.encode()
    start = data.draw(st.integers(0, len(raw)))
    end = min(len(raw), start + data.draw(st.sampled_from([0, 1, 2, 30, 3000, len(raw)])))
    put = data.draw(
        st.sampled_from([b"", b'"', b"}", b"]", b",", b"\xff", b"\x00", b"9" * 30, b"{"])
    )
    path.write_bytes(raw[:start] + put + raw[end:])
    told_in_japanese(path)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
def test_no_other_value_speaks_english_or_crashes(
    whole: str, path: Path, data: st.DataObject
) -> None:
    value: Any = json.loads(whole)
    inner = value
    while True:
        keys = list(inner) if isinstance(inner, dict) else list(range(len(inner)))
        if not keys:
            break
        key = data.draw(st.sampled_from(keys))
        if isinstance(inner[key], dict | list) and inner[key] and data.draw(st.booleans()):
            inner = inner[key]
            continue
        other = st.sampled_from(
            [0, -1, 1e300, True, "", "x", "いつか", [], {}, [{}], {"a": 1}, 10**400]
        )
        match data.draw(st.integers(0, 2)):
            case 0:
                inner[key] = data.draw(other)
            case 1:
                del inner[key]
            case _ if isinstance(inner, dict):
                inner["surprise"] = inner.pop(key)
        break
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    told_in_japanese(path)


def told_in_japanese(path: Path) -> None:
    """Read a file: a project, or a sentence in Japanese that says what to do."""
    try:
        read_project(path)
    except KyoseiError as error:
        sentence = error_sentence(error)
        assert sentence.startswith(NAME)
        assert sentence.endswith("ください。")
        assert set(ENGLISH.findall(sentence)) <= KNOWN
