# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Files of a person's data that a newer version of the program has written.

Such a file is read as far as this version understands it. Before this version writes over
it for the first time it keeps a copy beside it, ``settings.newer.json``, for what it could
not understand; keys it does not know stay in the file as well. So going back to an older
version and forth again loses nothing.
"""

from pathlib import Path

from kyosei_desk.files import keep_copy


def is_newer(written: object, known: int) -> bool:
    """Tell whether a file's format number is none that this version knows.

    The very first files may lack it (None).
    """
    return written is not None and not (type(written) is int and written <= known)


def keep_newer(path: Path) -> Path | None:
    """Keep a copy of a newer version's file and return where it is; None if there is no file.

    Raises:
        StorageError: the copy cannot be made: then the file must not be written either.
    """
    return keep_copy(path, "newer")
