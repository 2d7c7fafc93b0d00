from dataclasses import replace
from typing import get_args

import pytest

from agent.language.registry import LANGUAGES
from agent.wording import sentence
from agent.wording.words import Words
from tools.change.change_map import ChangedObject
from tools.change.selection import FoundObjects, PlacedObject
from tools.change.statistics.comparison import AreaComparison, PartChange
from tools.explain.certainty import Certainty, DetectionLimits
from tools.explain.error_sources import TEXTS, Doubt, ErrorSource
from tools.explain.hypotheses import NOT_A_FINDING, Explanation, Hypothesis
from tools.explain.second_opinion import check, verification

HOUSE = ChangedObject(7, "building", "appeared", 80, 20.0, (5.0, 6.0), (11.5, 48.25), (1, 2, 9, 8), 0.934, False)
FOUND = FoundObjects(
    "1", "building", "any", "in the northern half", "largest", 2, 130, 0.01, 32.5, "m", (PlacedObject("north", HOUSE),),
    within="north",
)  # fmt: skip


def test_objects_are_listed_with_number_size_place_and_certainty():
    assert sentence(replace(FOUND, within="whole")) == (
        "The largest of 2 changed buildings: "
        "building 7 (20 m², in the north, appeared, at 48.25000, 11.50000, 93 % probable)."
    )
    assert "in the northern half, 32.5 m² together, the largest first, 1 of 2 listed: building 7" in sentence(FOUND)
    assert sentence(replace(FOUND, objects=2 * FOUND.objects)).startswith(
        "2 changed buildings in the northern half, 32.5 m² together, the largest first: building 7 (20 m²"
    )
    unplaced = replace(HOUSE, area_m2=None, lonlat=None, status="any")
    alone = replace(FOUND, count=1, within="whole", area_m2=None, objects=(PlacedObject("top left", unplaced),))
    assert sentence(alone) == "1 changed building: building 7 (80 px, in the top left, 93 % probable)."


def test_sizes_are_told_in_the_unit_that_is_asked_for():
    assert "building 7 (0.002 ha, in the north" in sentence(replace(FOUND, unit="ha"))
    told = sentence(replace(FOUND, unit="px", within="whole"))
    assert told.startswith("The largest of 2 changed buildings: building 7 (80 px, in the north")


SOURCE = ErrorSource(
    "1",
    "appearance",
    TEXTS["appearance"],
    None,
    5.2,
    2.6,
    69,
    "2015-08-20",
    "2017-10-28",
    6,
    1.5,
    5e4,
    "network",
)


def of(doubt, **changes):
    return replace(SOURCE, doubt=doubt, text=TEXTS[doubt], **changes)


@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
@pytest.mark.parametrize("doubt", get_args(Doubt))
def test_each_doubt_has_its_own_answer_in_each_language(code, doubt):
    words = Words.of(code)
    others = {sentence(of(other), words) for other in get_args(Doubt) if other != doubt}
    told = sentence(of(doubt), words)
    assert told
    assert told not in others


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (SOURCE, "The co-registration offset of the dates is 5.20 px (2.60 m), measured on these images."),
        (of("position", offset_m=None), "offset of the dates is 5.20 px, measured on these images."),
        (of("season"), "69 days apart in the year (2015-08-20 and 2017-10-28)."),
        (of("hidden"), "Here things count from 1.50 m² up."),
        (of("hidden", smallest_m2=None), "Here things count from 6 px up."),
        (of("other_source"), "My figures hold for 5 ha from 2015-08-20 to 2017-10-28."),
        (of("threshold"), "Here things count from 1.50 m² up."),
    ],
)
def test_a_doubt_is_told_with_what_these_images_show(source, told):
    assert told in sentence(source)


def test_what_these_images_do_not_tell_is_left_out():
    unknown = replace(SOURCE, offset_pixels=None, season_days=None, before=None, after=None)
    assert "offset" not in sentence(unknown)
    assert "Here the dates" not in sentence(replace(unknown, doubt="season", text=TEXTS["season"]))
    assert "My figures" not in sentence(replace(unknown, doubt="other_source", text=TEXTS["other_source"]))


def test_the_object_in_doubt_comes_first():
    assert sentence(replace(SOURCE, object=PlacedObject("north", HOUSE))).startswith(
        "Building 7 (20 m², in the north, appeared, at 48.25000, 11.50000, 93 % probable). A shadow,"
    )


AGREES = check("count_objects", "count", 3, 3)


@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
@pytest.mark.parametrize("again", [3, 4, 9])
def test_a_second_opinion_is_told_in_each_language(code, again):
    checks = [AGREES, check("count_objects", "count", 3, again)]
    told = sentence(verification("1", checks, "openvino 2026", "torch 2.13", ()), Words.of(code))
    assert ("openvino" in told, "torch" in told, "count_objects.count 3" in told) == (True, True, again != 3)


def test_a_second_opinion_begins_with_its_verdict():
    told = sentence(verification("1", [AGREES], "torch 2.13", "torch 2.13", ()))
    assert told == "Computed anew from the files: the number agrees."
    outlined = [AGREES, check("measure_area", "area of outlines", 5.0, 5.0)]
    assert sentence(verification("1", outlined, "openvino 2026", "torch 2.13", ())) == (
        "Computed anew from the files by torch instead of openvino: all 2 numbers agree. Areas by the outlines of the"
        " objects agree, too."
    )
    failed = [AGREES, check("count_objects", "count", 3, 9)]
    assert sentence(verification("1", failed, "", "", ())).endswith(
        "(count_objects.count 3, anew 9). Do not rely on them."
    )


def test_nothing_found_says_where():
    none = replace(FOUND, count=0, objects=(), status="disappeared")
    assert sentence(none) == "No building that disappeared in the northern half was found."


def test_two_parts_are_told_side_by_side():
    rows = (
        PartChange("north", "the northern half", 3, 3, 0, 300, 75.0),
        PartChange("south-east", "the south-eastern quarter", 1, 1, 0, 100, 25.0),
    )
    told = sentence(AreaComparison("1", "building", rows, "north", "m"))
    assert told == (
        "More changed building ground lies in the northern half: the northern half 3 objects, 75 m²; "
        "the south-eastern quarter 1 object, 25 m²."
    )
    same = sentence(AreaComparison("1", "any", (rows[0], replace(rows[0], part="centre")), None, "m"))
    assert same.startswith("Equally much changed in both: ")


def test_causes_are_possible_and_have_evidence():
    why = Explanation("1", (Hypothesis("a new estate", ("9 buildings appeared",), "the plan"),), NOT_A_FINDING)
    told = sentence(why)
    assert told.startswith("Possible causes: A new estate (evidence: 9 buildings appeared; to be checked against the")
    assert told.endswith(NOT_A_FINDING)
    assert sentence(replace(why, hypotheses=())) == "Nothing changed that would need a cause."


def test_certainty_tells_what_is_unsure():
    sure = Certainty("1", 0.97, True, 10, 2, 0.7, 0.05, 0.55, 0.125, ("Roads are weak.",))
    assert sentence(sure) == (
        "The probability of any change is 97 %, and the maps agree. 2 of 10 objects are less than 70 % "
        "probable, 5 % of the changed pixels. 12.5 % of the pixels hold no data at one date or both. Roads are weak."
    )
    nothing = replace(sure, objects=0, unsure_objects=0, unknown_share=0.0, warnings=(), mask_agrees=False)
    assert sentence(nothing) == "The probability of any change is 97 %, but the maps do not agree."


def test_limits_tell_what_is_seen_and_what_is_not():
    limits = DetectionLimits("1", ("building", "road"), True, 6, 1.5, (0.3, 1.0), 0.5, ("water", "heights"), (), ())
    assert sentence(limits) == (
        "I see change of buildings and roads from 6 px (1.50 m² here) up, and tell what appeared from what "
        "disappeared; images of 0.30 to 1 m a pixel suit me, these have 0.50 m. I cannot see water, heights."
    )
