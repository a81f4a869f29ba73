# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A small town's project from beginning to end, and what must come of it, spelled out.

The same is done by command and in the window: both must reach these very results.
"""

TOWN = "みどり市"
POPULATION, AREA, ELEMENTARY, JUNIOR_HIGH = 60_000, 208.4, 12, 5
PLACE, COMMITTEE, SHEET = "machi-no-hokenshitsu", "koku-fukushi-iinkai", "joint-sheet"
PLACE_FORMULA = "15か所 × 60,000人 ÷ 79,357人 = 11.3 → 11か所"
# The number of each element with its unit.
COUNTS = {PLACE: (11, "か所"), COMMITTEE: (12, "委員会"), SHEET: (None, None)}

# How each row of the guideline stands, and which elements answer it how far.
GAPS: dict[str, tuple[str, dict[str, str]]] = {
    "p1.activists": ("not_yet", {}),
    "p1.hub": ("partly", {PLACE: "partial"}),
    "p1.training": ("not_yet", {}),
    "p1.funding": ("left_out", {}),
    "p2.place": ("covered", {PLACE: "full"}),
    "p2.notice": ("not_yet", {}),
    "p2.early": ("partly", {PLACE: "partial", COMMITTEE: "partial"}),
    "p2.backup": ("not_yet", {}),
    "p3.team": ("partly", {SHEET: "partial"}),
    "p3.core": ("not_yet", {}),
    "p3.forum": ("not_yet", {}),
    "p3.early": ("not_yet", {}),
    "p3.residents": ("covered", {PLACE: "full", COMMITTEE: "partial"}),
    "p4.hard-cases": ("prefectural", {}),
    "p4.own-measures": ("prefectural", {}),
    "p4.exchange": ("prefectural", {}),
    "p4.advice": ("prefectural", {}),
    "plan.common": ("not_yet", {}),
    "plan.upper": ("not_yet", {}),
    "plan.zones": ("partly", {PLACE: "partial"}),
    "plan.whole-office": ("partly", {SHEET: "partial"}),
}

# 千円: total, nation, prefecture, town; each year, and all years together.
SHARES = {
    2027: (8_450, 6_337, 0, 2_113),
    2028: (178, 0, 0, 178),
    None: (8_628, 6_337, 0, 2_291),
}

# The column of the project beside the three cases it was taken from.
MATRIX = {
    "p1.activists": "not_stated",
    "p1.hub": "partial",
    "p1.training": "not_stated",
    "p1.funding": "not_applicable",
    "p2.place": "stated",
    "p2.notice": "not_stated",
    "p2.early": "partial",
    "p2.backup": "not_stated",
    "p3.team": "partial",
    "p3.core": "not_stated",
    "p3.forum": "not_stated",
    "p3.early": "not_stated",
    "p3.residents": "stated",
    "p4.hard-cases": "not_stated",
    "p4.own-measures": "not_stated",
    "p4.exchange": "not_stated",
    "p4.advice": "not_stated",
    "plan.common": "not_stated",
    "plan.upper": "not_stated",
    "plan.zones": "partial",
    "plan.whole-office": "partial",
}
