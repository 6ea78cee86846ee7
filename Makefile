# Leeswijzer: every target does its own set-up; the virtual environment is .venv.
# PYTHON may be set to another interpreter (3.11 or newer).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
HOST ?= 127.0.0.1
PORT ?= 8000
# The tests on every core; those of one file stay together, as they share what is made for them.
PYTEST := $(BIN)/python -m pytest -n auto --dist loadfile

export HF_HUB_OFFLINE = 1

.PHONY: help install ingest serve test check format evaluate bench corpus model lexicon clean

help:
	@echo "make serve     install, read corpus/, serve the chat page on http://$(HOST):$(PORT)"
	@echo "make test      install, run all tests on every core"
	@echo "make check     ruff, format, mypy --strict, import-linter, pytest, generated tables"
	@echo "make evaluate  measure on the gold questions and retrieval sets"
	@echo "make bench     time ingest, search and answers"

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Leeswijzer needs Python 3.11 or newer")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $(READY)

install: $(READY)

ingest: $(READY)
	$(BIN)/leeswijzer ingest

serve: $(READY)
	$(BIN)/leeswijzer ingest || test $$? -eq 1
	$(BIN)/leeswijzer serve --host $(HOST) --port $(PORT)

test: $(READY)
	$(PYTEST)

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m assistant.evaluate --check
	$(PYTEST)

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

evaluate: $(READY)
	$(BIN)/leeswijzer evaluate
	$(BIN)/python -m assistant.evaluate

bench: $(READY)
	$(BIN)/python -m benchmarks.speed

corpus: $(READY)
	$(BIN)/python tools/make_corpus.py

model: $(READY)
	$(BIN)/python -m assistant.embed.train --shared ../shared --out assistant/embed/model

lexicon: $(READY)
	$(BIN)/python -m assistant.dutch.build_lexicon --shared ../shared

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache index/generations index/CURRENT
