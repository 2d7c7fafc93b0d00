"""A run's record: what went in, what came out; made again it gives the same numbers, or says what differs and why."""

import json
import shutil
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pytest
import shapely

from mci_model.checkpoints.checksum import file_sha256
from mci_model.prediction import Ground
from tests.factories.predictors import KnownMaskPredictor
from tools.errors import RecordError
from tools.runs.record import read_record
from tools.runs.rerun import Difference, rerun
from tools.runs.run import run
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace


@pytest.fixture
def label():
    drawn = np.zeros((64, 64), np.uint8)
    drawn[4:14, 4:14] = 2
    drawn[30:33, 40:43] = 2
    return drawn


@pytest.fixture
def files(write_raster):
    pixels = np.random.default_rng(4).integers(0, 255, (3, 64, 64), np.uint8)
    return [write_raster(f"{name}.tif", pixels.copy()) for name in "ab"]


@pytest.fixture
def zones(tmp_path):
    west = shapely.box(620_000, 3_349_968, 620_016, 3_350_000)
    gpd.GeoDataFrame({"name": ["west"]}, geometry=[west], crs="EPSG:32614").to_file(tmp_path / "zones.gpkg")
    return tmp_path / "zones.gpkg"


@pytest.fixture
def recorded(files, label, tmp_path):
    def run_it(**settings):
        space = Workspace(tmp_path / "out", lambda: KnownMaskPredictor(label), settings=RunSettings(**settings))
        return run(space, *files).record

    return run_it


def test_a_record_tells_inputs_settings_model_numbers_and_files(recorded, files, zones):
    record = read_record(recorded(min_area=2.0, zones=zones))
    assert [file.role for file in record.inputs] == ["before", "after", "zones"]
    assert record.input("before").sha256 == file_sha256(files[0])
    assert record.run_settings == RunSettings(min_area=2.0, zones=zones)
    assert record.weights_sha256 == "0" * 64
    assert record.backend == "truth"
    assert record.named["building.objects"] == 2
    assert record.named["building.pixels"] == 109
    assert record.named["zone.west.building.pixels"] == 100
    assert record.named["caption"] == "2 buildings appeared, both in the northern half"
    assert "geodesic" in record.methods["area"]
    made = {file.role for file in record.outputs}
    assert {"1:geotiff", "1:probability", "1:gpkg", "1:geojson", "1:csv"} <= made


def test_paths_are_counted_from_the_record_so_that_a_folder_can_be_moved(recorded, files, label, tmp_path):
    path = recorded()
    for file in read_record(path).outputs:
        assert file_sha256(path.parent / file.path) == file.sha256
    told = path.read_text(encoding="utf-8")
    assert str(tmp_path) not in told
    shutil.copytree(tmp_path, tmp_path.with_name(f"{tmp_path.name}-moved"))
    moved = tmp_path.with_name(f"{tmp_path.name}-moved") / path.relative_to(tmp_path)
    for file in files:
        file.unlink()
    assert rerun(moved, tmp_path / "again", lambda: KnownMaskPredictor(label)).differences == ()


def test_made_again_everything_is_looked_at_again_and_nothing_differs(recorded, zones, label, tmp_path):
    path = recorded(min_area=2.0, min_probability=0.5, zones=zones, regularise=True)
    eyes = KnownMaskPredictor(label)
    again = rerun(path, tmp_path / "again", lambda: eyes)
    assert eyes.looks > 0
    assert again.differences == ()
    assert again.compared == len(read_record(path).numbers)
    assert again.notes == ()


def test_an_area_of_interest_is_kept_too(recorded, label, tmp_path):
    path = recorded(area_of_interest="620000,3349990,620010,3350000@EPSG:32614")
    record = read_record(path)
    assert record.named["building.objects"] == 1
    assert rerun(path, tmp_path / "again", lambda: KnownMaskPredictor(label)).differences == ()


def test_what_differs_is_told_by_name(recorded, label, tmp_path):
    other = label.copy()
    other[50:53, 50:54] = 2
    again = rerun(recorded(), tmp_path / "again", lambda: KnownMaskPredictor(other))
    assert Difference("building.objects", 2, 3) in again.differences
    assert {"building.pixels", "building.area_m2", "objects.sha256"} <= {d.name for d in again.differences}


def test_another_version_is_noted(recorded, label, tmp_path):
    path = recorded()
    told = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(told | {"software": "terradelta 0.0.1"}), encoding="utf-8")
    assert "terradelta 0.0.1" in rerun(path, tmp_path / "again", lambda: KnownMaskPredictor(label)).notes[0]


def test_another_backend_is_noted(recorded, label, tmp_path):
    eyes = KnownMaskPredictor(label)
    assert rerun(recorded(), tmp_path / "again", lambda: eyes).notes == ()
    eyes.backend = "onnxruntime 9.9 on avx2"
    (note,) = rerun(recorded(), tmp_path / "again", lambda: eyes).notes
    assert "computed by truth then, and by onnxruntime 9.9 on avx2 now" in note


def test_an_input_that_has_changed_is_named(recorded, files, label, tmp_path):
    path = recorded()
    files[1].write_bytes(files[1].read_bytes() + b"\0")
    with pytest.raises(RecordError, match=r"b\.tif has changed since the record was made"):
        rerun(path, tmp_path / "again", lambda: KnownMaskPredictor(label))
    files[1].unlink()
    with pytest.raises(RecordError, match=r"b\.tif \(after\) is no longer there"):
        rerun(path, tmp_path / "again", lambda: KnownMaskPredictor(label))
    assert not (tmp_path / "again").exists()


def test_other_weights_are_refused(recorded, label, tmp_path):
    eyes = KnownMaskPredictor(label)
    eyes.sha256 = "1" * 64
    with pytest.raises(RecordError, match=r"weights 000000000000, these are 111111111111; .*--weights"):
        rerun(recorded(), tmp_path / "again", lambda: eyes)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "no record"),
        ("{}", "no record"),
        ("[1, 2]", "no record"),
        ('{"format": 99}', "form of another version"),
        ("\udcff", "no record"),
    ],
)
def test_what_is_no_record_is_said_to_be_none(tmp_path, text, complaint):
    path = tmp_path / "record.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(RecordError, match=complaint):
        read_record(path)


def test_a_record_with_a_setting_that_is_not_known_is_refused(recorded):
    path = recorded()
    told = json.loads(path.read_text(encoding="utf-8"))
    told["settings"]["shell"] = "rm"
    path.write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(RecordError, match="no record"):
        read_record(path)


@pytest.mark.parametrize("where", ["numbers", "inputs"])
def test_a_number_that_no_computer_holds_is_refused(recorded, where):
    path = recorded()
    content = json.loads(path.read_text(encoding="utf-8"))
    if where == "numbers":
        content["numbers"]["valid.pixels"] = 10**400
    else:
        content["inputs"][0]["bytes"] = 10**400
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(RecordError, match="no record"):
        read_record(path)


def test_a_record_that_is_not_there_is_named(tmp_path):
    with pytest.raises(RecordError, match=r"none\.json was not found"):
        read_record(tmp_path / "none.json")


def test_records_are_values(recorded):
    record = read_record(recorded())
    assert replace(record, made="") == replace(record, made="")


def test_other_change_is_recorded_where_the_network_sees_it(files, label, tmp_path):
    likely = np.zeros((64, 64), np.float32)
    likely[35:60, 5:40] = 0.9
    ground = Ground(likely, np.zeros((2, 64, 64), np.uint8))
    space = Workspace(tmp_path / "out", lambda: KnownMaskPredictor(label, ground=ground))
    named = read_record(run(space, *files).record).named
    assert named["any.objects"] == 1
    assert named["any.pixels"] == pytest.approx(25 * 35, rel=0.05)
    assert named["building.objects"] == 2
