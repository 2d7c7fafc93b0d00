"""A pixel size that is assumed where images are not georeferenced."""

import cv2
import numpy as np
import pytest

from agent.wording import told
from tools.catalogue.change_tools import compare_areas, count_objects, detect_change, find_objects, measure_area
from tools.catalogue.conversation_tools import assume_pixel_size
from tools.catalogue.statistics_tools import measure_objects
from tools.errors import StatementError
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace


@pytest.fixture
def unplaced(tmp_path, eyes):
    """A conversation about two pictures without georeference."""
    picture = np.random.default_rng(1).integers(0, 255, (*eyes.label.shape, 3), np.uint8)
    for name in "ab":
        cv2.imwrite(str(tmp_path / f"{name}.png"), picture)

    def opened(**settings):
        space = Workspace(tmp_path / "work", lambda: eyes, settings=RunSettings(**settings))
        space.open(tmp_path / "a.png", tmp_path / "b.png")
        return space

    return opened


def test_areas_and_lengths_follow_from_the_assumed_size(unplaced):
    space = unplaced()
    in_pixels = count_objects(space, "building")
    assert in_pixels.objects[0].area_m2 is None
    assume_pixel_size(space, 0.5)
    counted = count_objects(space, "building")
    assert [one.area_m2 for one in counted.objects] == [one.pixels * 0.25 for one in in_pixels.objects]
    area = measure_area(space, "building", "m2")
    assert (area.value, area.unit) == (pytest.approx(area.pixels * 0.25), "m2")
    spacing = measure_objects(space, "building", "spacing")
    assert spacing.unit == "m"
    assume_pixel_size(space, 1.0)
    assert measure_objects(space, "building", "spacing").value == pytest.approx(2 * spacing.value)
    assert measure_objects(space, "building", "density").unit == "per_ha"


def test_every_answer_says_what_it_assumes(unplaced):
    space = unplaced(pixel_size_m=0.5)
    for result in (
        count_objects(space, "building"),
        find_objects(space, "building"),
        measure_area(space, "building", "m2"),
        compare_areas(space, "north", "south"),
        measure_objects(space, "building", "mean_area"),
        detect_change(space),
    ):
        assert told(result).endswith(" Sizes are told assuming 0.50 m pixels.")
        assert "assuming 0.5 m pixels" in result.method
    assert "assuming" not in told(count_objects(unplaced(), "building"))


def test_limits_of_size_are_in_square_metres_then(unplaced):
    space = unplaced(pixel_size_m=0.5)
    sizes = sorted(one.area_m2 for one in count_objects(space, "building").objects)
    found = count_objects(space, "building", min_area=sizes[-1])
    assert (found.count, found.filter_unit) == (1, "m2")


def test_images_that_tell_their_own_are_not_assumed_of(workspace, sample, tmp_path, eyes):
    with pytest.raises(StatementError, match="georeferenced and tell"):
        assume_pixel_size(workspace, 2.0)
    space = Workspace(tmp_path / "other", lambda: eyes, settings=RunSettings(pixel_size_m=2.0))
    with pytest.raises(StatementError, match="leave the pixel size out"):
        space.open(sample.before, sample.after)


def test_a_row_of_a_list_may_state_it():
    assert RunSettings().stating({"pixel_size_m": "0.3"}).pixel_size_m == 0.3
    for wrong in ("none", "-1", "nan"):
        with pytest.raises(StatementError, match="is no pixel size"):
            RunSettings().stating({"pixel_size_m": wrong})
