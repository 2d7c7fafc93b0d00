from dataclasses import replace

from agent.wording.ground import LIMITS, with_other_change
from agent.wording.sentence import sentence
from tools.change.other_change import OtherChange, OtherRegion
from tools.change.summary import ChangeSummary, ClassChange

POND = OtherRegion(1, "north", "vegetation", "water", 1200, 300.4, 0.93)
FIELD = OtherRegion(2, "east", "bare ground", "bare ground", 800, 200.2, 0.71)


def other(*regions, count=None):
    pixels = sum(region.pixels for region in regions)
    area = sum(region.area_m2 for region in regions)
    return OtherChange(len(regions) if count is None else count, pixels, 0.1, area, (), regions)


def test_what_looks_built_is_not_told_as_buildings_which_their_mask_tells():
    grown = replace(POND, before="buildings", after="vegetation")
    assert "built-up ground became vegetation" in with_other_change("No house.", other(grown), first=True)


def test_nothing_is_told_where_the_network_does_not_tell_it():
    assert with_other_change("Nothing.", None, first=True) == "Nothing."


def test_where_no_house_changed_the_answer_begins_with_the_ground():
    assert with_other_change("No house.", other(POND), first=True).startswith("Beyond buildings and roads, vegetation")


def test_that_nothing_else_changed_is_told_last():
    assert with_other_change("One house.", other(), first=True) == (
        "One house. Beyond buildings and roads, no change was found."
    )


def test_regions_are_told_by_what_the_ground_became():
    text = with_other_change("One house.", other(POND, FIELD), first=False)
    assert text == (
        "One house. Beyond buildings and roads, 2 places changed, 501 m² together: "
        "vegetation became water on 300 m² in the north (93 % probable); "
        "the ground changed on 200 m² in the east (71 % probable)."
    )


def test_of_many_the_largest_are_told_and_it_is_said():
    assert "9 places changed" in (text := with_other_change("", other(POND, FIELD, count=9), first=False))
    assert "together, among them:" in text


def test_a_summary_tells_the_row_and_the_regions():
    rows = (ClassChange("building", 0, 0.0, 0.0, ()), ClassChange("any", 1200, 0.1, 300.4, ()))
    text = sentence(ChangeSummary("1", rows, 10_000, 0.0, "", "1:overlay", other(POND)))
    assert text.startswith("Beyond buildings and roads, vegetation became water")
    assert "other change 1,200 px" in text


def by_bands(*regions, unknown=0.0, doubts=(), notes=(), count=None):
    told = replace(other(*regions, count=count), seen_by="bands", doubts=doubts, notes=notes)
    rows = (ClassChange("any", told.pixels, told.share, told.area_m2, ()),)
    return sentence(ChangeSummary("1", rows, 10_000, unknown, "", "1:overlay", told))


WOOD = OtherRegion(1, "north", "trees", "bare or built-up ground", 310, 31_000.0, 0.97, 0.9)
MIXED = OtherRegion(2, "east", "water", "bare or built-up ground", 90, 9000.0, 0.8, 0.4)


def test_bands_tell_the_largest_region_first_in_hectares_and_their_limits():
    assert by_bands(WOOD, MIXED) == (
        "By the bands of the two dates, 2 places changed, 4 ha together (10 % of the known ground); the largest: "
        "3.10 ha of trees became bare or built-up ground in the north (97 % probable); "
        f"9,000 m² changed in the east (80 % probable), 40 % of it from water to bare or built-up ground. {LIMITS}"
    )


def test_one_region_of_one_cover_is_told_as_such():
    text = by_bands(replace(WOOD, after="trees"))
    assert "one place changed: 3.10 ha changed on what stayed trees in the north (97 % probable)." in text


def test_of_bands_doubts_come_first_and_notes_last():
    text = by_bands(WOOD, unknown=0.1, doubts=("Nothing is certain.",), notes=("No clouds are told.",))
    assert text.startswith("Nothing is certain. By the bands")
    assert text.endswith(
        "10 % of the pixels are unknown: no data, or hidden by cloud, shadow or snow. No clouds are told."
    )


def test_that_bands_tell_no_change_is_not_said_of_houses():
    assert by_bands() == f"By the bands of the two dates, no change was found. {LIMITS}"
