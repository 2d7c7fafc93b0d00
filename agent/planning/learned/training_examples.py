"""Questions with their plans, made from the phrase files in lessons/, to train planners on; some are misspelt.

A phrase file holds templates by tool, the words for their slots, and how people join and continue questions.
"""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from agent.language.english import ENGLISH
from agent.language.registry import LANGUAGES
from agent.planning.learned.plan_lines import USUAL, VALUES
from agent.planning.plan import PastTurn, Plan, PlannedCall
from agent.planning.tool_arguments import parameters, takes_pair

FOLDER = Path(__file__).parent / "lessons"
SHARES = {language.code: language.training_share for language in LANGUAGES if language.training_share}
"""Share of the training examples in each language."""
KINDS = {"single": 0.52, "several": 0.19, "followup": 0.15, "afterwards": 0.05, "none": 0.09}
SLOT = re.compile(r"\{(\w+)\}")
NAMES = ("test_{:06d}", "val_{:06d}", "train_{:06d}", "scene_{}", "site_{}", "area_{}")
MARKS = " .?!¿¡。\uff1f\uff01"
"""At the ends of sentences."""
NEVER_SILENT = ("index", "format")
"""Arguments that every template of a tool names."""
DEFAULTS = {
    tool: {name: USUAL[name] for name, _ in written if name not in NEVER_SILENT} for tool, written in VALUES.items()
}
"""What is meant where a template is silent."""


@dataclass(frozen=True, slots=True)
class TrainingExample:
    """A question, what went before it, and the plan that answers it."""

    language: str
    kind: str
    history: tuple[PastTurn, ...]
    question: str
    plan: Plan


def training_examples(seed: int, count: int, languages: dict[str, float] | None = None) -> Iterator[TrainingExample]:
    """`count` training examples, the same for the same seed; `languages` with their shares."""
    rng, shares = random.Random(seed), languages or SHARES
    generators = {language: ExampleGenerator(language, rng) for language in shares}
    for _ in range(count):
        language = rng.choices(list(shares), list(shares.values()))[0]
        yield generators[language].example(rng.choices(list(KINDS), list(KINDS.values()))[0])


@cache
def phrase_book(language: str) -> dict[str, Any]:
    """The phrase file of a language."""
    phrases: dict[str, Any] = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return phrases


class ExampleGenerator:
    """Generates training examples in one language."""

    def __init__(self, language: str, rng: random.Random) -> None:
        self.language, self.rng, self.phrase_book = language, rng, phrase_book(language)

    def example(self, kind: str) -> TrainingExample:
        """One training example of a kind."""
        history: tuple[PastTurn, ...] = ()
        if kind in ("followup", "afterwards"):
            history, question, plan = self._going_on(kind)
        else:
            maker = {"none": self._nothing, "single": self._any_single, "several": self._several}[kind]
            question, plan = maker()
            if self.rng.random() < 0.25:  # a new question is not always the first one
                history = (self._turn(self._tool()),)
        return TrainingExample(self.language, kind, history, self._written(question, plan), plan)

    def _tool(self, among: Sequence[str] = ()) -> str:
        tools: Sequence[str] = among or [tool for tool in self.phrase_book["templates"] if tool != "none"]
        return self.rng.choice(tools)

    def _turn(self, tool: str) -> PastTurn:
        question, plan = self._single(tool)
        return PastTurn(self._written(question, plan), plan)

    def _nothing(self) -> tuple[str, Plan]:
        return self._worded(self.rng.choice(self.phrase_book["templates"]["none"]))[0], ()

    def _any_single(self) -> tuple[str, Plan]:
        return self._single(self._tool())

    def _single(self, tool: str, context: dict[str, Any] | None = None) -> tuple[str, Plan]:
        return self._filled(tool, self.rng.choice(self.phrase_book["templates"][tool]), context or {})

    def _several(self) -> tuple[str, Plan]:
        joint = self.rng.choice(self.phrase_book["joints"])
        able = [tool for tool in self.phrase_book["templates"] if tool not in ("none", "ask_image", "inspect_pair")]
        tools = self.rng.sample(able, 3 if "{c}" in joint else 2)
        tools.sort(key=lambda tool: tool == "export_result")  # people save results after requesting them
        texts: list[str] = []
        calls: list[PlannedCall] = []
        context: dict[str, Any] = {}
        for tool in tools:
            text, plan = self._single(tool, context)
            texts.append(text if not texts else _lowered(text))
            calls += plan
            context |= _context(plan)
        parts = dict(zip("abc", texts, strict=False))
        return SLOT.sub(lambda match: parts[match[1]].strip(MARKS), joint), _once(calls)

    def _going_on(self, kind: str) -> tuple[tuple[PastTurn, ...], str, Plan]:
        after = self.phrase_book["followups" if kind == "followup" else "afterwards"]
        tool = self._tool(list(after))
        first = self._turn(tool if kind == "followup" else self._tool())
        template = self.rng.choice(after[tool])
        if kind == "afterwards":
            question, plan = self._filled(tool, template, _context(first.plan))
            return (first,), question, plan
        question, changes = self._worded(template)
        last = first.plan[-1]
        calls = [PlannedCall(tool, last.arguments | change) for change in _arguments(tool, changes)]
        return (first,), question, _once(calls)

    def _filled(self, tool: str, template: str, context: dict[str, Any]) -> tuple[str, Plan]:
        """A template with words in its slots, and the calls it asks for; where it is silent, the arguments before."""
        question, chosen = self._worded(template)
        carried = {name: context[name] for name in ("pair", "object_class") if name in context}
        if tool not in ("count_objects", "measure_area"):
            carried.pop("object_class", None)
        if not takes_pair(tool):
            carried.pop("pair", None)
        base = DEFAULTS.get(tool, {}) | carried
        return question, _once([PlannedCall(tool, base | given) for given in _arguments(tool, chosen)])

    def _worded(self, template: str) -> tuple[str, list[dict[str, Any]]]:
        """The template in words, and the values of its slots: one table a call."""
        values: dict[str, Any] = {}
        several: list[dict[str, Any]] = [{}]
        classes = self.rng.sample(("building", "road"), 2)
        if "{class2}" not in template and self.rng.random() < 0.2:
            classes[0] = "any"

        def put(match: re.Match[str]) -> str:
            slot, words = match[1], self.phrase_book["words"]
            if slot in ("place", "please"):
                return str(self.rng.choice(words[slot]))
            if slot == "both":
                several[:] = [{"date": "before"}, {"date": "after"}]
                return str(self.rng.choice(words[slot]))
            if slot in ("class", "class2"):
                name = classes[slot == "class2"]
                several[:] = [*(one for one in several if one), {"class": name}]
                return str(self.rng.choice(words["class"][name]))
            value, text = self._value(slot, words)
            values["unit" if slot == "units" else slot] = value
            return text

        text = re.sub(r"\s+", " ", SLOT.sub(put, template)).strip()
        return text, [values | one for one in several]

    def _value(self, slot: str, words: dict[str, Any]) -> tuple[Any, str]:
        """A value for a slot, and its wording."""
        if slot == "k":
            count = self.rng.randint(2, 12)
            spelt = self.language == ENGLISH.code and self.rng.random() < 0.4
            return count, ENGLISH.spelt(count) if spelt else str(count)
        if slot == "area":
            size = self.rng.choice((10, 20, 25, 30, 50, 75, 80, 100, 120, 150, 200, 250, 300, 400, 500, 1000, 2000))
            return float(size), str(size)
        if slot == "pair":
            number = self.rng.randint(1, 60)
            name = self.rng.choice(NAMES).format(number) if self.rng.random() < 0.35 else str(number)
            return name, str(self.rng.choice(words["pair"])).replace("{n}", name)
        if slot == "text":
            text = str(self.rng.choice(words["text"]))
            return text, text
        key = self.rng.choice(list(words[slot]))
        return key, str(self.rng.choice(words[slot][key]))

    def _written(self, question: str, plan: Plan) -> str:
        """As people type: with or without capitals, accents, marks at the end, and sometimes misspelt."""
        rng, quoted = self.rng, any("text" in call.arguments for call in plan)  # phrases are to be copied as they are
        if rng.random() < 0.3:
            question = question.strip(MARKS)
        if rng.random() < 0.35 and self.language != "zh":
            question = question.lower()
        elif rng.random() < 0.5:
            question = question[:1].upper() + question[1:]
        if quoted or self.language == "zh":
            return question
        if self.language in ("es", "fr") and rng.random() < 0.3:
            question = _plain(question)
        return misspelt(question, rng) if rng.random() < 0.25 else question


def _arguments(tool: str, chosen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Values of slots, by the names of a tool's arguments."""
    classes = sorted({one["class"] for one in chosen if one.get("class", "any") != "any"})
    if "classes" in parameters(tool):
        rest = {name: value for name, value in chosen[0].items() if name == "pair"}
        return [rest | ({"classes": classes} if classes else {})]
    names, known = {"class": "object_class", "area": "min_area"}, _arguments_of(tool)
    named = [{names.get(name, name): value for name, value in one.items()} for one in chosen]
    return [{name: value for name, value in one.items() if name in known} for one in named]


def _arguments_of(tool: str) -> set[str]:
    """Arguments of a tool in a line; other slots of its templates are words alone."""
    marked = {"min_area", "text"} & set(parameters(tool))
    return {name for name, _ in VALUES[tool]} | marked | ({"pair"} if takes_pair(tool) else set())


def _context(plan: Plan) -> dict[str, Any]:
    """Arguments that later words may refer to."""
    context: dict[str, Any] = {}
    for call in plan:
        context |= {name: call.arguments[name] for name in ("pair", "object_class") if name in call.arguments}
        classes = call.arguments.get("classes") or []
        if len(classes) == 1:
            context["object_class"] = classes[0]
    return context


def _once(calls: Sequence[PlannedCall]) -> Plan:
    return tuple(call for place, call in enumerate(calls) if call not in calls[:place])


def _lowered(text: str) -> str:
    """A sentence as it stands in the middle of another; names such as NDVI stay."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _plain(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def misspelt(text: str, rng: random.Random) -> str:
    """One or two words with a letter dropped, doubled or swapped; names and numbers stay."""
    parts = text.split(" ")
    for place in rng.sample(range(len(parts)), k=min(len(parts), rng.randint(1, 2))):
        word = parts[place]
        if len(word) > 3 and word.isalpha():
            at = rng.randrange(1, len(word) - 1)
            kind = rng.randrange(3)
            middle = ("", word[at] * 2, word[at + 1] + word[at])[kind]
            parts[place] = word[:at] + middle + word[at + (2 if kind == 2 else 1) :]
    return " ".join(parts)
