"""Plans as short lines of text, as a small language model reads and writes them: one line a call, `none` for no call.

    count_objects building min:50 pair:12
    export_result csv

Knows no model. Every value is of a closed list, a number, a pair's name or a quoted phrase, so a line can be parsed
without guessing, and a grammar can keep a model to it.
"""

from __future__ import annotations

import re
from typing import Any

from agent.planning import lexicon
from agent.planning.plan import Plan, PlannedCall

Arguments = dict[str, Any]

NOTHING = "none"
CLASSES = ("building", "road", "any")
DATES = ("before", "after")
UNITS, INDICES, FORMATS = tuple(lexicon.UNITS), tuple(lexicon.INDICES), tuple(lexicon.FORMATS)
NUMBER: tuple[str, ...] = ()
"""Stands for any count."""
VALUES: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "inspect_pair": (),
    "describe_change": (),
    "detect_change": (),
    "count_objects": (("object_class", CLASSES),),
    "measure_area": (("object_class", CLASSES), ("unit", UNITS)),
    "zonal_change": (),
    "find_changes": (("k", NUMBER),),
    "find_similar": (("k", NUMBER),),
    "classify_landcover": (("date", DATES),),
    "compute_index": (("index", INDICES), ("date", DATES)),
    "compare_index": (("index", INDICES),),
    "land_cover_transitions": (),
    "ask_image": (),
    "export_result": (("format", FORMATS),),
}
"""Arguments of each tool in the order in which they are written."""
LINE = re.compile(
    r"(?P<tool>[a-z_]+)(?P<words>(?: [a-z0-9]+)*)(?: min:(?P<min>\d+))?"
    r'(?: "(?P<text>[^"\n]+)")?(?: pair:(?P<pair>\S+))?'
)


USUAL: Arguments = {"object_class": "any", "unit": "m2", "k": 5, "date": "after", "index": "ndvi", "format": "png"}
"""What stands for an argument that a plan leaves out."""
NEAREST = {"find_objects": "count_objects", "compare_areas": "measure_area"}
"""Tools that have no line of their own, told as what they are nearest to."""


def write(plan: Plan) -> str:
    """A plan as text; calls that no line can tell are left out."""
    named = [PlannedCall(NEAREST.get(call.tool, call.tool), call.arguments) for call in plan]
    return "\n".join(_line(call) for call in named if call.tool in VALUES) or NOTHING


def _line(call: PlannedCall) -> str:
    told = call.arguments
    words = [call.tool, *(str(told.get(name, USUAL[name])) for name, _ in VALUES[call.tool])]
    words += sorted(told.get("classes") or [])
    if call.tool == "count_objects" and told.get("min_area") is not None:
        words.append(f"min:{told['min_area']:.0f}")
    if call.tool == "find_changes":
        words.append('"{}"'.format(told.get("text", "change").replace('"', "'")))
    if told.get("pair") is not None:
        words.append(f"pair:{told['pair']}")
    return " ".join(words)


def read(text: str) -> Plan | None:
    """The plan that a text tells; None where it tells none."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    if lines == [NOTHING]:
        return ()
    calls = [_call(line) for line in lines]
    if not calls or None in calls:
        return None
    return tuple(call for call in calls if call is not None)


def _call(line: str) -> PlannedCall | None:
    found = LINE.fullmatch(line)
    if found is None or found["tool"] not in VALUES:
        return None
    tool = found["tool"]
    arguments = _values(tool, found["words"].split())
    if arguments is None or (found["text"] is not None) != (tool == "find_changes"):
        return None
    marked = {"min_area": found["min"] and float(found["min"]), "text": found["text"], "pair": found["pair"]}
    return PlannedCall(tool, arguments | {name: value for name, value in marked.items() if value is not None})


def _values(tool: str, words: list[str]) -> Arguments | None:
    """The arguments that stand without a mark; None where they are not those of the tool."""
    if tool == "detect_change":
        known = set(words) <= {"building", "road"}
        return ({"classes": sorted(set(words))} if words else {}) if known else None
    if len(words) != len(VALUES[tool]):
        return None
    arguments: Arguments = {}
    for (name, allowed), word in zip(VALUES[tool], words, strict=True):
        if not (word in allowed if allowed else word.isdigit()):
            return None
        arguments[name] = word if allowed else int(word)
    return arguments


def grammar() -> str:
    """The lines as a GBNF grammar, for llama.cpp."""

    def choice(values: tuple[str, ...]) -> str:
        return "(" + " | ".join(f'"{value}"' for value in values) + ")"

    rules = ["number ::= [1-9] [0-9]? [0-9]?", 'pair ::= " pair:" [A-Za-z0-9_-]+', 'text ::= " \\"" [^"\\n]+ "\\""']
    for tool, values in VALUES.items():
        parts = [f'"{tool}"']
        for _, allowed in values:
            parts += ['" "', choice(allowed) if allowed else "number"]
        if tool == "detect_change":
            parts.append('(" building")? (" road")?')
        if tool == "count_objects":
            parts.append('(" min:" [0-9]+)?')
        if tool == "find_changes":
            parts.append("text")
        rules.append(f"{tool.replace('_', '-')} ::= {' '.join(parts)} pair?")
    calls = " | ".join(tool.replace("_", "-") for tool in VALUES)
    return "\n".join([f'root ::= "{NOTHING}" | call ("\\n" call)*', f"call ::= {calls}", *rules])
