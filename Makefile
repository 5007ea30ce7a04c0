# Two commands are enough: `make refresh` (sets up when needed) and `make test`.
PYTHON ?= python3
ENV := .venv
RUN := env -u PYTHONDONTWRITEBYTECODE $(ENV)/bin

.PHONY: refresh test ui bench setup lock clean

refresh: setup
	@$(RUN)/qipan refresh

test: setup
	@$(RUN)/ruff check .
	@$(RUN)/ruff format --check .
	@$(RUN)/mypy
	@$(RUN)/pytest

ui: setup
	@$(RUN)/qipan ui

bench: setup
	@$(RUN)/qipan bench

setup:
	@$(PYTHON) orchestration/set_up.py

# New versions: edit pyproject.toml, then run this and commit the lock.
lock: setup
	$(ENV)/bin/uv pip compile pyproject.toml --extra dev --generate-hashes --universal \
		--python-version 3.11 --no-strip-extras --no-header \
		--output-file requirements.lock

clean:
	rm -rf $(ENV) warehouse/build
