"""Lies against what real tools returned, each by the kind of lie; and honest texts, which pass."""

from dataclasses import replace

import pytest

from agent.answer import Step
from agent.grounding import Checked, check
from tools.change.objects import ObjectCount
from tools.change.places import FieldShare
from tools.change.summary import Area, ChangeSummary, ClassChange
from tools.explain.hypotheses import Explanation, Hypothesis


def faults(text, steps, questions=(), warnings=(), earlier=()):
    return check(text, steps, earlier, questions, warnings).faults


def marked(text, steps, earlier=()):
    checked = check(text, steps, earlier, [], [])
    assert checked.faults == ()
    return checked.text


def counted_as(object_class, appeared, disappeared, number=1):
    count = ObjectCount(
        "1", object_class, "any", appeared + disappeared, appeared, disappeared, None, None, None, "m", ()
    )
    return Step("count_objects", {"object_class": object_class}, count, None, 0.1, number)


PIXELS = Step(
    "measure_area", {"object_class": "building", "unit": "m2"},
    Area("1", "building", 5.45, "percent", 3500, 0.0545, None, None, "pixel count"), None, 0.1, 1,
)  # fmt: skip
"""What is measured where nothing is georeferenced."""
UNTOLD = Step(
    "count_objects", {"object_class": "building"},
    ObjectCount("1", "building", "any", 7, None, None, None, None, None, "m", ()), None, 0.1, 1,
)  # fmt: skip
"""A network that does not tell what appeared from what disappeared."""


@pytest.mark.parametrize(
    ("lie", "fault"),
    [
        ("There are 12 new houses.", "No tool returned 12 for buildings."),
        ("Twelve buildings appeared.", "No tool returned twelve for buildings."),
        ("A dozen buildings appeared.", "No tool returned dozen for buildings."),
        ("Only one building appeared.", "No tool returned one for buildings."),
        ("The 7 houses cover 4,711 m2.", "No tool returned 4,711 m2 for buildings."),
        ("The houses cover 900.5 m2.", "No tool returned 900.5 m2 for buildings."),
        ("They cost 1.5 million dollars.", "No tool returned 1.5 dollars."),
        ("7 buildings with 3 floors appeared.", "No tool returned 3 floors for buildings."),
        ("The built-up area doubled.", "No tool returned doubled for buildings."),
        ("84 buildings appeared.", "No tool returned 84 for buildings."),
        ("More than 8 buildings appeared.", "No tool returned 8 for buildings."),
        ("Over 900 m2 of buildings appeared.", "No tool returned 900 m2 for buildings."),
    ],
)
def test_a_number_that_no_result_holds_is_a_fault(counted, lie, fault):
    assert faults(lie, counted) == (fault,)


@pytest.mark.parametrize(
    "text",
    [
        "The houses cover about 890 m2, that is 0.089 ha or 5.5 %.",
        "The houses cover almost 900 m2, more than 890 m2.",
        "The share of buildings is 0.055.",
        "Seven houses are new.",
    ],
)
def test_honest_rounding_and_other_units_pass(counted, text):
    assert faults(text, counted) == ()


@pytest.mark.parametrize(
    ("lie", "fault"),
    [
        ("Buildings cover 894 ha.", "No tool returned 894 ha for buildings."),
        ("Buildings cover 3,574 m2.", "A tool returned 3,574 as px, not as m2."),
        ("Buildings cover 5.45 m2.", "A tool returned 5.45 as %, not as m2."),
        ("Buildings cover 894 %.", "A tool returned 894 as m², not as %."),
        ("Buildings cover 894.", "A tool returned 894 as m², not as a count."),
        ("Buildings are 894 m long.", "A tool returned 894 as m², not as m."),
    ],
)
def test_a_number_with_another_unit_is_a_fault(counted, lie, fault):
    assert faults(lie, counted) == (fault,)


def test_square_metres_without_a_place_on_earth_are_a_fault():
    assert faults("Buildings cover 3,500 px (5.45 %).", [PIXELS]) == ()
    assert faults("Buildings cover 3,500 m2.", [PIXELS]) == ("A tool returned 3,500 as px, not as m2.",)


@pytest.mark.parametrize(
    ("lie", "fault"),
    [
        ("Roads cover 894 m2.", "894 m2 is what a tool returned for buildings, not for roads."),
        ("The highway area is 894 m2.", "894 m2 is what a tool returned for buildings, not for roads."),
        ("The roads were measured. They cover 894 m2.", "894 m2 is what a tool returned for buildings, not for roads."),
        ("Seven streets changed.", "seven is what a tool returned for buildings, not for roads."),
    ],
)
def test_a_number_of_another_class_is_a_fault(counted, lie, fault):
    assert fault in faults(lie, counted)


def test_sums_of_all_classes_go_with_words_for_all(told):
    assert faults("7 objects changed, 894 m2 together.", [told["list"]]) == ()
    assert faults("Everything that changed covers 0.09 ha.", [told["hectares"]]) == ()
    assert faults("Changed buildings cover 16,391 m2.", [told["card"], told["area"]]) == (
        "16,391 m2 is what a tool returned for the images, not for buildings.",
    )


@pytest.mark.parametrize(
    ("lie", "expected"),
    [
        (
            "7 buildings disappeared.",
            (
                "7 is what a tool returned for what appeared, not for what disappeared.",
                "The tools do not bear out that buildings disappeared: they tell otherwise.",
            ),
        ),
        (
            "Seven houses were demolished.",
            (
                "seven is what a tool returned for what appeared, not for what disappeared.",
                "The tools do not bear out that buildings disappeared: they tell otherwise.",
            ),
        ),
        ("Buildings disappeared.", ("The tools do not bear out that buildings disappeared: they tell otherwise.",)),
        ("Some houses were removed.", ("The tools do not bear out that buildings disappeared: they tell otherwise.",)),
        ("No building changed.", ("The tools do not bear out that no buildings changed: they tell otherwise.",)),
        ("No new houses were built.", ("The tools do not bear out that no buildings appeared: they tell otherwise.",)),
        (
            "Neither buildings nor roads changed.",
            ("The tools do not bear out that no buildings and roads changed: they tell otherwise.",),
        ),
        (
            "None of the buildings appeared.",
            ("The tools do not bear out that no buildings appeared: they tell otherwise.",),
        ),
        ("Nothing changed.", ("The tools do not bear out that no objects changed: they tell otherwise.",)),
        ("There is no change.", ("The tools do not bear out that no objects changed: they tell otherwise.",)),
        ("Roads changed.", ("The tools do not bear out that roads changed: they tell otherwise.",)),
        ("Roads were built.", ("The tools do not bear out that roads appeared: they tell otherwise.",)),
        (
            "The houses were built, and the roads were removed.",
            ("The tools do not bear out that roads disappeared: they tell otherwise.",),
        ),
    ],
)
def test_the_wrong_sign_is_a_fault_with_and_without_numbers(counted, lie, expected):
    assert faults(lie, counted) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Buildings appeared.",
        "No buildings disappeared, and no roads changed.",
        "All seven buildings are new; none were demolished.",
        "There were no demolished buildings, and roads did not change.",
        "The number of buildings increased by 7.",
        "New buildings cover 894 m2.",
        "Not only did buildings appear: 7 of them did.",
    ],
)
def test_the_right_sign_passes(counted, text):
    assert faults(text, counted) == ()


def test_a_sign_that_nobody_told_is_a_fault():
    assert faults("7 buildings changed.", [UNTOLD]) == ()
    assert faults("7 buildings appeared.", [UNTOLD]) == (
        "No tool told that 7 for buildings appeared.",
        "No tool told that buildings appeared.",
    )


def test_both_signs_are_held_apart():
    step = counted_as("building", 5, 2)
    assert faults("5 buildings appeared and 2 disappeared.", [step]) == ()
    assert faults("2 buildings appeared and 5 disappeared.", [step]) == (
        "2 is what a tool returned for what disappeared, not for what appeared.",
        "5 is what a tool returned for what appeared, not for what disappeared.",
    )
    area = Step("measure_area", {}, replace(PIXELS.result, value=800.0, unit="m2"), None, 0.1, 2)
    assert faults("Buildings changed on 800 m2.", [step, area]) == ()
    assert faults("New buildings cover 800 m2.", [step, area]) == ("No tool told that 800 m2 for buildings appeared.",)


def test_none_in_one_part_is_not_none_at_all(told):
    north = replace(told["north"].result, count=0, objects=(), pixels=0, area_m2=0.0)
    step = replace(told["north"], result=north)
    assert faults("No object changed in the northern half.", [step]) == ()
    assert faults("No object changed.", [step]) == (
        "The tools do not bear out that no objects changed: they tell otherwise.",
    )


def test_a_class_that_nobody_looked_at_did_not_change_nor_stay(told):
    assert faults("No road changed.", [told["buildings"]]) == ("No tool told that no roads changed.",)
    assert faults("I did not check the roads.", [told["buildings"]]) == ()


def test_a_dropped_warning_is_a_fault(counted):
    warning = "The dates lie about 5.2 px apart: register them before relying on any change."
    assert faults("Seven houses are new.", counted, warnings=[warning]) == (f"This warning is missing: {warning}",)
    assert faults(f"Seven houses are new. {warning}", counted, warnings=[warning]) == ()
    assert faults("Seven houses are new, but the dates lie 5.2 px apart.", counted, warnings=[warning]) == ()


@pytest.mark.parametrize("noun", ["school", "stadium", "bridges", "pool", "forest", "river", "cars", "solar panels"])
def test_invented_objects_are_faults_also_where_denied_or_named(counted, noun):
    expected = tuple(f"No tool told of any {word}." for word in noun.split())
    assert faults(f"7 buildings appeared with a {noun}.", counted) == expected
    assert faults(f"I cannot see a {noun}, water or heights.", counted) == ()
    (denied,) = faults(f"There are 7 buildings, but no {noun}.", counted)
    assert denied.startswith("What '"), "what tools do not see, they do not deny either"
    (named,) = faults(f"7 buildings appeared with a {noun}.", counted, [f"Is there a {noun}?"])
    assert named.startswith("What '"), "what a question names is not there for that"


def test_objects_of_a_caption_may_be_told(told):
    caption = replace(told["sentence"].result, caption="some trees are replaced by seven houses")
    assert faults("Some trees are replaced by seven houses.", [replace(told["sentence"], result=caption)]) == ()


def test_objects_declared_undetectable_are_not_thereby_detected(told):
    assert faults("Trees and vehicles can be made out.", [told["limits"]]) == (
        "No tool told of any trees.",
        "No tool told of any vehicles.",
    )


def test_places_must_be_told(told, counted):
    assert faults("The largest is in the north.", counted) == ()
    assert faults("The largest is in the south-west.", counted) == (
        "No tool told that the largest of the change lies in the south-west.",
    )
    assert faults("The change is in the south-west.", counted) == (
        "No tool told that any of the change lies in the south-west.",
    )
    assert faults("You asked for the south-west.", counted, ["And in the south-west?"]) == ()
    assert faults("More changed in the southern half.", [told["halves"]]) == ()
    assert faults("More changed in the northern half.", [told["halves"]])[0] == (
        "No tool told that most of the change lies in the north."
    )
    assert faults("The northern half holds 3 objects, 388 m2.", [told["halves"]]) == ()
    assert faults("The northern half holds 4 objects, 506 m2.", [told["halves"]])[0] == (
        "No tool returned 4 for the north."
    )


def test_a_place_belongs_to_its_class():
    rows = (
        ClassChange("building", 90, 0.1, None, (FieldShare("top left", 1.0),)),
        ClassChange("road", 10, 0.01, None, (FieldShare("bottom right", 1.0),)),
    )
    step = Step("detect_change", {}, ChangeSummary("1", rows, 900, 0.0, "m", "o"), None, 0.1, 1)
    assert faults("Buildings changed at the top left, roads at the bottom right.", [step]) == ()
    assert faults("Roads changed at the top left.", [step]) == (
        "No tool told that roads changed in the top left.",
        "No tool told that any of the roads lies in the top left.",
    )


def test_causes_are_no_findings(told, counted):
    for link, cause in (
        ("because of", "a fire"), ("caused by", "flooding"), ("due to", "an earthquake"), ("as a result of", "the war"),
    ):  # fmt: skip
        expected = f"No tool offers a cause such as '{cause}'; two images do not show causes."
        assert faults(f"7 buildings changed {link} {cause}.", counted) == (expected,)
    assert faults("A storm passed over these buildings.", counted) == (
        "No tool offers a cause such as 'storm'; two images do not show causes.",
    )
    assert faults("The area is not known because the images are not georeferenced.", counted) == ()
    assert faults("They may belong to a new estate.", [told["causes"]]) == ()
    assert faults("They belong to a new estate.", [told["causes"]]) == (
        "No tool told that objects appeared.",
        "'estate' is only a possible cause: word it as one (may, possibly).",
    )


def test_an_offered_cause_must_be_worded_as_possible():
    cause = Hypothesis("demolition, or destruction by fire or flood", ("2 buildings disappeared, 80 m2 together",), "")
    step = Step("explain_change", {}, Explanation("1", (cause,), "hypotheses only"), None, 0.1, 1)
    assert faults("2 buildings disappeared, possibly because of a fire.", [step]) == ()
    assert faults("2 buildings disappeared because of a fire.", [step]) == (
        "'a fire' is only a possible cause: word it as one (may, possibly).",
    )
    assert faults("2 buildings disappeared, perhaps because of an earthquake.", [step]) == (
        "No tool offers a cause such as 'an earthquake'; two images do not show causes.",
    )


def test_an_object_keeps_its_own_numbers(told):
    assert faults("Building 1 covers 157 m2, building 2 covers 139 m2.", [told["list"]]) == ()
    assert faults("Building 1 covers 139 m2.", [told["list"]]) == ("139 m2 is not what a tool returned for object 1.",)
    assert faults("Building 99 is small.", [told["list"]]) == ("No tool told of an object with the number 99.",)


@pytest.mark.parametrize(
    ("lie", "expected"),
    [
        ("The median is 157 m2.", ("157 m2 is not what a tool returned as the median size.",)),
        ("The largest covers 125 m2.", ("125 m2 is not what a tool returned as the largest size.",)),
        (
            "The average building covers 125 m2.",
            ("125 m2 is not what a tool returned as the mean size for buildings.",),
        ),
        (
            "The smallest building covers 157 m2.",
            ("157 m2 is not what a tool returned as the smallest size for buildings.",),
        ),
        ("The southern half changed least.", ("The tools tell that most changed in the south, not least.",)),
        (
            "More changed in the north than in the south.",
            ("No tool told that most of the change lies in the north.", "No tool compared that."),
        ),
    ],
)
def test_sizes_and_places_keep_their_rank(told, lie, expected):
    steps = [told["buildings"], told["list"], told["halves"]]
    assert faults(lie, steps) == expected
    assert faults("The median is 125 m2, the largest covers 157 m2.", steps) == ()
    assert faults("The five largest measure 157, 139, 134, 125 and 118 m2.", steps) == ()
    assert faults("More changed in the south than in the north.", [told["halves"]]) == ()


@pytest.mark.parametrize(
    ("lie", "expected"),
    [
        ("Buildings: 0. Roads: 7.", ("7 is what a tool returned for buildings, not for roads.",)),
        (
            "Buildings appeared: 0; disappeared: 7.",
            (
                "0 is what a tool returned for what disappeared, not for what appeared.",
                "7 is what a tool returned for what appeared, not for what disappeared.",
                "The tools do not bear out that no buildings appeared: they tell otherwise.",
                "The tools do not bear out that buildings disappeared: they tell otherwise.",
            ),
        ),
        (
            "| buildings disappeared | 7 |",
            (
                "7 is what a tool returned for what appeared, not for what disappeared.",
                "The tools do not bear out that buildings disappeared: they tell otherwise.",
            ),
        ),
        (
            "The number of houses fell from 7 to 0.",
            (
                "7 is what a tool returned for what appeared, not for what disappeared.",
                "The tools do not bear out that buildings disappeared: they tell otherwise.",
            ),
        ),
        ("The scene is unchanged.", ("The tools do not bear out that no objects changed: they tell otherwise.",)),
        ("It hasn't changed at all.", ("The tools do not bear out that no objects changed: they tell otherwise.",)),
        ("The images did not change.", ("The tools do not bear out that no objects changed: they tell otherwise.",)),
        (
            "97 % of the buildings disappeared.",
            (
                "No tool returned 97 % for buildings.",
                "The tools do not bear out that buildings disappeared: they tell otherwise.",
                "Shares that tools return are of the images, not of all buildings or roads.",
            ),
        ),
    ],
)
def test_terse_lies_are_caught(counted, lie, expected):
    assert faults(lie, counted) == expected


@pytest.mark.parametrize(
    "text",
    [
        "- Buildings appeared: 7\n- Buildings disappeared: 0\n- Changed area: 894 m\u00b2",
        "| buildings appeared | 7 |\n| buildings disappeared | 0 |",
        "No road changes were detected.",
        "I could not count changed trees, and I did not measure changed roads.",
        "No buildings have been lost; on the contrary, 7 have been gained.",
        "Touching buildings count as one, so the true number may be higher.",
        "Unfortunately, I cannot say who built them or how much they cost.",
        "The total built-up area increased by 894 m\u00b2 (0.0894 ha).",
    ],
)
def test_terse_truths_pass(counted, text):
    assert faults(text, counted) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Hello! I can count changed buildings and roads. What would you like to know?",
        "1. First, the buildings: 7\n2. Second, the roads: 0",
        "| class | changed |\n|---|---|\n| buildings | 7 |\n| roads | 0 |",
        "The images were taken on 4 May 2018 and on 2021-06-19; between 2018 and 2021, 7 buildings appeared.",
        "Both images are 256 x 256 px in EPSG:32614 (WGS 84), one pixel being 0.5 m on the ground.",
        "Building 1 lies at 30.27513, -97.72041.",
        "The table is in objects.csv.",
    ],
)
def test_what_claims_nothing_new_passes(told, text):
    assert faults(text, list(told.values()), ["Are there buildings over 50 m2?"]) == ()


def test_dates_must_be_known(told):
    assert faults("The first image is of 2017-05-04.", [told["card"]]) == ("No tool told of the date 2017-05-04.",)
    assert faults("The first image is of 2017.", [told["card"]]) == ("No tool returned 2017.",)
    assert faults("2018 buildings and 2021 new roads appeared.", [told["card"], told["buildings"]]) == (
        "No tool returned 2018 for buildings.",
        "No tool returned 2021 for roads.",
        "No tool told that roads appeared.",
    )
    assert faults("The first image is of 5 May 2018.", [told["card"]]) == ("No tool returned 5.",)


def test_each_sentence_is_marked_with_its_steps(told, counted):
    assert marked("7 buildings appeared and cover 894 m2. No road changed.", counted) == (
        "7 buildings appeared and cover 894 m2. [6] No road changed. [5]"
    )
    assert marked("Hello.", counted) == "Hello."
    assert marked("| buildings | 7 |", [told["buildings"]]) == "| buildings | 7 [4] |"


def test_wrong_markers_are_mended_and_right_ones_kept(told, counted):
    assert marked("7 buildings appeared [1]. No road changed. [99]", counted) == (
        "7 buildings appeared. [4] No road changed. [5]"
    )
    both = [told["buildings"], replace(told["buildings"], number=8)]
    assert marked("7 buildings appeared. [4]", both) == "7 buildings appeared. [4]"
    assert marked("7 buildings appeared. [8]", both) == "7 buildings appeared. [8]"


def test_steps_without_a_number_are_checked_but_not_marked(told):
    step = replace(told["buildings"], number=0)
    assert marked("7 buildings appeared.", [step]) == "7 buildings appeared."
    assert faults("7 roads appeared.", [step]) == (
        "7 is what a tool returned for buildings, not for roads.",
        "No tool told that roads appeared.",
    )
    assert faults("7 buildings disappeared.", [step]) == (
        "7 is what a tool returned for what appeared, not for what disappeared.",
        "The tools do not bear out that buildings disappeared: they tell otherwise.",
    )


def test_numbers_of_warnings_keep_their_class(counted):
    warning = "The dates lie about 5.2 px apart."
    assert faults("7 buildings. The dates lie 5.2 px apart.", counted, warnings=[warning]) == ()
    assert faults("Roads cover 5.2 m2. The dates lie 5.2 px apart.", counted, warnings=[warning]) == (
        "A tool returned 5.2 as px, not as m2.",
    )


def test_earlier_turns_may_be_spoken_of_again(told):
    assert marked("As I said, 7 buildings appeared.", [told["roads"]], [told["buildings"]]).endswith("appeared. [4]")


def test_what_a_tool_refused_may_be_told():
    step = Step("count_objects", {"pair": "9"}, None, "There is no pair '9' in this conversation; there is 1.", 0.1, 3)
    assert faults("There is no pair '9' in this conversation; there is 1.", [step]) == ()


def test_numbers_of_texts_in_other_languages_are_checked(counted):
    assert faults("Sieben Bauten sind neu; sie bedecken 894 m2 (5,45 %).", counted) == ()
    assert faults("Die neuen Bauten am Rand bedecken zusammen 895 m2.", counted) == (
        "No tool returned 895 m2 for buildings.",
    )
    assert faults("变化面积为894平方米。", counted) == ()
    assert faults("变化面积为895平方米。", counted) == ("No tool returned 895 m2.",)


@pytest.mark.parametrize(
    "bait",
    ["x" * 10_000_000, "1" * 10_000_000, "because of " * 1_800, "no building and " * 1_200, "7 building " * 1_800],
)
@pytest.mark.timeout(60)  # what grows with the square of a text would take hours
def test_long_texts_and_bait_come_back(counted, bait):
    found = check(bait, counted, [], [], ["look out for clouds"])
    if len(bait) > 20_000:
        assert found.faults == ("The answer is longer than 20,000 characters; answer briefly.",)
    else:
        assert found.faults[-1] == "This warning is missing: look out for clouds"


def test_the_result_is_a_plain_value(counted):
    assert check("7 buildings appeared.", counted, [], [], []) == Checked(
        "7 buildings appeared. [4]", (), "7 buildings appeared. [4]"
    )
