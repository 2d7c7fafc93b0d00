"""The four floors and the surface for notebooks are this project's, and importing one loads nothing heavy."""

import ast
import subprocess
import sys
from collections import Counter
from importlib import import_module
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = ("terradelta", "ui", "agent", "tools", "mci_model")
MAX_LINES, MAX_MODULES = 330, 12


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


def test_files_are_of_a_size_to_be_read():
    lines = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for floor in FLOORS
        for path in (ROOT / floor).rglob("*.py")
    }
    assert len(lines) > 300, "the files of four floors"
    assert {path: count for path, count in lines.items() if count > MAX_LINES} == {}


def modules_per_folder() -> dict[str, int]:
    """Modules in each folder of the floors and the tests, but for `__init__.py` and `conftest.py`."""
    counts: Counter[str] = Counter()
    for top in (*FLOORS, "tests"):
        for path in (ROOT / top).rglob("*.py"):
            counts[str(path.parent.relative_to(ROOT))] += path.name not in ("__init__.py", "conftest.py")
    return dict(sorted(counts.items()))


def test_no_folder_holds_more_modules_than_one_look_takes_in():
    counts = modules_per_folder()
    print("\n".join(f"{count:3} {folder}" for folder, count in counts.items()))  # seen with `pytest -s`
    assert len(counts) > 100, "the folders of four floors and their tests"
    assert {folder: count for folder, count in counts.items() if count > MAX_MODULES} == {}


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


def test_no_test_file_is_imported_by_another():
    """What several tests need stands in tests/factories, in a module that is no test, or in a fixture."""
    imports = {
        f"{path.relative_to(ROOT)}: {node.module}"
        for path in (ROOT / "tests").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("tests.")
    }
    assert len(imports) > 50, "tests share their factories"
    assert {one for one in imports if one.rpartition(".")[2].startswith(("test_", "conftest"))} == set()
