import pytest

from agent.planning.plan import PastTurn, PlannedCall
from agent.planning.rules import references


@pytest.mark.parametrize(
    ("question", "tool", "arguments"),
    [
        ("Why did this change?", "explain_change", {}),
        ("What may have caused it in pair 3?", "explain_change", {"pair": "3"}),
        ("¿Por qué?", "explain_change", {}),
        ("How sure are you?", "assess_certainty", {}),
        ("What can you not see here?", "tell_limits", {}),
        ("Is there more change in the north or in the south?", "compare_areas", {"first": "north", "second": "south"}),
        ("Which half changed more, the top or the bottom one?", "compare_areas", {"first": "north", "second": "south"}),
        ("East against west: where is more change?", "compare_areas", {"first": "east", "second": "west"}),
        ("How much trust does your finding deserve?", "assess_certainty", {}),
        ("Which causes could account for it?", "explain_change", {}),
        ("What are you unable to see here?", "tell_limits", {}),
        ("Which is the largest cleared area?", "detect_change", {"classes": ["any"]}),
        ("Where is the biggest new pond?", "detect_change", {"classes": ["any"]}),
        ("How many pixels does the largest changed house cover?", "count_objects", {"object_class": "building"}),
        (
            "Did more house area change in the upper half or in the lower half?",
            "compare_areas",
            {"first": "north", "second": "south", "object_class": "building"},
        ),
        (
            "How many houses are north of the road?",
            "find_objects",
            {"object_class": "building", "direction": "north", "of": "road"},
        ),
        ("What lies east of it?", "find_objects", {"direction": "east", "of": "last"}),
        ("count what lies south-west of building 7", "find_objects", {"direction": "south-west", "of": 7}),
        ("buildings in the top left corner", "find_objects", {"object_class": "building", "within": "north-west"}),
        ("which is the smallest house", "find_objects", {"object_class": "building", "order": "smallest", "k": 1}),
        ("the three largest roads", "find_objects", {"object_class": "road", "order": "largest", "k": 3}),
        (
            "houses that were demolished in the north",
            "find_objects",
            {"object_class": "building", "within": "north", "status": "disappeared"},
        ),
        ("How many houses?", "count_objects", {"object_class": "building"}),
        ("Where is the largest building?", "count_objects", {"object_class": "building"}),
    ],
)
def test_wordings_that_name_parts_causes_and_doubts(question, tool, arguments):
    (call,) = references.plan(question) or [None]
    if call.tool == "find_objects" and "direction" in arguments:
        call = PlannedCall(call.tool, {k: v for k, v in call.arguments.items() if k in arguments})
    assert call == PlannedCall(tool, arguments)


@pytest.mark.parametrize(
    "question",
    [
        "what changed",
        "How many buildings appeared?",
        "what is left of the old houses?",
        "Show me the right image",
        "Export the map on the left",
        "What colour is the roof of the largest hall?",
        "NDVI in the north",
        "How large is the changed area in hectares?",
    ],
)
def test_other_wordings_are_left_to_the_trained_planners(question):
    assert references.plan(question) is None


def test_short_questions_lean_on_the_part_asked_for_before():
    before = PlannedCall("find_objects", {"object_class": "building", "within": "north"})
    history = [PastTurn("buildings in the north", (before,))]
    assert references.plan("and the roads?", history) == (
        PlannedCall("find_objects", {"object_class": "road", "within": "north"}),
    )
    assert references.plan("and in the south?", history) == (
        PlannedCall("find_objects", {"object_class": "building", "within": "south"}),
    )
    assert references.plan("how many roads are there in total in the whole image of this pair?", history) is None
    assert references.plan("and the roads?") is None


def test_a_class_that_was_meant_corrects_the_last_call():
    measured = PlannedCall("measure_area", {"object_class": "road", "unit": "m2"})
    history = [PastTurn("How many square metres of road changed?", (measured,))]
    meant = (PlannedCall("measure_area", {"object_class": "building", "unit": "m2"}),)
    assert references.plan("No wait, I wanted buildings.", history) == meant
    assert references.plan("I wanted buildings.", []) is None


@pytest.mark.parametrize(
    ("question", "zones"),
    [
        ("Cluster the ground into 4 zones", 4),
        ("unsupervised classification with five classes", 5),
        ("k-means with 7 clusters on the 2 dates", 7),
        ("Group it into zones of like spectrum", None),
        ("spectral zones, please", None),
        ("spectrally similar zones", None),
        ("Segment the scene without labels", None),
        ("Tell the kinds of ground without any class list", None),
        ("Which clusters moved?", None),
    ],
)
def test_zones_that_no_one_named_are_found(question, zones):
    wanted = {} if zones is None else {"zones": zones}
    assert references.plan(question) == (PlannedCall("find_zones", wanted),)


@pytest.mark.parametrize("question", ["Which zones changed most?", "change in each zone", "tabulate the districts"])
def test_zones_that_a_person_gave_are_not_clusters(question):
    found = references.plan(question) or ()
    assert "find_zones" not in [call.tool for call in found]


@pytest.mark.parametrize(
    ("question", "arguments"),
    [
        ("cluster pair 3", {"pair": "3"}),
        ("cluster map of pair 2 with 5 zones", {"zones": 5, "pair": "2"}),
        ("compare the clusters of 2019 and 2021", {}),
    ],
)
def test_names_of_pairs_and_years_are_no_counts_of_zones(question, arguments):
    assert references.plan(question) == (PlannedCall("find_zones", arguments),)


@pytest.mark.parametrize(
    "question",
    [
        "What did the forest become?",
        "Which woods became fields?",
        "How much forest turned into cropland?",
        "Did the meadow turn to water?",
        "Forest was converted to fields: how much?",
        "How much of the vegetation was replaced by houses?",
        "Has the lake given way to roads?",
        "the forest made way for a factory",
        "Did snow become water?",
    ],
)
def test_one_land_cover_after_another_is_a_table_of_transitions(question):
    assert references.plan(question) == (PlannedCall("land_cover_transitions", {}),)


@pytest.mark.parametrize(
    "question",
    [
        "What became of the old houses?",
        "Find pairs where forest became houses",
        "Search for scenes in which a lake turned into a car park",
        "Has anything similar become of the forest in the archive?",
        "The road was replaced by a wider one",
        "Did the village become larger?",
    ],
)
def test_what_is_not_about_land_or_about_other_pairs_is_no_transition(question):
    found = references.plan(question) or ()
    assert "land_cover_transitions" not in [call.tool for call in found]


def test_a_pair_that_is_named_goes_with_it():
    assert references.plan("What did the forest become in pair 2?") == (
        PlannedCall("land_cover_transitions", {"pair": "2"}),
    )


@pytest.mark.parametrize(
    ("question", "index"),
    [
        ("How much snow was lost?", "ndsi"),
        ("Has the glacier shrunk?", "ndsi"),
        ("Did the snowpack grow?", "ndsi"),
        ("Has the lake shrunk?", "ndwi"),
        ("How much forest was cleared?", "ndvi"),
    ],
)
def test_land_that_grew_or_shrank_has_an_index(question, index):
    assert references.plan(question) == (PlannedCall("compare_index", {"index": index}),)


@pytest.mark.parametrize("question", ["Is there snow on the roofs?", "Snow?", "How many houses stand by the glacier?"])
def test_snow_that_only_lies_there_is_left_to_others(question):
    found = references.plan(question) or ()
    assert "compare_index" not in [call.tool for call in found]
