# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What Alembic runs: the migrations that are missing, on the connection it was given."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
