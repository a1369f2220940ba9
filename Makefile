# The everyday names. `make setup` needs apt and root or sudo; all else runs in .venv.
.PHONY: setup run test check bench chaos lock

setup:          ## Debian packages and .venv
	bash setup.sh

run:            ## samples/ into outputs/, with the report
	bash setup.sh run

test:           ## the tests
	bash setup.sh test

check:          ## lint, format, types, floors
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy models normalizers extractors pipeline
	.venv/bin/python -m pytest tests/house

bench:          ## the benchmarks; CORPUS=folder of *.txt.xz for those that need one
	.venv/bin/python -m tests.bench $(if $(CORPUS),--corpus $(CORPUS))

chaos:          ## faults and hostile inputs; ROUNDS=how often a run is killed
	.venv/bin/python -m tests.chaos $(if $(ROUNDS),--rounds $(ROUNDS))

lock:           ## requirements.lock anew from pyproject.toml; needs uv. Extras are kept, or newer releases break pip
	uv pip compile --universal --python-version 3.11 --extra dev --generate-hashes --no-strip-extras \
		--no-emit-index-url --no-header -q pyproject.toml -o requirements.lock
