# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A sound little content folder, to be broken in one place at a time."""

from pathlib import Path

GUIDELINE = """\
---
id: guideline/alpha
kind: guideline
title: 指針の見本
date: 2017-12-12
as_of: 2018
summary: 指針の要約です。
sources:
  - {id: s1, title: 通知, publisher: 省, date: 2017, locator: 第一}
function: {id: f1, number: 1, label: はたらき, plain: やさしい言い方, article: 第1条, source: s1}
provisions:
  - id: p1.hub
    function: f1
    label: 交流拠点
    plain: 集まる場所
    article: 第1条
    text: 拠点を置きます。
    questions: [どこにありますか。]
    source: s1
    place: 第一の一
---
## 概要 {#overview provisions=p1.hub}

本文です[@s1 1頁]。[事例](cases/beta#salon)も見ます。
"""

REPORT = """\
---
id: reports/gamma
kind: report
title: 報告の見本
date: 2017-09-12
as_of: 2017-09-12
summary: 報告の要約です。
sources:
  - id: s1
    title: 報告書
    publisher: 検討会
    date: 2017-09-12
    locator: 総論
---
## 総論 {#general}

### 目的 {#aim}

目的です[@s1]。
"""

CASE = """\
---
id: cases/beta
kind: case
title: 事例の見本
date: 2018
as_of: 2017-09-01
summary: >-
  事例の要約です。
  二行目です。
sources:
  - {id: s1, title: 資料, publisher: 省, date: 2018, locator: スライド}
municipality: "242080"
profile:
  as_of: 2017-09-01
  population: 79357
  area_km2: 129.77
  elementary_schools: 14
  junior_high_schools: 5
  source: s1
elements:
  - id: salon
    name: サロン
    type: place
    zone: elementary
    count: 15
    unit: か所
    planned: {count: 20, by: 2020}
    since: 2005
    operators: [npo]
    staff:
      - {role: 世話役, min: 2, max: 3, each: true}
    fields: [all]
    provisions:
      - {id: p1.hub, coverage: full}
    text: 集まります。
    source: s1
    place: 左の欄
  - id: team
    name: 支援チーム
    type: meeting
    zone: municipality
    operators: []
    fields: [all]
    provisions: []
    text: 支えます。
    source: s1
    place: 右の欄
links:
  - {from: salon, to: team, type: refer, source: s1}
not_applicable:
  - {id: p1.hub, reason: 対象でない}
---
## 概要 {#overview}

本文です[@s1]。
"""

FILES = {"guideline/alpha": GUIDELINE, "reports/gamma": REPORT, "cases/beta": CASE}


def write_content(content: Path, **changed: str) -> Path:
    """Write the folder; ``changed`` gives another text for ``alpha``, ``beta`` or ``gamma``."""
    for name, text in FILES.items():
        path = content / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed.get(path.stem, text), encoding="utf-8")
    return content
