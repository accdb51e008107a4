# The newcomer's two commands: `make book` and `make test`. Each sets up what it needs.

PYTHON ?= python3
BIN := .venv/bin
VERSION ?= $(shell sed -n 's/^__version__ = "\(.*\)"/\1/p' book/__init__.py)

.PHONY: help book test test-fast lint release bench setup setup-develop clean

help: ## Show what there is to make
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

book: setup ## Build the whole book into dist/
	@$(BIN)/python build.py

release: setup ## Put the built files, the manifest and their checksums into dist/release/
	@$(BIN)/python build.py release $(VERSION)

test: setup-develop lint ## Run every check that CI runs
	@PYTHONDONTWRITEBYTECODE= $(BIN)/pytest

test-fast: setup-develop ## Run the tests that build no whole book
	@YULU_TESTS=fast PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -m "not slow" --dist worksteal

lint: setup-develop ## Check style, types and the direction of imports
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo | tail -n 4

bench: setup-develop ## Print the ratios of a build to bare tools, and of copy-editing to bare OpenCC
	@$(BIN)/python tests/bench/build_ratio.py
	@$(BIN)/python tests/bench/conversion_speed.py

setup: ## Set up what building needs
	@PYTHON="$(PYTHON)" sh .ci/setup run

setup-develop: ## Set up what testing needs
	@PYTHON="$(PYTHON)" sh .ci/setup develop

clean: ## Delete what was built and set up
	rm -rf .venv dist/*.epub dist/*.pdf dist/manifest.json dist/release
