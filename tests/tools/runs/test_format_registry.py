"""Kinds of files are declared once; one more is one file."""

import sys
from typing import get_args

import pytest

from tools.catalogue.export_tools import export_result
from tools.errors import UnknownFormatError
from tools.runs import format_registry, formats
from tools.runs.exports import ExportFormat, export, write_all
from tools.runs.format_registry import FORMATS
from tools.workspace.run_settings import RunSettings

DECLARATION = """
from tools.runs.file_format import FileFormat

def _write(workspace, pair, path):
    names = sorted(one.object_class for one in workspace.change(pair).objects)
    path.write_text("\\n".join(names), encoding="utf-8")

FORMATS = (FileFormat("dummy", "objects.txt", "a line for each object", "text/plain", writer=_write, in_run=60),)
"""


@pytest.fixture
def dummy(tmp_path, monkeypatch):
    """The format, found as all others are; gone after the test."""
    folder = tmp_path / "formats"
    folder.mkdir()
    (folder / "dummy_lines.py").write_text(DECLARATION, encoding="utf-8")
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(folder)])
    found = format_registry.collect()["dummy"]
    monkeypatch.setitem(FORMATS, "dummy", found)
    yield found
    del sys.modules[f"{formats.__name__}.dummy_lines"]
    delattr(formats, "dummy_lines")


def test_a_format_of_one_file_is_written_listed_and_filtered(dummy, workspace, sample):
    pair = workspace.pair()
    assert format_registry.asked()["dummy"] is dummy
    result = export(workspace, pair, "dummy")
    path = workspace.artefacts[result.artefact].path
    assert (result.file, result.holds) == ("objects.txt", "a line for each object")
    assert path.read_text(encoding="utf-8").split("\n").count("building") == sample.truth["buildings_appeared"]
    workspace.choose(RunSettings(min_area=120))
    assert not path.exists()
    write_all(workspace, pair)
    assert "1:dummy" in workspace.artefacts


def test_formats_of_the_tool_are_those_that_may_be_asked_for():
    assert get_args(ExportFormat) == tuple(format_registry.asked())
    assert export_result.__annotations__["format"] == "ExportFormat"


def test_runs_write_the_record_last_and_probabilities_are_not_asked_for():
    assert [one.name for one in format_registry.of_every_run()] == [
        "geotiff", "probability", "gpkg", "geojson", "csv", "record",
    ]  # fmt: skip
    assert "probability" not in format_registry.asked()


def test_every_format_can_be_written_and_is_told_apart():
    for one in FORMATS.values():
        assert [one.writer, one.table_writer, one.maker].count(None) == 2
    assert len({one.rank for one in FORMATS.values()}) == len(FORMATS)


@pytest.mark.parametrize("wanted", ["dummy", "probability"])
def test_what_may_not_be_asked_for_is_refused_with_what_may(workspace, wanted):
    with pytest.raises(UnknownFormatError, match=f"no format '{wanted}'; choose from geotiff, geojson"):
        export(workspace, workspace.pair(), wanted)
