"""The words that the check of answers knows. Only English, but for units.

Classes, signs, numbers and objects come from the lexicon; words of sentence structure stand here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from agent.language.english import ENGLISH
from agent.language.language import Direction, with_plurals
from agent.language.registry import LANGUAGES

Kind = Literal["building", "road", "any", "total", "image"]
"""What a number is of. `any`: changed objects of any class; `total`: all of them together; `image`: no change."""
Sign = Direction


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a text: what it measures and how many base units one of it is."""

    dimension: str
    scale: float
    name: str


AREA, PIXELS, SHARE, LENGTH, TIME, ANGLE, RATE = "area", "pixels", "share", "length", "time", "angle", "rate"
COUNT, PLAIN, ID, CHANGE = "count", "plain", "id", "change"
"""Without a unit: counts, other numbers, numbers of objects, whether there is change."""


def _plurals(words: str) -> frozenset[str]:
    return frozenset(with_plurals(words).split())


_OBJECTS = _plurals("object thing feature detection") | {"changes"}
KINDS: dict[str, Kind] = {
    **dict.fromkeys(ENGLISH.nouns("building"), "building"),
    **dict.fromkeys(ENGLISH.nouns("road"), "road"),
    **dict.fromkeys(_OBJECTS, "any"),
    "everything": "total",
}
COUNTED_IN_IMAGES = _plurals("image date picture photo scene band zone parcel district pair file part class look")
SUBJECTS = _plurals("image date picture pixel scene resolution pair grid network mask") | {"area", "ground"}
"""Nouns that a number belongs to when they are the subject of the sentence."""
NOT_OF_CHANGE = frozenset("data cloud clouds cloudy snow glare images overlap resolution nodata".split())

SIGNS: dict[str, Sign] = {word: sign for sign in get_args(Sign) for word in ENGLISH.signs[sign].split()}
OPPOSITE: dict[Sign, Sign] = {"appeared": "disappeared", "disappeared": "appeared"}
CHANGED = frozenset({"changed", "altered", "modified"})
TO_CHANGE = CHANGED | {"change", "unchanged"}
NEGATIONS = frozenset([*ENGLISH.negations.split(), "cannot", "unable"])
OPEN = frozenset("whether if what how unknown unclear unsure should would".split())
"""Words of clauses that state nothing: questions, requests, doubts."""
OFFERS = ("i can ", "you can ", "you could ", "let me ", "i will ", "would you ", "do you want ", "please ", "shall i ")
UNDONE = frozenset(
    "cannot can't unable couldn't count counted check checked measure measured look looked examine examined asked "
    "analyse analysed analyze analyzed assess assessed".split()
)
"""Beside a denial: something was not examined, which does not state that it did not change."""
REST = frozenset("rest else other others otherwise most remaining remainder".split())
SAYINGS = ("i can see", "i can confirm", "i can tell you", "i can report", "i can say", "you can see")
UNSURE = frozenset("unsure uncertain doubtful questionable".split())
"""What a clause with these says is about how sure a network is, not about change."""
HEDGES = frozenset(
    "may might could possibly possible perhaps hypothesis hypotheses hypothetical suggest suggests suggested "
    "suggesting potential potentially conceivable conceivably".split()
)
OVER = frozenset(
    {
        "over",
        "above",
        "exceeds",
        "exceeding",
        "more than",
        "at least",
        "from",
        "larger than",
        "bigger than",
        "greater than",
        "higher than",
    }
)
UNDER = frozenset(
    {"under", "below", "less than", "at most", "fewer than", "up to", "smaller than", "within", "lower than"}
)

NUMBERS = ENGLISH.numbers
FRACTIONS = {
    "half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "sixth": 1 / 6, "seventh": 1 / 7, "eighth": 0.125,
    "ninth": 1 / 9, "tenth": 0.1, "twentieth": 0.05, "hundredth": 0.01, "thousandth": 0.001,
    **{
        word: 1 / value
        for value, word in enumerate(
            "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(), 11
        )
    },
}  # fmt: skip
MULTIPLES = {"k": 1e3, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "dozen": 12.0}


UNITS = {
    phrase: Unit(unit.dimension, unit.scale, unit.name)
    for language in reversed(LANGUAGES)
    for unit in language.units
    for phrase in unit.written
}
"""By phrase, tokens apart by a blank. What no tool measures is a dimension of its own, which no fact has."""
MONEY = frozenset("$€£¥")
FACTORS = {"twice": 2, "double": 2, "thrice": 3, "triple": 3, "treble": 3, "quadruple": 4}
"""Ratios in one word: "twice as much as"."""
GROWTH = {"doubled": 2, "doubling": 2, "tripled": 3, "quadrupled": 4, "halved": 0.5}
"""Factors in one word; no tool returns any."""
MONTHS = {word: int(number) for number, line in ENGLISH.months.items() for word in line.split()} | {"month5": 5}
"""By word; "month5" is what other languages have for May, which is no hedge there."""

LEAST = frozenset("least less fewer fewest smallest".split())
ROLES = {
    **{word: role for role, line in ENGLISH.orders.items() for word in line.split()},
    "maximum": "largest", "minimum": "smallest", "median": "median", "average": "mean", "mean": "mean",
}  # fmt: skip
"""Words for which of many sizes a number is."""
LARGEST = frozenset(ENGLISH.orders["largest"].split())
MOST = frozenset("leads lead leading more most mostly mainly chiefly predominantly concentrated majority".split())

UNSEEN = frozenset(word for line in (*ENGLISH.land_covers.values(), ENGLISH.unseen) for word in line.split())
"""Objects that these tools do not detect; they stand in an answer only where a result or a question names them."""
CAUSAL = (
    "because", "due to", "caused by", "as a result of", "owing to", "result of", "resulted from", "the cause was",
    "the cause is", "the reason is", "the reason was", "consequence of", "attributed to", "led to", "triggered by",
)  # fmt: skip
CAUSES = frozenset(
    "fire fires wildfire wildfires blaze flood floods flooding storm storms hurricane tornado earthquake landslide "
    "avalanche tsunami war bombing explosion drought erosion urbanisation urbanization urbanized urbanised "
    "redevelopment estate settlement resurfaced resurfacing widened arson abandonment gentrification".split()
)
"""What may lie behind a change, and never shows in two images."""
OF_IMAGES = frozenset(
    "image images georeference georeferenced georeferencing reference resolution tool tools network data cloud clouds "
    "pixel pixels information direction place earth band bands infrared near-infrared channel channels colour states "
    "dates date shift mask question file files coordinates crs".split()
)
"""Reasons of these words are about the images, not about what happened on the ground."""

STOP = frozenset(
    "a an the and or of in on at to for from by with as is are was were be been being it its they them their this that "
    "these those there here which who so than then but also very about has have had do does did will would can could "
    "you your i we my our me us one holds hold contains says say said file network changed change changes any".split()
)
"""Words too common to distinguish sentences."""
