"""Sentences from results, by template: every number in them stands in a result. Knows no language model."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Any

from agent.answer import Step
from agent.planning.remark import Remark
from agent.planning.tool_arguments import ASK_IMAGE
from agent.wording import (
    archive,
    conversation,
    description,
    findings,
    reasons,
    statistics,
    work,
)
from agent.wording.beside.remarks import after_results, before_results
from agent.wording.land import (
    effects,
    land_change,
    land_cover,
    land_patches,
    map_accuracy,
    object_history,
    over_time,
    parcels,
    radar,
    spectrum,
    trajectory,
    zone_effects,
)
from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words
from tools.catalogue import CATALOGUE

__all__ = [
    "ABILITIES",
    "NOT_OFFERED",
    "Words",
    "answer",
    "archive",
    "conversation",
    "description",
    "effects",
    "findings",
    "land_change",
    "land_cover",
    "land_patches",
    "map_accuracy",
    "over_time",
    "radar",
    "reasons",
    "sentence",
    "told",
    "spectrum",
    "statistics",
    "object_history",
    "parcels",
    "trajectory",
    "work",
    "zone_effects",
]

NOT_OFFERED = {ASK_IMAGE: "answer free questions about the look of an image"}
"""Tools that need a part which is not here, in words."""


def abilities(words: Words = ENGLISH) -> str:
    """What the tools of the catalogue can do, in a sentence."""
    told = [words.term("ability", declared.ability) for declared in CATALOGUE.declarations if declared.ability]
    return words.say("abilities", others=words.listed(told[:-1]), last=told[-1])


ABILITIES = abilities()


def answer(
    steps: Sequence[Step],
    missing: Sequence[str] = (),
    words: Words = ENGLISH,
    remarks: Sequence[Remark] = (),
    earlier: Sequence[Step] = (),
) -> str:
    """The answer to a question whose steps were run.

    Each sentence ends with the number of the step that it rests on, in brackets.

    Args:
        steps: of this question.
        missing: planned tools that do not exist.
        remarks: what is to be said beside the results.
        earlier: steps of the conversation before.
    """
    first = before_results(remarks, steps, _told(earlier, words), words, earlier)
    last = after_results(remarks, words)
    warned, sentences = _told_once(earlier, words), list[str]()
    for step in steps:
        sentences.append(_refused(step.error, words) if step.error else _marked(step, words, warned))
        warned |= _told_once([step], words)
    sentences = _each_once(sentences)
    wishes = list(dict.fromkeys(NOT_OFFERED.get(tool, tool.replace("_", " ")) for tool in missing))
    sentences += [words.say("cannot-yet", wish=words.term("wish", wish)) for wish in wishes]
    told = list(
        dict.fromkeys(text for text in [*first, *(sentences or ([] if first else [abilities(words)])), *last] if text)
    )
    text = words.paragraph(
        _lowered(text) if place and told[place - 1].endswith(LEADS_ON) and words.code != "de" else text
        for place, text in enumerate(told)
    )
    return _defined_once(text, words.say("pitch-size"))


def _defined_once(text: str, definition: str) -> str:
    """The text with a definition in brackets at the first of the words that it explains."""
    first, found, rest = text.partition(definition)
    return first + found + rest.replace(f" {definition}", "").replace(definition, "")


def _each_once(sentences: Sequence[str]) -> list[str]:
    """Sentences without those that another step told in the same words."""
    return list({STEP.sub("", text): text for text in reversed(sentences)}.values())[::-1]


STEP = re.compile(r" \[\d+\]$")
"""The number of a step behind what it found."""
LEADS_ON = (":", "\uff1a")
"""Ends of words that the next sentence goes on from."""


def _lowered(text: str) -> str:
    """A sentence as it goes on behind a colon; abbreviations and the English "I" keep their capitals."""
    return text if text[1:2].isupper() or text.startswith("I ") else text[:1].lower() + text[1:]


def told(result: Any, words: Words = ENGLISH) -> str:
    """A result in words, with the pixel size that its areas and lengths assume."""
    text, assumed = sentence(result, words), getattr(result, "assumed_pixel_m", None)
    if assumed is None or not text:
        return text
    return words.paragraph([text, words.say("assumed", size=words.amount(assumed, "m"))])


def _told(earlier: Sequence[Step], words: Words) -> str:
    """What earlier steps found, in a sentence each: of each subject the last result, without warnings."""
    found = {_subject(step): step for step in earlier if step.error is None and step.tool not in NO_FINDINGS}
    warned = _told_once(earlier, words)
    told = list[str]()
    for step in found.values():
        told.append(_in_short(_marked(step, words, warned)))
    return words.paragraph(_each_once(told))


FIRST = re.compile(r"(?P<first>.*?(?:\.(?=\s)|。)).*(?P<step> \[\d+\])", re.DOTALL)
"""A marked result: its first sentence, the others, and the number of its step."""


def _in_short(marked: str) -> str:
    """The first sentence of a result, which holds what was measured."""
    match = FIRST.fullmatch(marked)
    return marked if match is None else match["first"] + match["step"]


NO_FINDINGS = frozenset(
    "inspect_pair assume_pixel_size export_result list_files select_pair swap_dates tell_limits tell_error_source"
    " assess_certainty".split()
)
"""Tools whose results a summary leaves out: they tell of the images, of files and of the tools."""


def _subject(step: Step) -> tuple[Any, ...]:
    """What a step is about: one that is asked again with other filters or units is told once."""
    of = [step.arguments.get(name) for name in ("object_class", "cover", "index", "statistic", "pair", "tell")]
    return (step.tool, *(str(one or "") for one in of))


def _warnings(steps: Sequence[Step]) -> set[str]:
    """Warnings that results carry."""
    return {warning for step in steps for warning in getattr(step.result, "warnings", ())}


def _told_once(steps: Sequence[Step], words: Words) -> set[str]:
    """Warnings that results carry, and how they came about: each is told once in a conversation."""
    return _warnings(steps) | {text for step in steps for text in findings.explanations(step.result, words)}


def _refused(error: str, words: Words) -> str:
    return words.say("refused", reason=words.notice(error))


def _marked(step: Step, words: Words, warned: Set[str] = frozenset()) -> str:
    """A result in words, without the warnings and explanations told before, and with the number of its step.

    Warnings of a stored conversation are plain English; the result has them as they can be told in any language.
    """
    text = told(step.result, words)
    own = [warning for warning in _warnings([step]) if warning in warned]
    for warning in (*words.notices(own), *warned):
        text = text.replace(warning, "")
    text = " ".join(text.split())
    return f"{text} [{step.number}]" if text else ""
