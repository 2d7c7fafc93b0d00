"""Export in a format of choice: the file holds what counts, and what cannot be written so is said."""

import csv
import json

import geopandas as gpd
import numpy as np
import pytest
import rasterio

from tools.catalogue.change_tools import detect_change
from tools.catalogue.export_tools import export_result
from tools.errors import UnknownFormatError
from tools.runs.record import read_record
from tools.workspace.run_settings import RunSettings


@pytest.mark.parametrize("wanted", ["geotiff", "gpkg", "geojson", "csv", "png", "record"])
def test_every_format_holds_what_was_found(workspace, sample, wanted):
    result = export_result(workspace, wanted)
    path = workspace.artefacts[result.artefact].path
    assert path.name == result.file
    assert result.holds
    houses = sample.truth["buildings_appeared"]
    if wanted == "geotiff":
        with rasterio.open(path) as file:
            assert (file.read(1) == 2).sum() == sample.truth["building_pixels"]
    elif wanted in ("gpkg", "geojson"):
        assert (gpd.read_file(path)["class"] == "building").sum() == houses
    elif wanted == "csv":
        with path.open(encoding="utf-8", newline="") as file:
            assert sum(row["class"] == "building" for row in csv.DictReader(file)) == houses
    elif wanted == "record":
        assert read_record(path).named["building.objects"] == houses
    else:
        assert path.read_bytes()[:4] == b"\x89PNG"


def test_another_choice_writes_the_files_anew(workspace):
    first = export_result(workspace, "csv")
    path = workspace.artefacts[first.artefact].path
    before = path.read_text(encoding="utf-8")
    workspace.choose(RunSettings(min_area=120))
    assert not path.exists()
    again = workspace.artefacts[export_result(workspace, "csv").artefact].path.read_text(encoding="utf-8")
    assert len(again.splitlines()) < len(before.splitlines())


def test_the_network_looks_once_for_all_of_them(workspace, eyes):
    for wanted in ("geotiff", "gpkg", "csv", "record"):
        export_result(workspace, wanted)
    detect_change(workspace)
    workspace.choose(RunSettings(min_probability=0.5))
    export_result(workspace, "csv")
    assert eyes.looks == 1


def test_without_a_place_there_is_no_geojson(tmp_path, eyes):
    import cv2

    from tools.workspace.workspace import Workspace

    picture = np.random.default_rng(1).integers(0, 255, (*eyes.label.shape, 3), np.uint8)
    for name in "ab":
        cv2.imwrite(str(tmp_path / f"{name}.png"), picture)
    space = Workspace(tmp_path / "work", lambda: eyes)
    space.open(tmp_path / "a.png", tmp_path / "b.png")
    with pytest.raises(UnknownFormatError, match="take gpkg or csv"):
        export_result(space, "geojson")
    told = json.loads(space.artefacts[export_result(space, "record").artefact].path.read_text(encoding="utf-8"))
    assert told["numbers"]["building.area_m2"] is None
