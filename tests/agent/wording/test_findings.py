from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.answer import Step
from agent.grounding import check
from agent.wording import sentence
from mci_model.prediction import Window
from tools.change.change_map import NO_FILTER, ObjectFilter
from tools.change.objects import ObjectCount
from tools.change.places import FieldShare
from tools.change.summary import Area, ChangeSummary, ClassChange, Description
from tools.change.zones import ZoneClass, ZoneRow
from tools.landcover.transitions.cover_change import Ground
from tools.measurements.zonal import ZonalChange
from tools.number_format import quantity
from tools.runs.batch import BatchResult
from tools.runs.exports import ExportResult


def counted(**changes):
    values = {
        "pair": "1", "object_class": "building", "status": "any", "count": 2, "appeared": 1, "disappeared": 1,
        "median_area_m2": 50.0, "largest_area_m2": 80.0, "largest_place": None, "method": "m", "objects": (),
    }  # fmt: skip
    return ObjectCount(**(values | changes))


def test_counts_are_worded_with_what_is_known():
    assert sentence(counted()).startswith(
        "2 changed buildings: 1 appeared, 1 disappeared (median 50 m², largest 80 m²)."
    )
    assert "largest 80 m²), the largest in the north-west." in sentence(counted(largest_place="north-west"))
    assert "(80 m²), it lies in the centre." in sentence(counted(count=1, appeared=None, largest_place="centre"))
    assert sentence(counted(count=0)) == "No changed building was found."
    assert sentence(counted(count=1, appeared=None, disappeared=None)).startswith("1 changed building (80 m²).")
    assert sentence(counted(status="appeared", object_class="road")).startswith("2 roads that appeared")


def test_areas_tell_unit_share_and_method():
    area = Area("1", "road", 0.0123, "ha", 492, 0.05, None, None, "sum of pixel areas")
    assert sentence(area) == "Changed roads cover 0.01 ha (5 % of the valid area); sum of pixel areas."
    percent = Area("1", "any", 5.0, "percent", 492, 0.05, None, None, "pixel count")
    assert sentence(percent) == "Changed objects cover 5 % of the valid area; pixel count."


def test_what_appeared_and_what_disappeared_are_told_where_both_did():
    area = Area("1", "road", 300.0, "m2", 1200, 0.05, None, None, "sum of pixel areas", appeared_part=200.0)
    assert "appeared" not in sentence(area)
    assert "(5 % of the valid area), 200 m² of it appeared and 100 m² disappeared; sum" in sentence(
        replace(area, disappeared_part=100.0)
    )


def test_an_interval_is_told_with_how_often_it_holds():
    area = Area("1", "building", 890.0, "m2", 3560, 0.05, (700.0, 1100.0), 0.9, "sum of pixel areas")
    assert "(5 % of the valid area), in 90 % of cases between 700 and 1,100 m²; sum" in sentence(area)


def test_unknown_area_and_missing_classes_are_said():
    fields = (FieldShare("north", 0.6), FieldShare("east", 0.3), FieldShare("south", 0.1))
    rows = (ClassChange("building", 0, 0.0, 0.0, ()), ClassChange("road", 10, 0.1, None, fields))
    text = sentence(ChangeSummary("1", rows, 100, 0.25, "m", "x"))
    assert text == (
        "Changed pixels: buildings none; roads 10 px (10 % of the valid area), 60 % in the north and 30 % in the east. "
        "25 % of the pixels hold no data at one date or both."
    )


def described(**changes):
    values = {
        "pair": "1", "caption": "a building appeared in the north", "changed": True, "probability": 0.9, "part": None,
        "mask_agrees": True,
    }  # fmt: skip
    return sentence(Description(**(values | changes)))


def test_a_description_tells_its_sentence_and_the_probability():
    assert described() == "A building appeared in the north. The probability of any change is 90 %."


def test_the_words_of_the_network_are_quoted_with_their_part():
    told = described(network_words="a house is built", part=Window(0, 256, 256, 256))
    assert told.endswith(
        'The network says of the most changed part, rows 0 to 256, columns 256 to 512: "A house is built."'
    )
    assert described(network_words="a house is built").endswith('The network says: "A house is built."')


def test_a_probability_without_a_change_on_the_maps_is_told_as_what_may_be():
    told = described(caption="no changed building or road was found", changed=False, mask_agrees=False)
    assert told.endswith("90 %. Something may have changed that the maps do not show, so look at the picture.")


def test_a_low_probability_beside_changed_objects_is_told_with_how_sure_they_are():
    told = described(probability=0.1, mask_agrees=False)
    assert told.endswith("The network's look at the whole says less, but the objects on the maps are sure.")
    unsure = described(probability=0.1, mask_agrees=False, changed=False)
    assert unsure.endswith("What the maps show is not sure, so look at the picture.")


@given(st.floats(0.02, 1e7))
def test_every_worded_quantity_counts_as_grounded(value):
    step = Step("measure_area", {}, Area("1", "any", value, "m2", 1, 0.5, None, None, "m"), None, 0.0)
    assert check(f"It is {quantity(value)} m².", [step], [], [], []).faults == ()


def zone(name, pixels, inside=1.0, area=None):
    cell = ZoneClass("building", pixels, 0.1, area, 1)
    return ZoneRow(name, (cell, ZoneClass("road", 0, 0.0, area and 0.0, 0)), 1000, area and 250.0, 0, inside)


def test_zones_are_told_from_the_most_changed_one_down():
    rows = (zone("a", 10, area=2.5), zone("b", 100, inside=0.4, area=25.0), zone("c", 0, area=0.0))
    assert sentence(ZonalChange("1", "zones:x", rows, "m", "t")) == (
        "Of 3 zones, 2 hold change: b: buildings 25 m² (10 % of its valid area), only 40 % of it lies in the images; "
        "a: buildings 2.50 m² (10 % of its valid area)."
    )
    many = tuple(zone(str(number), number) for number in range(1, 9))
    text = sentence(ZonalChange("1", "zones:x", many, "m", "t"))
    assert text.startswith("Of 8 zones, 8 hold change, the most: 8: buildings 8 px")
    assert "; 3:" not in text
    assert sentence(ZonalChange("1", "zones:x", (zone("a", 0),), "m", "t")) == "Of 1 zone, 0 hold change."


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"count": 7}, "x.csv holds 7 buildings that appeared of at least 200 m², and no others."),
        ({"count": 1}, "x.csv holds 1 building that appeared of at least 200 m², and no others."),
        ({"count": 0}, "No building that appeared of at least 200 m² was found. So x.csv is empty."),
        (
            {"filter": NO_FILTER},
            "x.csv holds the changed objects as a table; it shows all that changed, not buildings that appeared alone.",
        ),
    ],
)
def test_an_export_of_one_class_says_how_many(changes, told):
    written = ExportResult("1", "csv", "1:csv", "x.csv", "the changed objects as a table", ObjectFilter(200.0))
    assert sentence(replace(written, object_class="building", status="appeared", **changes)) == told


def test_an_export_of_land_says_what_was_lost_and_gained():
    lost, gained = Ground(1200, 0.1, 120_000.0), Ground(30, 0.01, 3000.0)
    written = ExportResult(
        "1", "gpkg", "1:gpkg-land-trees", "land-trees.gpkg", "land", count=12, cover="trees", lost=lost, gained=gained,
        smallest_pixels=10,
    )  # fmt: skip
    assert sentence(written) == (
        "land-trees.gpkg holds 12 pieces of ground under trees: 12 ha lost, 3,000 m² gained. Pieces below 10 px are"
        " left out."
    )
    assert sentence(replace(written, count=0)).startswith("land-trees.gpkg is empty: no piece of ground under trees")


def test_a_batch_tells_what_became_of_its_pairs(tmp_path):
    assert sentence(BatchResult(1, 0, 0, 0, (), tmp_path, 2.0)) == "1 pair done, 0 failed, in 2 s."
    assert sentence(BatchResult(2, 3, 1, 4, ("x",), tmp_path, 2.0)) == (
        "2 pairs done, 1 failed, 3 kept from an earlier run, 4 listed twice, in 2 s."
    )


def test_an_export_is_told_by_its_name():
    written = ExportResult("1", "csv", "1:csv", "objects.csv", "the changed objects as a table")
    assert sentence(written) == "objects.csv holds the changed objects as a table."


def test_what_counted_is_told_with_the_count():
    large = {"filter": ObjectFilter(100.0), "of": 14, "within": "north"}
    assert sentence(counted(count=3, **large)).startswith(
        "3 changed buildings of at least 100 m² in the northern half: "
    )
    small = {"count": 0, "filter": ObjectFilter(max_area=50.0), "of": 14}
    assert sentence(counted(**small)) == "No changed building of at most 50 m² was found (14 without this limit)."
    sure = {"count": 0, "status": "appeared", "filter": ObjectFilter(50.0, 0.9), "filter_unit": "px"}
    sure |= {"of": 3, "within": "east"}
    assert sentence(counted(**sure)) == (
        "No building that appeared of at least 50 px with a probability of at least 90 % in the right half was found"
        " (3 without these limits)."
    )


def test_an_area_tells_of_what_it_is():
    limits = {"filter": ObjectFilter(min_probability=0.9), "of": 4, "status": "disappeared", "within": "east"}
    area = Area("1", "road", 0.0, "ha", 0, 0.0, None, None, "m", count=0, **limits)
    assert sentence(area) == (
        "Roads that disappeared with a probability of at least 90 % in the eastern half cover 0 ha (0 % of the valid"
        " area)"
        " (4 without this limit); m."
    )


@pytest.mark.parametrize(("unit", "name"), [("acre", "acres"), ("ft2", "square feet"), ("mi2", "square miles")])
def test_areas_are_told_in_the_units_of_america(unit, name):
    area = Area("1", "road", 12.5, unit, 492, 0.05, None, None, "m")
    assert sentence(area).startswith(f"Changed roads cover 12.5 {name} (5 %")


def test_an_export_of_some_objects_says_of_which():
    limits = ObjectFilter(100.0, 0.9)
    written = ExportResult("1", "csv", "1:csv-min100", "objects-min100.csv", "the changed objects as a table", limits)
    assert sentence(written) == (
        "objects-min100.csv holds the changed objects as a table, only those of at least 100 m² and with a"
        " probability of at least 90 %."
    )
