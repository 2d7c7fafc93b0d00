"""Which questions are planned from their reading, and how: courtesies, files, land, and objects with all filters.

The trained planner knows single questions; what leans on earlier turns, filters, asserts or cannot be done is read
here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from agent.language.language import Language
from agent.language.registry import by_code, pattern_of_all
from agent.planning import slots
from agent.planning.dialogue import land, objects, relations
from agent.planning.dialogue.spelt import reading_in
from agent.planning.dialogue.topic import Topic
from agent.planning.plan import PastTurn, Plan, PlannedCall
from agent.planning.rules import archives, directions
from agent.planning.rules.named_arguments import INDEX
from agent.planning.tool_arguments import parameters, takes_pair
from agent.reading import parts
from agent.reading.reading import Reading
from agent.reading.thresholds import Thresholds

MOST_SPOKEN = 4
"""More words beside a greeting are a question of their own."""
OTHERWISE = frozenset({"count", "list", "export", "draw", "describe"})
"""Acts that do more with a size than to hold the last measure against it."""
COURTESIES = frozenset({"thanks", "hello", "enough"})
IMPOSSIBLE = frozenset({"mail", "print"})
ASKED_BESIDE = frozenset({"count", "area", "list", "draw", "export", "describe", "inspect", "limits"})
"""Acts that are answered though another part of the question is beyond all images."""


def _goes_to(language: Language) -> str:
    """A pair that is to be gone to, by its name, which holds a digit."""
    if language.questions is None:
        return ""
    goes, pair = language.questions.goes_to
    if not language.spaced:
        return rf"(?:{goes})\D{{0,6}}\d+ ?(?:{pair})"
    return rf"\b(?:{goes})\b[^.?!]*\b(?:{pair})\b\s*(?:no\.?|number|nr\.?|#)?\s*[\w-]*\d[\w-]*"


SELECT = pattern_of_all(_goes_to)
NAME = re.compile(r"[A-Za-z_-]*\d[\w-]*", re.ASCII)
"""The name of a pair."""


def is_of_others(reading: Reading) -> bool:
    """Whether it names a task that the trained planner knows well, in the words of its language."""
    return _trained_words(reading.language).search(reading.text) is not None


@lru_cache
def _trained_words(code: str) -> re.Pattern[str]:
    language = by_code(code)
    if language.questions is None:
        return re.compile(parts.NEVER)
    edge = r"\b" if language.spaced else ""
    return re.compile(rf"{edge}(?:{language.questions.trained}){edge}", re.IGNORECASE)


def plan(reading: Reading, history: Sequence[PastTurn]) -> Plan | None:
    """The calls that a question means, none where it needs none; None where the trained planner has to say."""
    topic = Topic.of(history)
    spoken = _without_task(reading, topic)
    if spoken is not None:
        return spoken
    if is_of_others(reading) or (topic.last is not None and topic.last.tool in archives.SEARCHES):
        return None
    if _is_of_unseen(reading):
        return ()
    if "when" in reading.acts and not {"inspect", "count", "area"} & set(reading.acts):
        return (PlannedCall("inspect_pair"),)
    if match := SELECT.search(reading.text):
        return (PlannedCall("select_pair", {"pair": NAME.findall(match[0])[-1]}),)
    pair = slots.find_pair(reading.text)
    if archives.plan(reading.text, history) or (pair and reading.language == "en" and not reading.statistics):
        return None
    if pair:
        return _of_pair(_without_pair(reading), topic, pair)
    return _of_turn(reading, topic)


def _of_turn(reading: Reading, topic: Topic) -> Plan | None:
    if reading.pixel_size is not None:
        after = objects.plan(_with_no_size(reading), topic) or _measured_again(reading, topic)
        return (PlannedCall("assume_pixel_size", {"metres": reading.pixel_size}), *after)
    if (again := _against(reading, topic)) is not None:
        return again
    if (of_image := relations.of_image(reading, topic)) is not None:
        return of_image
    if land.asks_what_was_there(reading):
        return land.built_on(reading)
    if _turns_to_class(reading, topic):
        return (PlannedCall("detect_change", {"classes": [reading.classes[0]]}),)
    return _composed(reading, topic) or land.plan(reading, topic) or objects.plan(reading, topic) or _plain(reading)


def _turns_to_class(reading: Reading, topic: Topic) -> bool:
    """Whether it asks of one class what was told of all: "what about roads?" after a description."""
    described = topic.last is not None and topic.last.tool == "describe_change" and topic.objects is None
    plain = not (
        reading.acts or reading.limits or reading.statistics or reading.status or reading.covers or reading.near
    )
    return bool(described and plain and len(reading.classes) == 1 and reading.marks & {"opens", "goes_on", "only"})


def _measured_again(reading: Reading, topic: Topic) -> Plan:
    """What was measured last, in the unit that is asked for."""
    last = topic.subject if topic.is_land else topic.objects
    if last is None:
        return ()
    unit = {"unit": reading.unit} if reading.unit and "unit" in parameters(last.tool) else {}
    return (PlannedCall(last.tool, last.arguments | unit),)


def _against(reading: Reading, topic: Topic) -> Plan | None:
    """The last measure again, which is held against a size: "is that more than 2 ha?"."""
    subject, sizes = topic.subject, (reading.limits.min_area, reading.limits.max_area)
    others = reading.classes or reading.covers or set(reading.acts) & OTHERWISE or "only" in reading.marks
    if "against" not in reading.cues or sizes == (None, None) or others:
        return None
    return (subject,) if subject is not None and subject.tool in ("measure_area", "land_change") else None


COMPOSED = ("describe", "inspect", "why", "count", "area", "list", "draw", "export")


def _composed(reading: Reading, topic: Topic) -> Plan | None:
    """Several tasks in one question, in the order of its words; in English the trained planner parts them better."""
    acts = [act for act in reading.acts if act in COMPOSED]
    if reading.language == "en" or len(acts) < 2 or reading.covers or reading.statistics or INDEX.search(reading.text):
        return None
    if not {"describe", "inspect", "why", "export"} & set(acts):
        return None
    calls: list[PlannedCall] = []
    for act in acts:
        part = replace(reading, acts=(act,), formats=reading.formats if act == "export" else ())
        plan = objects.plan(part, topic) if act not in PLAIN else (PlannedCall(PLAIN[act]),)
        calls += [call for call in plan or () if call not in calls]
    return tuple(calls)


def _without_pair(reading: Reading) -> Reading:
    return reading_in(slots.PAIR.sub(" ", reading.text), reading.language)


def _of_pair(reading: Reading, topic: Topic, pair: str) -> Plan | None:
    """The plan of a question that names a pair, for that pair."""
    plan = _of_turn(reading, topic)
    if plan is None and topic.last is not None and not reading.acts:
        plan = (topic.last,)  # "and pair 11?"
    if plan is None:
        return None
    return tuple(PlannedCall(c.tool, c.arguments | {"pair": pair}) if takes_pair(c.tool) else c for c in plan)


PLAIN = {
    "why": "explain_change",
    "doubt": "assess_certainty",
    "limits": "tell_limits",
    "describe": "describe_change",
    "inspect": "inspect_pair",
}
"""Tools of acts that need no argument."""


def _plain(reading: Reading) -> Plan | None:
    """A plain question in another language than English, of which the trained planner knows less."""
    if reading.language != "en" and "describe" in reading.acts and reading.classes and not reading.covers:
        return (PlannedCall("detect_change", {"classes": list(dict.fromkeys(reading.classes))}),)
    if reading.language == "en" or reading.unseen or len(set(reading.acts) & set(PLAIN)) > 1:
        return None
    return next(((PlannedCall(tool),) for act, tool in PLAIN.items() if act in reading.acts), None)


def _with_no_size(reading: Reading) -> Reading:
    return replace(reading, pixel_size=None, limits=Thresholds())


def _without_task(reading: Reading, topic: Topic) -> Plan | None:
    """Plans of courtesies, of what cannot be done, of files and dates; None where it is none of these."""
    acts = set(reading.acts)
    if "swap" in acts or ("original" in reading.marks and topic.is_swapped):
        return (PlannedCall("swap_dates"), *_after_swap(reading, topic))
    if (judged := _of_product(reading, topic)) is not None:
        return judged
    if "unknowable" in acts and not (acts & ASKED_BESIDE or _asks_of_known(reading)):
        return ()
    if acts & IMPOSSIBLE and not reading.formats:
        return ()
    if "files" in acts and not reading.classes:
        return (PlannedCall("list_files"),)
    about = reading.classes or reading.covers or reading.limits or reading.statistics or reading.unit or reading.formats
    if ("recap" in acts and topic.last is not None) and not about:
        return ()
    if acts and acts <= COURTESIES and not about and not reading.asks_whether and reading.rest <= MOST_SPOKEN:
        return ()
    return None


def _asks_of_known(reading: Reading) -> bool:
    """Whether another part of a question can be answered, though one part is beyond all images."""
    still = "still_there" in reading.cues or (bool(reading.classes) and reading.status is not None)
    return bool(reading.statistics or reading.covers or still)


def _of_product(reading: Reading, topic: Topic) -> Plan | None:
    """Plans of questions on the product itself: its methods, errors, limits and words; None where it is none."""
    acts = set(reading.acts)
    if reading.asks_to_verify and topic.last is not None:
        return (PlannedCall("verify_numbers"),)
    of_method = "method" in acts and topic.last is not None and not reading.statistics
    if (of_method and not INDEX.search(reading.text)) or ("meaning" in reading.marks and not reading.covers):
        return ()
    if acts & {"export", "area"}:
        return None
    tool = next((OF_JUDGEMENT[act] for act in reading.acts if act in OF_JUDGEMENT), None)
    return None if tool is None else (PlannedCall(tool),)


OF_JUDGEMENT = {"errors": "assess_certainty", "smallest_seen": "tell_limits"}
"""Tools of acts about the product's own errors."""


def _after_swap(reading: Reading, topic: Topic) -> Plan:
    """What is to be told again, or else, once the dates are in the other order."""
    others = set(reading.acts) - {"swap", "thanks", "hello", "repeat"}
    if others or directions.parts(reading.text):
        rest = replace(reading, acts=tuple(act for act in reading.acts if act in others))
        return objects.plan(rest, topic) or (PlannedCall("describe_change"),)
    return (topic.subject or PlannedCall("describe_change"),) if "repeat" in reading.acts else ()


def _is_of_unseen(reading: Reading) -> bool:
    """Whether it asks for nothing but what no tool detects; also of objects: "do the houses have pools?"."""
    if not reading.unseen or set(reading.acts) & {"export", "why", "describe", "limits", "doubt", "draw"}:
        return False
    other = reading.covers or reading.limits or reading.statistics or reading.unit or reading.formats
    if not reading.classes:
        return not other
    if other or reading.status == "disappeared" or reading.near or reading.order:
        return False
    return not set(reading.acts) - {"confirm"} or _comes_first(reading)


def _comes_first(reading: Reading) -> bool:
    """Whether the thing that no tool detects is named before any class: "how many cars are in the street?"."""
    text = reading.text.lower()
    nouns = "|".join(noun for line in parts.of(by_code(reading.language), "classes").values() for noun in line.split())
    named = re.search(rf"(?:{nouns})", text)
    return named is None or text.find(reading.unseen[0]) < named.start()
