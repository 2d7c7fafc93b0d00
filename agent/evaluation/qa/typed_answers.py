"""What an answer says in its typed results, to be compared with the truth.

A result is read only where it was asked for the right class, anywhere in the image and with nothing left out; a value
that is not there is None, which agrees with nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from agent.answer import Answer, Step
from agent.evaluation.qa.questions import DECLINED, HALF_NAMES, ExamQuestion, Truth
from agent.evaluation.qa.text_answers import places_in
from agent.evaluation.qa.wordings import Form
from tools.change.change_map import ALL_CLASSES
from tools.change.objects import ObjectCount
from tools.change.selection import FoundObjects
from tools.change.statistics.comparison import AreaComparison
from tools.change.summary import Area, ChangeSummary, ClassChange, Description

RELATIVE, POINTS = 0.1, 0.1
"""A share or a size may be off by a tenth of itself, a share also by a tenth of a percent point."""
LIMITS = frozenset({"min_area", "max_area", "min_probability"})
"""Arguments that leave objects out."""
NOT_ANSWERING = ("tell_limits",)
"""Tools that say what cannot be seen: calling one is no claim to answer."""


def agrees(form: Form, stated: Truth | None, truth: Truth) -> bool:
    """Whether a value is the true one: counts, places, yes and no exactly, shares and sizes nearly."""
    if form in ("percent", "pixels") and isinstance(stated, (int, float)) and isinstance(truth, (int, float)):
        allowed = max(RELATIVE * truth, POINTS if form == "percent" else 0)
        return abs(stated - truth) <= allowed
    return stated is not None and type(stated) is type(truth) and stated == truth


def typed_value(question: ExamQuestion, answer: Answer) -> Truth | None:
    """The value in the results: the true one if any result that fits the question holds it, else the first."""
    done = [step for step in answer.steps if step.error is None]
    if question.form == "nothing":
        return None if any(step.tool not in NOT_ANSWERING for step in done) else DECLINED
    found = [READERS[question.form](step, question) for step in done]
    values = [value for value in found if value is not None]
    right = [value for value in values if agrees(question.form, value, question.truth)]
    return next(iter([*right, *values]), None)


def _counted(step: Step, question: ExamQuestion) -> Truth | None:
    result = step.result
    if not _unfiltered(step, question):
        return None
    if question.form == "number":
        return int(result.count) if result.status == "any" else None
    if result.status == "any":
        count = getattr(result, question.form, None)
        # Where no direction is reported, it is still known that nothing came or went when nothing changed.
        return count if isinstance(count, int) else None if result.count else 0
    return int(result.count) if result.status == question.form else None


def _percent(step: Step, question: ExamQuestion) -> Truth | None:
    result = step.result
    if isinstance(result, Area):
        return 100 * result.share if _is_of_class(step, question) else None
    if isinstance(result, FoundObjects):
        return 100 * result.share if _of_all(step, question) else None
    rows = _rows(result, question)
    return 100 * sum(row.share for row in rows) if rows else None


def _field(step: Step, question: ExamQuestion) -> Truth | None:
    spread = [row.where for row in _rows(step.result, question) if row.where]
    return _place(spread[0][0].place) if len(spread) == 1 else None


def _half(step: Step, question: ExamQuestion) -> Truth | None:
    result = step.result
    if not isinstance(result, AreaComparison) or result.object_class != question.object_class:
        return None
    compared = {part.part for part in result.parts}
    fitting = any(compared == set(halves) and question.truth in halves for halves in HALF_NAMES)
    return result.more if fitting else None


def _largest(step: Step, question: ExamQuestion) -> Truth | None:
    result = step.result
    if not _of_all(step, question) or not result.objects:
        return None
    if isinstance(result, ObjectCount):
        return result.objects[0].pixels if question.form == "pixels" else _place(result.largest_place or "")
    if result.order != "largest":
        return None
    first = result.objects[0]
    return int(first.object.pixels) if question.form == "pixels" else _place(first.place)


def _changed(step: Step, question: ExamQuestion) -> Truth | None:
    result = step.result
    if isinstance(result, Description):
        # That nothing changed tells of every class; that something did, of none.
        nothing = not result.changed and result.mask_agrees
        return result.changed if question.object_class == "any" else False if nothing else None
    if isinstance(result, Area):
        return result.pixels > 0 if _is_of_class(step, question) else None
    if isinstance(result, (ObjectCount, FoundObjects)):
        return result.count > 0 if _of_all(step, question) else None
    rows = _rows(result, question)
    return any(row.pixels > 0 for row in rows) if rows else None


def _rows(result: object, question: ExamQuestion) -> list[ClassChange]:
    """The rows of a summary for the class of the question; none unless all that it needs are there."""
    if not isinstance(result, ChangeSummary):
        return []
    requested = ALL_CLASSES if question.object_class == "any" else (question.object_class,)
    rows = [row for row in result.classes if row.object_class in requested]
    return rows if len(rows) == len(requested) else []


def _of_all(step: Step, question: ExamQuestion) -> bool:
    """Whether a result tells of all objects of the class of the question."""
    return _unfiltered(step, question) and step.result.status == "any"


def _is_of_class(step: Step, question: ExamQuestion) -> bool:
    """Whether an area is of all of the class of the question."""
    result = step.result
    return isinstance(result, Area) and result.object_class == question.object_class and _is_whole(step)


def _unfiltered(step: Step, question: ExamQuestion) -> bool:
    result = step.result
    if not isinstance(result, (ObjectCount, FoundObjects)) or result.object_class != question.object_class:
        return False
    return _no_limits(step)


def _is_whole(step: Step) -> bool:
    return _no_limits(step) and step.result.status == "any"


def _no_limits(step: Step) -> bool:
    """Whether nothing was left out by size, probability or place."""
    result = step.result
    return not LIMITS & {name for name, value in step.arguments.items() if value is not None} and not result.condition


def _place(words: str) -> str | None:
    return next(iter(places_in(words)), None)


READERS: dict[Form, Callable[[Step, ExamQuestion], Truth | None]] = {
    "number": _counted,
    "appeared": _counted,
    "disappeared": _counted,
    "percent": _percent,
    "field": _field,
    "half": _half,
    "pixels": _largest,
    "place": _largest,
    "yes_no": _changed,
}
