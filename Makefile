# Two commands are enough: `make refresh` (sets up when needed) and `make test`.
PYTHON ?= python3
ENV := .venv
BENCH := warehouse/build/bench-env
# uv brings certificates of its own; behind a company's gateway only the machine's are right
UV := env UV_SYSTEM_CERTS=true $(ENV)/bin/uv
RUN := env -u PYTHONDONTWRITEBYTECODE $(ENV)/bin

.PHONY: refresh test ui bench setup lock lock-peers clean

refresh: setup
	@$(RUN)/qipan refresh

test: setup
	@$(RUN)/ruff check .
	@$(RUN)/ruff format --check .
	@$(RUN)/mypy
	@$(RUN)/pytest

ui: setup
	@$(RUN)/qipan ui

# The alternatives our measures are compared with live in an environment of their own.
bench: setup $(BENCH)/ready
	@env -u PYTHONDONTWRITEBYTECODE $(BENCH)/bin/qipan bench

$(BENCH)/ready: requirements.lock orchestration/trials/peers.lock
	@echo "bench: packages to compare with, in $(BENCH)"
	@$(UV) venv -q --clear --python $(ENV)/bin/python $(BENCH)
	@$(UV) pip install -q --python $(BENCH)/bin/python --require-hashes \
		-r requirements.lock -r orchestration/trials/peers.lock
	@$(UV) pip install -q --python $(BENCH)/bin/python --no-deps --no-build-isolation -e .
	@touch $@

lock-peers: setup
	$(UV) pip compile orchestration/trials/peers.in -c requirements.lock --generate-hashes --universal \
		--python-version 3.11 --no-header --output-file orchestration/trials/peers.lock

setup:
	@$(PYTHON) orchestration/set_up.py

# New versions: edit pyproject.toml, then run this and commit the lock.
lock: setup
	$(ENV)/bin/uv pip compile pyproject.toml --extra dev --generate-hashes --universal \
		--python-version 3.11 --no-strip-extras --no-header \
		--output-file requirements.lock

clean:
	rm -rf $(ENV) warehouse/build
