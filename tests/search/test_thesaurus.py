# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from pathlib import Path

import pytest

from kyosei_desk.domain.errors import ResourceError
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.search.analyzer import Analyzer
from kyosei_desk.search.model import MatchRule
from kyosei_desk.search.opening import read_form
from kyosei_desk.search.thesaurus import ReadForm, Thesaurus
from kyosei_desk.search.thesaurus_cache import open_thesaurus, read_groups
from kyosei_desk.search.thesaurus_file import load_thesaurus


@pytest.fixture(scope="module")
def thesaurus(bundled: BundledFolders, analyzer: Analyzer) -> Thesaurus:
    path = bundled.resources / "thesaurus.yaml"
    return Thesaurus(read_groups(path, lambda form: read_form(analyzer, form)))


def key(analyzer: Analyzer, form: str) -> tuple[str, ...]:
    return tuple(token.lemma for token in analyzer.analyze(form).content)


def found(thesaurus: Thesaurus, analyzer: Analyzer, form: str) -> dict[str, MatchRule]:
    return {e.form: e.rule for e in thesaurus.expansions(key(analyzer, form))}


@pytest.mark.parametrize(
    ("asked", "led_to", "rule"),
    [
        ("CSW", "コミュニティソーシャルワーカー", MatchRule.SYNONYM),
        ("ｺﾐｭﾆﾃｨｿｰｼｬﾙﾜｰｶｰ", "CSW", MatchRule.SYNONYM),
        ("社協", "社会福祉協議会", MatchRule.SYNONYM),
        ("居場所", "地域の縁側", MatchRule.NARROWER),
        ("子ども", "児童", MatchRule.NARROWER),
        ("住民に身近な圏域", "小学校区", MatchRule.NARROWER),
        ("地域包括支援センター", "熟年相談室", MatchRule.NARROWER),
    ],
)
def test_leads_to(
    thesaurus: Thesaurus, analyzer: Analyzer, asked: str, led_to: str, rule: MatchRule
) -> None:
    assert found(thesaurus, analyzer, asked).get(led_to) is rule


@pytest.mark.parametrize(
    ("asked", "never"),
    [
        ("地域の縁側", "居場所"),
        ("小学校区", "住民に身近な圏域"),
        ("熟年相談室", "地域包括支援センター"),
    ],
)
def test_never_leads_back(thesaurus: Thesaurus, analyzer: Analyzer, asked: str, never: str) -> None:
    assert never not in found(thesaurus, analyzer, asked)


@pytest.mark.parametrize("form", ["SC", "包括", "支援会議", "指針", "交付金", "地域づくり", "重層"])
def test_ambiguous_forms_are_offered_not_expanded(
    thesaurus: Thesaurus, analyzer: Analyzer, form: str
) -> None:
    assert not thesaurus.expansions(key(analyzer, form))
    assert thesaurus.meanings(key(analyzer, form))


@pytest.mark.parametrize(
    "content",
    [
        "groups: []",
        "groups: [{label: あ, same: [い]}, {label: い}]",
        "groups: [{label: あ, same: [い]}, {label: う, ambiguous: [い]}]",
        "groups: [{label: あ, narrower: [あ]}]",
        "groups: [{label: あ, wider: [い]}]",
        "groups: [",
        "",
    ],
)
def test_a_contradictory_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "thesaurus.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError) as caught:
        load_thesaurus(path)
    assert caught.value.path == path


class Reader:
    """Reads every form as itself, and counts."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, form: str) -> ReadForm:
        self.count += 1
        return ReadForm(form, (form,), form)


GROUPS = "groups: [{label: あ, same: [い], narrower: [う], ambiguous: [え]}]"


def test_forms_are_read_once_for_a_file_and_an_analysis(tmp_path: Path) -> None:
    path, cache, read = tmp_path / "thesaurus.yaml", tmp_path / "cache", Reader()
    path.write_text(GROUPS, encoding="utf-8")
    first = open_thesaurus(path, cache, "1", read)
    again = open_thesaurus(path, cache, "1", read)
    assert read.count == 4
    assert first.expansions(("い",)) == again.expansions(("い",)) != ()
    assert again.meanings(("え",)) == ("あ",)
    open_thesaurus(path, cache, "2", read)
    assert read.count == 8
    path.write_text(GROUPS.replace("う", "お"), encoding="utf-8")
    changed = open_thesaurus(path, cache, "2", read)
    assert {e.form for e in changed.expansions(("い",))} == {"あ", "お"}
    assert len(list(cache.iterdir())) == 1


@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b"\xff", b'[[["a"]]]', b"[[1,2,3,4]]"])
def test_a_damaged_copy_is_made_again(tmp_path: Path, damage: bytes) -> None:
    path, cache, read = tmp_path / "thesaurus.yaml", tmp_path / "cache", Reader()
    path.write_text(GROUPS, encoding="utf-8")
    open_thesaurus(path, cache, "1", read)
    (kept,) = cache.iterdir()
    kept.write_bytes(damage)
    found = open_thesaurus(path, cache, "1", read)
    assert {e.form for e in found.expansions(("い",))} == {"あ", "う"}
    assert kept.read_bytes() != damage


def test_a_cache_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    path, blocked = tmp_path / "thesaurus.yaml", tmp_path / "file"
    path.write_text(GROUPS, encoding="utf-8")
    blocked.touch()
    assert open_thesaurus(path, blocked / "cache", "1", Reader()).by_sound("い") == ("い",)
