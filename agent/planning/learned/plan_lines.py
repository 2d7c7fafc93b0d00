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
from agent.planning.tool_arguments import parameters
from tools.catalogue import DEFAULT_K

Arguments = dict[str, Any]

NOTHING = "none"
CLASSES = ("building", "road", "any")
DATES = ("before", "after")
INDICES, FORMATS = tuple(lexicon.INDICES), tuple(lexicon.FORMATS)
LATER_UNITS = frozenset({"are", "mu", "football_pitch"})
"""Units that came after the training; a turn in one of them is shown to the adapter in square metres."""
UNITS = tuple(unit for unit in lexicon.UNITS if unit not in LATER_UNITS)
NUMBER: tuple[str, ...] = ()
"""Stands for any count."""
ALLOWED = {"object_class": CLASSES, "unit": UNITS, "k": NUMBER, "index": INDICES, "date": DATES, "format": FORMATS}
"""Arguments that are written without a mark, with their allowed words."""
TRAINED_TOOLS = (
    "inspect_pair describe_change detect_change count_objects measure_area zonal_change find_changes find_similar "
    "classify_landcover compute_index compare_index land_cover_transitions ask_image export_result"
).split()
"""Tools of the training examples, in the order of the grammar: what the trained adapter can write."""
LATER = {"export_result": frozenset({"object_class", "min_area"})}
"""By tool, arguments that came after the training: what the adapter never learnt, it fills at random."""
TAUGHT = {tool: tuple(n for n in parameters(tool) if n not in LATER.get(tool, ())) for tool in TRAINED_TOOLS}
"""Arguments of each tool that a line may hold."""
VALUES = {tool: tuple((name, ALLOWED[name]) for name in TAUGHT[tool] if name in ALLOWED) for tool in TRAINED_TOOLS}
"""Arguments of each tool in the order in which they are written, which is that of its signature."""
LINE = re.compile(
    r"(?P<tool>[a-z_]+)(?P<words>(?: [a-z0-9]+)*)(?: min:(?P<min>\d+))?"
    r'(?: "(?P<text>[^"\n]+)")?(?: pair:(?P<pair>\S+))?'
)


USUAL: Arguments = {
    "object_class": "any",
    "unit": "m2",
    "k": DEFAULT_K,
    "date": "after",
    "index": "ndvi",
    "format": "png",
}
"""What stands for an argument that a plan leaves out."""
NEAREST = {"find_objects": "count_objects", "compare_areas": "measure_area"}
"""Tools that have no line of their own, written as the nearest one."""


def write(plan: Plan) -> str:
    """A plan as text; calls that no line can express are left out."""
    named = [PlannedCall(NEAREST.get(call.tool, call.tool), call.arguments) for call in plan]
    return "\n".join(_line(call) for call in named if call.tool in VALUES) or NOTHING


def _line(call: PlannedCall) -> str:
    arguments = call.arguments
    given = {name: arguments.get(name, USUAL[name]) for name, _ in VALUES[call.tool]}
    if given.get("unit") in LATER_UNITS:
        given["unit"] = "m2"
    words = [call.tool, *map(str, given.values())]
    words += sorted(arguments.get("classes") or [])
    if arguments.get("min_area") is not None and "min_area" in TAUGHT[call.tool]:
        words.append(f"min:{arguments['min_area']:.0f}")
    if "text" in parameters(call.tool):
        words.append('"{}"'.format(arguments.get("text", "change").replace('"', "'")))
    if arguments.get("pair") is not None:
        words.append(f"pair:{arguments['pair']}")
    return " ".join(words)


def read(text: str) -> Plan | None:
    """The plan that a text holds; None where it holds none."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    if lines == [NOTHING]:
        return ()
    calls = [_call(line) for line in lines]
    if not calls or None in calls:
        return None
    return tuple(call for call in calls if call is not None)


def _call(line: str) -> PlannedCall | None:
    match = LINE.fullmatch(line)
    if match is None or match["tool"] not in VALUES:
        return None
    tool = match["tool"]
    arguments = _values(tool, match["words"].split())
    if arguments is None or (match["text"] is not None) != ("text" in parameters(tool)):
        return None
    marked = {"min_area": match["min"] and float(match["min"]), "text": match["text"], "pair": match["pair"]}
    return PlannedCall(tool, arguments | {name: value for name, value in marked.items() if value is not None})


def _values(tool: str, words: list[str]) -> Arguments | None:
    """The arguments that stand without a mark; None where they are not those of the tool."""
    if "classes" in parameters(tool):
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
        if "classes" in parameters(tool):
            parts.append('(" building")? (" road")?')
        if "min_area" in TAUGHT[tool]:
            parts.append('(" min:" [0-9]+)?')
        if "text" in parameters(tool):
            parts.append("text")
        rules.append(f"{tool.replace('_', '-')} ::= {' '.join(parts)} pair?")
    calls = " | ".join(tool.replace("_", "-") for tool in VALUES)
    return "\n".join([f'root ::= "{NOTHING}" | call ("\\n" call)*', f"call ::= {calls}", *rules])
