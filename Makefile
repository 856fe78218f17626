# Everything a person does with this checkout. `make help` lists it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.complete
AS_OF ?= 2026-11-01
ROLE ?= senior-backend
PATHS ?= samples/resumes
FUZZ_SECONDS ?= 300

.DEFAULT_GOAL := help
.PHONY: help setup run check test samples golden bench fuzz soak sbom screenshots eval lock clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## make the private environment in .venv (quick when nothing changed)

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Try: make PYTHON=python3.12 setup"; exit 1; }
	@echo "Setting up $(VENV) …"
	@rm -f $@
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .
	@touch $@

run: setup ## screen samples/resumes for senior-backend (PATHS=… ROLE=… AS_OF=… for others)
	@$(BIN)/screen run $(PATHS) --role $(ROLE) --as-of $(AS_OF) --ocr off

check: setup ## style, types, layers
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

test: check ## every check and every test
	@$(BIN)/pytest

samples: setup ## make the invented résumés anew from their sources (FRESH=1: also those that need programs of the system)
	@$(BIN)/python -m samples.maker samples tests/truth $(if $(FRESH),--fresh)
	@$(if $(FRESH),$(BIN)/python -m tests.hard_cases,true)

golden: setup ## write samples/expected and the docs' captured output anew (read the diff before you keep it)
	@rm -rf screening/expected
	@$(BIN)/screen run samples/resumes --role senior-backend --as-of 2026-11-01 --ocr off --format csv --no-cache --quiet --out screening/expected >/dev/null
	@cp screening/expected/candidates.csv screening/expected/findings.csv samples/expected/
	@$(BIN)/python -m tests.cli.documented
	@$(BIN)/python -m tests.truth.accuracy

bench: setup ## ratios of speed, in one run, into docs/benchmarks.md (FOLDER=… for more PDFs, MANY=1 for 10,000 files)
	@$(BIN)/python -m tests.bench $(if $(FOLDER),--folder $(FOLDER)) $(if $(MANY),--many)
	@$(BIN)/python -m tests.browser.bench

screenshots: setup ## pictures of the report for docs/ (needs chromium)
	@rm -rf screening/screenshots
	@$(BIN)/screen run samples/resumes --role senior-backend --as-of 2026-11-01 --ocr off --no-cache --quiet --out screening/screenshots
	@$(BIN)/python -m tests.browser.screenshots screening/screenshots

fuzz: setup ## changed files and texts for every reader, for about FUZZ_SECONDS (300) seconds
	@$(BIN)/python -m tests.fuzz --seconds $(FUZZ_SECONDS) $(TARGETS)

soak: setup ## thousands of files, killed and restarted (takes its time)
	@$(BIN)/python -m tests.soak

sbom: setup ## bill of materials and licences, in sbom.json
	@$(BIN)/python -m tests.sbom sbom.json

eval: setup ## measure against labelled résumés (TRUTH=… FOLDER=…)
	@$(BIN)/screen eval $(or $(TRUTH),samples/truth.csv) $(or $(FOLDER),samples/resumes) --as-of $(AS_OF)

lock: setup ## choose the newest versions of all packages again
	@$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header \
		--extra dev --output-file requirements.lock pyproject.toml

clean: ## remove what these targets made
	@rm -rf $(VENV) build dist screening .fuzz .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
