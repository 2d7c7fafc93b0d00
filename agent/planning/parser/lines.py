"""Plan lines: a call, or what is answered without one, as a few words that a language model writes and a person reads.

    count building new north >100m2
    area building new ha
    unseen "pools"

Every word but those in quotes is of a closed list, a number with its unit, or a name, so that a line is read without
guessing. Arguments are written out in full: no line leans on another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from agent.planning.parser import options, words
from agent.planning.plan import DECLINE, SAY, Plan, PlannedCall

LINE = re.compile(r'(?P<verb>[a-z_]+)(?: "(?P<text>[^"\n]+)")?(?P<rest>(?: \S+)*)')
FILTERS = ("status", "within", "size", "probability", "near")
BETWEEN = " ; "
"""Between the lines of one turn."""


@dataclass(frozen=True, slots=True)
class Verb:
    """The first word of a line, and what may follow it."""

    word: str
    tool: str
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Arguments that stand first, in this order, with their allowed words; `#` stands for any number."""
    options: tuple[str, ...] = ()
    fixed: Mapping[str, Any] = field(default_factory=dict)
    """Arguments that the word itself means."""
    usual: Mapping[str, Any] = field(default_factory=dict)
    """Arguments of a line that names none."""
    takes_text: bool = False
    """Whether words of the question follow, in quotes."""


NAME = ("*",)
"""Allowed words of a place that takes any name."""
OF_CLASS = {"object_class": words.CLASSES}
VERBS = (
    Verb("count", "count_objects", OF_CLASS, (*FILTERS, "pair")),
    Verb("area", "measure_area", OF_CLASS, (*FILTERS, "unit", "pair"), usual={"unit": "m2"}),
    Verb(
        "list",
        "find_objects",
        OF_CLASS,
        (*FILTERS, "k", "order", "rank", "extent", "direction", "of", "unit", "pair"),
    ),
    *(
        Verb(word, "measure_objects", OF_CLASS, (*FILTERS, "unit", "pair"), fixed={"statistic": name})
        for word, name in words.STATISTICS.items()
    ),
    Verb(
        "compare",
        "compare_areas",
        {"first": tuple(words.PARTS), "second": tuple(words.PARTS), **OF_CLASS},
        ("pair",),
    ),
    Verb("object", "describe_object", {"number": ("#", "last")}, ("pair",)),
    Verb(
        "distance",
        "measure_distance",
        {"first": ("#", "last", "largest"), "second": ("#", "building", "road", "second_largest")},
        ("class", "pair"),
    ),
    Verb("land", "land_change", {"cover": tuple(words.COVERS)}, ("within", "tell", "unit", "pair")),
    Verb(
        "patches",
        "find_patches",
        {"cover": tuple(words.COVERS[:-1])},
        ("way", "within", "size", "k", "rank", "unit", "pair"),
    ),
    Verb("cover", "classify_landcover", {"date": words.DATES}, ("pair",)),
    Verb("index", "compute_index", {"index": NAME, "date": words.DATES}, ("pair",)),
    Verb("index_change", "compare_index", {"index": NAME}, ("pair",)),
    Verb("clusters", "find_zones", {"zones": ("#",)}, ("pair",)),
    Verb("doubt", "tell_error_source", {"doubt": words.DOUBTS}, ("of", "pair")),
    Verb("radar", "radar_change", {"about": ("change", "flood", "water", "certainty")}, ("pair",)),
    Verb("export", "export_result", {"format": tuple(words.FORMATS)}, ("class", *FILTERS, "cover", "pair")),
    Verb("pair", "select_pair", {"pair": NAME}),
    Verb("pixel", "assume_pixel_size", {"metres": NAME}),
    Verb("open", "open_found", {"number": ("#",)}),
    Verb("similar", "find_similar", options=("k", "pair")),
    Verb("archive", "find_changes", options=("k",), takes_text=True),
    Verb("places", "find_places", options=("k",), takes_text=True),
    Verb("notes", "recall", options=("k",), takes_text=True),
    *(
        Verb(word, tool, options=("pair",))
        for word, tool in {
            "inspect": "inspect_pair",
            "describe": "describe_change",
            "zones": "zonal_change",
            "transitions": "land_cover_transitions",
            "why": "explain_change",
            "certainty": "assess_certainty",
            "limits": "tell_limits",
            "swap": "swap_dates",
            "files": "list_files",
        }.items()
    ),
    *(Verb(word, SAY, fixed={"act": word}) for word in words.SAID),
    *(Verb(word, DECLINE, fixed={"kind": word}, takes_text=True) for word in words.DECLINED),
)
WHERE = Verb("where", "detect_change", options=("pair",))
"""Takes any number of classes, and so is read by itself."""
BY_WORD = {verb.word: verb for verb in (*VERBS, WHERE)}
BY_TOOL = {verb.tool: verb for verb in reversed((*VERBS, WHERE)) if not verb.fixed}
BY_FIXED = {(verb.tool, *verb.fixed.values()): verb for verb in VERBS if verb.fixed}
"""Verbs of which several mean one tool."""
DISCERNS = {"measure_objects": "statistic", SAY: "act", DECLINE: "kind"}
"""The argument by which they differ."""


def read(text: str) -> Plan | None:
    """The plan of a turn's lines; None where one of them cannot be read."""
    plan = [call_of(line) for line in text.strip().split(BETWEEN)]
    return tuple(call for call in plan if call is not None) if None not in plan else None


def call_of(line: str) -> PlannedCall | None:
    """The call that a line means; None where it is none."""
    match = LINE.fullmatch(line.strip())
    verb = BY_WORD.get(match["verb"]) if match is not None else None
    if match is None or verb is None or (match["text"] is not None) != verb.takes_text:
        return None
    rest = match["rest"].split()
    arguments: options.Arguments = {**verb.fixed, **({"text": match["text"]} if verb.takes_text else {})}
    if verb is WHERE:
        arguments, rest = _classes(rest)
    placed = _placed(verb, rest)
    if placed is None:
        return None
    given = _optional(rest[len(verb.places) :], verb)
    return None if given is None else PlannedCall(verb.tool, {**verb.usual, **arguments, **placed, **given})


def write(plan: Plan) -> str | None:
    """The lines of a plan; None where one of its calls has no line."""
    lines = [line_of(call) for call in plan]
    return BETWEEN.join(line for line in lines if line is not None) if None not in lines else None


def line_of(call: PlannedCall) -> str | None:
    """The line of a call; None for a tool that has none."""
    given = {name: value for name, value in call.arguments.items() if value is not None}
    discerns = DISCERNS.get(call.tool)
    verb = BY_FIXED.get((call.tool, given.get(discerns))) if discerns else BY_TOOL.get(call.tool)
    if verb is None or not verb.places.keys() <= {*given, "object_class"}:
        return None
    text = ['"{}"'.format(str(given.get("text")).replace('"', "'"))] if verb.takes_text else []
    first = given.get("classes") or [] if verb is WHERE else [_word(given.get(name, "any")) for name in verb.places]
    silent = {name for name, value in verb.usual.items() if given.get(name) == value}
    rest = options.written({name: value for name, value in given.items() if name not in silent}, verb.options)
    return " ".join([verb.word, *text, *first, *rest])


def _word(value: Any) -> str:
    return options.number(value) if isinstance(value, float) else str(value)


def _classes(rest: list[str]) -> tuple[options.Arguments, list[str]]:
    named = [word for word in rest if word in words.CLASSES]
    return ({"classes": named} if named else {}), [word for word in rest if word not in named]


def _placed(verb: Verb, rest: list[str]) -> options.Arguments | None:
    """The arguments that stand first; None where one is missing or not allowed."""
    if len(rest) < len(verb.places):
        return None
    arguments: options.Arguments = {}
    for (name, allowed), word in zip(verb.places.items(), rest, strict=False):
        if not (allowed == NAME or word in allowed or ("#" in allowed and word.isdigit())):
            return None
        arguments[name] = options.number_or(word) if "#" in allowed else word
    if verb.tool == "assume_pixel_size":
        return _metres(str(arguments["metres"]))
    return arguments


def _metres(word: str) -> options.Arguments | None:
    return {"metres": float(word)} if re.fullmatch(r"\d+(?:\.\d+)?", word) else None


def _optional(rest: list[str], verb: Verb) -> options.Arguments | None:
    arguments: options.Arguments = {}
    for word in rest:
        found = options.read(word, verb.options)
        if found is None or found.keys() & arguments.keys() - {"distance_to"}:
            return None
        arguments |= found
    if arguments.get("order") in words.BY_DISTANCE and "of" in arguments and "direction" not in arguments:
        arguments["distance_to"] = arguments.pop("of")
    return arguments
