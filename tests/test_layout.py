"""The four floors and the surface for notebooks are this project's, and importing one loads nothing heavy."""

import ast
import subprocess
import sys
from importlib import import_module
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = ("terradelta", "ui", "agent", "tools", "mci_model")


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


def handed_out(init):
    """Whether a package's __init__ imports from its floor, and what its __all__ lists."""
    tree = ast.parse(init.read_text(encoding="utf-8"))
    sources = [node.module or "" for node in tree.body if isinstance(node, ast.ImportFrom)]
    listed = [node for node in tree.body if isinstance(node, ast.Assign) and node.targets[0].id == "__all__"]
    return any(source.split(".")[0] in FLOORS for source in sources), [ast.literal_eval(one.value) for one in listed]


@pytest.mark.parametrize("floor", FLOORS)
def test_packages_that_hand_things_out_list_them(floor):
    for init in sorted((ROOT / floor).rglob("__init__.py")):
        imports, listed = handed_out(init)
        package = import_module(".".join(init.parent.relative_to(ROOT).parts))
        assert listed or not imports, package.__name__
        assert [name for names in listed for name in names if not hasattr(package, name)] == [], package.__name__
