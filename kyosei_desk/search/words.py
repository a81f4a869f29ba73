# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Words that hold a question together and tell little of what is asked."""

from collections.abc import Sequence

# Lemmas as the morphology gives them.
_QUESTION_WORDS = frozenset(
    """
    為る 有る 或る 居る 成る 出来る 行う 行なう 言う 知る 教える 下さる 頂く 欲しい 無い 良い
    於く 就く 因る 依る 拠る 対する 関する 係る 沿う 見る 置く 貰う 呉れる 御座る 致す 申す
    為さる 思う 考える
    こと 事 物 もの 為 等 所 訳 筈 際 中 内 上 方 其の 此の 彼の 其れ 此れ 其処 此処 何 何処 何方
    誰 何時 何れ 何故 如何 どう どんな どの 何の 幾つ 幾ら 位 程 迄 について に関する とは 例えば
    そう こう ああ よう 様 的 達 さん 市 区 町 村 県 自治体 ところ どこ だれ いつ なに なぜ
    """.split()
)
_QUESTION_PHRASES = (("自治", "体"), ("市", "町", "村"), ("市", "区", "町", "村"))
_VERB_ENDINGS = frozenset("うくぐすつぬぶむる")


def question_words(lemmas: Sequence[str]) -> list[bool]:
    """Tell for each word of a term whether it only holds the question together.

    A short term made of nothing else is meant in earnest and has none.
    """
    found = [lemma in _QUESTION_WORDS for lemma in lemmas]
    for phrase in _QUESTION_PHRASES:
        for start in range(len(lemmas) - len(phrase) + 1):
            if tuple(lemmas[start : start + len(phrase)]) == phrase:
                found[start : start + len(phrase)] = [True] * len(phrase)
    return found


def is_suffix(lemma: str) -> bool:
    """Tell whether a word is a single character that rarely tells much alone (員, 化, 室)."""
    return len(lemma) == 1


def is_verb(lemma: str) -> bool:
    """Tell whether a lemma looks like a verb: kanji, then a kana of the ウ row (開く, 育てる)."""
    return len(lemma) > 1 and lemma[-1] in _VERB_ENDINGS and "\u4e00" <= lemma[0] <= "\u9fff"
