"""Export in a format of choice: the file holds what counts, and what cannot be written so is said."""

import csv
import json
import zipfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import rasterio
import shapely

from agent.wording import sentence
from tests.factories.ground.land import CLEARING, land_space
from tools.catalogue.change_tools import detect_change
from tools.catalogue.export_tools import export_result
from tools.change.change_map import ObjectFilter
from tools.errors import InputError, ResolutionError, UnknownFormatError
from tools.outputs.exchange_files import write_xlsx
from tools.runs.record import read_record
from tools.workspace.run_settings import RunSettings


@pytest.mark.parametrize("wanted", ["geotiff", "gpkg", "geojson", "csv", "kml", "shapefile", "xlsx", "png", "record"])
def test_every_format_holds_what_was_found(workspace, sample, wanted):
    result = export_result(workspace, wanted)
    path = workspace.artefacts[result.artefact].path
    assert path.name == result.file
    assert result.holds
    houses = sample.truth["buildings_appeared"]
    if wanted == "geotiff":
        with rasterio.open(path) as file:
            assert (file.read(1) == 2).sum() == sample.truth["building_pixels"]
    elif wanted in ("gpkg", "geojson", "kml", "shapefile", "xlsx"):
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
    with pytest.raises(UnknownFormatError, match="KML needs georeferenced images"):
        export_result(space, "kml")
    flat = gpd.read_file(space.artefacts[export_result(space, "shapefile").artefact].path)
    assert flat.crs is None
    told = json.loads(space.artefacts[export_result(space, "record").artefact].path.read_text(encoding="utf-8"))
    assert told["numbers"]["building.area_m2"] is None


def test_a_globe_shows_placemarks_in_degrees_with_a_line_on_each(workspace):
    path = workspace.artefacts[export_result(workspace, "kml").artefact].path
    told = gpd.read_file(path)
    largest = workspace.change(workspace.pair()).of("building")[0]
    name = f"building {largest.id}"
    row = told[told["Name" if "Name" in told else "name"] == name].iloc[0]
    assert row.geometry.buffer(1e-4).contains(shapely.Point(largest.lonlat))
    assert f"{largest.area_m2:,.0f} m²" in path.read_text(encoding="utf-8")


def test_a_shapefile_is_one_archive_whose_columns_have_their_names(workspace):
    path = workspace.artefacts[export_result(workspace, "shapefile").artefact].path
    with zipfile.ZipFile(path) as archive:
        assert {Path(name).suffix for name in archive.namelist()} == {".shp", ".shx", ".dbf", ".prj", ".cpg"}
    told = gpd.read_file(path)
    assert {"id", "class", "status", "pixels", "area_m2", "perim_m", "probab", "at_edge"} <= set(told.columns)
    assert told.crs == workspace.pair().georeference.crs


def test_a_workbook_computes_no_text(workspace, tmp_path):
    table = workspace.outlines(workspace.pair()).copy()
    table["class"] = "=1+1"
    write_xlsx(tmp_path / "x.xlsx", table)
    with zipfile.ZipFile(tmp_path / "x.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert set(gpd.read_file(tmp_path / "x.xlsx")["class"]) == {"'=1+1"}


def test_a_file_of_some_objects_has_a_name_of_its_own(workspace):
    whole = workspace.artefacts[export_result(workspace, "geojson").artefact].path
    before = whole.read_bytes()
    result = export_result(workspace, "geojson", min_area=120, min_probability=0.5)
    path = workspace.artefacts[result.artefact].path
    assert (result.file, result.filter) == ("objects-min120-probable50.geojson", ObjectFilter(120, 0.5))
    assert 0 < len(gpd.read_file(path)) < len(gpd.read_file(whole))
    assert gpd.read_file(path)["area_m2"].min() >= 120
    assert whole.read_bytes() == before
    workspace.choose(RunSettings(min_area=10))
    assert not path.exists()
    with pytest.raises(UnknownFormatError, match="png shows all objects that count"):
        export_result(workspace, "png", max_area=5)


@pytest.mark.parametrize("wanted", ["gpkg", "geojson", "csv", "kml", "shapefile", "xlsx"])
def test_a_file_of_one_class_and_status_holds_just_these(workspace, sample, wanted):
    result = export_result(workspace, wanted, object_class="building", status="appeared")
    assert (result.count, result.object_class) == (sample.truth["buildings_appeared"], "building")
    assert "-building-appeared" in result.file
    table = _rows(workspace, result)
    assert set(table["class"]) == {"building"}
    assert set(table["status"]) == {"appeared"}
    assert len(table) == result.count


@pytest.mark.parametrize("wanted", ["gpkg", "geojson", "csv", "kml", "shapefile", "xlsx"])
def test_a_file_of_what_was_not_found_is_empty(workspace, wanted):
    result = export_result(workspace, wanted, object_class="building", status="disappeared")
    assert result.count == 0
    assert workspace.artefacts[result.artefact].path.stat().st_size > 0


def test_class_and_size_limit_together(workspace):
    result = export_result(workspace, "gpkg", min_area=120, object_class="building")
    assert result.file == "objects-building-min120.gpkg"
    table = _rows(workspace, result)
    assert 0 < result.count == len(table)
    assert table["area_m2"].min() >= 120


@pytest.mark.parametrize("wanted", ["png", "record", "geotiff"])
def test_what_lists_no_objects_is_written_as_a_whole_and_says_of_what(workspace, wanted):
    result = export_result(workspace, wanted, object_class="building", status="appeared")
    assert (result.count, result.object_class, result.status) == (None, "building", "appeared")
    assert result.artefact == export_result(workspace, wanted).artefact


@pytest.mark.parametrize("wanted", ["gpkg", "geojson", "csv", "kml", "shapefile", "xlsx"])
def test_a_file_of_a_kind_of_land_holds_what_was_lost_and_gained(tmp_path, wanted):
    made = land_space(tmp_path, CLEARING)
    result = export_result(made, wanted, cover="trees")
    table = _rows(made, result)
    assert result.file.startswith("land-trees.")
    assert (len(table), set(table["change"])) == (result.count, {"lost"})
    assert result.lost.pixels == pytest.approx(720, abs=40)
    assert result.artefact != export_result(made, wanted, cover="bare").artefact
    if wanted == "kml":
        assert "trees to bare or built-up ground" in made.artefacts[result.artefact].path.read_text(encoding="utf-8")


def test_land_is_written_to_tables_alone_and_only_where_the_bands_tell_it(tmp_path, workspace):
    made = land_space(tmp_path, CLEARING)
    with pytest.raises(UnknownFormatError, match="png holds no polygons of land"):
        export_result(made, "png", cover="trees")
    with pytest.raises(InputError):
        export_result(workspace, "gpkg", cover="trees")
    assert export_result(made, "csv", cover="snow").count == 0


def test_a_class_that_pixels_are_too_coarse_for_is_not_written_as_none(tmp_path):
    made = land_space(tmp_path, CLEARING)
    with pytest.raises(ResolutionError):
        export_result(made, "csv", object_class="building")


def _rows(workspace, result):
    return gpd.read_file(workspace.artefacts[result.artefact].path)


def test_a_file_of_what_lies_within_a_distance(workspace):
    far = {"distance_to": "centre", "object_class": "building"}
    every = export_result(workspace, "csv", object_class="building").count
    near = export_result(workspace, "csv", **far, max_distance=30.0)
    beyond = export_result(workspace, "csv", **far, min_distance=30.0)
    assert 0 < near.count < every
    assert near.count + beyond.count == every
    assert near.file == "objects-building-within30-centre.csv"
    assert "within 30 m of the centre of the image" in sentence(near)
    with pytest.raises(UnknownFormatError, match="shows all objects"):
        export_result(workspace, "png", **far, max_distance=30.0)
