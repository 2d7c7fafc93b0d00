"""Elevations, radar and ready indices: never looked at as photographs, and refused or compared in their own terms."""

import numpy as np
import pytest

from agent.loop.evidence import warnings
from agent.loop.toolbox import run_call
from agent.wording import sentence
from tests.factories.field import AFTER, BEFORE, SIDE, opened, write
from tools.catalogue.land_tools import compare_index
from tools.errors import NoPhotographError, ReflectanceError


def both(folder, stem, first, second, side_m=0.5, dtype="float32", **options):
    made = []
    for day, values in ((BEFORE, first), (AFTER, second)):
        made.append(write(folder / f"{stem}_{day}.tif", np.asarray(values, float), side_m, dtype, **options))
    return made


def surface(rise=0.0):
    rows, columns = np.mgrid[:SIDE, :SIDE]
    heights = 210 + 0.02 * columns + 3 * np.sin(rows / 60) + rise * ((rows > 20) & (rows < 40))
    return heights[None]


def looked_for(folder, files):
    space = opened(folder, files)
    with pytest.raises(NoPhotographError) as caught:
        space.change(space.pair())
    return str(caught.value)


@pytest.mark.parametrize("dtype", ["float32", "int16", "uint16"])
def test_surface_models_are_no_photographs(tmp_path, dtype):
    told = looked_for(tmp_path, both(tmp_path, "dsm", surface(), surface(6), dtype=dtype))
    assert "holds elevations and is no photograph" in told
    assert "gdal_calc.py -A after.tif -B before.tif --calc=A-B" in told


def test_heights_that_nothing_names_are_no_photographs_either(tmp_path):
    told = looked_for(tmp_path, both(tmp_path, "x", surface(), surface(6), nodata=-9999))
    assert "holds numbers of one kind, no brightness, and is no photograph" in told


@pytest.mark.parametrize("decibels", [False, True])
@pytest.mark.parametrize("names", [("VV", "VH"), None])
def test_radar_is_refused_as_radar(tmp_path, decibels, names):
    power = 0.08 * np.random.default_rng(1).gamma(4.4, 1 / 4.4, (2, SIDE, SIDE))
    values = 10 * np.log10(power) if decibels else power
    files = both(tmp_path, "s", values, values[:, ::-1], 10.0, names=names)
    told = looked_for(tmp_path, files)
    assert ("radar backscatter" in told) == (decibels or names is not None)
    with pytest.raises(ReflectanceError, match="no bands of an optical image"):
        compare_index(opened(tmp_path / "index", files), "ndwi")


def ready(low=0.2):
    values = np.full((1, SIDE, SIDE), 0.8)
    values[:, :, SIDE // 2 :] = low
    return values + 0.01 * np.random.default_rng(4).standard_normal(values.shape)


@pytest.mark.parametrize(("factor", "dtype"), [(1, "float32"), (10_000, "int16")])
def test_a_ready_index_is_compared_as_it_is(tmp_path, factor, dtype):
    files = both(tmp_path, "ndvi", factor * ready(0.8), factor * ready(), 10.0, dtype)
    space = opened(tmp_path, files)
    found = compare_index(space, "ndvi")
    assert found.before.mean == pytest.approx(0.8, abs=0.01)
    assert found.after.mean == pytest.approx(0.5, abs=0.01)
    assert {one.name: round(one.share, 2) for one in found.classes}["less vegetation"] == pytest.approx(0.5, abs=0.02)
    assert "values of the files" in found.method
    with pytest.raises(ReflectanceError, match="holds a ready NDVI"):
        compare_index(space, "nbr")
    assert "ask how the index changed" in looked_for(tmp_path / "seen", files)


def test_the_card_says_what_they_are_and_nothing_of_clouds(tmp_path):
    space = opened(tmp_path, both(tmp_path, "ndvi", ready(0.8), ready(), 10.0))
    told = space.card(space.pair()).warnings
    assert any("holds a ready NDVI and is no photograph" in one for one in told)
    assert not any("cloud" in one or "stretched" in one or "learnt from" in one for one in told)


def test_reals_without_fractions_and_few_numbers_stay_what_they_are(tmp_path):
    grey = np.random.default_rng(2).integers(0, 255, (1, SIDE, SIDE))
    classes = np.random.default_rng(2).integers(-3, 3, (1, SIDE, SIDE))
    for stem, values, dtype in (("grey", grey, "float32"), ("classes", classes, "int16"), ("pan", grey * 9, "uint16")):
        space = opened(tmp_path / stem, both(tmp_path, stem, values, values[:, ::-1], 0.5, dtype))
        assert [source.content for source in space.pair().sources] == [None, None], stem


def test_notes_on_photographs_go_with_answers_from_photographs_alone(tmp_path):
    data = np.random.default_rng(1).uniform(300, 3000, (4, SIDE, SIDE))
    files = both(tmp_path, "x", data, data[:, ::-1], 10.0, "uint16", names=("blue", "green", "red", "nir"))
    space = opened(tmp_path, files)
    card = space.card(space.pair())
    for words in ("stretched to 0-255", "the network learnt from", "lie on each other"):
        assert any(words in one for one in card.picture_warnings), words
    step = run_call(space, "compare_index", {"index": "ndvi"}, 1)
    assert warnings(space, [step]) == []
    assert "taken for reflectance x 10,000" in sentence(step.result)
    inspected = run_call(space, "inspect_pair", {}, 2)
    assert warnings(space, [inspected]) == list(card.warnings)
