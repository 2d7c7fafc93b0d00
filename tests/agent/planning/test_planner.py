"""The shipped planner on questions that nobody trained it on, and what holds its two parts together."""

import json
from pathlib import Path

import pytest

from agent.evaluation.planner_score import score
from agent.models import embedded as embedded_model
from agent.models.embedded import EmbeddedModel, shipped_planner
from agent.planning.learned.intents import load_intents
from agent.planning.learned.small_model import Guess
from agent.planning.parser.language_model import Parsed
from agent.planning.plan import DECLINE, SAY, PastTurn, PlannedCall, calls_of, is_understood
from agent.planning.planner import EmbeddedPlanner
from agent.planning.router import Router

QUESTIONS = Path(__file__).parents[1] / "questions"


class Model:
    """Says the same plan whatever it is asked, or one for each question."""

    def __init__(self, certainty, *calls, **by_question):
        self.calls, self.certainty, self.asked = calls, certainty, []

    def guess(self, question, history=()):
        self.asked.append(question)
        return Guess(tuple(PlannedCall(*call) for call in self.calls), self.certainty)


@pytest.fixture
def router():
    return Router(load_intents())


def test_a_sure_model_is_believed_and_an_unsure_one_is_not(router):
    wrong = ("inspect_pair", {})
    question = "How many buildings appeared?"
    assert EmbeddedPlanner(router, Model(0.95, wrong)).plan(question) == (PlannedCall("inspect_pair"),)
    assert EmbeddedPlanner(router, Model(0.5, wrong)).plan(question) == (
        PlannedCall("count_objects", {"object_class": "building"}),
    )


def test_without_the_model_the_router_plans_alone(router):
    assert EmbeddedPlanner(router, None).plan("export it as csv") == (PlannedCall("export_result", {"format": "csv"}),)


def test_in_other_languages_the_model_is_believed(router):
    model = Model(0.4, ("count_objects", {"object_class": "building"}))
    assert EmbeddedPlanner(router, model).plan("¿Cuántas casas nuevas hay?")[0].tool == "count_objects"


def test_tasks_of_both_kinds_in_one_question(router):
    model = Model(0.95, ("count_objects", {"object_class": "building"}))
    plan = EmbeddedPlanner(router, model).plan("Count the buildings, and then tell me how sure you are.")
    assert [call.tool for call in plan] == ["count_objects", "assess_certainty"]


def test_a_part_asked_for_next_keeps_the_class(router):
    before = PlannedCall("find_objects", {"object_class": "building", "within": "west"})
    history = [PastTurn("How many houses appeared in the left half?", (before,))]
    assert EmbeddedPlanner(router, None).plan("and in the right half?", history) == (
        PlannedCall("find_objects", {"object_class": "building", "within": "east"}),
    )


class Parser:
    """Says the same plan whatever it is asked."""

    def __init__(self, certainty, *calls):
        self.calls, self.certainty, self.asked = calls, certainty, []

    def parse(self, question, history=()):
        self.asked.append(question)
        return Parsed(tuple(PlannedCall(*call) for call in self.calls), self.certainty)


def tools(plan):
    return [call.tool for call in calls_of(plan)]


@pytest.mark.parametrize("question", ["How many houses?", "and the ones that the mayor boasted of at the fair?"])
def test_a_parser_that_is_not_unsure_plans_every_question(router, question):
    def planned(certainty):
        parser = Parser(certainty, ("find_objects", {"object_class": "building", "k": 1}))
        return EmbeddedPlanner(router, Model(0.9, ("inspect_pair", {})), lambda: parser).plan(question)

    assert tools(planned(0.9)) == ["find_objects"]
    assert is_understood(planned(0.9)[-1])
    assert tools(planned(0.1)) != ["find_objects"]


@pytest.mark.parametrize("question", ["x" * 400, "[31m", "?!", "4 5"])
def test_the_parser_is_not_asked_what_is_no_language(router, question):
    parser = Parser(0.9, ("describe_change",))
    EmbeddedPlanner(router, None, lambda: parser).plan(question)
    assert parser.asked == []


@pytest.mark.parametrize("question", ["drop the filter", "never mind", "say that again", "swap the dates"])
def test_set_phrases_are_no_matter_of_opinion(router, question):
    parser = Parser(0.9, ("describe_change",))
    counted = PlannedCall("count_objects", {"object_class": "building", "min_area": 100.0})
    EmbeddedPlanner(router, None, lambda: parser).plan(question, [PastTurn("How many over 100 m2?", (counted,))])
    assert parser.asked == []


def test_houses_of_one_date_are_no_land_cover(router):
    parser = Parser(0.9, ("classify_landcover", {"date": "before"}))
    assert tools(EmbeddedPlanner(router, None, lambda: parser).plan("buildings in total in 2018?")) == ["count_objects"]


def test_a_parser_that_leaves_out_a_limit_is_not_believed(router):
    parser = Parser(0.9, ("count_objects", {"object_class": "building"}))
    planned = EmbeddedPlanner(router, None, lambda: parser).plan("How many houses of at least 200 m²?")
    assert planned == (PlannedCall("count_objects", {"object_class": "building", "min_area": 200.0}),)


def test_searches_that_no_word_asks_for_are_not_run(router):
    parser = Parser(0.9, ("find_changes", {"text": "houses"}))
    assert "find_changes" not in tools(EmbeddedPlanner(router, None, lambda: parser).plan("How many houses?"))


def test_a_summary_before_anything_was_found_describes_the_change(router):
    planner = EmbeddedPlanner(router, None, lambda: Parser(0.9, (SAY, {"act": "recap"})))
    assert tools(planner.plan("A short summary for the committee, please.")) == ["describe_change"]
    counted = PastTurn("How many?", (PlannedCall("count_objects", {"object_class": "building"}),))
    assert tools(planner.plan("A short summary for the committee, please.", [counted])) == []


def test_what_a_parser_declines_needs_no_mark_that_all_was_read(router):
    parser = Parser(0.9, (DECLINE, {"kind": "cannot", "text": "who owns them"}))
    planned = EmbeddedPlanner(router, None, lambda: parser).plan("and who owns them?")
    assert planned[0] == PlannedCall(DECLINE, {"kind": "cannot", "text": "who owns them"})


def test_a_quarter_that_is_to_be_left_out_is_named_beside_the_whole(router):
    parser = Parser(0.9, ("find_objects", {"object_class": "building", "within": "north-west"}))
    plan = EmbeddedPlanner(router, None, lambda: parser).plan("List the houses, without the ones in the north-west")
    assert [call for call in plan if call.tool != SAY] == [
        PlannedCall("find_objects", {"object_class": "building"}),
        PlannedCall(DECLINE, {"kind": "cannot", "text": "without the ones in the north-west"}),
    ]


def test_what_the_rules_read_word_for_word_is_not_declined(router):
    listed = PastTurn("which is the largest?", (PlannedCall("find_objects", {"object_class": "building", "k": 1}),))
    parser = Parser(0.9, (DECLINE, {"kind": "cannot", "text": "is it new"}))
    assert tools(EmbeddedPlanner(router, None, lambda: parser).plan("is it new?", [listed])) == ["describe_object"]
    owner = Parser(0.9, (DECLINE, {"kind": "cannot", "text": "who owns it"}))
    assert tools(EmbeddedPlanner(router, None, lambda: owner).plan("who owns it?", [listed])) == []


def test_in_other_languages_an_unsure_parser_is_better_than_a_look_at_the_images(router):
    question, call = "necesito saber si han abierto caminos", ("count_objects", {"object_class": "road"})
    looks = Model(0.9, ("ask_image", {"question": "?"}))
    assert tools(EmbeddedPlanner(router, looks, lambda: Parser(0.5, call)).plan(question)) == ["count_objects"]
    assert tools(EmbeddedPlanner(router, looks, lambda: Parser(0.3, call)).plan(question)) == ["ask_image"]


@pytest.mark.model
def test_turns_with_tools_the_model_does_not_know_can_be_followed_up():
    plan = shipped_planner()
    before = PlannedCall("find_objects", {"object_class": "building", "order": "smallest", "k": 1})
    history = [PastTurn("which is the smallest house?", (before,)), PastTurn("why?", (PlannedCall("explain_change"),))]
    assert plan("How many roads changed?", history[:1])[0].tool == "count_objects"
    assert plan("How many roads changed?", history)[0].tool == "count_objects"


def test_where_the_first_in_an_order_is_needs_no_list_of_all():
    plan = shipped_planner()
    listed = PastTurn("how many houses?", (PlannedCall("count_objects", {"object_class": "building"}),))
    made = plan("which of them is the biggest, and where is it?", [listed])
    assert [(call.tool, call.arguments.get("k")) for call in made] == [("find_objects", 1)]


def test_the_router_alone_is_noted(monkeypatch):
    assert EmbeddedModel().notes() == []
    monkeypatch.setattr(embedded_model, "is_small", lambda: True)
    assert "router planned this alone" in EmbeddedModel().notes()[0]


@pytest.mark.model
@pytest.mark.timeout(900)  # several hundred questions to the small model: minutes beside another busy core
@pytest.mark.parametrize(
    ("name", "tools", "full"), [("english", 0.90, 0.85), ("english_fresh", 0.90, 0.85), ("other_languages", 0.70, 0.65)]
)
def test_unseen_questions_are_planned(name, tools, full):
    result = score(QUESTIONS / f"{name}.jsonl", shipped_planner())
    assert result.tool_sequence >= tools
    assert result.full >= full


def test_question_files_hold_contract_plans():
    for file in QUESTIONS.glob("*.jsonl"):
        for line in file.read_text(encoding="utf-8").splitlines():
            assert set(json.loads(line)) == {"id", "style", "history", "question", "accept"}
