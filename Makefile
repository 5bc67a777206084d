# Makes the environment, then hands the word on to Invoke: any task works as `make <task>`.
PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready

# Without its bytecode, each of Python's processes takes four times as long to start.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help Makefile

help: $(READY)
	@$(VENV)/bin/invoke --list

%: $(READY)
	@$(VENV)/bin/invoke $@

# requirements.txt names every package, so pip has nothing to resolve, which was half of its time.
$(READY): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Say which: make PYTHON=python3.12 …" if sys.version_info < (3, 11) else 0)'
	@echo "Setting up $(VENV) (about a minute) …"
	@$(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-compile --require-hashes --requirement requirements.txt
	@touch $@

# Without these two, make would ask the rule above to build its own files.
Makefile requirements.txt: ;
