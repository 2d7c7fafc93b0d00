"""The planner without a language model: split the question, choose a tool for each clause and fill its arguments.

question -> clauses.split -> intents (which tool) -> slots.fill (with what) -> Plan
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from agent.planning import clauses, lexicon, slots
from agent.planning.learned.intents import NONE, IntentModel
from agent.planning.plan import PastTurn, Plan, PlannedCall
from agent.planning.tool_arguments import parameters

SURE = 0.45
"""Probability from which a piece of a question counts as a task of its own."""
ELLIPSIS = re.compile(
    r"^(?:and|or|what about|how about|now|same|the same|again|also|only|just|but|instead|ok(?:ay)?|then"
    r"|do (?:it|that|this|so)|repeat|give me \d+|make it|in|for|as|with|without|no,|rather)\b",
    re.IGNORECASE,
)
BESIDE_A_NAME = frozenset("the a an all new old changed any".split())
SLOT_OF = {
    "object_class": lexicon.CLASSES,
    "unit": lexicon.UNITS,
    "date": lexicon.DATES,
    "index": lexicon.INDICES,
    "format": lexicon.FORMATS,
}


@dataclass(frozen=True)
class Router:
    """Plans with trained weights and word lists, in English; the same question always gets the same plan."""

    intents: IntentModel

    def plan(self, question: str, history: Sequence[PastTurn] = ()) -> Plan:
        """The calls that answer `question`; none when no tool can."""
        if history and (carried := self._carry_on(question, history[-1].plan)):
            return carried
        calls: list[PlannedCall] = []
        context = _context(history[-1].plan, keep=("pair",)) if history else {}
        for clause in clauses.split(question, self.judge):
            tool, _ = self.intents.best(clause)
            if tool == NONE:
                continue
            filled = [call for call in slots.fill(tool, clause, context) if call not in calls]
            calls += filled
            context |= _context(tuple(filled))
        return tuple(calls)

    def judge(self, piece: str) -> str | None:
        """The task of a piece of a question, or None where it is none by itself."""
        content_words = [word for word in lexicon.words(piece) if word not in BESIDE_A_NAME]
        if len(content_words) == 1 and lexicon.find(lexicon.CLASSES, content_words[0], fuzzy=False):
            return None  # "houses and streets" is one task
        name, chance = self.intents.best(piece)
        return name if name != NONE and chance >= SURE else None

    def _carry_on(self, question: str, previous: Plan) -> Plan:
        """A short question that only changes something of the last call: "and the roads?", "in hectares"."""
        if not previous or len(lexicon.words(question)) > 7 or not self._leans_on(question):
            return ()
        last = previous[-1]
        changed = _changes(question, last)
        if not changed:
            return ()
        return tuple(PlannedCall(last.tool, last.arguments | change) for change in changed)

    def _leans_on(self, question: str) -> bool:
        """Whether the words need an earlier question to make sense."""
        tool, chance = self.intents.best(question)
        return (
            bool(ELLIPSIS.match(question.strip())) or tool == NONE or chance < SURE or len(lexicon.words(question)) <= 2
        )


def _changes(question: str, last: PlannedCall) -> list[dict[str, Any]]:
    """What the question puts in place of the last call's arguments; empty when it names nothing that fits."""
    if "format" in parameters(last.tool):
        names = lexicon.find(lexicon.FORMATS, question)
        return [{"format": names[0]}] if names else []
    change: dict[str, Any] = {}
    if pair := slots.find_pair(question):
        change["pair"] = pair
    if "k" in last.arguments and (count := lexicon.number(question)):
        change["k"] = count
    if "classes" in parameters(last.tool) and (names := lexicon.find(lexicon.CLASSES, question)):
        change["classes"] = sorted(names)
    several: list[dict[str, Any]] = []
    for slot, table in SLOT_OF.items():
        if slot in last.arguments and (names := lexicon.find(table, question)):
            several = [{slot: name} for name in names] if slot in ("object_class", "date") else several
            if slot not in ("object_class", "date"):
                change[slot] = names[0]
    return [change | one for one in several] or ([change] if change else [])


def _context(plan: Plan, keep: tuple[str, ...] | None = None) -> dict[str, Any]:
    """Arguments of a plan that later words may refer to."""
    context: dict[str, Any] = {}
    for call in plan:
        context |= {name: value for name, value in call.arguments.items() if keep is None or name in keep}
        classes = call.arguments.get("classes") or []
        if keep is None and len(classes) == 1:
            context["object_class"] = classes[0]
    context.pop("text", None)
    return context
