"""Areas without a map's errors, in words."""

from dataclasses import replace

import pytest

from agent.wording import told
from agent.wording.words import CODES, Words
from tools.assessment.assessment import METHOD, AssessedAreas, ClassAccuracy
from tools.notices import notice

BUILDING = ClassAccuracy(
    "building", 66, 0.02, 0.0235, 0.0035, 180_000.0, 211_578.0, 31_416.0, 150_000.0, 273_154.0, 0.88, 0.038, 0.75, 0.11
)  # fmt: skip
MISSED = replace(BUILDING, name="road", points=0, mapped_share=0.0, mapped_m2=0.0, users_accuracy=None)
FOUND = AssessedAreas("change.tif", (BUILDING, MISSED), 0.947, 0.009, 0.95, 641, 2, 0.93, 0.81, METHOD, ())


def test_the_adjusted_area_stands_beside_the_mapped_one():
    text = told(FOUND)
    assert "by 641 labelled points: building 21.2 ha (15 ha to 27.3 ha at 95 %), 18 ha on the map; road" in text
    assert "94.7 % of the map is right (standard error 0.90 %)." in text
    assert "User's and producer's accuracy: building 88 % and 75 %." in text
    assert "2 people labelled it and agree in 93 % of the cases (kappa 0.81)." in text


def test_one_person_alone_agrees_with_no_one():
    assert "agree" not in told(replace(FOUND, people=1, agreement_share=None, kappa=None))
    assert "kappa" not in told(replace(FOUND, kappa=None))


def test_without_georeference_shares_are_told():
    bare = dict.fromkeys(("mapped_m2", "adjusted_m2", "standard_error_m2", "low_m2", "high_m2"))
    text = told(replace(FOUND, classes=(replace(BUILDING, **bare),)))
    assert "building 2.35 % (standard error 0.35 %), 2 % on the map" in text
    assert "ha" not in text.split("change.tif")[1].split(".")[0]


@pytest.mark.parametrize("code", [code for code in CODES if code != "en"])
def test_every_language_tells_it_in_its_own_words(code):
    text = told(FOUND, Words.of(code))
    assert not any(word in text for word in ("labelled", "mapped", "building", "road", "right", "accuracy"))
    assert "641" in text
    caution = notice("points-unclear", "{count} points", count=3)
    assert "3 points" not in told(replace(FOUND, warnings=(caution,)), Words.of(code)).replace("points d", "")


def test_cautions_are_told_last():
    caution = notice("points-unclear", "{count} points of the sample are left out.", count=3)
    assert told(replace(FOUND, warnings=(caution,))).endswith("3 points of the sample are left out.")
