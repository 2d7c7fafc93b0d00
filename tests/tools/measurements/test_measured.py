"""What was measured on the bands goes into the record as numbers, and is measured again from it."""

import json

import numpy as np
import pytest
import spyndex

from tests.factories.bands import HALF, files_of
from tests.factories.class_rasters import pair_of_classes, patches
from tests.factories.predictors import no_predictor
from tools.catalogue.judgement_tools import explain_change
from tools.catalogue.land_tools import (
    classify_landcover,
    compare_index,
    compute_index,
    find_zones,
    land_cover_transitions,
)
from tools.errors import RecordError, ResolutionError, UnknownIndexError
from tools.landcover.land_cover import LandCover
from tools.landcover.transitions.cover_change import Transitions
from tools.measurements.measured import measure_again
from tools.measurements.measured import numbers as numbers_of
from tools.runs.exports import write as write_file
from tools.runs.record import NOT_LOOKED, NOT_USED, read_record
from tools.runs.recorded_numbers import OfMeasured, RecordedNumber, flat
from tools.runs.rerun import Difference, rerun
from tools.runs.run import finish
from tools.spectrum.index_formulas import formula_of
from tools.spectrum.indices import IndexChange, IndexMap
from tools.workspace.measurements import CoverKey, IndexKey, read_key
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace

KINDS = {
    "ndvi-before": IndexMap, "nbr-change": IndexChange, "landcover-after": LandCover, "landcover-change": Transitions,
    "zones-3": Transitions,
}  # fmt: skip


def numbers(key, result):
    """Values of a result by their names in a record."""
    rows = (RecordedNumber(OfMeasured(read_key(key), one.part), one.quantity, one.value) for one in numbers_of(result))
    return flat(rows)


def measured(workspace, pair):
    """Results by the names that a record gives them."""
    return {str(key): result for key, result in workspace.measurements.of(pair.id).items()}


def measure_all(space):
    compute_index(space, "ndvi", "before")
    compare_index(space, "nbr")
    classify_landcover(space, "after")
    land_cover_transitions(space)
    find_zones(space, 3)


def recorded(space):
    return write_file(space, space.pair(), "record").path


def test_results_are_known_by_their_names(coarse):
    assert measured(coarse, coarse.pair()) == {}
    measure_all(coarse)
    found = measured(coarse, coarse.pair())
    assert {name: type(result) for name, result in found.items()} == KINDS
    assert {result.layer for result in found.values()} == {f"1:{name}.tif" for name in KINDS}


def test_each_pair_has_its_own(coarse, tmp_path):
    compute_index(coarse, "ndvi", "before")
    other = coarse.open(*files_of(tmp_path / "other"))
    assert measured(coarse, other) == {}
    assert list(measured(coarse, coarse.pair("1"))) == ["ndvi-before"]


def test_an_index_is_told_by_mean_median_and_classes(coarse):
    date, change = compute_index(coarse, "ndvi", "before"), compare_index(coarse, "ndvi")
    values = numbers("ndvi-before", date)
    assert values["ndvi-before.value.mean"] == date.values.mean
    assert values["ndvi-before.value.median"] == date.values.median
    assert values["ndvi-before.unknown.share"] == 0
    assert values["ndvi-before.dense vegetation.pixels"] == 800
    assert values["ndvi-before.dense vegetation.area_m2"] == pytest.approx(80_000, rel=0.01)
    values = numbers("ndvi-change", change)
    for what in ("before", "after", "difference"):
        assert values[f"ndvi-change.{what}.mean"] == getattr(change, what).mean
        assert values[f"ndvi-change.{what}.median"] == getattr(change, what).median
    assert values["ndvi-change.less vegetation.pixels"] == 400


def test_land_cover_is_told_class_by_class(coarse):
    values = numbers("landcover-after", classify_landcover(coarse, "after"))
    assert {name: value for name, value in values.items() if name.endswith(".pixels")} == {
        "landcover-after.bare or built-up ground.pixels": 800,
        "landcover-after.water.pixels": 800,
        "landcover-after.low vegetation.pixels": 400,
    }
    assert values["landcover-after.water.area_m2"] == pytest.approx(80_000, rel=0.01)
    assert values["landcover-after.unknown.share"] == 0


def test_transitions_are_told_cell_by_cell_with_gain_loss_and_components(coarse):
    found = land_cover_transitions(coarse)
    told = numbers("landcover-change", found)
    assert told["landcover-change.changed.pixels"] == 400
    assert told["landcover-change.trees > bare or built-up ground.pixels"] == 400
    assert told["landcover-change.water > water.pixels"] == 800
    assert told["landcover-change.trees.loss.share"] == 1.0
    assert told["landcover-change.bare or built-up ground.gain.share"] == 0.5
    parts = [told[f"landcover-change.{part}.share"] for part in ("quantity", "exchange", "shift")]
    assert parts == pytest.approx([0.2, 0.0, 0.0])
    assert len(told) == 1 + 1 + 3 + 2 * len(found.classes) + 2 * len(found.cells)


def test_without_a_place_areas_are_none(tmp_path):
    space = Workspace(tmp_path / "out", no_predictor)
    space.open(*files_of(tmp_path, crs=None, transform=None))
    values = numbers("landcover-change", land_cover_transitions(space))
    assert values["landcover-change.water > water.area_m2"] is None
    assert values["landcover-change.water > water.pixels"] == 800


def test_every_name_is_measured_again_once(coarse, tmp_path):
    measure_all(coarse)
    again = Workspace(tmp_path / "again", no_predictor)
    again.open(*(source.path for source in coarse.pair().sources))
    for name, kind in KINDS.items():
        result = measure_again(again, again.pair(), read_key(name))
        assert isinstance(result, kind)
        assert numbers(name, result) == numbers(name, measured(coarse, coarse.pair())[name])
        assert measure_again(again, again.pair(), read_key(name)) is result
    assert list(measured(again, again.pair())) == list(KINDS)


@pytest.mark.parametrize(
    "name", ["", "ndvi", "ndvi-later", "zones-", "zones-x", "../ndvi-before", "landcover", "x y-z"]
)
def test_names_that_nothing_is_measured_under_are_refused(name):
    with pytest.raises(RecordError, match="this version does not measure; make the run anew"):
        read_key(name)


def test_names_that_look_right_are_refused_by_their_tools(coarse):
    with pytest.raises(UnknownIndexError, match="no spectral index 'ndwii'; near it are ndii, ndwi"):
        measure_again(coarse, coarse.pair(), read_key("ndwii-change"))


def test_every_index_of_the_catalogue_can_be_named():
    asked = 0
    for name in spyndex.indices:
        try:
            formula = formula_of(name)
        except UnknownIndexError:
            continue
        asked += 1
        assert read_key(f"{formula.name}-change") == IndexKey(formula.name, "change")
    assert asked > 100


def test_a_record_of_bands_alone_tells_that_no_house_was_looked_for(coarse):
    measure_all(coarse)
    record = read_record(recorded(coarse))
    assert (record.looked, record.model, record.weights_sha256) == (False, NOT_USED, "")
    assert tuple(map(str, record.measured)) == tuple(KINDS)
    assert record.limits == (NOT_LOOKED,)
    assert set(record.methods) == set(KINDS)
    assert "Xu 2006" in record.methods["landcover-after"]
    assert record.named["landcover-change.trees > bare or built-up ground.pixels"] == 400
    assert not [name for name in record.named if name.startswith(("building", "road", "valid", "changed"))]
    noted = measured(coarse, coarse.pair())["zones-3"].warnings
    assert set(noted) <= set(record.warnings)
    assert len(set(record.warnings)) == len(record.warnings)
    made = {file.role for file in record.outputs}
    assert {f"1:{name}.tif" for name in KINDS} <= made
    assert {"1:zones-3.csv", "1:zones-3.svg", "1:landcover-change.csv", "1:landcover-change.svg"} <= made


def test_where_nothing_was_measured_there_is_no_record(coarse):
    with pytest.raises(ResolutionError, match="A pixel is 10 m on the ground"):
        recorded(coarse)
    assert not list(coarse.artefacts)


def test_a_record_of_bands_alone_is_made_again_without_a_network(coarse, tmp_path):
    measure_all(coarse)
    path = recorded(coarse)
    again = rerun(path, tmp_path / "again", no_predictor)
    assert (again.differences, again.notes) == ((), ())
    assert again.compared == len(read_record(path).numbers) > 50
    assert {file.name for file in (tmp_path / "again" / "pair1").glob("zones-3.*")} == {
        "zones-3.tif", "zones-3.csv", "zones-3.svg",
    }  # fmt: skip


def test_what_comes_out_otherwise_is_told_by_name(coarse, tmp_path):
    measure_all(coarse)
    path = recorded(coarse)
    record = json.loads(path.read_text(encoding="utf-8"))
    record["numbers"]["landcover-after.water.pixels"] = 7
    path.write_text(json.dumps(record), encoding="utf-8")
    again = rerun(path, tmp_path / "again", no_predictor)
    assert again.differences == (Difference("landcover-after.water.pixels", 7, 800),)


def test_a_record_with_a_name_of_another_version_is_refused(coarse, tmp_path):
    compute_index(coarse, "ndvi", "before")
    path = recorded(coarse)
    record = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(record | {"measured": ["forests"]}), encoding="utf-8")
    with pytest.raises(RecordError, match="'forests', which this version does not measure"):
        rerun(path, tmp_path / "again", no_predictor)


def test_settings_of_bands_hold_when_they_are_measured_again(coarse, tmp_path):
    coarse.choose(RunSettings(area_of_interest=HALF, map_accuracy=0.9, sensor="sentinel-2-l2a:B02,B03,B04,B08,B11,B12"))
    land_cover_transitions(coarse)
    path = recorded(coarse)
    record = read_record(path)
    assert record.named["landcover-change.unknown.share"] == 0.5
    assert record.run_settings == coarse.settings
    assert rerun(path, tmp_path / "again", no_predictor).differences == ()


def test_a_record_of_houses_and_bands_holds_both_and_is_made_again(fine, tmp_path):
    space, eyes = fine
    compare_index(space, "ndvi")
    land_cover_transitions(space)
    path = finish(space, space.pair()).record
    record = read_record(path)
    assert record.looked
    assert record.measured == (IndexKey("ndvi", "change"), CoverKey("change"))
    assert record.named["building.pixels"] == 100
    assert record.named["landcover-change.changed.pixels"] == 400
    assert NOT_LOOKED not in record.limits
    assert {"area", "count", "ndvi-change", "landcover-change"} == set(record.methods)
    looks = eyes.looks
    again = rerun(path, tmp_path / "again", lambda: eyes)
    assert again.differences == ()
    assert again.compared == len(record.numbers)
    assert eyes.looks > looks


def test_bands_without_houses_are_not_measured_for_a_record_that_has_none(fine, tmp_path):
    space, eyes = fine
    record = read_record(finish(space, space.pair()).record)
    assert record.measured == ()
    assert not [name for name in record.named if "ndvi" in name or "landcover" in name]
    rerun(space.artefacts["1:record"].path, tmp_path / "again", lambda: eyes)
    assert not list((tmp_path / "again").rglob("landcover*"))


def test_causes_for_signs_of_change_need_no_record(coarse):
    assert explain_change(coarse).seen_by == "indices"
    assert measured(coarse, coarse.pair()) == {}


def test_a_record_of_class_maps_is_made_again(tmp_path):
    before = patches(10, 80)
    space = pair_of_classes(tmp_path, before, np.where(before == 80, 10, before).astype(np.uint8), legend="worldcover")
    land_cover_transitions(space)
    path = recorded(space)
    record = read_record(path)
    assert record.settings["legend"] == "worldcover"
    assert record.named["landcover-change.permanent water bodies > tree cover.pixels"] == int((before == 80).sum())
    assert rerun(path, tmp_path / "again", no_predictor).differences == ()


def test_a_legend_that_has_changed_since_is_named(tmp_path):
    legend = tmp_path / "names.json"
    legend.write_text('{"10": "wood", "80": "lake"}', encoding="utf-8")
    space = pair_of_classes(tmp_path, patches(10, 80), patches(10, 80), legend=str(legend))
    land_cover_transitions(space)
    path = recorded(space)
    legend.write_text('{"10": "wood", "80": "wood"}', encoding="utf-8")
    with pytest.raises(RecordError, match=r"names\.json has changed"):
        rerun(path, tmp_path / "again", no_predictor)


def test_limits_of_class_maps_do_not_speak_of_coarse_pixels(tmp_path):
    space = pair_of_classes(tmp_path, patches(1, 2), patches(1, 2))
    land_cover_transitions(space)
    assert not any("coarse" in values for values in read_record(recorded(space)).limits)
