# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
# Only what kyosei_desk.search.morphology uses.

def build_user_dic(
    *, system: str, lex: list[str], output: str
) -> list[tuple[str, int, float]]: ...
