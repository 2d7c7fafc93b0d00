"""Questions planned by their reading alone, without the small language model, behind turns that are given."""

from agent.planning.dialogue import takeover
from agent.planning.dialogue.spelt import reading_of
from agent.planning.plan import PastTurn, PlannedCall


def turn(question, tool, **arguments):
    """An earlier turn with one call."""
    return PastTurn(question, (PlannedCall(tool, arguments),))


COUNTED = turn("how many buildings changed?", "count_objects", object_class="building")
LIMITED = turn("how many buildings above 100 m2?", "count_objects", object_class="building", min_area=100.0)


def calls(question, *history):
    """Tools and arguments of the plan; None where the reading does not tell it."""
    plan = takeover.plan(reading_of(question, history), history)
    return None if plan is None else [(call.tool, call.arguments) for call in plan]


def held(*questions, first=()):
    """Calls of the last of several questions of one conversation, all planned by their reading."""
    history = list(first)
    for question in questions:
        plan = takeover.plan(reading_of(question, history), history)
        assert plan is not None, question
        history.append(PastTurn(question, plan))
    return [(call.tool, call.arguments) for call in history[-1].plan]
