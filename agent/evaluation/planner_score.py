"""Scoring a planner on a file of questions with accepted plans (docs/tools.md, "Question files"). Knows no images.

A text file holds dialogues, as the training text does; of these the calls of a turn are compared, after its own past.
"""

from __future__ import annotations

import re
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from agent.errors import QuestionFileError
from agent.planning.parser.lines import BETWEEN, read
from agent.planning.plan import PastTurn, Plan, PlannedCall, calls_of
from agent.planning.tool_arguments import defaults
from agent.training.dialogue_text import DialogueTextError, read_dialogues
from mci_model.errors import JsonFileError, MissingJsonError
from mci_model.files.json_files import read_json_lines

PlanFunction = Callable[[str, Sequence[PastTurn]], Plan]


@dataclass(frozen=True, slots=True)
class PlannerScore:
    """How well plans match; shares are 0-1."""

    questions: int
    tool_sequence: float
    full: float
    by_style: dict[str, dict[str, float]]
    seconds: dict[str, float]
    """p50 and p90 of a plan."""
    refusals: float | None
    """Share of the questions that no tool can answer for which none was called; None without such questions."""
    wrong: tuple[tuple[str, str, Plan], ...]
    """(id, question, plan) of those that do not match fully."""


@dataclass(frozen=True, slots=True)
class PastTurnInFile:
    """An earlier question of a line, and its plan."""

    user: str
    plan: tuple[PlannedCall, ...]


@dataclass(frozen=True, slots=True)
class PlannerQuestion:
    """One line of a file of questions."""

    id: str
    style: str
    history: tuple[PastTurnInFile, ...]
    question: str
    accept: tuple[tuple[PlannedCall, ...], ...]
    """Plans of which any is right."""


@cache
def _line() -> TypeAdapter[PlannerQuestion]:
    return TypeAdapter(PlannerQuestion)


def read_questions(file: Path) -> list[PlannerQuestion]:
    """The questions of a file, a JSON object each line; blank lines are left out.

    Raises:
        QuestionFileError: it is missing, holds no question, or a line is none.
    """
    if file.suffix == ".txt":
        return _of_dialogues(file)
    try:
        found = read_json_lines(file, _line())
    except MissingJsonError as error:
        raise QuestionFileError(f"{file.name} could not be read: {error.reason}.") from error
    except JsonFileError as error:
        raise QuestionFileError(f"{file.name} is no file of questions: {error} See docs/tools.md.") from error
    if not found:
        raise QuestionFileError(f"{file.name} holds no question; write one JSON object a line, as docs/tools.md shows.")
    return found


def _of_dialogues(file: Path) -> list[PlannerQuestion]:
    try:
        found = read_dialogues(file)
    except (OSError, UnicodeDecodeError, DialogueTextError) as error:
        raise QuestionFileError(f"{file.name} could not be read: {error}") from error
    questions: list[PlannerQuestion] = []
    for number, dialogue in enumerate(found, 1):
        past: tuple[PastTurnInFile, ...] = ()
        for place, turn in enumerate(dialogue.turns, 1):
            plans = [read(BETWEEN.join(lines)) or () for lines in (turn.lines, *turn.others)]
            accepted = tuple(calls_of(plan) for plan in plans)
            style = "first" if place == 1 else "later"
            questions.append(PlannerQuestion(f"{number}.{place}", style, past, turn.question, accepted))
            past = (*past, PastTurnInFile(turn.question, plans[0]))
    return questions


def score(file: Path, plan: PlanFunction) -> PlannerScore:
    """Plan every question of `file` and compare with its accepted plans.

    Raises:
        QuestionFileError: as for `read_questions`.
    """
    outcomes: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    seconds, wrong, refused = [], [], list[bool]()
    for entry in read_questions(file):
        history = [PastTurn(turn.user, turn.plan) for turn in entry.history]
        started = time.perf_counter()
        planned = calls_of(plan(entry.question, history))
        seconds.append(time.perf_counter() - started)
        accepted = list(entry.accept)
        tools = any([call.tool for call in planned] == [call.tool for call in one] for one in accepted)
        full = any(matches(planned, one) for one in accepted)
        outcomes[entry.style].append((tools, full))
        if accepted == [()]:
            refused.append(not planned)
        if not full:
            wrong.append((entry.id, entry.question, planned))
    all_outcomes = [outcome for style in outcomes.values() for outcome in style]
    styles = {style: _shares(one) | {"questions": len(one)} for style, one in sorted(outcomes.items())}
    spread = statistics.quantiles(seconds, n=10) if len(seconds) > 1 else [seconds[0]] * 9
    times = {"p50": spread[4], "p90": spread[8]}
    declined = statistics.fmean(refused) if refused else None
    return PlannerScore(
        len(all_outcomes),
        **_shares(all_outcomes),
        refusals=declined,
        by_style=styles,
        seconds=times,
        wrong=tuple(wrong),
    )


def _shares(outcomes: list[tuple[bool, bool]]) -> dict[str, float]:
    tools, full = zip(*outcomes, strict=True)
    return {"tool_sequence": statistics.fmean(tools), "full": statistics.fmean(full)}


def matches(planned: Plan, accepted: Plan) -> bool:
    """Same tools in order, every accepted argument equal, every other argument at its default."""
    if [call.tool for call in planned] != [call.tool for call in accepted]:
        return False
    return all(_same(here, there) for here, there in zip(planned, accepted, strict=True))


def _same(here: PlannedCall, there: PlannedCall) -> bool:
    mine, theirs = (defaults(call.tool) | call.arguments for call in (here, there))
    return all(_plain(mine.get(name)) == _plain(theirs.get(name)) for name in set(mine) | set(theirs))


def _plain(value: Any) -> Any:
    """Free text without case, articles and punctuation; lists of classes without order."""
    if isinstance(value, str):
        return " ".join(re.sub(r"\b(a|an|the)\b|[^\w\s]", " ", value.lower()).split())
    return sorted(value, key=str) if isinstance(value, list) else value
