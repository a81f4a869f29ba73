from collections.abc import Collection, Sequence
from typing import Any

from sudachipy import sudachipy as sudachipy

__version__: str

class Config:
    def __init__(
        self,
        *,
        system: str | None = ...,
        user: Sequence[str] | None = ...,
        inputTextPlugin: Sequence[dict[str, Any]] | None = ...,
    ) -> None: ...

class SplitMode:
    A: SplitMode
    B: SplitMode
    C: SplitMode

class Morpheme:
    def surface(self) -> str: ...
    def normalized_form(self) -> str: ...
    def reading_form(self) -> str: ...
    def part_of_speech(self) -> tuple[str, ...]: ...
    def begin(self) -> int: ...
    def end(self) -> int: ...

class Tokenizer:
    def tokenize(self, text: str) -> Sequence[Morpheme]: ...

class Dictionary:
    def __init__(self, config: Config) -> None: ...
    def tokenizer(self, mode: SplitMode, *, fields: Collection[str] = ...) -> Tokenizer: ...
