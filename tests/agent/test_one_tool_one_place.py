"""A tool is one declared function: from it follow how it is offered, planned, worded, checked and listed.

The dummy below is what docs/extending.md describes; nothing else in the project names it.
"""

from dataclasses import dataclass, fields, is_dataclass
from typing import get_args, get_type_hints

import pytest

from agent.answer import Step
from agent.change_agent import ChangeAgent
from agent.grounding import check
from agent.grounding.facts.facts import has_dimension
from agent.models.embedded import shipped_planner
from agent.planning import tool_arguments
from agent.planning.learned.plan_lines import TRAINED_TOOLS
from agent.planning.learned.training_examples import phrase_book
from agent.planning.plan import PastTurn, PlannedCall
from agent.wording import abilities
from agent.wording.sentence import Worded, sentence
from tools.catalogue import CATALOGUE, tool
from tools.types import Date
from tools.workspace.workspace import Workspace

pytestmark = pytest.mark.model


@dataclass(frozen=True, slots=True)
class Shadows:
    """How much of an image lies in shadow."""

    pair: str
    date: Date
    shadow_share: float
    """0-1."""

    def in_words(self) -> str:
        """In words."""
        return f"{100 * self.shadow_share:.3g} % of the image lies in shadow."


def measure_shadows(workspace: Workspace, date: Date = "after", pair: str | None = None) -> Shadows:
    """Tell how much of an image lies in shadow.

    Args:
        date: Which date.
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        Share in shadow.
    """
    return Shadows(workspace.pair(pair).id, date, 0.125 if date == "after" else 0.25)


@pytest.fixture
def shadows():
    declare = tool(
        ability="tell what lies in shadow", example="How much lies in shadow?", network="never", phrases=("in shadow",)
    )
    yield declare(measure_shadows)
    CATALOGUE.remove("measure_shadows")


def test_a_new_tool_is_answered_with_after_one_declaration(shadows, sample, tmp_path):
    session = ChangeAgent.load().open(sample.before, sample.after, tmp_path)
    answer = session.ask("How much of the earlier image lies in shadow?")
    assert [(step.tool, step.arguments) for step in answer.steps] == [("measure_shadows", {"date": "before"})]
    assert answer.text == "25 % of the image lies in shadow. [1]"
    assert answer.model == "not used"
    assert "tell what lies in shadow" in abilities()


def test_its_numbers_are_facts_and_others_are_not(shadows):
    step = Step("measure_shadows", {"date": "after"}, Shadows("1", "after", 0.125), None, 0.0, 1)
    assert check("12.5 % of the image lies in shadow.", [step], [], ["How much lies in shadow?"], []).faults == ()
    assert check("42 % of the image lies in shadow.", [step], [], ["How much lies in shadow?"], []).faults


def test_the_longest_phrase_decides_and_none_is_known_without_a_tool(shadows):
    def measure_deep_shadows(workspace: Workspace) -> Shadows: ...

    tool(ability="", example="?", network="never", phrases=("in shadow all day",))(measure_deep_shadows)
    try:
        assert tool_arguments.named_in("What lies in shadow all day?") == "measure_deep_shadows"
        assert tool_arguments.named_in("What lies in shadow?") == "measure_shadows"
        assert tool_arguments.named_in("What lies in the sun?") is None
    finally:
        CATALOGUE.remove("measure_deep_shadows")


@pytest.mark.parametrize("told", CATALOGUE.declarations, ids=lambda told: told.name)
def test_each_tool_can_be_worded(told):
    assert sentence.dispatch(told.result) is not sentence.dispatch(object) or issubclass(told.result, Worded)


@pytest.mark.parametrize("told", CATALOGUE.declarations, ids=lambda told: told.name)
def test_each_number_of_each_result_has_a_dimension(told):
    unknown = {
        f"{kind.__name__}.{name}"
        for kind in kinds_in(told.result)
        for name, hint in get_type_hints(kind).items()
        if name in {field.name for field in fields(kind)} and holds_reals(hint) and not has_dimension(name)
    }
    assert not unknown, "name the field by its unit or list its ending in agent/grounding/facts/facts.py"


@pytest.mark.parametrize("told", CATALOGUE.declarations, ids=lambda told: told.name)
def test_each_tool_can_be_planned(told):
    searched = PastTurn("Find new houses in the archive.", (PlannedCall("find_changes", {"text": "new houses"}),))
    plan = shipped_planner()(told.example, [searched] if told.name == "open_found" else [])
    assert [call.tool for call in plan] == [told.name]


def test_what_the_lessons_teach_is_what_a_line_can_tell():
    assert set(TRAINED_TOOLS) | {"none"} == set(phrase_book("en")["templates"])


def kinds_in(hint):
    """Dataclasses that a type is made of."""
    if is_dataclass(hint):
        yield hint
        for part in get_type_hints(hint).values():
            yield from kinds_in(part)
    for part in get_args(hint):
        yield from kinds_in(part)


def holds_reals(hint):
    return hint is float or any(holds_reals(part) for part in get_args(hint))
