# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Why a number that was typed is not taken, and what to type instead, in Japanese."""

from kyosei_desk.domain.reading_numbers import PERCENT, NumberProblem, NumberSort, NumberTextError


def number_sentence(
    error: NumberTextError, label: str, example: str, sort: NumberSort, unit: str = ""
) -> str:
    """Return the sentence for a field called ``label``, with how such a number is typed."""
    match error.problem:
        case NumberProblem.UNCLEAR:
            return (
                f"{label}の「{error.text.strip()}」が、どの数のことか分かりません。"
                f"全部のけたを書いてください（例: {example}）。"
            )
        case NumberProblem.BELOW_ZERO:
            return f"{label}は、0より小さい数にはできません（例: {example}）。"
        case NumberProblem.ZERO:
            return f"{label}は、0より大きい数を入れてください。"
        case NumberProblem.NOT_WHOLE:
            return f"{label}は、小数のない数で入れてください。"
        case NumberProblem.TOO_FINE:
            return f"{label}の小数が細かすぎます。小数は6けたまでにしてください。"
        case NumberProblem.TOO_LARGE if sort is PERCENT:
            return f"{label}は、0から100までの数を入れてください。"
        case NumberProblem.TOO_LARGE:
            return f"{label}が{sort.most:,}{unit}をこえています。けたを確かめてください。"
    return f"{label}は、数字で入れてください（例: {example}）。"
