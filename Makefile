.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

setup: .venv/.done ## build .venv with everything the project and its checks need

.venv/.done: requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "İmece needs Python 3.11 or newer: make PYTHON=python3.11 setup")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

demo: setup ## run the whole road on this machine and open the page (ARGS=--no-browser, ARGS=--keep)
	$(BIN)/python main.py demo $(ARGS)

test: quick roads ## pass all the tests

quick: setup ## pass the tests without processes and browser, side by side (ARGS=-x)
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not road" $(ARGS)

roads: setup ## pass the tests with real processes and a real browser, two files at a time
	$(BIN)/python -m pytest -n 2 --dist loadfile -m road $(ARGS)

picture: setup ## take the README's picture of the page anew
	IMECE_PICTURE=1 $(BIN)/python -m pytest tests/roads/test_the_road_in_a_browser.py -k one_sentence

check: setup ## lint, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.PHONY: help setup demo test quick roads picture check
