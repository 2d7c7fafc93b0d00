"""Questions on parcels."""

import pytest

from agent.planning.dialogue.spelt import reading_of
from agent.planning.rules import parcels

LOST = {"kind": "vegetation", "way": "lost"}


@pytest.mark.parametrize(
    ("question", "arguments"),
    [
        ("Which parcels lost vegetation?", LOST),
        ("List the parcels with the most change.", {}),
        ("Which parcels lost vegetation on over 30 %?", LOST | {"rule": "vegetation lost > 30 %"}),
        ("On which parcels is less than 5 % of the forest gone?",
         {"kind": "trees", "way": "lost", "rule": "trees lost < 5 %"}),
        ("Name the 10 parcels where most trees were cut", {"kind": "trees", "way": "lost", "k": 10}),
        ("In which parcels were new buildings built?", {"kind": "building"}),
        ("Welche Parzellen haben Vegetation verloren?", LOST),
        ("Liste die Flurstücke mit der größten Veränderung auf.", {}),
        ("Quelles parcelles ont perdu de la végétation ?", LOST),
        ("¿Qué parcelas han perdido vegetación?", LOST),
        ("哪些地块的植被减少了？", LOST),
        ("哪些地块失去了植被？", LOST),
    ],
)  # fmt: skip
def test_parcels_are_ranked(question, arguments):
    (call,) = parcels.plan(reading_of(question))
    assert (call.tool, call.arguments) == ("parcel_change", arguments)


@pytest.mark.parametrize(
    "question",
    ["How much changed in each parcel?", "Export the parcels as a shapefile", "Which fields were built on?",
     "How many buildings are new?", "Why did the parcel change?"],
)  # fmt: skip
def test_other_questions_are_left_to_others(question):
    assert parcels.plan(reading_of(question)) is None
