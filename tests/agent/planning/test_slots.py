import pytest

from agent.planning import slots
from agent.planning.tool_arguments import named_in


@pytest.mark.parametrize(
    ("question", "metres"),
    [("Assume pixels of 0.5 m.", 0.5), ("The pixel size is 30 cm.", 0.3), ("Assume a pixel is 2 metres wide.", 2.0)],
)
def test_an_assumed_pixel_size_is_planned_in_metres(question, metres):
    assert named_in(question) == "assume_pixel_size"
    (call,) = slots.fill("assume_pixel_size", question, {})
    assert call.arguments == {"metres": metres}


@pytest.mark.parametrize(
    ("question", "pair"), [("how many houses in pair 2?", "2"), ("scene val_0012", "val_0012"), ("2 houses", None)]
)
def test_a_pair_by_its_name(question, pair):
    assert slots.find_pair(question) == pair
