# The everyday names. `make setup` needs apt and root or sudo; all else runs in .venv.
.PHONY: setup run test check bench chaos samples model lock

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
