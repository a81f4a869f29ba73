# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Questions made from texts ask for what is in them."""

from benchmarks.engines.lemma_bm25 import LemmaSplitter
from benchmarks.questions import word_questions
from benchmarks.texts import TextPart


def test_questions_ask_in_the_words_of_one_sentence() -> None:
    text = "市の保健師が高齢者の自宅を訪れ、困りごとを聞きとって地域包括支援センターに伝える。"
    parts = [TextPart("a", "a", "", text), TextPart("b", "b", "", "短い。")]
    (question,) = word_questions(parts, 5)
    assert question.relevant == {"a"}
    words = [word for word, _ in LemmaSplitter().notions(text)]
    assert {"保健師", "訪れる", "地域包括支援センター"} <= set(words)
    asked = [word for word in words if word in question.query]
    assert 3 <= len(asked) < len(words)
    assert word_questions(parts, 5) == [question]
