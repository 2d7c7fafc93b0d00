"""The words that the check of answers knows: classes, signs, units, places, hedges, things never seen. Only English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["building", "road", "any", "total", "image"]
"""What a number is of. `any`: changed objects of any class; `total`: all of them together; `image`: no change."""
Sign = Literal["appeared", "disappeared"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a text: what it measures and how many base units one of it is."""

    dimension: str
    scale: float
    name: str


AREA, PIXELS, SHARE, LENGTH, TIME, ANGLE, RATE = "area", "pixels", "share", "length", "time", "angle", "rate"
COUNT, PLAIN, ID, CHANGE, ANYTHING = "count", "plain", "id", "change", "anything"
"""Without a unit: counts, other numbers, numbers of objects, whether there is change, numbers of a question."""


def _plurals(words: str) -> frozenset[str]:
    return frozenset(form for word in words.split() for form in (word, f"{word}s"))


_BUILDINGS = _plurals("building house villa home roof rooftop structure bungalow dwelling hut cabin built-up")
_ROADS = _plurals("road street highway lane motorway avenue roadway carriageway")
_OBJECTS = _plurals("object thing feature detection") | {"changes"}
KINDS: dict[str, Kind] = {
    **dict.fromkeys(_BUILDINGS, "building"),
    **dict.fromkeys(_ROADS, "road"),
    **dict.fromkeys(_OBJECTS, "any"),
    "everything": "total",
}
COUNTED_IN_IMAGES = _plurals("image date picture photo scene band zone parcel district pair file part class look")
SUBJECTS = _plurals("image date picture pixel scene resolution pair grid network mask") | {"area", "ground"}
"""Nouns that a number belongs to when they are what the sentence speaks of."""
NOT_OF_CHANGE = frozenset("data cloud clouds cloudy snow glare images overlap resolution nodata".split())

SIGNS: dict[str, Sign] = {
    **dict.fromkeys(
        "appear appears appeared appearing appearance new newly built erected added adding constructed construction "
        "emerged gained gain increase increased increases increasing "
        "grew growth grown expansion expanded rose risen".split(),
        "appeared",
    ),
    **dict.fromkeys(
        "disappear disappears disappeared disappearing disappearance demolished demolition removed removal lost loss "
        "losses vanished razed destroyed destruction gone decrease decreased decreases decreasing shrank shrunk "
        "cleared torn fell fallen dropped declined decline reduced reduction".split(),
        "disappeared",
    ),
}
OPPOSITE: dict[Sign, Sign] = {"appeared": "disappeared", "disappeared": "appeared"}
CHANGED = frozenset({"changed", "altered", "modified"})
TO_CHANGE = CHANGED | {"change", "unchanged"}
NEGATIONS = frozenset("no not none without never neither nor nothing nobody cannot zero unable nowhere hardly".split())
OPEN = frozenset("whether if what how unknown unclear unsure should would".split())
"""Words of clauses that state nothing: questions, wishes, doubts."""
OFFERS = ("i can ", "you can ", "you could ", "let me ", "i will ", "would you ", "do you want ", "please ", "shall i ")
UNDONE = frozenset(
    "cannot can't unable couldn't count counted check checked measure measured look looked examine examined asked "
    "analyse analysed analyze analyzed assess assessed".split()
)
"""Beside a denial: something was not looked at, which does not say that it did not change."""
REST = frozenset("rest else other others otherwise most remaining remainder".split())
SAYINGS = ("i can see", "i can confirm", "i can tell you", "i can report", "i can say", "you can see")
HEDGES = frozenset(
    "may might could possibly possible perhaps hypothesis hypotheses hypothetical suggest suggests suggested "
    "suggesting potential potentially conceivable conceivably".split()
)
OVER = frozenset({"over", "above", "exceeds", "exceeding", "more than", "at least", "from", "larger than"})
UNDER = frozenset({"under", "below", "less than", "at most", "fewer than", "up to", "smaller than", "within"})

NUMBERS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12}
FRACTIONS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25}
MULTIPLES = {"k": 1e3, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "dozen": 12.0}


def _units() -> dict[str, Unit]:
    known: dict[str, Unit] = {}

    def put(dimension: str, scale: float, phrases: str) -> None:
        names = phrases.split("|")
        known.update({name: Unit(dimension, scale, names[0]) for name in names})

    for square in ("square", "sq", "sq ."):
        put(AREA, 1.0, f"m2|{square} m|{square} metre|{square} metres|{square} meter|{square} meters")
        put(AREA, 1e6, f"km2|{square} km|{square} kilometre|{square} kilometres|{square} kilometer|{square} kilometers")
    put(AREA, 1.0, "m2|m²|m ^ 2|sqm|\u043c²|平方米")
    put(AREA, 1e4, "ha|hectare|hectares|\u0433\u0430|公顷")
    put(AREA, 1e6, "km2|km²|km ^ 2|sqkm|\u043a\u043c²|平方公里")
    put(PIXELS, 1.0, "px|pixel|pixels")
    put(PIXELS, 1e6, "Mpx|mpx|megapixel|megapixels")
    put(SHARE, 0.01, "%|percent|per cent|pct")
    put(LENGTH, 1.0, "m|metre|metres|meter|meters")
    put(LENGTH, 1e3, "km|kilometre|kilometres|kilometer|kilometers")
    put(LENGTH, 0.01, "cm|centimetre|centimetres|centimeter|centimeters")
    put(TIME, 1.0, "s|sec|second|seconds")
    put(TIME, 60.0, "min|minute|minutes")
    put(ANGLE, 1.0, "degrees|degree|°")
    put(RATE, 1.0, "per km2|per km²|per mpx")
    for words in (
        "dollars|dollar|usd", "euros|euro|eur", "pounds", "people|inhabitants|residents|persons", "years|year|yr",
        "months|month", "weeks|week", "days|day", "hours|hour", "floors|floor|storeys|storey|stories|story|levels",
        "acres|acre", "feet|foot|ft", "square feet|sq ft|sqft", "miles|mile", "yards|yard", "square miles|sq mi",
        "tonnes|tonne|tons|ton", "times|fold", "percentage points|percentage point", "families|households",
    ):  # fmt: skip
        put(words.partition("|")[0], 1.0, words)
    return known


UNITS = _units()
"""By phrase, tokens apart by a blank. What no tool measures is a dimension of its own, which no fact has."""
MONEY = frozenset("$€£¥")
GROWTH = {"doubled": 2, "doubling": 2, "tripled": 3, "quadrupled": 4, "halved": 0.5}
"""Factors in one word; no tool tells any."""
MONTHS = {
    name: 1 + place // 2
    for place, name in enumerate(
        "jan january feb february mar march apr april may may jun june jul july aug august sep september "
        "oct october nov november dec december".split()
    )
}

LEAST = frozenset("least less fewer fewest smallest".split())
ROLES = {
    "largest": "largest", "biggest": "largest", "maximum": "largest", "smallest": "smallest", "minimum": "smallest",
    "median": "median", "average": "mean", "mean": "mean",
}  # fmt: skip
"""Words that tell which of many sizes a number is."""
LARGEST = frozenset({"largest", "biggest"})
MOST = frozenset("more most mostly mainly chiefly predominantly concentrated majority".split())

UNSEEN = _plurals(
    "school hospital stadium bridge pool tree forest wood river lake car truck vehicle bus airport runway "
    "factory church mosque temple railway harbour harbor ship boat plane aircraft helicopter warehouse "
    "greenhouse hotel mall shop supermarket parking playground cemetery tower turbine fence farm crop meadow "
    "orchard vineyard lawn garden pond stream canal dam quarry mine landfill tent crane excavator person "
    "pedestrian animal cow horse office apartment prison university library museum market depot silo tank "
    "antenna pipeline powerline tunnel roundabout pavement sidewalk beach dune glacier volcano mountain hill "
    "cliff swamp wetland reservoir sea ocean coast garage palace castle"
) | frozenset(
    "people vegetation water grass bushes wetlands solar panels panel churches buses factories libraries universities "
    "cities photovoltaic farmland cropland soil heliport parkland swimming shrub shrubs".split()
)
"""Things that these tools do not tell of; they stand in an answer only where a result or a question names them."""
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
    "pixel pixels information direction place earth dates date shift mask question file files coordinates crs".split()
)
"""Reasons of these words are about the images, not about what happened on the ground."""

STOP = frozenset(
    "a an the and or of in on at to for from by with as is are was were be been being it its they them their this that "
    "these those there here which who so than then but also very about has have had do does did will would can could "
    "you your i we my our me us one holds hold contains says say said file network changed change changes any".split()
)
"""Words too common to tell one sentence from another."""
ENGLISH = frozenset(
    "the and of are were that this with from there have has not it its to which by for both they their been you no "
    "is was about covers cover found".split()
)
