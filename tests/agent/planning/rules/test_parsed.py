"""Two counts as a share, where one is the whole of the other; what appeared told beside what disappeared."""

import pytest

from agent.planning.parser.lines import read
from agent.planning.plan import PastTurn, PlannedCall
from agent.planning.rules.parsed import on_whole, with_all_listed, with_shares, with_size, with_way, without_status


@pytest.mark.parametrize(
    ("planned", "meant"),
    [
        ("count building new >200m2 ; count building new", "share building new >200m2"),
        ("describe ; count road north ; count road ; files", "describe ; share road north ; files"),
        ("count building near:road<50m ; count building", "share building near:road<50m"),
    ],
)
def test_some_and_then_all_of_them_are_a_share(planned, meant):
    assert with_shares(read(planned)) == read(meant)


@pytest.mark.parametrize(
    "planned",
    [
        "count building new ; count building new >200m2",
        "count building new ; count building",
        "count building >200m2 ; count road",
        "count building new >200m2 ; count building",
        "count building >200m2 north ; count building north",
        "area building north ; area building",
        "count building north ; count building south",
    ],
)
def test_other_counts_stay_as_they_are(planned):
    assert with_shares(read(planned)) == read(planned)


@pytest.mark.parametrize(
    ("planned", "told"),
    [
        ("count building new", "count building"),
        ("area road new ha ; describe", "area road ha ; describe"),
        ("count building gone", "count building gone"),
        ("count building new north", "count building new north"),
        ("list building new", "list building new"),
    ],
)
def test_a_plain_number_of_what_appeared_tells_what_disappeared_too(planned, told):
    assert without_status(read(planned)) == read(told)


def test_a_list_is_told_as_a_whole_unless_a_number_shortens_it():
    assert with_all_listed(read("list building new ; count road")) == read("list building new k:20 ; count road")
    assert with_all_listed(read("list building k:3")) == read("list building k:3")


def test_the_whole_image_has_no_part():
    assert on_whole(read("count building gone south ; export geojson building gone south")) == read(
        "count building gone ; export geojson building gone"
    )


@pytest.mark.parametrize(("way", "told"), [("loss", {"way": "lost"}), ("gain", {"way": "gained"}), (None, {})])
def test_what_is_asked_of_land_comes_first(way, told):
    land, other = with_way(read("land trees ; count building"), way)
    assert (land.arguments, other.arguments) == ({"cover": "trees"} | told, {"object_class": "building"})


def test_what_was_measured_without_a_pixel_size_is_measured_anew():
    before = PastTurn("how large is the biggest house?", read("list building k:1 ; certainty"))
    assert with_size(read("pixel 0.5"), [before]) == read("pixel 0.5 ; list building k:1")
    assert with_size(read("pixel 0.5 ; count building"), [before]) == read("pixel 0.5 ; count building")
    assert with_size(read("pixel 0.5"), []) == read("pixel 0.5")


def test_the_way_that_a_plan_states_stays():
    lost = PlannedCall("land_change", {"cover": "vegetation", "way": "lost"})
    assert with_way((lost,), "gain") == (lost,)
    assert with_way((PlannedCall("land_change", {"cover": "trees"}),), "gain")[0].arguments["way"] == "gained"
