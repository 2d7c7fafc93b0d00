"""What tools returned, as facts that a claim can be checked against: a number with its unit, class, sign and place.

Results are typed and walked by the names of their fields, so that a new tool needs no code here as long as it names its
fields as the others do. Sentences within results are read as answers are.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from agent.answer import Step
from agent.grounding.facts.fact import NO_STEP, Fact
from agent.grounding.facts.implied import implied
from agent.grounding.facts.limits import NARROWING, limit, of_bounds, of_limits
from agent.grounding.facts.units import with_unit
from agent.grounding.text.claims import Claim
from agent.grounding.text.place_words import places
from agent.grounding.text.reading import read
from agent.grounding.text.sentences import readable
from agent.grounding.text.words import (
    ANGLE,
    AREA,
    CHANGE,
    COUNT,
    ID,
    LENGTH,
    PIXELS,
    PLAIN,
    RATE,
    SHARE,
    TIME,
    Kind,
    Sign,
)
from tools.change.change_map import ObjectFilter
from tools.change.objects import ObjectCount
from tools.change.shapes.nearness import Nearness
from tools.explain.second_opinion import OUTLINES, NumberCheck

MAX_OBJECTS = 100
"""Objects of a list that are read: a model is shown fewer."""
ENDINGS = (
    ("_m2", AREA), ("pixels", PIXELS), ("share", SHARE), ("probability", SHARE), ("overlap", SHARE), ("recall", SHARE),
    ("interval_level", SHARE), ("unsure_below", SHARE), ("_m", LENGTH), ("seconds", TIME), ("lonlat", ANGLE),
    ("distance", LENGTH), ("extent", LENGTH),
    ("turn", ANGLE), ("false_alarm_rate", RATE), ("width", PIXELS), ("height", PIXELS), ("columns", PIXELS),
    ("rows", PIXELS), ("centre", PLAIN), ("box", PLAIN), ("bounds", PLAIN), ("part", PLAIN), ("likeness", PLAIN),
    ("accuracy", SHARE), ("changed", SHARE), ("score", PLAIN), ("similarity", PLAIN), ("years", PLAIN),
    ("looks", COUNT), ("alpha", SHARE),
    ("mean", PLAIN), ("deviation", PLAIN), ("low", PLAIN), ("median", PLAIN), ("high", PLAIN),
    ("slope", PLAIN), ("magnitude", PLAIN), ("p_value", PLAIN), ("difference", PLAIN), ("min_change", PLAIN),
    ("rank", PLAIN), ("season_days", "days"), ("shares", SHARE), ("largest_patch_index", SHARE), ("r_squared", PLAIN),
    ("dimension", PLAIN), ("steps", PLAIN), ("arc", PLAIN), ("chord", PLAIN), ("sinuosity", PLAIN), (OUTLINES, AREA),
    ("a_year", PLAIN), ("kappa", PLAIN),
)  # fmt: skip
OF_LENGTH = frozenset({"distance", "extent"})
"""Lengths that are in pixels where the images are not georeferenced."""
BESIDE_VALUE = ("total", "from_centres", "area_share")
WAYS: dict[str, Sign] = {"appeared_part": "appeared", "disappeared_part": "disappeared"}
"""Fields that are parts of a value, with their sign."""
WITH_UNIT = frozenset({"value", "interval", *BESIDE_VALUE, *WAYS})
"""Fields whose unit stands in the field `unit` beside them."""
NAMED_BESIDE = frozenset({"told", "again"})
"""Fields of a number whose own field stands in `name` beside them."""
OF_THE_PERSON = frozenset({"attributes"})
"""Fields that hold what the person's own file says, which was not measured."""
REPEATED = frozenset({"measured", "shown"})
"""Fields that hold as values what a sentence beside them tells, which is read."""
LIMITS = frozenset("unsure_below smallest_pixels smallest_m2 min_area max_area min_probability max_probability".split())
"""Fields that hold a threshold, which only a sentence with "at least", "below" and the like may state."""
OF_IMAGES = frozenset(
    "bands width height valid_pixels valid_area_m2 unknown_pixels resolution_m fit_resolution_m overlap nodata_share "
    "cloud_share unknown_share inside_share columns rows turn k seconds repeats".split()
)
KIND_OF_TYPE: dict[str, Kind] = {
    "PairCard": "image", "DateCard": "image", "BatchResult": "image", "Certainty": "any", "SizeRecall": "building",
}  # fmt: skip
ROLE_OF = {"cloud_share": "clouds", "overlap": "overlap", "nodata_share": "nodata", "unknown_share": "unclear"}
"""Of shares of images, what they are of."""
ROLE_OF_STATISTIC = {
    "mean_area": "mean",
    "median_area": "median",
    "smallest_area": "smallest",
    "largest_area": "largest",
    "perimeter": "mean",
    "spacing": "mean",
}
SILENT = frozenset(
    "object_class status statistic unit filter_unit within pair overlay artefact table zones order format more"
    " to_check extent to tell".split()
)
"""Fields whose words are no sentences."""
CHANGE_FIELDS = frozenset({"caption", "evidence", "network_words"})
"""Fields whose sentences state change."""
DAYS = "days"
LISTS_OF_IMAGES = frozenset({"rows", "sizes", "hypotheses", "parts", "classes", "where", DAYS})
"""Lists whose length counts no objects; the dates that were compared are a list of texts."""
OF_A_PART = frozenset({"network_words"})
"""Fields whose sentences may tell of a part alone."""
CHANGED_KINDS = frozenset({"any", "total", "building", "road"})
DATE = re.compile(r"\d{4}-\d\d-\d\d")


def of_step(step: Step) -> Iterator[Fact]:
    """The facts of a tool call, arguments among them."""
    start = Fact(step.number, 0.0, PLAIN)
    kind = step.arguments.get("object_class")
    about = replace(start, kind=kind if kind in CHANGED_KINDS else None)
    for name, value in step.arguments.items():
        yield from _argument(name, value, about)
    if step.error:
        yield from _sentence("error", step.error, start)
    scoped = any(step.arguments.get(name) is not None for name in NARROWING)
    yield from _walk("", step.result, replace(start, scoped=scoped))


def of_words(text: str) -> tuple[Fact, ...]:
    """Facts of a sentence that must or may be repeated: a warning."""
    return tuple(_sentence("warning", text, Fact(NO_STEP, 0.0, PLAIN)))


def _argument(name: str, value: Any, about: Fact) -> Iterator[Fact]:
    if name in NARROWING and isinstance(value, (int, float)):
        yield from limit(name, float(value), about)
    elif name in ("of", "k") and isinstance(value, int):
        yield replace(about, value=float(value), dimension=ID if name == "of" else COUNT)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield replace(about, value=float(value), dimension=_dimension(name, value))


def _walk(name: str, value: Any, about: Fact) -> Iterator[Fact]:
    """Facts of a value that stands in a field; `about` holds what is known from the fields around it."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from _of_dataclass(value, about)
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _walk(str(key), entry, about)
    elif isinstance(value, (list, tuple)):
        yield from _of_list(name, value, about)
    elif isinstance(value, str):
        if name not in SILENT:
            yield from _sentence(name, value, about)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield from _of_number(name, float(value), about)


def _of_number(name: str, value: float, about: Fact) -> Iterator[Fact]:
    yield _number(name, value, about)
    if name in OF_LENGTH:
        yield replace(about, value=value, dimension=PIXELS)


def _of_list(name: str, values: Sequence[Any], about: Fact) -> Iterator[Fact]:
    if values and (dataclasses.is_dataclass(values[0]) or name == DAYS):
        kind: Kind | None = "image" if name in LISTS_OF_IMAGES else about.kind
        yield replace(about, value=float(len(values)), dimension=COUNT, kind=kind, scoped=True)
    for entry in values:
        yield from _walk(name, entry, about)


def _of_objects(values: Sequence[Any], about: Fact, order: str = "largest") -> Iterator[Fact]:
    """The objects of a list; the first is the one by which it is ordered."""
    about = replace(about, role=order)
    for place, entry in enumerate(values[:MAX_OBJECTS]):
        yield from _walk("", entry, about if place == 0 else replace(about, role=f"{about.role} {place + 1}"))


def _of_dataclass(result: Any, about: Fact) -> Iterator[Fact]:
    if isinstance(result, ObjectFilter | Nearness | NumberCheck):
        yield from _of_check(result, about) if isinstance(result, NumberCheck) else of_limits(result, about)
        return
    inner = _about(result, about)
    given = {field.name: getattr(result, field.name) for field in dataclasses.fields(result)}
    if "value" in given and "unit" in given:
        yield from _of_value(given, inner)
    elif isinstance(result, ObjectCount):
        yield from of_bounds((*(given.pop("interval") or ()), given.pop("doubtful")), inner)
    if "largest_area_m2" in given and given["largest_area_m2"] is not None:
        place = given.get("largest_place")
        largest = replace(inner, role="largest", places=inner.places | ({place} if place else set()), lead="largest")
        yield _number("largest_area_m2", given.pop("largest_area_m2"), largest)
    yield from _assumed(given.pop("assumed_pixel_m", None), about.step)
    yield from _of_lists(given, inner)
    for name in OF_THE_PERSON | REPEATED:
        given.pop(name, None)
    for name, value in given.items():
        yield from _walk(name, value, inner)
    yield from implied(result, inner)


def _of_check(result: NumberCheck, about: Fact) -> Iterator[Fact]:
    """Both numbers, with the dimension of the field that was computed anew."""
    for value in (result.told, result.again):
        yield _number(result.name.rpartition(".")[2], value, about)
    yield replace(about, value=result.difference, dimension=SHARE)


def _of_lists(given: dict[str, Any], inner: Fact) -> Iterator[Fact]:
    """The facts of objects, which are taken out, and the number of warnings."""
    if isinstance(given.get("objects"), tuple):
        yield from _of_objects(given.pop("objects"), inner, given.get("order", "largest"))
    if isinstance(given.get("warnings"), tuple):
        warned = float(len(given["warnings"]))
        yield replace(inner, value=warned, dimension="warnings", kind="image", role="warnings")


def _of_value(given: dict[str, Any], inner: Fact) -> Iterator[Fact]:
    """The facts of a value with the unit that stands beside it; its fields are taken out."""
    role = ROLE_OF_STATISTIC.get(given.get("statistic", ""), "")
    beside = [given.pop(name) for name in BESIDE_VALUE if given.get(name) is not None]
    ends = [*(given.pop("interval", None) or ()), *beside]
    yield from with_unit(given.pop("value"), ends, given["unit"], inner, role)
    for name, sign in WAYS.items():
        part = given.pop(name, None)
        yield from with_unit(part, (), given["unit"], replace(inner, sign=sign, scoped=True), role)


def _assumed(pixel_size_m: float | None, step: int) -> Iterator[Fact]:
    """The pixel size that a whole result assumes."""
    if pixel_size_m is not None:
        yield Fact(step, pixel_size_m, LENGTH, "image")


def _about(result: Any, around: Fact) -> Fact:
    """What a dataclass states of all of its numbers."""
    fact = around
    kind, status = getattr(result, "object_class", None), getattr(result, "status", None)
    kind = kind if kind in CHANGED_KINDS else KIND_OF_TYPE.get(type(result).__name__)
    if kind is not None:
        fact = replace(fact, kind=kind)
    if status in ("appeared", "disappeared"):
        fact = replace(fact, sign=status)
    place = getattr(result, "place", None) or (getattr(result, "part", None) if hasattr(result, "count") else None)
    if isinstance(place, str) and place != "whole":
        fact = replace(fact, places=fact.places | {place}, scoped=True)
    if getattr(result, "condition", ""):
        fact = replace(fact, places=frozenset(places(result.condition)), scoped=True)
    if hasattr(result, "lonlat") and hasattr(result, "id"):
        fact = replace(fact, object_id=result.id)
    return replace(fact, scoped=True) if hasattr(result, "inside_share") else fact


def _number(name: str, value: float, about: Fact) -> Fact:
    kind: Kind | None = "image" if name in OF_IMAGES else about.kind
    if name == "probability" and about.object_id is None:
        kind = None
    if name.startswith("road_"):
        kind = "road"
    sign: Sign | None = name if name in ("appeared", "disappeared") else about.sign  # type: ignore[assignment]
    scoped = about.scoped or name.startswith(("unsure_", "low_", "high_"))  # ends of an interval are no values
    role = next((role for role in ("median", "smallest", "unsure") if name.startswith(role)), about.role)
    role = "probability" if name.endswith("probability") else ROLE_OF.get(name, role)
    fact = replace(about, value=value, dimension=_dimension(name, value), scoped=scoped, role=role)
    return replace(fact, kind=kind, sign=sign, limit=name in LIMITS)


def _dimension(name: str, value: float) -> str:
    if name == "id":
        return ID
    return _by_ending(name) or (COUNT if float(value).is_integer() else PLAIN)


def _by_ending(name: str) -> str | None:
    return next((dimension for ending, dimension in ENDINGS if name.endswith(ending)), None)


def has_dimension(name: str) -> bool:
    """Whether the name of a field states what its number measures; a real number without would pass for a bare one."""
    return name in WITH_UNIT | NARROWING | NAMED_BESIDE | OF_THE_PERSON or _by_ending(name) is not None


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[Any, ...]:
    return tuple(read(readable(text)))


def _sentence(name: str, text: str, about: Fact) -> Iterator[Fact]:
    """Numbers of a sentence within a result; of a caption and of evidence also what changed."""
    if name in OF_A_PART:
        about = replace(about, scoped=True)
    # Clauses of a caption tell of one thing each, as do the sentences that they become in an answer.
    for parsed in _read(text.replace("; ", ". ") if name == "caption" else text):
        for claim in parsed.claims:
            where = frozenset(claim.places) if name == "caption" else about.places
            yield from _of_claim(claim, replace(about, places=where))
        for statement in parsed.statements if name in CHANGE_FIELDS else ():
            for kind in statement.kinds:
                value = 0.0 if statement.denied else 1.0
                where = frozenset(statement.places)
                yield replace(about, value=value, dimension=CHANGE, kind=kind, sign=statement.sign, places=where)


def _of_claim(claim: Claim, about: Fact) -> Iterator[Fact]:
    quantity, dimension = claim.quantity, _dimension_of(claim, COUNT)
    # What names no class and no unit, such as WGS 84, must not count houses.
    kind = claim.kind if claim.kind or quantity.unit else "image"
    for value in quantity.values:
        scaled = value * _scale(claim)
        yield replace(about, value=scaled, dimension=dimension, kind=kind, sign=claim.sign, limit=bool(quantity.bound))


def _scale(claim: Claim) -> float:
    return 1.0 if claim.quantity.unit is None else claim.quantity.unit.scale


def _dimension_of(claim: Claim, otherwise: str) -> str:
    if claim.named:
        return ID
    unit = claim.quantity.unit
    return otherwise if unit is None else unit.dimension


def words_of(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Names of fields and the sentences and words in them."""
    if isinstance(value, str):
        yield name, value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from words_of(getattr(value, field.name), field.name)
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from words_of(entry, str(key))
    elif isinstance(value, (list, tuple)):
        for entry in value[:MAX_OBJECTS] if name == "objects" else value:
            yield from words_of(entry, name)
