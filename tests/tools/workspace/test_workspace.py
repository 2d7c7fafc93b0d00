"""The catalogue on a drawn scene whose truth is known, and the files it leaves."""

import inspect
from pathlib import Path
from typing import get_type_hints

import cv2
import numpy as np
import pytest
import rasterio

from tests.factories.bands import FOREST, S2, stack
from tests.factories.bands import write as write_bands
from tests.factories.class_rasters import pair_of_classes, patches
from tests.factories.predictors import KnownMaskPredictor
from tools.catalogue import CATALOGUE
from tools.catalogue.change_tools import count_objects, describe_change, detect_change, inspect_pair, measure_area
from tools.errors import (
    ClassMapError,
    NoPairError,
    RasterError,
    ResolutionError,
    UnknownClassError,
    UnknownPairError,
)
from tools.json_values import to_json
from tools.outputs.overlay import PALETTE
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace


def test_measurements_equal_the_truth_of_the_drawn_scene(workspace, sample, eyes):
    truth = sample.truth
    assert count_objects(workspace, "building").count == truth["buildings_appeared"]
    area = measure_area(workspace, "building", "m2")
    assert area.pixels == truth["building_pixels"]
    assert area.value == pytest.approx(truth["building_pixels"] * 0.25, rel=1e-3)
    assert {row.object_class: row.pixels for row in detect_change(workspace).classes} == {
        "building": truth["building_pixels"],
        "road": truth["road_pixels"],
    }
    described = describe_change(workspace)
    assert described.caption.startswith(f"{truth['buildings_appeared']} buildings appeared")
    assert described.network_words == eyes.caption
    assert eyes.looks == 1, "the network looks once, whatever is asked"


def test_the_map_file_opens_where_it_belongs(workspace, eyes):
    detect_change(workspace)
    path = workspace.artefacts["1:geotiff"].path
    with rasterio.open(path) as file:
        assert file.crs.to_epsg() == 32614
        assert file.bounds == pytest.approx(workspace.pair().georeference.bounds, rel=0, abs=1e-6)
        assert np.array_equal(file.read(1), eyes.label)
        assert file.nodata == 255
        assert file.colormap(1)[2][:3] == PALETTE["building"]
        assert file.tags()["WEIGHTS_SHA256"] == eyes.sha256
        assert file.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"


def test_the_picture_shows_the_class_in_its_colour(workspace, eyes):
    summary = detect_change(workspace, classes=["building"])
    picture = cv2.imread(str(workspace.artefacts[summary.overlay].path), cv2.IMREAD_COLOR_RGB)
    assert picture.shape[0] > 512, "the legend stands below, and a small picture is enlarged"
    shown = picture[: 256 * 2 : 2, :512:2].astype(int)
    before = workspace.pair().after.astype(int)
    tinted = np.abs(shown - before).sum(-1) > 0
    assert tinted[eyes.label == 2].mean() > 0.95
    far = cv2.dilate((eyes.label > 0).astype(np.uint8), np.ones((5, 5))) == 0
    assert tinted[far].mean() == 0
    assert not list(workspace.folder.rglob("*.partial"))


def test_pairs_are_found_by_number_and_by_file_name(workspace):
    assert workspace.pair("1") is workspace.pair() is workspace.pair("BEFORE")
    with pytest.raises(UnknownPairError, match=r"'9'.*there is 1"):
        inspect_pair(workspace, pair="9")


def test_a_bad_second_pair_loses_nothing(workspace, tmp_path):
    with pytest.raises(RasterError, match=r"no\.tif was not found"):
        workspace.open(tmp_path / "no.tif", tmp_path / "no.tif")
    assert workspace.pair().id == "1"


def test_without_images_there_is_a_sentence(tmp_path, eyes):
    with pytest.raises(NoPairError, match="open a before and an after image"):
        inspect_pair(Workspace(tmp_path, lambda: eyes))


def test_no_class_is_no_question(workspace):
    with pytest.raises(UnknownClassError, match="building, road"):
        detect_change(workspace, classes=[])


@pytest.mark.parametrize("tool", CATALOGUE, ids=lambda tool: tool.__name__)
def test_no_tool_takes_a_path_or_code(tool):
    hints = get_type_hints(tool)
    names = [name for name in inspect.signature(tool).parameters if name != "workspace"]
    assert not any(hints[name] is Path for name in names)
    assert not {"path", "file", "folder", "code", "expression", "url"} & set(names)
    assert tool.__doc__
    assert all(f"{name}:" in tool.__doc__ for name in names)


def test_results_are_plain_values(workspace):
    told = to_json(count_objects(workspace, "building"), most=2)
    assert len(told["objects"]) == 2
    assert len(told["objects"][0]["box"]) == 4
    assert told["objects"][0]["status"] == "appeared"


def unplaced(folder, names=S2):
    return [
        write_bands(folder / f"202{n}-06-01.tif", stack(FOREST)[: len(names)], names, crs=None, transform=None)
        for n in (0, 1)
    ]


def test_without_a_place_the_sensor_tells_that_no_house_can_be_seen(tmp_path):
    def none():
        pytest.fail("no network is needed")

    space = Workspace(tmp_path / "out", none)
    space.open(*unplaced(tmp_path))
    with pytest.raises(ResolutionError, match="A pixel is 10 m on the ground"):
        count_objects(space, "building")


def test_a_person_may_have_it_looked_at_all_the_same(tmp_path):
    eyes = KnownMaskPredictor(np.zeros((40, 50), np.uint8))
    space = Workspace(tmp_path / "out", lambda: eyes, settings=RunSettings(any_resolution=True))
    space.open(*unplaced(tmp_path))
    assert count_objects(space, "building").count == 0
    assert eyes.looks


def test_without_a_place_and_a_sensor_nothing_speaks_against_looking(tmp_path):
    space = Workspace(tmp_path / "out", lambda: KnownMaskPredictor(np.zeros((40, 50), np.uint8)))
    space.open(*unplaced(tmp_path, ("blue", "green", "red")))
    assert count_objects(space, "building").count == 0


def test_class_maps_are_no_pictures_and_are_not_looked_at(tmp_path):
    space = pair_of_classes(tmp_path, patches(1, 2, 3), patches(1, 2, 3))
    with pytest.raises(ClassMapError, match="not pictures; ask what became what, or give the images"):
        count_objects(space, "building")
    space.choose(RunSettings(any_resolution=True))
    with pytest.raises(ClassMapError, match="maps of classes, not pictures"):
        count_objects(space, "road")


def test_images_that_a_person_calls_class_maps_are_none_to_look_at(tmp_path):
    space = Workspace(tmp_path / "out", lambda: None, settings=RunSettings(legend="worldcover"))
    space.open(*unplaced(tmp_path, ("blue", "green", "red")))
    with pytest.raises(ClassMapError, match="maps of classes, not pictures"):
        count_objects(space, "building")
