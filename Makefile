# slidekit: `make demo` renders the example talk, `make test` proves the whole project.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
DECK := decks/ai-in-the-terminal.yaml
EXTENSION := editors/vscode
VSIX ?= dist/slidekit.vsix
JOBS ?= 2

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PUPPETEER_SKIP_DOWNLOAD := 1

.PHONY: demo test lint types docs catalog gallery golden bench fit-report wheel vscode clean system help

help: ## Say what there is to make
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

demo: $(VENV)/.run ## Render the example talk into build/
	@$(BIN)/slidekit render $(DECK) -o build
	@echo "Made from $(DECK); it all lies in $(CURDIR)/build"

test: system $(BIN)/python ## Install all the suite needs, and run it all
	@$(MAKE) -j3 $(VENV)/.dev node_modules/.installed $(EXTENSION)/node_modules/.installed
	@$(MAKE) lint types
	@$(BIN)/pytest -n $(JOBS) --dist loadgroup -rs

lint: $(VENV)/.dev ## Check style and format with ruff
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.dev ## Check types with mypy --strict
	@$(BIN)/mypy --strict

docs: catalog ## Write the schemas, the French catalog and docs/rules.md anew
	@$(BIN)/python -c 'from slidekit.deck.schema import write; write()'
	@$(BIN)/python -c 'from slidekit.scene.theme_schema import write; write()'
	@$(BIN)/python -m slidekit.rules.pages

catalog: $(VENV)/.dev ## Bring the French catalog in step with what slidekit says
	@$(BIN)/python -m scripts.catalog

gallery: $(VENV)/.dev ## Draw the contact sheets of docs/gallery anew
	@$(BIN)/python scripts/gallery.py

golden: $(VENV)/.dev node_modules/.installed ## Write the golden files anew; read the diff
	@SLIDEKIT_GOLDEN=1 $(BIN)/pytest -k golden tests

bench: $(VENV)/.dev ## Measure all, and print which limits hold (FULL=1 adds pandoc at 5,000 slides)
	@.ci/system pandoc
	@$(BIN)/python -m pip install --quiet --group bench
	@$(BIN)/python -m benchmarks.every $(if $(FULL),--full)

fit-report: system $(VENV)/.dev ## Compare what the layout predicts of dense slides with what LibreOffice draws
	@$(BIN)/python -m benchmarks.fit_report $(if $(SEED),--seed $(SEED))

wheel: $(VENV)/.dev ## Build the wheel into dist/
	@$(BIN)/python -m build --wheel

vscode: $(EXTENSION)/node_modules/.installed ## Prove the extension for VS Code, and pack it into dist/
	@[ -e $< ] || { echo "the extension for VS Code wants npm, and Node 20 or later" >&2; exit 1; }
	@npm --prefix $(EXTENSION) run --silent package -- $(abspath $(VSIX))

clean: ## Remove all that was made
	rm -rf $(EXTENSION)/out $(EXTENSION)/node_modules build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis node_modules $(VENV)

system:
	@.ci/system

$(BIN)/python:
	@.ci/venv $(VENV)

$(VENV)/.run: pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

# `--group` is known to pip from 25.1 on.
$(VENV)/.dev: pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --editable . --group dev
	@$(BIN)/python -m compileall -q src
	@touch $@ $(VENV)/.run

node_modules/.installed: package.json package-lock.json | system
	@command -v npm >/dev/null || { echo "npm is missing: marp-cli is not installed" >&2; exit 0; }
	@npm ci --no-audit --no-fund --loglevel=error && touch $@

# No script of a package is run: the tools that the extension is built with come whole.
$(EXTENSION)/node_modules/.installed: $(EXTENSION)/package.json $(EXTENSION)/package-lock.json | system
	@node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' 2>/dev/null && command -v npm >/dev/null || \
		{ echo "Node 20 is missing: the extension for VS Code is left out" >&2; exit 0; }; \
	npm --prefix $(EXTENSION) ci --ignore-scripts --no-audit --no-fund --loglevel=error && touch $@
