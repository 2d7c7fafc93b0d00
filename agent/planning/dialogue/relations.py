"""Questions that relate objects to each other or to the image: distances, ranks, quarters, all that changed."""

from __future__ import annotations

from typing import Any

from agent.planning.dialogue.recognised import formats
from agent.planning.dialogue.sides import opposites, parts
from agent.planning.dialogue.topic import OF_ONE_COVER, Topic
from agent.planning.dialogue.wishes import wish_of
from agent.planning.plan import Plan, PlannedCall
from agent.planning.rules import directions
from agent.reading.reading import Reading

EXTENTS = ("length", "perimeter")
LISTED = 20
"""Objects of a list for which no number was stated."""
TWO = 2
QUARTERS = ("north-west", "north-east", "south-west", "south-east")


SINGLE = frozenset({"where", "area", "doubt", "confirm", "inspect"})
"""Acts that ask about one object where one was spoken of."""
MEASURES = ("count_objects", "find_objects", "measure_area", "measure_objects")


def plan(reading: Reading, topic: Topic, wish: dict[str, Any]) -> Plan | None:
    """The calls that such a question means; None where it asks for no relation.

    Args:
        reading: of the question.
        topic: of the conversation.
        wish: class and filters that hold.
    """
    if "balance" in reading.cues and not (reading.covers or reading.limits or reading.statistics):
        return (PlannedCall("count_objects", {name: value for name, value in wish.items() if name != "status"}),)
    if (share := _share(reading, wish)) is not None:
        return share
    plans = (_distance(reading, topic, wish), _of_sides(reading, wish), _in_order(reading, wish), _each(reading, wish))
    found = next((one for one in plans if one is not None), None)
    return found or _of_single(reading, topic) or _halves(reading, wish) or _compared(reading, topic)


def _share(reading: Reading, wish: dict[str, Any]) -> Plan | None:
    """How many of them are like that: "what percentage of the new houses are larger than 200 m²?"."""
    if "share_of" not in reading.cues or reading.covers or not (reading.classes or "refers" in reading.marks):
        return None
    if not (wish.keys() - {"object_class", "status", "pair"} or "changes" in reading.cues):
        return None
    return (PlannedCall("measure_objects", wish | {"statistic": "share"}),)


def of_image(reading: Reading, topic: Topic) -> Plan | None:
    """Plans of questions on the image as a whole, part by part, or on what still stands; None for all others."""
    cues = reading.cues
    if "scene" in cues and not (reading.covers or reading.classes or reading.way):
        return (PlannedCall("inspect_pair"),)
    if "still_there" in cues and reading.classes:
        gone = {"status": "disappeared"} | _part(reading)
        return tuple(
            PlannedCall("count_objects", {"object_class": one} | gone) for one in dict.fromkeys(reading.classes)
        )
    if len(quarters := _two_quarters(reading)) == 2:
        if reading.covers:
            cover = {"cover": reading.covers[0]}
            return tuple(PlannedCall("land_change", cover | {"within": one}) for one in quarters)
        about = {"object_class": reading.classes[0]} if len(reading.classes) == 1 else {}
        return (PlannedCall("compare_areas", about | {"first": quarters[0], "second": quarters[1]}),)
    if "share_changed" in cues and not (formats(reading) or reading.classes or reading.covers or reading.limits):
        return _of_all_ground(reading)
    return _quarters(reading, topic) if "quarters" in cues and not reading.statistics else None


def _two_quarters(reading: Reading) -> list[str]:
    """Two quarters that are compared: "compare the north-west with the south-east"."""
    if "compare" not in reading.acts:
        return []
    return [one for one in dict.fromkeys(directions.parts(reading.text)) if "-" in one]


def _part(reading: Reading) -> dict[str, str]:
    named = parts(reading)
    return {"within": named[0]} if named else {}


def _of_all_ground(reading: Reading) -> Plan:
    """How much of the image changed, whatever it is, and by year where that is asked, too."""
    about = {"object_class": "any"} | _part(reading)
    unit = reading.unit or "m2"
    yearly = unit if unit not in ("percent", "px") else "m2"
    rate = PlannedCall("measure_objects", about | {"statistic": "yearly_area", "unit": yearly})
    return (PlannedCall("measure_area", about | {"unit": unit}), *((rate,) if "yearly" in reading.statistics else ()))


def _quarters(reading: Reading, topic: Topic) -> Plan:
    """The four quarters one by one: of land, of a class, or of what was spoken of last."""
    subject = topic.subject
    cover = next(iter(reading.covers), None)
    of_land = subject is not None and subject.tool in OF_ONE_COVER and not (reading.classes or "hit" in reading.cues)
    if cover is None and subject is not None and of_land:
        cover = subject.arguments["cover"]
    if cover is not None:
        return tuple(PlannedCall("land_change", {"cover": cover, "within": one}) for one in QUARTERS)
    wish = {"object_class": "any"} if "hit" in reading.cues and not reading.classes else wish_of(reading, topic)
    return tuple(PlannedCall("count_objects", wish | {"within": one}) for one in QUARTERS)


def _halves(reading: Reading, wish: dict[str, Any]) -> Plan | None:
    """Which half changed more, where none is named: either way."""
    if "halves" not in reading.acts or parts(reading):
        return None
    kept = {name: wish[name] for name in ("object_class", "pair") if name in wish}
    halves = (("north", "south"), ("east", "west"))
    return tuple(PlannedCall("compare_areas", kept | {"first": one, "second": two}) for one, two in halves)


def _of_biggest(reading: Reading, topic: Topic, wish: dict[str, Any]) -> Plan | None:
    """How far the largest lies from the next, or from the nearest of a class."""
    named, of = reading.classes, {"object_class": wish["object_class"]}
    target = named[-1] if len(named) > 1 else None
    if named == ("road",) and topic.object_class == "building":
        target, of = "road", {"object_class": "building"}
    if reading.count == TWO:
        return _between("largest", "second_largest", of)
    if target is None and "next" not in reading.cues:
        return None
    of = of if len(named) < TWO else {"object_class": named[0]}
    return _between("largest", target or ("road" if wish["object_class"] == "road" else "building"), of)


def _distance(reading: Reading, topic: Topic, wish: dict[str, Any]) -> Plan | None:
    if "spacing" not in reading.statistics:
        return None
    if reading.order == "largest":
        return _of_biggest(reading, topic, wish)
    last, both = topic.last, "both" in reading.cues
    if last is not None and last.tool == "measure_distance" and both:
        return (last,)
    two = last is not None and TWO in (last.arguments.get("k"), last.arguments.get("rank"))
    if last is not None and last.tool == "find_objects" and two and both:
        return _between("largest", "second_largest", {"object_class": last.arguments.get("object_class", "any")})
    if reading.classes and "next" in reading.cues:
        if topic.single:
            return _between("last", reading.classes[-1], {})
        if reading.classes == ("road",) and topic.object_class == "building":
            return _between("largest", "road", {"object_class": "building"})
    return None


def _between(first: str, second: str, of: dict[str, Any]) -> Plan:
    kept = {} if of.get("object_class") == "any" else of
    return (PlannedCall("measure_distance", {"first": first, "second": second} | kept),)


def _of_sides(reading: Reading, wish: dict[str, Any]) -> Plan | None:
    """Two opposite sides: where more changed, or where objects are larger."""
    sides = opposites(reading.text)
    if sides is None or reading.covers or set(reading.acts) & {"export", "why", "describe"}:
        return None
    about = {name: wish[name] for name in ("object_class", "pair") if name in wish}
    if set(wish) - {*about, "within"}:  # a comparison takes no filter, a count does
        return tuple(PlannedCall("count_objects", wish | {"within": side}) for side in sides)
    if reading.statistics or ("sized" in reading.cues and reading.asks_whether):
        named = next((one for one in reading.statistics if one in ("density", "median_area")), "mean_area")
        mean = about | {"statistic": named} | ({"unit": reading.unit or "ha"} if named == "density" else {})
        return tuple(PlannedCall("measure_objects", mean | {"within": side}) for side in sides)
    return (PlannedCall("compare_areas", about | {"first": sides[0], "second": sides[1]}),)


def _in_order(reading: Reading, wish: dict[str, Any]) -> Plan | None:
    """One object by its rank, or the nearest to something."""
    near = reading.near
    if near is not None and near.order is not None and near.arguments:
        to = {"object_class": "building"} if wish["object_class"] == near.to or len(reading.classes) == 0 else {}
        return (PlannedCall("find_objects", wish | to | near.arguments | {"k": reading.count or 1}),)
    if reading.rank > 1:
        unit = {"unit": reading.ground_unit} if reading.ground_unit else {}
        return (PlannedCall("find_objects", wish | {"order": reading.order, "k": 1, "rank": reading.rank} | unit),)
    return None


def _each(reading: Reading, wish: dict[str, Any]) -> Plan | None:
    """A length or an outline of each object."""
    extent = next((one for one in reading.statistics if one in EXTENTS), None)
    if extent is None or not (reading.each or "list" in reading.acts):
        return None
    about = wish | ({"object_class": "road"} if extent == "length" and wish["object_class"] == "any" else {})
    return (PlannedCall("find_objects", about | {"extent": extent, "k": LISTED}),)


def of_numbers(reading: Reading) -> Plan | None:
    """Objects that are named by number: one by one, or how far two of them lie apart."""
    if set(reading.acts) & {"export", "why"} or directions.way(reading.text) is not None or reading.classes:
        return None
    if "spacing" in reading.statistics and len(reading.object_ids) <= 2:
        first, second = ("last", *reading.object_ids)[-2:]
        return (PlannedCall("measure_distance", {"first": first, "second": second}),)
    return tuple(PlannedCall("describe_object", {"number": number}) for number in reading.object_ids)


def _of_single(reading: Reading, topic: Topic) -> Plan | None:
    """A question about the one object that was spoken of last: "is it new?", "how far is it from the road?"."""
    if not topic.single:
        return None
    if "refers" not in reading.marks or reading.limits or reading.order or reading.formats or reading.covers:
        return None
    if "all" in reading.marks or (reading.classes and ("area" in reading.acts or reading.status)):
        return None
    if "spacing" in reading.statistics and len(reading.classes) == 1:
        return (PlannedCall("measure_distance", {"first": "last", "second": reading.classes[0]}),)
    acts = set(reading.acts)
    acts -= {"doubt"} if "them" in reading.cues else set()
    asks = acts & SINGLE or (reading.asks_whether and not acts)
    return (PlannedCall("describe_object", {"number": "last"}),) if asks and not reading.statistics else None


def _compared(reading: Reading, topic: Topic) -> Plan | None:
    """The last measure of the class before and of the one named: "is that more than the roads?"."""
    last, before = topic.objects, topic.object_class
    if "compare" not in reading.acts or last is None or len(reading.classes) != 1:
        return None
    if last.tool not in MEASURES:
        last = PlannedCall("measure_area", {"object_class": before, "unit": "m2"})
    if before in (None, "any", reading.classes[0]) or parts(reading):
        return None
    return (last, PlannedCall(last.tool, last.arguments | {"object_class": reading.classes[0]}))
