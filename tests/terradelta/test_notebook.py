"""The notebook of the docs runs from top to bottom, on this machine alone, and is kept without outputs."""

import os
import sys
from pathlib import Path

import nbformat
import pytest
from ipykernel.kernelspec import write_kernel_spec
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "docs" / "notebook.ipynb"
GUARD = """
import socket, sys
assert sys.executable == {interpreter!r}, sys.executable
_connect = socket.socket.connect
def _guarded(self, address):
    assert self.family == socket.AF_UNIX or address[0] in ("127.0.0.1", "localhost", "::1"), f"reached for {{address}}"
    _connect(self, address)
socket.socket.connect = _guarded
"""


def read():
    return nbformat.read(NOTEBOOK, as_version=4)


def shown(cell, kind="text/plain"):
    """What a cell shows of one kind, printed lines included."""
    texts = [output.get("text", "") or output.get("data", {}).get(kind, "") for output in cell.outputs]
    return "\n".join(texts)


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """The notebook's code cells after a run, by what they begin with."""
    folder = tmp_path_factory.mktemp("notebook")
    write_kernel_spec(folder / "kernels" / "tested")
    notebook = read()
    notebook.cells.insert(0, nbformat.v4.new_code_cell(GUARD.format(interpreter=sys.executable)))
    told = {
        "JUPYTER_PATH": str(folder),
        "JUPYTER_RUNTIME_DIR": str(folder),
        "IPYTHONDIR": str(folder),
        "JUPYTER_PLATFORM_DIRS": "1",
    }
    python_path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (told | {"PYTHONPATH": python_path}).items():
            patch.setenv(name, value)
        where = {"metadata": {"path": str(folder)}}
        NotebookClient(notebook, kernel_name="tested", timeout=240, resources=where).execute()
    return {cell.source.split("\n")[0]: cell for cell in notebook.cells if cell.cell_type == "code"}


def test_the_notebook_is_kept_without_outputs():
    nbformat.validate(read())
    code = [cell for cell in read().cells if cell.cell_type == "code"]
    assert [(cell.outputs, cell.execution_count) for cell in code] == [([], None)] * len(code)


def test_its_answers_are_true_and_shown_with_pictures_and_steps(executed, sample):
    count = sample.truth["buildings_appeared"]
    answer = shown(
        executed['counted = session.ask("How many buildings appeared, and how large are they?")'], "text/html"
    )
    assert f"{count} changed buildings: {count} appeared" in answer
    assert "<details><summary>2 step(s)" in answer
    assert answer.count('<img src="data:image/jpeg;base64,') == 3
    assert f"{count} appeared; drawn were {count}." in shown(executed["found = counted.result(ObjectCount)"])
    card = shown(executed['looks = session.ask("What kind of images are these?")'], "text/html")
    assert "<td>EPSG:32614</td>" in card


def test_its_objects_maps_and_files_are_shown(executed, sample):
    table = shown(executed["objects = session.objects()"])
    assert f"building appeared      {sample.truth['buildings_appeared']}" in table
    assert "transform=Affine(0.5, 0.0, 623000.0" in shown(executed["change = session.change_map()"])
    assert "<xarray.DataArray 'change_class' (y: 256, x: 256)>" in shown(executed["classes = change.to_xarray()"])
    exported = shown(executed['exported = session.ask("Export the objects as a GeoPackage").result(ExportResult)'])
    assert exported.startswith("objects.gpkg holds the changed objects as polygons - ")
