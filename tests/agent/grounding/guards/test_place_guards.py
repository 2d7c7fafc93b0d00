"""Where single objects lie, however they are named: by rank, number, size or by the question."""

import pytest

from agent.grounding import check


@pytest.mark.parametrize(
    ("question", "truth", "lie"),
    [
        ("Where is it?", "The second largest is in the south.", "The second largest is in the north-west."),
        (
            "Where is the second largest house?",
            "It stands in the south, with 139 m².",
            "It stands in the west, with 139 m².",
        ),
        ("Where is the third largest?", "In the south-east.", "In the south-west corner."),
        ("Wo steht das größte Gebäude?", "Im Norden.", "Im Südosten."),
        (
            "Where is it?",
            "Building 1, with 157 m², sits in the north.",
            "Building 1, with 157 m², sits in the south-west.",
        ),
    ],
)
def test_an_object_lies_where_the_list_has_it(told, question, truth, lie):
    steps = list(told.values())
    assert check(truth, steps, [], [question], []).faults == ()
    assert check(lie, steps, [], [question], []).faults
