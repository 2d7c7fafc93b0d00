"""Plans of questions on land: water, woods, burnt and bare ground."""

from __future__ import annotations

from dataclasses import replace

from agent.planning.dialogue.recognised import TABLES, formats
from agent.planning.dialogue.sides import opposites, parts
from agent.planning.dialogue.topic import Topic
from agent.planning.plan import Plan, PlannedCall
from agent.planning.rules import land as wordings
from agent.planning.rules.named_arguments import INDEX
from agent.reading.reading import Reading

NUMBERS = frozenset({"area", "count", "inspect"})
"""Acts that ask for a number."""
NOT_MEASURED = frozenset({"why", "limits", "export", "inspect", "doubt", "describe"})
"""Acts that other tools do."""


def plan(reading: Reading, topic: Topic) -> Plan | None:
    """The calls on land that a question means; None where it is about something else."""
    if (files := _files(reading, topic)) is not None:
        return files
    if reading.covers and not reading.classes and set(reading.acts) == {"describe"}:  # "what happened to the crops?"
        return tuple(PlannedCall("land_change", {"cover": cover} | _aspects(reading)) for cover in reading.covers)
    if _is_of_others(reading):
        return None
    if "drier" in reading.cues and not (reading.covers or reading.classes):
        return (PlannedCall("compare_index", {"index": "ndmi"}),)
    if reading.covers and reading.classes:
        return _beside_objects(reading, topic)
    return _of_covers(reading, topic) if reading.covers else _followed(reading, topic)


def _is_of_others(reading: Reading) -> bool:
    """Whether other tools do what is asked: an index, a reason, a file, zones."""
    patterns = (INDEX, wordings.OTHERWISE, wordings.SEARCHED, wordings.ZONES)
    return bool(set(reading.acts) & NOT_MEASURED) or any(one.search(reading.text) for one in patterns)


def _beside_objects(reading: Reading, topic: Topic) -> Plan | None:
    """Land that was lost to buildings or roads."""
    replaced = "became" in reading.marks or (reading.way == "loss" and reading.asks_whether)
    if reading.way == "loss" and "area" in reading.acts and not reading.asks_whether:
        return _of_covers(replace(reading, marks=reading.marks | {"became"}), topic)
    return (PlannedCall("land_cover_transitions"),) if replaced and not reading.statistics else None


def _files(reading: Reading, topic: Topic) -> Plan | None:
    """Files of one kind of land: the one that is named, or the one spoken of last."""
    named = [name for name in formats(reading) if name in TABLES]
    if not named or reading.classes or reading.limits:
        return None
    cover: object = next(iter(reading.covers), None)
    if cover is None and topic.subject is not None and topic.subject.tool == "land_change":
        cover = topic.subject.arguments["cover"]
    if cover is None:
        return None
    return tuple(PlannedCall("export_result", {"format": name, "cover": cover}) for name in named)


def _of_covers(reading: Reading, topic: Topic) -> Plan | None:
    if wordings.BECAME.search(reading.text) and len(reading.covers) > 1:
        return None
    aspects = _aspects(reading)
    calls = [PlannedCall("land_change", {"cover": cover} | aspects) for cover in reading.covers]
    if "share" in reading.cues and aspects.get("unit") not in (None, "percent"):  # "in ha and in percent"
        shares = aspects | {"unit": "percent"}
        calls += [PlannedCall("land_change", {"cover": cover} | shares) for cover in reading.covers]
    if "burnt" in reading.covers and reading.way == "loss" and len(reading.covers) == 1:
        calls.append(PlannedCall("explain_change"))
    return tuple(calls) if aspects or _is_measured(reading, topic) else None


def asks_what_was_there(reading: Reading) -> bool:
    """Whether it asks what ground there was before, and not for a number of then: "what was the NDVI before?"."""
    if "came_from" not in reading.cues or len(reading.covers) == 1 or INDEX.search(reading.text):
        return False
    return not (set(reading.acts) & NUMBERS or reading.order or reading.statistics)


def built_on(reading: Reading) -> Plan:
    """What was there before anything was built."""
    return (PlannedCall("land_change", {"cover": "built"} | _aspects(reading) | {"tell": "became"}),)


def _followed(reading: Reading, topic: Topic) -> Plan | None:
    """The land spoken of before, by what this question asks of it: where, by year, in percent, what it became."""
    subject = topic.subject
    biggest = reading.order and not (reading.way and "where" in reading.acts)
    if not topic.is_land or subject is None or reading.classes or formats(reading) or biggest:
        return None
    if "changes" in reading.cues or reading.limits:  # limits of size and probability are of objects
        return None
    aspects = _aspects(reading)
    turns = reading.way is not None and "opens" in reading.marks and not (reading.acts or reading.unread)
    asks = aspects or reading.unit or turns or "one_date" in reading.cues or _goes_on(reading)
    if subject.tool != "land_change":
        return _of_last_land(reading, topic, aspects) or ((subject,) if _goes_on(reading) else None)
    kept = {name: value for name, value in subject.arguments.items() if name in ("cover", "pair")}
    return (PlannedCall("land_change", kept | aspects),) if asks and not reading.unseen else None


def _of_last_land(reading: Reading, topic: Topic, aspects: dict[str, str]) -> Plan | None:
    """The kind of land spoken of before all of them: "where was most of it lost?"."""
    if topic.land is None or not aspects or "refers" not in reading.marks:
        return None
    kept = {name: value for name, value in topic.land.arguments.items() if name in ("cover", "pair")}
    return (PlannedCall("land_change", kept | aspects),)


def _aspects(reading: Reading) -> dict[str, str]:
    """What is asked of land beside how much there is."""
    told: dict[str, str] = {}
    sides, acts = opposites(reading.text), set(reading.acts)
    if "yearly" in reading.statistics:
        told["tell"] = "rate"
    elif "became" in reading.marks:
        told["tell"] = "became"
    elif sides or acts & {"where", "halves"} or "which_way" in reading.cues:
        told["tell"] = "where"
    if not sides and (within := parts(reading)) and "centre" not in within:
        told["within"] = within[0]
    if reading.unit not in (None, "px") and (reading.unit != "percent" or "share" in reading.cues):
        told["unit"] = str(reading.unit)
    return told


def _is_measured(reading: Reading, topic: Topic) -> bool:
    """Whether a question asks for the change of its land, and not for land at one date."""
    most = 3 if reading.asks_whether or "confirm" in reading.acts else 1
    if len(reading.unread) > most or (not reading.way and "one_date" in reading.cues):
        return False
    asked = (
        reading.way or reading.asks_whether or reading.unit or {"area", "count", "draw", "where"} & set(reading.acts)
    )
    return bool(
        asked
        or "corrects" in reading.marks
        or "burnt" in reading.covers
        or ("goes_on" in reading.marks and topic.last is not None)
    )


def _goes_on(reading: Reading) -> bool:
    """Whether a question asks for the same in other words: "how much in ha", "show me where"."""
    acts = set(reading.acts)
    if (
        "most" in reading.cues
        or reading.statistics
        or reading.order
        or reading.limits
        or "all" in reading.marks
        or reading.unread
    ):
        return False
    return bool((acts and acts <= {"area", "draw", "where", "repeat", "count"}) or (not acts and reading.unit))


def of_houses(call: PlannedCall, *, asks_whether: bool = False, way: str | None = None) -> PlannedCall:
    """A call on built-up ground as one on buildings, for images that show them one by one."""
    asked = call.arguments
    if call.tool != "land_change" or asked.get("cover") != "built":
        return call
    kept = {"object_class": "building"} | {name: asked[name] for name in ("pair", "within") if name in asked}
    if asked.get("tell") == "where":
        return PlannedCall("detect_change", {"classes": ["building"]})
    if asked.get("tell") == "rate":
        return PlannedCall("measure_objects", kept | {"statistic": "yearly_area", "unit": asked.get("unit", "m2")})
    if asks_whether and "unit" not in asked:
        status = {"gain": "appeared", "loss": "disappeared"}.get(way or "")
        return PlannedCall("count_objects", kept | ({} if status is None else {"status": status}))
    return PlannedCall("measure_area", kept | {"unit": asked.get("unit", "m2")})
