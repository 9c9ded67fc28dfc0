# README.md lists the same steps, for machines without make.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: site serve serve-production check test unit fuzz interruptions test-content benchmarks lint audit lock clean
.DELETE_ON_ERROR:

site: .venv/pdf
	$(BIN)/python site_build.py build --pdf

serve: .venv/site
	$(BIN)/python site_build.py serve

# As in production; needs nginx with its module for Brotli.
serve-production: site
	$(BIN)/python site_build.py release
	nginx -p $(CURDIR)/build/release -c nginx.conf -e stderr -g "daemon off; pid $(CURDIR)/build/nginx.pid;"

check: .venv/site
	$(BIN)/python site_build.py check

test: .venv/test
	tests/browser/install
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not quiet"
	$(BIN)/python -m pytest -m quiet

# Builds that are interrupted at some write, 240 times; make test does a few.
interruptions: .venv/test
	$(BIN)/python -m tests.support.interrupted_builds 240 "$$(mktemp -d)/builds"

test-content: .venv/test
	$(BIN)/python -m pytest -m content tests/content

unit: .venv/test
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not browser and not slow and not quiet"

# Random inputs for as long as it takes; what they find is put in tests/fuzz/found.
fuzz: .venv/test
	$(BIN)/python -m pytest -n 2 --dist worksteal --fuzz tests/fuzz tests/checks/test_heavy_files.py

# Whether a build takes longer than before, compared with Hugo and plain Material.
benchmarks: .venv/benchmarks
	$(BIN)/python -m benchmarks.peers --quick

lint: .venv/lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Known faults in all packages, and build/sbom.json: what the site is made with.
audit:
	for each in audit pdf; do \
		$(PYTHON) -m venv --clear build/$$each-packages && \
		build/$$each-packages/bin/pip install --quiet --require-hashes -r requirements/$$each.txt \
		|| exit 1; \
	done
	build/audit-packages/bin/cyclonedx-py environment build/pdf-packages --pyproject pyproject.toml \
		--output-reproducible --output-file build/sbom.json
	build/audit-packages/bin/pip-audit --require-hashes --disable-pip -r requirements/lint.txt

# Each set contains the previous ones, so that a later install never undoes an earlier one.
.venv/%: requirements/%.txt | .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@

.venv:
	$(PYTHON) -m venv .venv

# Update the lock files after a change to pyproject.toml. Only this step needs uv.
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header
lock:
	$(LOCK) pyproject.toml -o requirements/site.txt
	$(LOCK) pyproject.toml --extra pdf -o requirements/pdf.txt
	$(LOCK) pyproject.toml --extra pdf --group test -o requirements/test.txt
	$(LOCK) pyproject.toml --extra pdf --group lint -o requirements/lint.txt
	$(LOCK) pyproject.toml --extra pdf --group benchmarks -o requirements/benchmarks.txt
	$(LOCK) --group audit -o requirements/audit.txt

clean:
	rm -rf build site
