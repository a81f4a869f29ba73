# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Sudachi, and nothing else here knows it: morphemes of a normalised text, in mode A.

The user dictionary is compiled from ``resources/user_dictionary.csv`` into the cache folder
under a name that carries the hash of the CSV and the system dictionary's version, so a
changed CSV or an updated dictionary compiles anew and two versions never mix. The name also
carries the file's own checksum: Sudachi trusts what it is given, so damage is found here.

A :class:`Morphology` is bound to one thread at a time: Sudachi's tokenizer keeps state.
"""

import csv
import hashlib
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import sudachipy

from kyosei_desk.domain.errors import ResourceError, StorageError
from kyosei_desk.search.normalize import to_katakana

_SYSTEM_PACKAGE = "sudachidict_small"
_MAX_CHARS = 8000  # Sudachi takes at most 49,149 bytes at once
# Reading in brackets after a word stays part of the text: IgnoreYomigana is left out.
_INPUT_PLUGINS: list[dict[str, object]] = [
    {"class": "com.worksap.nlp.sudachi.DefaultInputTextPlugin"},
    {
        "class": "com.worksap.nlp.sudachi.ProlongedSoundMarkPlugin",
        "prolongedSoundMarks": ["ー"],
        "replacementSymbol": "ー",
    },
]
# Connection ids of the system dictionary's own entries of that part of speech.
_KINDS = {
    "noun": (5146, "名詞,普通名詞,一般,*,*,*"),
    "place": (4786, "名詞,固有名詞,地名,一般,*,*"),
}
_COST = 1000  # below any path of shorter words: the words listed are to win


class Morpheme(NamedTuple):
    """A word as Sudachi sees it; ``start``/``end`` count characters of the text given."""

    surface: str
    normalized_form: str
    reading: str
    part_of_speech: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Lexicon:
    system: Path
    user: Path
    version: str


class Morphology:
    """Splits normalised text into short units (mode A) with normalised forms."""

    def __init__(self, user_dictionary: Path, cache_folder: Path):
        """Load the system dictionary and the compiled user dictionary (~20 ms when cached).

        Raises:
            ResourceError: the CSV is unreadable or the system dictionary is not installed.
            StorageError: the cache folder cannot be written.
        """
        lexicon = _prepare(user_dictionary, cache_folder)
        self.version = lexicon.version
        config = sudachipy.Config(
            system=str(lexicon.system), user=[str(lexicon.user)], inputTextPlugin=_INPUT_PLUGINS
        )
        self._dictionary = sudachipy.Dictionary(config)
        fields = {"surface", "pos", "normalized_form", "reading_form"}
        self._tokenizer = self._dictionary.tokenizer(sudachipy.SplitMode.A, fields=fields)

    def morphemes(self, text: str) -> Iterator[Morpheme]:
        """Yield the morphemes of a text of any length, in order."""
        for offset, piece in _pieces(text):
            for word in self._tokenizer.tokenize(piece):
                yield Morpheme(
                    word.surface(),
                    word.normalized_form(),
                    word.reading_form(),
                    word.part_of_speech(),
                    word.begin() + offset,
                    word.end() + offset,
                )


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(text) - start > _MAX_CHARS:
        window = text[start : start + _MAX_CHARS]
        cut = max(window.rfind("\n"), window.rfind("。")) + 1 or _MAX_CHARS
        yield start, text[start : start + cut]
        start += cut
    yield start, text[start:]


def _prepare(user_dictionary: Path, cache_folder: Path) -> _Lexicon:
    try:
        package_version = metadata.version(_SYSTEM_PACKAGE)
        module = __import__(_SYSTEM_PACKAGE)
    except (ImportError, metadata.PackageNotFoundError) as error:
        raise ResourceError(Path(_SYSTEM_PACKAGE), "not installed") from error
    system = Path(str(module.__file__)).parent / "resources" / "system.dic"
    try:
        source = user_dictionary.read_bytes()
    except OSError as error:
        raise ResourceError(user_dictionary, str(error)) from error
    digest = hashlib.sha256(source + repr((_KINDS, _COST)).encode()).hexdigest()[:12]
    version = f"{package_version}-{sudachipy.__version__}-{digest}"
    compiled = _kept(cache_folder, version)
    if compiled is None:
        compiled = _compile(user_dictionary, system, cache_folder, version)
    return _Lexicon(system, compiled, version)


def _file_name(version: str, compiled: bytes) -> str:
    return f"user-{version}-{zlib.crc32(compiled):08x}.dic"


def _kept(cache_folder: Path, version: str) -> Path | None:
    """Return the compiled dictionary that is still what its name says; remove any other."""
    for path in cache_folder.glob(f"user-{version}-*.dic"):
        with suppress(OSError):
            if path.name == _file_name(version, path.read_bytes()):
                return path
            path.unlink()
    return None


def _compile(source: Path, system: Path, cache_folder: Path, version: str) -> Path:
    """Compile the CSV and move it into the cache folder, so no half file is ever read."""
    lines = [_sudachi_row(row) for row in _rows(source)]
    try:
        cache_folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache_folder, prefix="dictionary-") as folder:
            lexicon, output = Path(folder) / "user.csv", Path(folder) / "user.dic"
            lexicon.write_text("".join(lines), encoding="utf-8", newline="\n")
            sudachipy.sudachipy.build_user_dic(
                system=str(system), lex=[str(lexicon)], output=str(output)
            )
            target = cache_folder / _file_name(version, output.read_bytes())
            return output.replace(target)
    except OSError as error:
        raise StorageError(cache_folder, error.strerror or str(error)) from error


def _rows(source: Path) -> list[dict[str, str]]:
    try:
        with source.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(source, str(error)) from error
    for number, row in enumerate(rows, start=2):
        if not all(row.get(key) for key in ("surface", "reading", "lemma")):
            raise ResourceError(source, f"line {number}: surface, reading or lemma is missing")
        if row.get("kind") not in _KINDS:
            raise ResourceError(source, f"line {number}: unknown kind {row.get('kind')}")
    return rows


def _sudachi_row(row: dict[str, str]) -> str:
    connection, part_of_speech = _KINDS[row["kind"]]
    surface, reading = row["surface"].lower(), to_katakana(row["reading"])
    return (
        f"{surface},{connection},{connection},{_COST},{row['surface']},{part_of_speech},"
        f"{reading},{row['lemma']},*,A,*,*,*,*\n"
    )
