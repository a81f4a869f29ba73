# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The common base of all validated, immutable domain models, and its exact number types."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

# Exact: a quoted number, a fraction or a truth value in a whole number's place is a mistake
# in the content, not something to guess about.
WholeNumber = Annotated[int, Field(strict=True)]
PositiveNumber = Annotated[int, Field(strict=True, gt=0)]
NaturalNumber = Annotated[int, Field(strict=True, ge=0)]
PositiveMeasure = Annotated[float, Field(strict=True, gt=0, allow_inf_nan=False)]
Flag = Annotated[bool, Field(strict=True)]


class DomainModel(BaseModel):
    """An immutable record that refuses unknown keys and empty strings."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, str_min_length=1
    )
