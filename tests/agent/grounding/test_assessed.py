"""Sentences on areas without a map's errors, held against the assessment that they rest on."""

import pytest

from agent.answer import Step
from agent.grounding import check
from tools.assessment.assessment import METHOD, AssessedAreas, ClassAccuracy

BUILDING = ClassAccuracy(
    "building", 66, 0.02, 0.0235, 0.0035, 180_000.0, 211_578.0, 31_416.0, 150_000.0, 273_154.0, 0.88, 0.038, 0.75, 0.11
)  # fmt: skip
FOUND = AssessedAreas("change.tif", (BUILDING,), 0.947, 0.009, 0.95, 641, 2, 0.93, 0.81, METHOD, ())
STEPS = [Step("adjusted_areas", {"assessed_class": "building"}, FOUND, None, 0.0, 1)]


def faults(text):
    return check(text, STEPS, [], "What is the adjusted area of the buildings?", []).faults


@pytest.mark.parametrize(
    "text",
    [
        "The error-adjusted area of the buildings is 21.2 ha [1].",
        "The error-adjusted building area is 21.2 ha (15 to 27.3 ha), against 18 ha on the map [1].",
        "94.7 % of the map is right [1].",
        "User's accuracy is 88 % and producer's accuracy 75 % [1].",
    ],
)
def test_what_the_assessment_tells_may_be_said(text):
    assert faults(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The error-adjusted area of the buildings is 30 ha [1].",
        "The error-adjusted area of the buildings is 21.2 ha (18 to 30 ha) [1].",
        "95.7 % of the map is right [1].",
        "The map is right in 99 % of cases [1].",
    ],
)
def test_what_it_does_not_tell_is_refused(text):
    assert faults(text)
