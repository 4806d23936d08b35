# make report   sets up, renders the example trip in every format, says where the files are
# make test     sets up, then checks style, types and every test
# make test-browser     tries the page in a real browser (needs Chromium, Node and npm packages)
# make judges   lets foreign judges try the example and trips of the day's seed (needs apt and npm packages)
# make judges-selftest   puts faults into good files and sees whether the judges catch them
# make bench    measures everything beside its peers and writes docs/benchmarks.md (pip and npm packages; a quiet machine)
# make bench-quick      measures less and only prints it
# make bench-guard      counts instructions of fixed works and fails when one takes more than its bound (needs valgrind)
# make sentences        prints every sentence the templates can produce, to be read whole
# make judges-latvian   compares our Latvian with num2words, babel, ICU; every difference is explained
# make picture  draws the picture of the README anew
# make screenshots  draws the pictures of the office person's guide anew (needs Chromium)
# make golden   rewrites the expected results of the tests after a change that was meant (not in CI)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TRIP ?= data/trips/rezekne-2012/trip.yaml

.PHONY: report test test-browser check bench bench-quick bench-guard sentences judges-latvian golden picture screenshots clean \
	judges judges-selftest

report: $(VENV)/ready
	@$(BIN)/python -m generator render $(TRIP) -f docx,pdf,html

test: check
	@$(BIN)/python -m pytest -q -n 2

test-browser: $(VENV)/ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check playwright==1.65.2
	@$(BIN)/python -m tests.web.browser

check: $(VENV)/ready
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m mypy

judges: $(VENV)/ready
	@$(BIN)/python -m tests.judges $(JUDGES)

judges-selftest: $(VENV)/ready
	@$(BIN)/python -m tests.judges.selftest

bench: $(VENV)/ready
	@$(BIN)/python -m tests.benchmarks --page

bench-quick: $(VENV)/ready
	@$(BIN)/python -m tests.benchmarks --quick

bench-guard: $(VENV)/ready
	@$(BIN)/python -m tests.benchmarks.guard

sentences: $(VENV)/ready
	@$(BIN)/python -m tests.sentences

judges-latvian: $(VENV)/ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check num2words==0.5.14
	@$(BIN)/python -m tests.judges.latvian

picture: $(VENV)/ready
	@$(BIN)/python -m tests.pages

screenshots: $(VENV)/ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check playwright==1.65.2
	@$(BIN)/python -m tests.web.browser.guide

golden: $(VENV)/ready
	@$(BIN)/python -m tests.refresh

clean:
	@rm -rf $(VENV) output build dist

$(VENV)/ready: pyproject.toml requirements.lock
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -c 'import sys; sys.exit("parskats needs Python 3.11 or newer; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $(VENV)/ready
