# Two commands for everyone: `make demo` and `make test`. The rest is for those who change dragoman.
PYTHON ?= python3
BIN := .venv/bin
QUESTION := Is the China-Russia summit a sign of ramped-up cooperation against the US?

.PHONY: demo test lint types layers tests wheel documents figures model clean

demo: .venv/installed
	$(BIN)/dragoman ask "$(QUESTION)" examples --html demo-report.html
	@echo "The same answer with every quote in its place: demo-report.html"

test: lint types layers tests wheel

lint: .venv/developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/developed
	$(BIN)/mypy

layers: .venv/developed
	$(BIN)/lint-imports

tests: .venv/developed
	$(BIN)/python -m pytest -q

wheel: .venv/developed
	$(BIN)/python tests/house/check_wheel.py

# Puts what the commands print now into the documents that show it.
documents: .venv/developed
	$(BIN)/python tests/house/shown.py --write $$(grep -l '^```console' README.md docs/*.md docs/decisions/*.md)

# Measures on the gold sets that stand beside the checkout; the figures go into docs/benchmarks.md.
figures: .venv/developed
	$(BIN)/python benchmarks/figures.py --write

model: .build/training/installed
	.build/training/bin/python training/train.py --ud ../shared/ud --corpus ../shared/gold/corpus \
		--judged ../shared/gold/factuality/uds_ih2_train.jsonl.gz --out .build/model

.venv/installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/developed: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@

.build/training/installed: training/requirements.txt
	$(PYTHON) -m venv .build/training
	.build/training/bin/python -m pip install --quiet --disable-pip-version-check -r training/requirements.txt
	@touch $@

clean:
	rm -rf .venv .build dist demo-report.html
