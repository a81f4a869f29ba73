# Two commands are enough: "make run" opens the program, "make test" runs every test.
# Everything they install stays in this folder (.venv); your data is in the data folder.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CORE_VENV := .venv-core
CONSTRAINTS := packaging/constraints.txt

export PIP_NO_CACHE_DIR := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_CONSTRAINT := $(CURDIR)/$(CONSTRAINTS)
export XDG_CACHE_HOME := $(CURDIR)/$(VENV)/cache
export MYPY_CACHE_DIR := $(CURDIR)/$(VENV)/cache/mypy

.PHONY: run test check core-test bench setup setup-dev clean

# Without a screen the program says what can be used instead: no failure, unlike all others.
NO_SCREEN := import os, sys; from kyosei_desk.screen import has_screen; sys.exit(has_screen(sys.platform, os.environ))
run: setup
	@$(BIN)/kyosei-desk || $(BIN)/python -c '$(NO_SCREEN)'

test: setup-dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --numprocesses auto --dist loadfile

check: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/kyosei-desk --data-dir $(VENV)/cache/check-data check-content
	$(BIN)/python tools/content_audit.py
	$(MAKE) core-test

# The tests that need no window, in an environment that has no Qt at all.
core-test: $(CORE_VENV)/.ready
	$(CORE_VENV)/bin/python -c "import importlib.util as u; assert u.find_spec('PySide6') is None"
	$(CORE_VENV)/bin/python -m pytest -p no:cacheprovider --numprocesses auto --dist loadfile --ignore=tests/ui

bench: setup-dev
	$(BIN)/python -m benchmarks $(BENCH)

setup: $(VENV)/.ready
setup-dev: $(VENV)/.ready-dev

$(VENV)/.ready: pyproject.toml $(CONSTRAINTS)
	@PYTHON=$(PYTHON) tools/setup_system.sh
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	@$(BIN)/python -m compileall -q kyosei_desk
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

$(CORE_VENV)/.ready: pyproject.toml $(CONSTRAINTS) tools/core_requirements.py
	@test -x $(CORE_VENV)/bin/python || $(PYTHON) -m venv $(CORE_VENV)
	$(PYTHON) tools/core_requirements.py > $(CORE_VENV)/requirements.txt
	$(CORE_VENV)/bin/python -m pip install --quiet --requirement $(CORE_VENV)/requirements.txt
	$(CORE_VENV)/bin/python -m pip install --quiet --no-deps --editable .
	@touch $@

clean:
	rm -rf $(VENV) $(CORE_VENV) build dist .pytest_cache .hypothesis .mypy_cache .ruff_cache
