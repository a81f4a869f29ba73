# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What つくる takes from the library: the cases as designs, the guideline's rows, the towns."""

from kyosei_desk.domain.comparing.designs import ComparedDesign, compared_case
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import GuidelineDocument
from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.domain.projects.model import Origin
from kyosei_desk.domain.provisions import Provision, SupportFunction
from kyosei_desk.workspace.settings import SettingKey, SettingsStore


class BuildLibrary:
    """Does not change, except for how dates are written."""

    def __init__(self, corpus: Corpus, settings: SettingsStore):
        """Take the cases of the library as designs."""
        self._settings = settings
        self.corpus = corpus
        self.cases: tuple[ComparedDesign, ...] = tuple(
            compared_case(case, corpus) for case in corpus.cases
        )
        self._addresses = {
            provision.id: f"{document.id}#{provision.id}"
            for document in corpus.documents
            if isinstance(document, GuidelineDocument)
            for provision in document.provisions
        }

    @property
    def provisions(self) -> dict[str, Provision]:
        """The guideline's rows by id, in its order."""
        return self.corpus.provisions

    @property
    def functions(self) -> dict[str, SupportFunction]:
        """The functions the rows belong to, by id, in order."""
        return self.corpus.functions

    @property
    def municipalities(self) -> dict[str, Municipality]:
        """All municipalities by code."""
        return self.corpus.municipalities

    @property
    def era_first(self) -> bool:
        """Whether dates are written 和暦 first."""
        return self._settings.get(SettingKey.DATE_STYLE) == "era"

    def case(self, case_id: str) -> ComparedDesign | None:
        """Return a case by its id, such as ``cases/nabari``."""
        return next((case for case in self.cases if case.id == case_id), None)

    def case_of(self, origin: Origin | None) -> ComparedDesign | None:
        """Return the case an element was taken over from; None where it was not from one."""
        return self.case(origin.document_id) if origin is not None else None

    def provision_address(self, provision_id: str) -> str:
        """Return where a provision can be read; nothing for one that is not declared."""
        return self._addresses.get(provision_id, "")
