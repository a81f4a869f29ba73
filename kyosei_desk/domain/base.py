# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The common base of all validated, immutable domain models."""

from pydantic import BaseModel, ConfigDict


class DomainModel(BaseModel):
    """An immutable record that refuses unknown keys and coerces nothing silently."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
