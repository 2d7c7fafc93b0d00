"""Parcels in words."""

from dataclasses import replace

import pytest

from agent.answer import Step
from agent.grounding import check
from agent.wording import sentence
from agent.wording.words import Words
from tools.measurements.parcels.parcel_change import ParcelChange, ParcelRow

ROWS = (
    ParcelRow("P027", 2000, 1.0, 0.9, 1.0, 200_000.0, 0.0, -0.69, "yes"),
    ParcelRow("field west", 1000, 0.5, 0.4, 0.6, 100_000.0, 0.1, -0.34, "yes"),
)
FOUND = ParcelChange(
    "1", "zones:parcels", "vegetation", "lost", 81, 0, 11, 9, True, 13_500, 1_350_000.0, ROWS,
    "vegetation lost > 30 %", 8, 2, 0.95, "method", "1:t.csv", ("1:p.png", "1:p.gpkg"),
)  # fmt: skip
PLAIN = replace(
    FOUND, kind="building", way="changed", has_limits=False, accuracy=None, rule=None, holds=0, undecided=0,
    rows=tuple(replace(row, verdict=None, low_share=row.share, high_share=row.share) for row in ROWS),
)  # fmt: skip
EACH = [
    FOUND,
    PLAIN,
    replace(FOUND, touched=0, certain=0, pixels=0, area_m2=0.0, rows=()),
    replace(FOUND, unmeasured=3),
]


def test_in_how_many_and_where_most():
    assert sentence(FOUND) == (
        "11 of 81 parcels hold lost vegetation, 135 ha in all. In 9 of them it is more than errors of the maps can "
        "make. The largest shares: P027 with 100 % (90 % to 100 %), 20 ha; field west with 50 % (40 % to 60 %), "
        "10 ha. The rule (vegetation lost > 30 %) holds in 8 parcels and stays open in 2."
    )
    assert sentence(PLAIN).startswith(
        "11 of 81 parcels hold changed buildings, 135 ha in all. The largest shares: P027"
    )


@pytest.mark.parametrize("code", ["en", "de", "es", "fr", "zh"])
@pytest.mark.parametrize("found", EACH)
def test_every_language_tells_it(code, found):
    told = sentence(found, Words.of(code))
    assert "{" not in told
    assert code == "en" or told != sentence(found)


@pytest.mark.parametrize("found", EACH)
def test_the_checker_lets_it_pass(found):
    step = Step("parcel_change", {"kind": found.kind}, found, None, 0.0, 1)
    assert check(sentence(found), [step], [], ["Which parcels lost vegetation on over 30 %?"], []).faults == ()


def test_another_number_does_not_pass():
    step = Step("parcel_change", {"kind": "vegetation"}, FOUND, None, 0.0, 1)
    assert check("12 of 81 parcels hold lost vegetation.", [step], [], ["Which?"], []).faults
    assert check("The largest loss has 31 ha.", [step], [], ["Which?"], []).faults
