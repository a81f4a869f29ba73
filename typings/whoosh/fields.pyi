from typing import Any

from whoosh.formats import Format

class FieldType:
    def __init__(self, format: Format, analyzer: Any, scorable: bool = ...) -> None: ...

class STORED(FieldType): ...

class Schema:
    def __init__(self, **fields: Any) -> None: ...
