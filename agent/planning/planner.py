"""The embedded planner: language models, rules and a router, each where it is better, checked against the question.

question -> the plan of the parser of dialogues
         -> where it is unsure or leaves a limit out: spelling corrected -> what its reading or its wording tells
                            -> the small model's plan, whole or piece by piece; the router's where that is unsure
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from agent.language.language import Language
from agent.language.registry import pattern_of_all
from agent.planning import clauses, several, spelling
from agent.planning.dialogue import takeover
from agent.planning.dialogue.spelt import asked_part, best_reading, reading_of
from agent.planning.dialogue.topic import Topic
from agent.planning.learned.intents import NONE
from agent.planning.learned.small_model import Guess, SmallModel
from agent.planning.parser.language_model import DialogueParser
from agent.planning.plan import DECLINE, SAY, PastTurn, Plan, PlannedCall, calls_of, understood
from agent.planning.repairs.areas import with_areas
from agent.planning.repairs.conversions import with_conversion
from agent.planning.repairs.declined import as_said, quoted, without_needless, without_part, without_single_trees
from agent.planning.repairs.patches import with_patches
from agent.planning.repairs.stated_values import (
    leaves_file_out,
    of_named_class,
    repaired,
    with_class,
    with_file,
    with_limits,
)
from agent.planning.router import Router
from agent.planning.rules import archives, evidence, over_time, parcels, references
from agent.planning.rules.doubts import with_doubts
from agent.planning.rules.guard import guarded
from agent.planning.rules.named_arguments import with_named_arguments
from agent.planning.rules.parsed import on_whole, with_all_listed, with_shares, without_status
from agent.planning.stated import as_stated, drops, is_formulaic, is_meant, leaves_words, revives, takes_whole
from agent.planning.tool_arguments import ASK_IMAGE, searches_archive
from agent.reading.reading import Reading

LIKELY = 0.6
"""Probability of a task, by the router, from which it is used though the language model sees none."""
CLEAR, AGREED = 0.75, 0.75
"""Certainty of a piece's plan from which it counts; or the router's, where it sees the same task in it."""
CERTAIN = 0.95
"""Probability of a task, by the router, from which a piece is planned by it where the language model is unsure."""
FIRST, BELIEVED, DECLINED = 0.8, 0.2, 0.5
"""Certainty of the parser of dialogues from which its plan is run: of a first question, which is what the others were
made for; of a later one; and of one where it declines all that was asked."""
ELSE_NONE = 0.4
"""Certainty of the parser from which its plan is better than none, in languages that the small model was not taught."""
LANGUAGE = re.compile(r"(?!(.)\1+\b)[^\W\d_]{2,}")
"""A word; without one there is nothing to be understood."""
RECAP = PlannedCall(SAY, {"act": "recap"})
SURE = 0.8
"""Certainty of the small model below which the router is used, chosen on development questions."""


def no_parser() -> DialogueParser | None:
    """None is installed."""
    return None


@dataclass(frozen=True)
class EmbeddedPlanner:
    """Plans with shipped weights; the same question always gets the same plan."""

    router: Router
    model: SmallModel | None
    """None: it is not installed, and the router plans alone."""
    parser: Callable[[], DialogueParser | None] = no_parser
    """Loads it at its first question; None: it is not installed, and the others plan alone."""

    def plan(self, question: str, history: Sequence[PastTurn] = ()) -> Plan:
        """The calls that answer `question`, and what is declined or said without one; none when no tool can."""
        question = asked_part(question, history)
        if (timed := over_time.plan(question, is_open=False)) is not None:
            return timed
        if (told := evidence.plan(reading_of(question, history), is_assessed=False)) is not None:
            return told
        if (of_parcels := parcels.plan(reading_of(question, history))) is not None:
            return of_parcels
        parsed, certainty = self._parsed(question, history)
        if parsed is not None and certainty >= _least(parsed, history) and not _is_known(question, parsed, history):
            return self._completed(parsed, reading_of(question, history), history)
        plan, reading = self._without_parser(question, history), reading_of(question, history)
        if parsed is not None and certainty >= ELSE_NONE and _is_of_another(reading) and _is_no_better(plan):
            plan = parsed
        return self._completed(plan, reading, history)

    @staticmethod
    def _completed(plan: Plan, reading: Reading, history: Sequence[PastTurn]) -> Plan:
        """The plan with what neither rules nor parser plan: pieces of land, and sources of error."""
        topic = Topic.of(history)
        plan = with_conversion(with_areas(with_file(plan, reading, topic), reading, topic), reading)
        told = of_named_class(with_patches(plan, reading, history, best_reading), reading)
        told = quoted(as_said(without_needless(told, reading, best_reading)), reading.text)
        told = without_part(without_single_trees(told, reading), reading)
        return with_doubts(told, reading, history, best_reading)

    def _without_parser(self, question: str, history: Sequence[PastTurn]) -> Plan:
        """The plan of rules, and of the trained parts where these do not know the question."""
        read = spelling.corrected(question) if spelling.is_english(question) else question
        split = self._split(question, read, history)
        pieces = split if len(split) > 1 else [read]  # the "and" before a single task says that it goes on
        if not _is_several(pieces, reading_of(question, history).language) or best_reading(read).object_ids:
            taken = _read_plan(question, history)
            if taken is not None:
                return taken
        if all(self._known(piece, history) is None for piece in pieces):
            return self._taught(question, read, pieces, history)
        plans, before = list[Plan](), list(history)
        for place, piece in enumerate(pieces):
            if place and _is_told(piece, before):
                continue
            part = self._known(piece, before)
            if part is None:
                part = self._taught(piece, piece, [piece], before)
            plans.append(part)
            before += [PastTurn(piece, part)] if part else []
        return _once(_joined(plans))

    def _split(self, question: str, read: str, history: Sequence[PastTurn]) -> list[str]:
        """The question in its tasks, which the trained parts tell apart in English alone."""
        code = reading_of(question, history).language
        if code != "en":
            return several.pieces(question, code)
        return [read] if references.is_one(read) else clauses.split(clauses.in_order(read), self._judge)

    def _taught(self, question: str, read: str, pieces: Sequence[str], history: Sequence[PastTurn]) -> Plan:
        """The plan of the trained parts with what the question states; none where no word of it speaks for that."""
        reading = reading_of(question, history)
        plan = as_stated(self._trained(question, read, pieces, history), reading, history)
        return _asked_for(plan, f"{question} {read}", history) if is_meant(plan, reading) else ()

    def _parsed(self, question: str, history: Sequence[PastTurn]) -> tuple[Plan | None, float]:
        """The plan of the parser of dialogues, None where it leaves out what is stated; and the certainty of it."""
        reading, parser = reading_of(question, history), self.parser()
        if parser is None or not LANGUAGE.search(question) or is_formulaic(reading) or _searches(question, history):
            return None, 0.0
        if "quarters" in reading.cues and not (reading.statistics or reading.classes or "hit" in reading.cues):
            return None, 0.0  # the four of them are held against each other by a rule
        parsed = parser.parse(question, history)
        if parsed is None or parsed.certainty < BELIEVED:
            return None, 0.0
        topic = Topic.of(history)
        plan = with_limits(with_class(repaired(parsed.plan, reading), reading, topic), reading, topic)
        if drops(plan, reading) or leaves_file_out(plan, reading) or revives(plan, reading, history):
            return None, 0.0
        plan = _asked_for(with_shares(_once(plan)), question, history)
        if history and "list" in reading.acts and "several" not in reading.cues:
            plan = with_all_listed(plan)
        plan = plan if history else without_status(plan)
        plan = on_whole(plan) if takes_whole(reading) else plan
        if plan == (RECAP,) and not any(turn.plan for turn in history):
            plan = (PlannedCall("describe_change"),)  # nothing was found yet that could be summed up
        return (understood(plan, parsed.lines) if plan else None), parsed.certainty

    def _known(self, piece: str, history: Sequence[PastTurn]) -> Plan | None:
        """The plan of a piece that is read part by part, or by its wording; None where neither knows it."""
        taken = _read_plan(piece, history)
        if taken is not None:
            return taken
        worded = references.plan(piece, history)
        return None if worded is None else guarded(worded, piece, history)

    def _judge(self, piece: str) -> str | None:
        """The task of a piece of a question, or None where it is none by itself."""
        known = references.plan(piece)
        return known[0].tool if known else self.router.judge(piece)

    def _trained(self, question: str, read: str, pieces: Sequence[str], history: Sequence[PastTurn]) -> Plan:
        """The plan of the trained parts, of a question as written and with corrected spelling."""
        if self.model is None:
            return self.router.plan(read, history)
        whole = self.model.guess(read, history)
        if spelling.is_english(question) and self._is_doubtful(whole, read):
            routed = self._of_clear(pieces, history) or self.router.plan(read, history)
            if routed:
                return with_named_arguments(guarded(routed, question, history), read, history)
        return with_named_arguments(guarded(self._of_pieces(whole, pieces, history), question, history), read, history)

    def _is_doubtful(self, guess: Guess | None, question: str) -> bool:
        """Whether the router is used: the model is unsure, or sees no task where the router surely sees one."""
        if guess is None or guess.certainty < SURE:
            return True
        tool, chance = self.router.intents.best(question)
        return not guess.plan and tool != NONE and chance >= LIKELY

    def _of_clear(self, pieces: Sequence[str], history: Sequence[PastTurn]) -> Plan:
        """The model's plans of the pieces that are clear, one by one; none of a question that is one piece."""
        planned, before = list[Plan](), list(history)
        for piece in pieces if len(pieces) > 1 and self.model is not None else ():
            guess = self.model.guess(piece, before) if self.model is not None else None
            plan = guess.plan if guess is not None and self._is_clear(guess, piece) else self._surely(piece, before)
            if plan:
                planned.append(plan)
                before = [PastTurn(piece, plan)]
        return _joined(planned)

    def _surely(self, piece: str, history: Sequence[PastTurn]) -> Plan:
        """The router's plan of a piece, where it is sure of the task."""
        tool, chance = self.router.intents.best(piece)
        return self.router.plan(piece, history) if tool != NONE and chance >= CERTAIN else ()

    def _is_clear(self, guess: Guess, piece: str) -> bool:
        """Whether a piece of a question is a clear task; other pieces are remarks."""
        tool, chance = self.router.intents.best(piece)
        return guess.certainty >= CLEAR or (chance >= AGREED and any(call.tool == tool for call in guess.plan))

    def _of_pieces(self, whole: Guess | None, pieces: Sequence[str], history: Sequence[PastTurn]) -> Plan:
        """The model's plan; that of the pieces one by one where it says more of the same, or the whole is unsure."""
        first = whole.plan if whole is not None else ()
        if len(pieces) < 2 or self.model is None:
            return first
        together = self._of_clear(pieces, history)
        unsure = whole is None or whole.certainty < SURE
        more = len(together) > len(first) and all(call in together for call in first)
        return together if (unsure and together) or more else first


def _searches(question: str, history: Sequence[PastTurn]) -> bool:
    """Whether it asks for other pairs, which the rules and the small model know, or varies such a search."""
    last = Topic.of(history).last
    return archives.FIND.search(question) is not None or (last is not None and searches_archive(last.tool))


def _least(plan: Plan, history: Sequence[PastTurn]) -> float:
    """Certainty from which the parser is believed."""
    if not history:
        return FIRST
    return DECLINED if not calls_of(plan) and any(call.tool == DECLINE for call in plan) else BELIEVED


def _is_known(question: str, parsed: Plan, history: Sequence[PastTurn]) -> bool:
    """Whether a plan declines all of a question of which the rules read every word: "is it new?"."""
    reading = reading_of(question, history)
    if calls_of(parsed) or not any(call.tool == DECLINE for call in parsed) or leaves_words(reading):
        return False
    return "unknowable" not in reading.acts and bool(_read_plan(question, history))


def _is_of_another(reading: Reading) -> bool:
    """Whether it is in a language that the small model was not taught, and about something that images may tell."""
    return reading.language != "en" and "unknowable" not in reading.acts


def _is_no_better(plan: Plan) -> bool:
    """Whether a plan holds no more than a look at the images."""
    return all(call.tool == ASK_IMAGE for call in plan)


def _joined(plans: Sequence[Plan]) -> Plan:
    """Plans one after the other."""
    return tuple(call for plan in plans for call in plan)


def _archived(language: Language) -> str:
    """Words of searches that mean something else elsewhere: a Spanish "archivo" is a file, too."""
    said = "" if language.questions is None else language.questions.archived
    return rf"\b(?:{said})\b" if said else ""


IN_ARCHIVE = pattern_of_all(_archived)


def _asked_for(plan: Plan, question: str, history: Sequence[PastTurn]) -> Plan:
    """A trained plan without searches of an archive that no word of the question asks for."""
    last = Topic.of(history).last
    searched = last is not None and searches_archive(last.tool)
    worded = (
        takeover.is_of_others(reading_of(question, history))
        or IN_ARCHIVE.search(question)
        or archives.FIND.search(question)
        or archives.THERE.search(question)
    )
    if searched or worded or archives.anywhere(question) is not None:
        return plan
    return tuple(call for call in plan if not searches_archive(call.tool))


def _once(plan: Plan) -> Plan:
    """No call twice."""
    return tuple(call for place, call in enumerate(plan) if call not in plan[:place])


def _is_told(piece: str, history: Sequence[PastTurn]) -> bool:
    """Whether a piece asks only where or how large what was listed just before is, which the list tells."""
    last = Topic.of(history).last
    reading = reading_of(piece, history)
    of_them = "refers" in reading.marks and not (reading.classes or reading.order or reading.statistics)
    listed = last is not None and last.tool == "find_objects" and "order" in last.arguments
    return listed and of_them and bool(reading.acts) and set(reading.acts) <= {"where", "area"}


def _read_plan(question: str, history: Sequence[PastTurn]) -> Plan | None:
    """The plan of a question by its reading; None where that does not tell it."""
    return takeover.plan(reading_of(question, history), history)


def _is_several(pieces: Sequence[str], language: str) -> bool:
    """Whether more than one piece says what is to be done; a doubt and its reason are one."""
    if language != "en":
        return len(pieces) > 1  # they were parted by what they ask
    return sum(bool(set(read.acts) - LEADING or read.statistics) for read in map(best_reading, pieces)) > 1


LEADING = frozenset({"doubt", "confirm", "thanks", "hello"})
"""Acts that go with another one."""
