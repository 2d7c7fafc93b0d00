"""The four floors are this project's, and importing one loads nothing heavy."""

import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = ("ui", "agent", "tools", "mci_model")


@pytest.mark.parametrize("floor", FLOORS)
def test_floors_belong_to_this_project_alone(floor):
    module = __import__(floor)
    assert Path(module.__file__).parent == ROOT / floor
    assert set(packages_distributions().get(floor, ["terradelta"])) == {"terradelta"}


@pytest.mark.parametrize("floor", FLOORS)
def test_importing_a_floor_loads_neither_torch_nor_gradio_nor_langchain(floor):
    code = (
        f"import sys, {floor}; print([m for m in ('torch', 'gradio', 'langchain', 'transformers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", [p for floor in FLOORS for p in sorted((ROOT / floor).rglob("*.py"))], ids=str)
def test_files_are_of_a_size_to_be_read(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 330
