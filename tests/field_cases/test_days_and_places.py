"""Days that contradict each other, world files, feet, other grids and alpha edges."""

import numpy as np
import pytest
from PIL import Image
from pyproj import CRS
from rasterio.enums import ColorInterp

from agent.wording import sentence
from tests.factories.field import RGB, SIDE, opened, write
from tools.catalogue.land_tools import land_cover_transitions
from tools.pairs.pair import open_pair
from tools.pairs.preflight import inspect

FOREST, TOWN = 10, 50


def class_maps(folder, names, tags=(None, None), crs="EPSG:32633", side=10.0):
    """Maps of classes, a quarter of which changed."""
    made = []
    for number, (name, tag) in enumerate(zip(names, tags, strict=True)):
        values = np.full((1, SIDE, SIDE), FOREST)
        values[:, : SIDE // 2, : SIDE // 2] = TOWN if number else FOREST
        told = {} if tag is None else {"TIFFTAG_DATETIME": tag}
        made.append(write(folder / name, values, side, "uint8", tags=told, crs=crs))
    return made


YEARS = ("worldcover_2017-07-01.tif", "worldcover_2023-07-01.tif")


def test_maps_that_were_exported_in_one_batch_have_no_rate_of_a_day(tmp_path):
    files = class_maps(tmp_path, YEARS, ("2024:08:20 10:00:00", "2024:08:21 10:00:00"))
    space = opened(tmp_path, files)
    assert [source.date for source in space.pair().sources] == ["2017-07-01", "2023-07-01"]
    found = land_cover_transitions(space)
    assert (found.years, found.yearly_share) == (None, None)
    assert "a year" not in sentence(found)
    assert sum("by its tag for the time of writing" in one for one in space.card(space.pair()).warnings) == 2


def test_days_that_a_person_states_leave_no_doubt(tmp_path):
    files = class_maps(tmp_path, YEARS, ("2024:08:20 10:00:00", "2024:08:21 10:00:00"))
    space = opened(tmp_path, files, date_before="2017-07-01", date_after="2023-07-01")
    found = land_cover_transitions(space)
    assert found.yearly_share == pytest.approx(0.25 / found.years)
    assert not any("time of writing" in one for one in space.card(space.pair()).warnings)


@pytest.mark.parametrize(("after", "rate"), [("2017-07-02", False), ("2018-03-01", False), ("2018-07-01", True)])
def test_a_rate_a_year_needs_about_a_year(tmp_path, after, rate):
    found = land_cover_transitions(opened(tmp_path, class_maps(tmp_path, (YEARS[0], f"worldcover_{after}.tif"))))
    assert (found.yearly_share is not None) == rate
    assert found.years is not None


def test_a_flight_that_was_processed_again_is_not_called_swapped(tmp_path):
    picture = np.random.default_rng(1).integers(0, 255, (3, SIDE, SIDE))
    tags = [{"TIFFTAG_DATETIME": tag} for tag in ("2024:08:20 10:00:00", "2022:07:01 09:00:00")]
    files = [
        write(tmp_path / f"ortho_{day}.tif", picture, 0.5, "uint8", tags=tag)
        for day, tag in zip(("2019-06-15", "2022-06-20"), tags, strict=True)
    ]
    notes = open_pair(*files).notes
    assert not any("swapped" in note for note in notes)
    assert sum("no rate a year is told" in note for note in notes) == 1


def test_images_with_world_files_lie_where_these_say(tmp_path):
    drawn = np.random.default_rng(3).integers(0, 255, (80, 80, 3), np.uint8)
    for name, cut in (("before", 0), ("after", 16)):
        Image.fromarray(drawn[cut : cut + SIDE, cut : cut + SIDE]).save(tmp_path / f"{name}.tif")
        centre = (621_000 + 0.5 * cut + 0.25, 3_349_000 - 0.5 * cut - 0.25)
        lines = "\n".join(map(str, (0.5, 0, 0, -0.5, *centre)))
        (tmp_path / f"{name}.tfw").write_text(lines, encoding="utf-8")
        (tmp_path / f"{name}.prj").write_text(CRS.from_epsg(32614).to_wkt(), encoding="utf-8")
    card = inspect(open_pair(tmp_path / "before.tif", tmp_path / "after.tif"))
    assert (card.crs, card.identical) == ("EPSG:32614", True), "the common part is the same ground"
    assert card.area_m2 == pytest.approx(48 * 48 * 0.25, rel=1e-3)
    assert sum("placed by the world file" in one for one in card.warnings) == 2


@pytest.mark.parametrize(("crs", "foot"), [("EPSG:2277", 0.3048006096), ("EPSG:2314", 0.3047972654)])
def test_areas_in_feet_come_out_in_square_metres(tmp_path, crs, foot):
    files = class_maps(tmp_path, ("worldcover_2019.tif", "worldcover_2023.tif"), crs=crs, side=30.0)
    changed = land_cover_transitions(opened(tmp_path, files)).changed
    assert changed.pixels == SIDE * SIDE / 4
    assert changed.area_m2 == pytest.approx(changed.pixels * (30 * foot) ** 2, rel=0.06), "but for the projection"


def test_a_drones_ragged_edge_is_no_data_and_other_pixels_are_brought_onto_the_grid(tmp_path):
    picture = np.random.default_rng(5).integers(0, 255, (4, SIDE, SIDE))
    picture[:, :9], picture[3, 9:], picture[3, :9] = 255, 255, 0
    colours = (*RGB, ColorInterp.alpha)
    options = {"colours": colours, "photometric": "RGB", "alpha": "YES"}
    files = [write(tmp_path / f"{n}.tif", picture, 0.05 * (n + 1), "uint8", **options) for n in (0, 1)]
    card = inspect(open_pair(*files))
    assert card.nodata_share == pytest.approx(18 / SIDE, abs=0.03)
    assert any("from pixels of 0.1 m to 0.05 m" in one for one in card.warnings)
