"""What the objects of a question have to be like: class, filters that it states, and those still in force."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from agent.planning.dialogue.sides import parts
from agent.planning.dialogue.topic import DISTANCES, SIZES, Topic
from agent.reading.nearness import OWN_CLASS
from agent.reading.reading import Reading

LEANS = frozenset({"opens", "corrects", "only", "forgets"})
"""Words by which a question goes on from the one before."""

TURNED = {
    "max_probability": "min_probability",
    "min_probability": "max_probability",
    "max_area": "min_area",
    "min_area": "max_area",
}
"""The filter of all others than those of a filter."""


def wish_of(reading: Reading, topic: Topic) -> dict[str, Any]:
    """Class and filters: those of the question, and those that stay in force."""
    named = [name for name in reading.classes if name not in reading.excluded]
    before = topic.object_class
    if "changes" in reading.cues and (not named or "not_only" in reading.cues):
        return {"object_class": "any"} | _stated(reading, topic)
    if not named and reading.excluded:
        named = ["road" if "building" in reading.excluded else "building"]
    goes_on = reading.marks & (LEANS if before in named else LEANS - {"only"})  # "only the roads" is another subject
    leans = (not named or (bool(goes_on) and before in (*named, None))) and not reading.excluded
    is_switch = bool(goes_on and named) and before not in (*named, None) and "undo" not in reading.acts
    is_switch = is_switch and not (reading.status and {"confirm", "doubt"} & set(reading.acts))  # asserts by itself
    placed = {"within"} if is_switch else set[str]()
    if not named and {"hit", "true"} <= reading.cues:
        before = "any"
    usual = "building" if "built" in reading.marks else "any"
    if not named and "refers" not in reading.marks and "all_ground" in reading.cues:
        return {"object_class": "any"}
    if "built" in reading.marks and (reading.unit == "percent" or before == "road"):
        before, leans = "building", False
    wish: dict[str, Any] = {"object_class": named[0] if len(named) == 1 else "any" if named else before or usual}
    kept = _kept(reading, topic, named, leans=leans)
    kept |= {name: topic.filters[name] for name in placed & set(topic.filters)}
    return wish | kept | _stated(reading, topic) | _near(reading, wish)


def _kept(reading: Reading, topic: Topic, named: Sequence[str], *, leans: bool) -> dict[str, Any]:
    """Filters of earlier turns that the question leaves in force."""
    if "undo" in reading.acts or {"all", "stands"} <= reading.marks:
        return {}
    if named and reading.cues & {"every", "whole"} and "refers" not in reading.marks and "export" not in reading.acts:
        return {}  # "all new houses"
    denied = set(reading.numbers) if "denied" in reading.cues else set[float]()
    same = topic.object_class in (*named, "any")
    stays = same and not topic.is_share  # what a share was asked of is no filter
    kept = {name: value for name, value in topic.filters.items() if leans or (stays and name in SIZES)}
    limits, dropped = reading.limits, set[str]()
    if limits.min_area is not None or limits.max_area is not None:
        dropped |= {"min_area", "max_area"}
    if limits.min_probability is not None or limits.max_probability is not None:
        dropped |= {"min_probability", "max_probability"}
    if reading.status or (
        topic.found_none and reading.claim is None and not {"confirm", "doubt", "repeat"} & set(reading.acts)
    ):
        dropped.add("status")  # "which is the largest?" after none that disappeared is about those that appeared
    if reading.near is not None and reading.near.order is None:
        dropped |= set(DISTANCES)
    if "whole" in reading.cues:
        dropped.add("within")
    turned = TURNED if "rest" in reading.cues else {}
    return {
        turned.get(name, name): value for name, value in kept.items() if name not in dropped and value not in denied
    }


def _stated(reading: Reading, topic: Topic) -> dict[str, Any]:
    """Filters of the question itself; "0.95, not 0.8" says another probability."""
    stated = {name: getattr(reading.limits, name) for name in SIZES if getattr(reading.limits, name) is not None}
    limited = [name for name in ("min_area", "max_area") if name in topic.filters]
    if reading.size is not None and not stated and len(limited) == 1 and not {"area", "confirm"} & set(reading.acts):
        stated[limited[0]] = reading.size
    share = next((number for number in reading.numbers if 0 < number < 1), None)
    if share is not None and not stated and "min_probability" in topic.filters:
        stated["min_probability"] = share
    if reading.status and not _is_told_anyway(reading):
        stated["status"] = reading.status
    named = () if {"forgets"} <= reading.marks and "whole" in reading.cues else parts(reading)
    if named:
        stated["within"] = named[0]
    return stated


def _near(reading: Reading, wish: dict[str, Any]) -> dict[str, Any]:
    """The distance that limits what counts, as tools take it."""
    if reading.near is None or reading.near.order is not None:
        return {}
    own = {"distance_to": "road" if wish["object_class"] == "road" else "building"}
    return reading.near.arguments | (own if reading.near.to == OWN_CLASS else {})


def _is_told_anyway(reading: Reading) -> bool:
    """Whether a plain count of all that changed tells what appeared, too."""
    particular = reading.limits or reading.statistics or reading.claim or reading.asks_whether or reading.order
    return reading.status == "appeared" and not particular and set(reading.acts) <= {"count", "area"}
