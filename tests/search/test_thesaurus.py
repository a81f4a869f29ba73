# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from pathlib import Path

import pytest

from kyosei_desk.domain.errors import ResourceError
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.search.analyzer import Analyzer
from kyosei_desk.search.model import MatchRule
from kyosei_desk.search.thesaurus import Reading, Thesaurus, load_thesaurus


@pytest.fixture(scope="module")
def thesaurus(bundled: BundledFolders, analyzer: Analyzer) -> Thesaurus:
    def read(form: str) -> Reading:
        analysis = analyzer.analyze(form)
        sound = "".join(token.reading for token in analysis.tokens)
        return Reading(tuple(token.lemma for token in analysis.content), sound)

    return Thesaurus(load_thesaurus(bundled.resources / "thesaurus.yaml"), read)


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
