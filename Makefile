# Each target does its own set-up. Hand arguments on with ARGS: make test ARGS='-m synapse'
.DEFAULT_GOAL := help
.PHONY: help setup demo test quick check bench format constraints release clean
BIN := .venv/bin
PACKAGES := bots adapters storage schedules
UV = $$(command -v uv || echo .tools/bin/uv)
ARGS ?=
# Python keeps its compiled files, whatever the machine says: each start is more than twice as fast.
unexport PYTHONDONTWRITEBYTECODE

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: ## the virtual environment, with all that is needed
	@sh scripts/bootstrap

demo: setup ## the network live in a browser, with no account; ARGS goes to `glocal demo`
	@$(BIN)/glocal demo $(ARGS)

test: setup ## the tests; ARGS goes to pytest
	@$(BIN)/pytest $(ARGS)

quick: setup ## unit tests and one in-memory dialogue of each kind, in a minute
	@$(BIN)/pytest -n 2 --quick tests/unit tests/acceptance/test_*_dialogue.py $(ARGS)

check: setup ## lint, format, types, layers, lengths, pinned versions
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy $(PACKAGES) tests bench
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python scripts/file_lengths.py
	@$(BIN)/python scripts/constraints.py --check

bench: setup ## the benchmarks; writes bench/results.json
	@$(BIN)/python -m bench $(ARGS)

format: setup ## lay the code out as `check` wants it
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format .

constraints: setup ## the versions of uv.lock for `pip install --constraint`; writes packaging/constraints.txt
	@$(BIN)/python scripts/constraints.py

release: setup ## version, changelog, commit, tag and wheel: make release VERSION=0.2.0
	@$(BIN)/python scripts/release.py "$(VERSION)" "$(UV)"

clean: ## remove what the targets made
	rm -rf .venv .tools .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis dist bench/results.json
