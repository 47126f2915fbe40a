# Two commands do everything on a machine with Python >= 3.11 and make:
#   make demo    score the shipped sample, write a table and a report into out/
#   make test    install what the tests need and run them
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
export OMP_NUM_THREADS ?= 1
JOBS ?= 2
# Groups of pyproject.toml that are installed beside what the tests need; CI says WITH=clusters (Dask, Spark: 450 MB).
WITH ?=

.PHONY: demo test check lint train review notebooks docs wordings tables sample bench lock wheel clean reliability golden

demo: $(VENV)/.installed
	mkdir -p out
	$(BIN)/recruitrisk score data/synthetic/sample.csv --messages data/synthetic/sample.messages.csv \
	  -o out/scored.csv --report out/report.html

test: $(VENV)/.tested
	$(BIN)/python -m pytest -q -n $(JOBS) $(PYTEST)

check: lint test

lint: $(VENV)/.checked
	$(BIN)/ruff check .
	$(BIN)/mypy

# Trains models/default from its seed and writes its card; prints the hash of what it wrote.
train: $(VENV)/.installed
	$(BIN)/recruitrisk train -o models/default --jobs $(JOBS)

review: $(VENV)/.installed
	$(BIN)/recruitrisk review --json docs/review.json
	$(BIN)/python -m recruitrisk.review.readme README.md docs/responsible_use.md docs/review.json
	$(BIN)/recruitrisk card -o models/default --review docs/review.json

# Runs the notebooks' sources and writes them with their outputs.
notebooks: $(VENV)/.tested
	$(BIN)/python notebooks/build.py

# Pages that are generated from the code; a test holds them to it.
docs: $(VENV)/.installed
	$(BIN)/python -m recruitrisk.indicators.document docs/indicators.md

# After wordings were added: screens them against the evaluation texts and writes the vocabulary.
wordings: $(VENV)/.installed
	$(BIN)/python -m recruitrisk.synthetic.screening --remove || true
	$(BIN)/python -m recruitrisk.synthetic.lexicon

tables: $(VENV)/.checked
	$(BIN)/python -m pip install -q --group tables
	$(BIN)/python -m recruitrisk.text.tables

sample: $(VENV)/.installed
	$(BIN)/recruitrisk synth --n 300 --seed 7 --setting as_written -o data/synthetic/sample.csv

# Measurements, printed and kept in out/benchmarks; docs/benchmarks says what they showed. One alone: make bench-speed
bench: bench-batch bench-speed bench-engines bench-attacks bench-padding bench-wordings bench-report bench-registers bench-campaigns bench-pay

bench-%: $(VENV)/.installed
	mkdir -p out/benchmarks
	$(BIN)/python -m benchmarks.$* > out/benchmarks/$*.md
	cat out/benchmarks/$*.md

# The scorecard in its long form (an hour of fuzzing, a million rows: many hours), written to docs/reliability.md. A part of it:
#   make reliability ROWS="tests/reliability/test_zip_safe.py"      minutes of fuzzing: RELIABILITY_FUZZ=600 (seconds); FORM=short
ROWS ?= tests/reliability
FORM ?= long
reliability: $(VENV)/.tested
	$(BIN)/python -m pip install -q -c requirements.lock --group reliability
	-RELIABILITY=$(FORM) RELIABILITY_JSON=docs/reliability.json $(BIN)/python -m pytest -q $(ROWS)
	$(BIN)/python -m tests.reliability.table

# After the model was trained again, or a score changed on purpose.
golden: $(VENV)/.tested
	$(BIN)/python -m tests.reliability.golden --write

lock: $(VENV)/.checked
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --no-header --no-emit-index-url -q -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml -c requirements.lock --universal --generate-hashes --no-header --no-emit-index-url -q -o requirements.hashed.lock

wheel: $(VENV)/.installed
	$(BIN)/python -m pip wheel -q --no-deps -w dist .

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "recruitrisk needs Python 3.11 or newer; set PYTHON=python3.11 or the like")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --upgrade "pip>=25.1"

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml requirements.lock
	$(BIN)/python -m pip install -q -c requirements.lock -e .
	touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/python -m pip install -q -c requirements.lock --group test $(addprefix --group ,$(WITH))
	touch $@

$(VENV)/.checked: $(VENV)/.installed
	$(BIN)/python -m pip install -q -c requirements.lock --group check
	touch $@

clean:
	rm -rf $(VENV) out dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
