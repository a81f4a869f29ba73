# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How dates are written by command: as the window's setting says."""

from kyosei_desk.services import Services
from kyosei_desk.workspace.settings import SettingKey


def era_first(services: Services) -> bool:
    """Tell whether dates are written in the Japanese era (和暦)."""
    return services.settings.get(SettingKey.DATE_STYLE) == "era"
