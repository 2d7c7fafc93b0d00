import pytest

from agent.planning import clauses
from agent.planning.plan import PastTurn, PlannedCall
from agent.planning.rules.named_arguments import with_named_arguments


def call(tool, **arguments):
    return PlannedCall(tool, arguments)


NDVI, NDWI = call("compare_index", index="ndvi"), call("compare_index", index="ndwi")
ROADS = [PastTurn("Where have roads been built?", (call("detect_change", classes=["road"]),))]
NBR = [PastTurn("Compute NBR.", (call("compute_index", index="nbr", date="after"),))]


@pytest.mark.parametrize(
    ("question", "plan", "expected"),
    [
        ("NDVI and NDWI difference", (NDVI,), (NDVI, NDWI)),
        (
            "Did it get wetter? NDMI tells",
            (call("compare_index", index="savi"),),
            (call("compare_index", index="ndmi"),),
        ),
        ("Need the dNDVI for this stand", (call("inspect_pair"),), (NDVI,)),
        ("What does NDVI stand for?", (), ()),
        ("describe it and compare NDVI", (call("describe_change"), NDVI), (call("describe_change"), NDVI)),
        ("Has NDVI changed?", (NDVI,), (NDVI,)),
        ("How did the VARI change?", (call("describe_change"),), (call("compare_index", index="vari"),)),
        ("Compare GLI and NDVI", (NDVI,), (NDVI, call("compare_index", index="gli"))),
    ],
)
def test_every_index_named_is_planned_and_no_other(question, plan, expected):
    assert with_named_arguments(plan, question) == expected


@pytest.mark.parametrize(
    ("question", "plan", "expected"),
    [
        ("NDVI on the first visit", (NDVI,), (call("compute_index", index="ndvi", date="before"),)),
        ("How did NDVI change since the first visit?", (NDVI,), (NDVI,)),
        (
            "land cover of the old image",
            (call("classify_landcover", date="after"),),
            (call("classify_landcover", date="before"),),
        ),
        (
            "NBR of the before image and of the after image",
            (call("compute_index", index="nbr", date="after"), call("compute_index", index="nbr", date="before")),
            (call("compute_index", index="nbr", date="before"), call("compute_index", index="nbr", date="after")),
        ),
    ],
)
def test_the_date_that_is_named_holds(question, plan, expected):
    assert with_named_arguments(plan, question) == expected


@pytest.mark.parametrize(
    ("question", "plan", "history", "expected"),
    [
        (
            "How many are there?",
            call("count_objects", object_class="any"),
            ROADS,
            call("count_objects", object_class="road"),
        ),
        ("Show them on the picture", call("detect_change"), ROADS, call("detect_change", classes=["road"])),
        (
            "How many changes are there in all?",
            call("count_objects", object_class="any"),
            ROADS,
            call("count_objects", object_class="any"),
        ),
        (
            "How many are there?",
            call("count_objects", object_class="any"),
            [],
            call("count_objects", object_class="any"),
        ),
        ("And on the first date?", call("describe_change"), NBR, call("compute_index", index="nbr", date="before")),
        ("What is the difference?", call("describe_change"), NBR, call("compare_index", index="nbr")),
        (
            "The same for the other image",
            call("describe_change"),
            NBR,
            call("compute_index", index="nbr", date="before"),
        ),
        ("What changed?", call("describe_change"), ROADS, call("describe_change")),
    ],
)
def test_what_a_question_leans_on(question, plan, history, expected):
    assert with_named_arguments((plan,), question, history) == (expected,)


@pytest.mark.parametrize(
    "question", ["Mark it, but leave the roads out", "changes without roads", "streets I do not need"]
)
def test_a_class_that_is_not_wanted_is_left_out(question):
    plan = (call("detect_change", classes=["road"]),)
    assert with_named_arguments(plan, question) == (call("detect_change", classes=["building"]),)


def test_a_unit_asked_for_once_and_for_all_stays():
    plan = (call("measure_area", object_class="road", unit="m2"),)
    history = [
        PastTurn("Areas in hectares from now on, please", ()),
        PastTurn("What changed?", (call("describe_change"),)),
    ]
    assert with_named_arguments(plan, "How large is the change?", history)[0].arguments["unit"] == "ha"
    assert with_named_arguments(plan, "How many m2 is it?", history) == plan
    assert with_named_arguments(plan, "How large is the change?", history[1:]) == plan


def test_a_pair_that_is_named_holds_for_all_and_less_is_not_asked_beside_more():
    plan = (call("inspect_pair"), call("inspect_pair", pair="4"), call("export_result", format="csv"))
    expected = (call("inspect_pair", pair="4"), call("export_result", format="csv"))
    assert with_named_arguments(plan, "pair 4: resolution, and a csv") == expected
    assert with_named_arguments(plan[:2], "like pair 4, and this one?") == (call("inspect_pair", pair="4"),)
    counts = (call("count_objects", object_class="any"), call("count_objects", object_class="any", min_area=50.0))
    assert with_named_arguments(counts, "count, but nothing below 50 m2") == counts[1:]


@pytest.mark.parametrize(
    ("question", "ordered"),
    [
        ("Before you make the PDF, count the roads.", "count the roads, then make the PDF."),
        ("Export it, but count the roads first.", "count the roads, then Export it."),
        ("Two jobs: count the roads and export it", "count the roads and export it"),
        ("What was there before the flood, houses?", "What was there before the flood, houses?"),
        ("Compare before and after", "Compare before and after"),
    ],
)
def test_tasks_come_in_the_order_in_which_they_are_to_be_done(question, ordered):
    assert clauses.in_order(question) == ordered
