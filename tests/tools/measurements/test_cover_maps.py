"""Land cover of a conversation's pairs: worked out once, with map, table and picture, which a new choice takes away."""

import csv
import xml.etree.ElementTree as ET

import numpy as np
import pytest
import rasterio

from tests.factories.bands import HALF, MEADOW, PLACE, ROWS, S2, SOIL, WATER, WOODS, band, space, stack, write
from tests.factories.class_rasters import pair_of_classes, patches
from tools.errors import PairError
from tools.landcover.spectral_cover import BARE, LOW, TREES, WITH_SWIR
from tools.landcover.spectral_cover import WATER as WATER_CLASS
from tools.measurements.cover_maps import UNCHANGED, classify_landcover, find_zones, land_cover_transitions, legend_of
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.workspace.measurements import CoverKey, ZonesKey
from tools.workspace.run_settings import RunSettings


@pytest.fixture
def workspace(tmp_path):
    """Woods, meadow, soil and two fifths of water; later the woods are soil."""
    before = write(tmp_path / "2020-06-01.tif", stack(WOODS, MEADOW, SOIL, WATER, WATER))
    after = write(tmp_path / "2021-06-01.tif", stack(SOIL, MEADOW, SOIL, WATER, WATER))
    return space(tmp_path, (before, after))


def opened(artefact):
    return rasterio.open(artefact.path)


def names_of(workspace):
    return {one.path.name for one in workspace.artefacts}


def test_a_date_is_a_map_with_colours_names_and_a_place(workspace):
    found = classify_landcover(workspace, workspace.pair(), "before")
    made = workspace.artefacts[found.layer]
    assert (found.layer, made.kind, made.path.name) == ("1:landcover-before.tif", "cover", "landcover-before.tif")
    assert [(entry.label, entry.colour) for entry in made.legend] == [
        (one.name, one.colour) for one in WITH_SWIR.legend.classes
    ]
    with without_gdal_warnings(), opened(made) as file:
        assert (file.dtypes, file.nodata, file.crs.to_epsg()) == (("uint8",), 0, 32614)
        assert file.transform == PLACE
        assert file.descriptions == ("landcover-before",)
        assert file.tags()["CLASSES"] == (
            "1 water, 2 snow and ice, 3 trees, 4 low vegetation, 5 bare or built-up ground"
        )
        colours = file.colormap(1)
        assert (file.read(1) == band(3, 4, 5, 1, 1)).all()
    assert colours[0] == (0, 0, 0, 0)
    assert [colours[code][:3] for code in range(1, 6)] == [one.colour for one in WITH_SWIR.legend.classes]
    assert names_of(workspace) == {"landcover-before.tif"}, "a date alone has no table and no picture"


def test_change_is_a_map_a_table_and_a_picture_of_one_name(workspace):
    found = land_cover_transitions(workspace, workspace.pair())
    kinds = {one.id: one.kind for one in workspace.artefacts}
    assert kinds == {
        "1:landcover-change.tif": "cover", "1:landcover-change.svg": "flow", "1:landcover-change.csv": "cover_table",
    }  # fmt: skip
    codes = {name: 1 + place for place, name in enumerate(WITH_SWIR.legend.names)}
    with without_gdal_warnings(), opened(workspace.artefacts[found.layer]) as file:
        numbers, colours = file.read(1), file.colormap(1)
        assert file.tags()["CLASSES"].startswith("1 water unchanged, 2 water to snow and ice, ")
    woods, meadow, soil, water = codes["trees"], codes["low vegetation"], codes[BARE.name], codes["water"]
    first, second = band(woods, meadow, soil, water, water), band(soil, meadow, soil, water, water)
    assert (numbers == 1 + 5 * (first - 1) + second - 1).all()
    assert colours[1 + 5 * (woods - 1) + soil - 1][:3] == BARE.colour, "what became another class, in that one's colour"
    assert colours[1 + 5 * (soil - 1) + woods - 1][:3] == TREES.colour
    assert colours[1 + 5 * (meadow - 1) + meadow - 1][:3] == UNCHANGED
    assert found.changed.pixels == ROWS * 10


def test_the_table_and_the_picture_tell_what_was_found(workspace):
    found = land_cover_transitions(workspace, workspace.pair())
    with workspace.artefacts["1:landcover-change.csv"].path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {(row["before"], row["after"]): int(row["pixels"]) for row in rows} == {
        (cell.before, cell.after): cell.pixels for cell in found.cells
    }
    picture = workspace.artefacts["1:landcover-change.svg"].path.read_text(encoding="utf-8")
    ET.fromstring(picture)
    for one in (TREES, LOW, BARE, WATER_CLASS):
        assert one.name in picture
        assert "#{:02x}{:02x}{:02x}".format(*one.colour) in picture


def test_each_is_worked_out_once(workspace):
    pair = workspace.pair()
    assert classify_landcover(workspace, pair, "after") is classify_landcover(workspace, pair, "after")
    assert land_cover_transitions(workspace, pair) is land_cover_transitions(workspace, pair)
    assert find_zones(workspace, pair, 3) is find_zones(workspace, pair, 3)
    assert find_zones(workspace, pair, 4) is not find_zones(workspace, pair, 3)
    assert names_of(workspace) == {
        "landcover-after.tif",
        *(f"{stem}.{end}" for stem in ("landcover-change", "zones-3", "zones-4") for end in ("tif", "csv", "svg")),
    }
    assert set(workspace.measurements.of("1")) == {CoverKey("after"), CoverKey("change"), ZonesKey(3), ZonesKey(4)}


def test_a_new_choice_takes_them_away_and_they_are_made_anew(workspace):
    pair = workspace.pair()
    whole = classify_landcover(workspace, pair, "before")
    land_cover_transitions(workspace, pair)
    find_zones(workspace, pair, 3)
    files = [one.path for one in workspace.artefacts]
    assert all(one.filtered for one in workspace.artefacts)
    assert len(files) == 7
    workspace.choose(RunSettings(area_of_interest=HALF))
    assert not list(workspace.artefacts)
    assert not any(path.exists() for path in files)
    part = classify_landcover(workspace, pair, "before")
    assert part.unknown_share == pytest.approx(0.5)
    assert whole.unknown_share == 0
    assert land_cover_transitions(workspace, pair).changed.share == pytest.approx(0.4)
    with without_gdal_warnings(), opened(workspace.artefacts[part.layer]) as file:
        assert not file.read(1)[:, 25:].any()


def test_two_pairs_of_one_conversation_keep_their_own(workspace, tmp_path):
    first = land_cover_transitions(workspace, workspace.pair("1"))
    other = workspace.open(
        *(write(tmp_path / f"other-202{n}-06-01.tif", stack(one, WATER)) for n, one in enumerate((MEADOW, WATER)))
    )
    second = land_cover_transitions(workspace, other)
    assert (first.pair, second.pair) == ("1", "2")
    assert second.layer == "2:landcover-change.tif"
    assert second.changed.share == 0.5
    assert land_cover_transitions(workspace, workspace.pair("1")) is first


def test_dates_that_share_no_known_pixel_leave_nothing_behind(tmp_path):
    names = (*S2, "SCL")
    files = [
        write(tmp_path / f"202{n}-06-01.tif", [*stack(WOODS), band(*clouds) / 10_000], names)
        for n, clouds in enumerate(((4, 9), (9, 4)))
    ]
    workspace = space(tmp_path, files)
    with pytest.raises(PairError, match="take other dates"):
        land_cover_transitions(workspace, workspace.pair())
    assert not workspace.measurements.of("1")
    assert not list(workspace.artefacts)
    assert not [path for path in (tmp_path / "out").rglob("*") if path.is_file()]


def test_the_accuracy_that_a_person_tells_is_that_of_the_noise(workspace):
    assert land_cover_transitions(workspace, workspace.pair()).noise.assumed
    workspace.choose(RunSettings(map_accuracy=0.9))
    noise = land_cover_transitions(workspace, workspace.pair()).noise
    assert (noise.accuracy, noise.assumed) == (0.9, False)
    assert noise.agreement_share == pytest.approx(0.81)


def test_class_rasters_are_taken_as_they_are(tmp_path):
    before = patches(1, 2, 3)
    after = before.copy()
    after[:8, :8] = np.where(before[:8, :8] == 3, 2, 3)
    colours = {1: (0, 0, 255, 255), 2: (0, 120, 0, 255), 3: (200, 200, 0, 255)}
    workspace = pair_of_classes(tmp_path, before, after, colours)
    found = land_cover_transitions(workspace, workspace.pair())
    assert found.changed.pixels == 64
    with without_gdal_warnings(), opened(workspace.artefacts[found.layer]) as file:
        table = file.colormap(1)
        assert file.tags()["CLASSES"].startswith("1 class 1 unchanged, 2 class 1 to class 2, ")
    assert table[2][:3] == (0, 120, 0), "1 to 2"
    cover = classify_landcover(workspace, workspace.pair(), "before")
    assert {one.name: one.pixels for one in cover.classes} == {
        f"class {value}": int((before == value).sum()) for value in (1, 2, 3)
    }
    assert (cover.uses, cover.uses_method) == ((), "")


def test_a_legend_that_a_person_tells_names_the_classes(tmp_path):
    workspace = pair_of_classes(tmp_path, patches(10, 80), patches(10, 80), legend="worldcover")
    found = classify_landcover(workspace, workspace.pair(), "after")
    assert {one.name for one in found.classes} == {"tree cover", "permanent water bodies"}
    assert legend_of(workspace, workspace.pair(), "after").name == "ESA WorldCover"


def test_bands_have_the_legend_of_the_spectral_rules(workspace):
    assert legend_of(workspace, workspace.pair(), "before") == WITH_SWIR.legend


def test_of_many_classes_numbers_need_two_bytes_and_have_no_colours(tmp_path):
    before, after = patches(*range(1, 18), side=64), patches(*range(1, 18), side=64)
    after[:8, :8] = 17
    workspace = pair_of_classes(tmp_path, before, after)
    found = land_cover_transitions(workspace, workspace.pair())
    with without_gdal_warnings(), opened(workspace.artefacts[found.layer]) as file:
        assert file.dtypes == ("uint16",)
        assert (file.read(1) == 1 + 17 * (before.astype(int) - 1) + after - 1).all()
        with pytest.raises(ValueError, match="NULL color table"):
            file.colormap(1)
    assert found.changed.pixels == 64


def test_the_map_file_holds_what_the_table_counts(workspace):
    found = find_zones(workspace, workspace.pair(), 4)
    names = [entry.label for entry in workspace.artefacts[found.layer].legend]
    with without_gdal_warnings(), opened(workspace.artefacts[found.layer]) as file:
        counted = np.bincount(file.read(1).ravel(), minlength=17)[1:].reshape(4, 4)
    assert {(one.before, one.after): one.pixels for one in found.cells} == {
        (names[i], names[j]): int(counted[i, j]) for i, j in np.argwhere(counted).tolist()
    }
