# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Sets of passage numbers as whole numbers, and a tally of scores over them.

Bit ``n`` says that passage ``n`` is in the set. Python computes ``&``, ``|`` and ``^`` over
100,000 passages in a few microseconds, whatever the sets hold, so the time a question takes
is bounded by how many terms it has and not by how common they are.
"""

import re
from collections.abc import Iterable

_NOT_EMPTY = re.compile(rb"[^\x00]")
_BITS_OF = tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))


def bits_of(numbers: Iterable[int], size: int) -> int:
    """Return the set of numbers, each at least 0 and below ``size``."""
    data = bytearray((size + 7) // 8)
    for number in numbers:
        data[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(data, "little")


def numbers_of(bits: int) -> list[int]:
    """Return the numbers in a set, ascending."""
    data = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    return [
        (found.start() << 3) + bit
        for found in _NOT_EMPTY.finditer(data)
        for bit in _BITS_OF[data[found.start()]]
    ]


class Tally:
    """A whole number for each passage, kept as bit planes: plane ``k`` holds the 2**k digits.

    Adding a weight to every passage of a set is a ripple-carry addition over whole planes;
    finding the highest scores is a walk from the top plane down.
    """

    def __init__(self) -> None:
        """Begin with 0 for every passage."""
        self._planes: list[int] = []

    def add(self, bits: int, weight: int) -> None:
        """Add a weight of at least 0 to every passage of a set."""
        digit = 0
        while weight:
            if weight & 1:
                self._carry(bits, digit)
            weight >>= 1
            digit += 1

    def score(self, number: int) -> int:
        """Return the score of one passage."""
        return sum((plane >> number & 1) << digit for digit, plane in enumerate(self._planes))

    def best(self, count: int, among: int) -> list[int]:
        """Return up to ``count`` numbers of a set with the highest scores, ascending.

        Of equal scores at the border the lowest numbers are taken.
        """
        sure, open_ = 0, among
        for plane in reversed(self._planes):
            high = open_ & plane
            if (sure | high).bit_count() >= count:
                open_ = high
            else:
                sure |= high
                open_ &= ~plane
        room = count - sure.bit_count()
        return sorted(numbers_of(sure) + numbers_of(open_)[:room]) if room > 0 else numbers_of(sure)

    def _carry(self, bits: int, digit: int) -> None:
        while bits:
            while digit >= len(self._planes):
                self._planes.append(0)
            plane = self._planes[digit]
            self._planes[digit] = plane ^ bits
            bits &= plane
            digit += 1
