# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Every change of a project, by subject: a function from a project to another one.

Each checks what it is given, raises :class:`~kyosei_desk.domain.errors.ProjectError`, and
never returns an invalid project. Undo is the business of the store.
"""
