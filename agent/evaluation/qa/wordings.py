"""How people ask what a mask can answer, several wordings a kind, and what no mask can answer. Knows no mask."""

from __future__ import annotations

from typing import Literal

from tools.change.change_map import ObjectClass

Form = Literal["number", "appeared", "disappeared", "percent", "field", "half", "pixels", "place", "yes_no", "nothing"]
"""What an answer has to give: a number of objects, a share, a place, a size, yes or no; `nothing`: a refusal."""

NAMES: dict[ObjectClass, tuple[tuple[str, str], ...]] = {
    "building": (("building", "buildings"), ("building", "buildings"), ("house", "houses")),
    "road": (("road", "roads"), ("road", "roads"), ("street", "streets")),
}
"""One and several of a class; the commoner word twice."""
HALVES: tuple[tuple[tuple[str, str], ...], ...] = (
    (("top", "bottom"), ("upper", "lower"), ("northern", "southern")),
    (("left", "right"), ("western", "eastern")),
)
"""Both halves of an image, from top to bottom and from left to right."""
OF_A_CLASS: dict[Form, tuple[str, ...]] = {
    "number": (
        "How many {things} changed?",
        "How many {things} changed between the two images?",
        "Count the changed {things}.",
        "What is the number of changed {things}?",
        "Tell me how many {things} are different in the later image.",
    ),
    "appeared": ("How many {things} appeared?", "How many new {things} are there?", "How many {things} were built?"),
    "disappeared": ("How many {things} disappeared?", "How many {things} were removed?"),
    "percent": (
        "What percentage of the image is covered by changed {things}?",
        "What share of the area do changed {things} take up, in percent?",
        "How many percent of the image do changed {things} cover?",
        "Give me the changed {thing} area in percent.",
    ),
    "field": (
        "Which part of the image holds most of the {thing} change?",
        "Where did most {things} change?",
        "Where is most of the changed {thing} area?",
        "In which field of a three by three grid lies most of the changed {thing} area?",
    ),
    "half": (
        "Did more {thing} area change in the {first} half or in the {second} half of the image?",
        "Which half holds more {thing} change, the {first} or the {second} one?",
        "Compare the {thing} change in the {first} half with that in the {second} half: where is more?",
    ),
    "pixels": (
        "How many pixels does the largest changed {thing} cover?",
        "What is the area of the biggest changed {thing}, in pixels?",
        "How large is the largest changed {thing} in px?",
    ),
    "place": (
        "Where is the largest changed {thing}?",
        "In which part of the image does the biggest changed {thing} lie?",
        "Tell me where the largest {thing} that changed lies.",
    ),
    "yes_no": (
        "Did any {thing} change?",
        "Are there changed {things}?",
        "Is there any {thing} that changed?",
        "Have any {things} changed here?",
    ),
}
OF_ANYTHING: dict[Form, tuple[str, ...]] = {
    "percent": ("How many percent of the image changed?", "What percentage of the area has changed?"),
    "half": (
        "Did more change in the {first} half or in the {second} half of the image?",
        "Which half changed more, the {first} or the {second} one?",
    ),
    "yes_no": (
        "Did anything change?",
        "Has anything changed between the two images?",
        "Is there any change at all?",
        "What has changed?",
    ),
}
UNANSWERABLE = (
    "How many trees were felled?",
    "Which species of tree grow here?",
    "What colour are the new roofs?",
    "Are the new cars red or blue?",
    "Who owns the land?",
    "What is the name of the architect?",
    "Who lives in these houses?",
    "What is the name of this town?",
    "Was it raining when the later image was taken?",
    "What was the temperature on that day?",
    "How many cars are parked there?",
    "How many people live in this area?",
    "What did the construction cost?",
    "How tall are the new buildings?",
    "How deep is the lake?",
    "Will the houses be sold next year?",
)
"""Colours, names, weather and the like: no tool tells them."""
