# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What links inside a document lead to, written as the address behind the link."""

from dataclasses import dataclass

from kyosei_desk.domain.passages import SUMMARY_ID

SOURCE_PREFIX = "source:"
LIBRARY_PREFIX = "library:"


@dataclass(frozen=True)
class Address:
    """A document of the library, or a passage in it: ``cases/nabari#overview``."""

    document_id: str
    section_id: str = ""

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Read an address as people and links write it."""
        document_id, _, section_id = text.partition("#")
        return cls(document_id, section_id)

    @property
    def of_passage(self) -> "Address":
        """The address of a passage: a document's own is its summary."""
        return self if self.section_id else Address(self.document_id, SUMMARY_ID)

    def __str__(self) -> str:
        """Return the address as it is read by :meth:`parse`."""
        return f"{self.document_id}#{self.section_id}" if self.section_id else self.document_id


def library_href(address: Address) -> str:
    """Return the link target of a passage of the library."""
    return f"{LIBRARY_PREFIX}{address}"


def source_href(source_id: str) -> str:
    """Return the link target of a source of the same document."""
    return f"{SOURCE_PREFIX}{source_id}"
