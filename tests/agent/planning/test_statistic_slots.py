import pytest

from agent.planning import slots
from agent.planning.tool_arguments import named_in


@pytest.mark.parametrize(
    ("question", "arguments"),
    [
        ("What is the average size of the new houses?", {"object_class": "building", "statistic": "mean_area"}),
        ("What is the median size of the changed buildings in square feet?",
         {"object_class": "building", "statistic": "median_area", "unit": "ft2"}),
        ("How many buildings changed per hectare?", {"object_class": "building", "statistic": "density", "unit": "ha"}),
        ("How many houses were built per year?", {"object_class": "building", "statistic": "yearly_count"}),
        ("How many hectares of buildings per year?",
         {"object_class": "building", "statistic": "yearly_area", "unit": "ha"}),
        ("How many km of road are new?", {"object_class": "road", "statistic": "length", "unit": "km"}),
        ("What is the perimeter of the buildings?", {"object_class": "building", "statistic": "perimeter"}),
        ("How far apart are the houses?", {"object_class": "building", "statistic": "spacing"}),
    ],
)  # fmt: skip
def test_a_statistic_is_planned_from_its_words(question, arguments):
    assert named_in(question) == "measure_objects"
    (call,) = slots.fill("measure_objects", question, {})
    assert call.arguments == arguments


@pytest.mark.parametrize(
    ("question", "arguments"),
    [
        ("How far is building 3 from road 5?", {"first": 3, "second": 5}),
        ("What is the distance between buildings 2 and 7?", {"first": 2, "second": 7}),
        ("How far is it from building 4?", {"first": "last", "second": 4}),
    ],
)
def test_a_distance_is_planned_between_numbered_objects(question, arguments):
    assert named_in(question) == "measure_distance"
    (call,) = slots.fill("measure_distance", question, {})
    assert call.arguments == arguments


@pytest.mark.parametrize(
    ("question", "metres"),
    [("Assume pixels of 0.5 m.", 0.5), ("The pixel size is 30 cm.", 0.3), ("Assume a pixel is 2 metres wide.", 2.0)],
)
def test_an_assumed_pixel_size_is_planned_in_metres(question, metres):
    assert named_in(question) == "assume_pixel_size"
    (call,) = slots.fill("assume_pixel_size", question, {})
    assert call.arguments == {"metres": metres}
