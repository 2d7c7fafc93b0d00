"""What an answer says beside its results: yes or no, what was asserted, what cannot be seen or done, words not used."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.planning.dialogue import objects
from agent.planning.dialogue.sides import opposites
from agent.planning.dialogue.spelt import best_reading, language_of_turn
from agent.planning.plan import DECLINE, SAY, Plan, calls_of
from agent.planning.remark import (
    Against,
    Asserted,
    Balance,
    Beyond,
    BuiltUp,
    Compared,
    Converted,
    Courtesy,
    Difference,
    Every,
    Impossible,
    LandOfOneDate,
    LimitsIn,
    Method,
    MostIn,
    NoPixelSize,
    NoThirds,
    NotUsed,
    OfOneDate,
    OutOfScope,
    PartUnknown,
    Recap,
    Remark,
    Unseen,
    When,
    Whether,
)
from agent.planning.tool_arguments import searches_archive
from agent.reading.conversions import conversion
from agent.reading.reading import Reading
from tools.catalogue import CATALOGUE

MOST_UNUSED = 4
"""More words that were not read are no filter that was dropped, but a question of another kind."""
WORD = re.compile(r"[\w-]+")
OF_WHETHER = ("count_objects", "land_change", "find_objects", "detect_change")
"""Tools whose result says yes or no."""
QUESTION_MARKS = ("?", "\uff1f")
TWO = 2
COMPARABLE = ("count_objects", "find_objects", "measure_area", "measure_objects")
"""Tools of whose results two can be held against each other."""
READ_BY_PLAN = frozenset(
    {"ask_image", "radar_change", "find_changes", "find_places", "find_similar", "recall", "open_found"}
)
"""Tools that take the words of a question as they are."""


def remarks(question: str, plan: Plan, earlier: Sequence[str] = ()) -> tuple[Remark, ...]:
    """What to say of a question beside the results of its plan.

    Args:
        question: as asked.
        plan: what is called for it.
        earlier: questions of the conversation before.
    """
    reading = best_reading(question, language_of_turn(question, earlier))
    if any(call.tool in READ_BY_PLAN or searches_archive(call.tool) for call in plan):
        return ()
    acts = set(reading.acts)
    told: list[Remark] = [Impossible(act) for act in ("mail", "print") if act in acts and not reading.covers]
    if len(calls := calls_of(plan)) < len(plan):
        return _as_parsed(reading, plan, calls, told)
    if not plan and not told:
        told += _without_results(question, reading, earlier)
    if plan:
        told += _of_results(reading, plan)
    if "recap" in acts and plan and earlier and all(call.tool == "export_result" for call in plan):
        told.insert(0, Recap())
    return tuple(told)


def _as_parsed(reading: Reading, plan: Plan, calls: Plan, told: Sequence[Remark]) -> tuple[Remark, ...]:
    """What to say of a question of which a part is answered without a tool, or not at all."""
    of_rest = _of_results(reading, calls) if calls else ()
    left_out = (Unseen, PartUnknown, NotUsed) if any(call.tool == DECLINE for call in plan) else (Unseen, NotUsed)
    verdicts = [one for one in of_rest if not isinstance(one, left_out)]
    return (*told, *verdicts, *_declined(plan, is_told=bool(told)), *_spoken(plan))


def _declined(plan: Plan, *, is_told: bool) -> list[Remark]:
    texts: dict[str, list[str]] = {"unseen": [], "cannot": []}
    for call in plan:
        if call.tool == DECLINE:
            texts[call.arguments["kind"]].append(call.arguments["text"])
    told: list[Remark] = [Unseen(tuple(texts["unseen"]))] if texts["unseen"] else []
    return told + ([Beyond(tuple(texts["cannot"]))] if texts["cannot"] and not is_told else [])


def _spoken(plan: Plan) -> list[Remark]:
    spoken: dict[str, Remark] = {"recap": Recap(), "method": Method()}
    spoken |= {act: Courtesy(act) for act in ("thanks", "hello")}
    acts = [call.arguments["act"] for call in plan if call.tool == SAY]
    return [spoken[act] for act in acts if act in spoken]


def _without_results(question: str, reading: Reading, earlier: Sequence[str]) -> Sequence[Remark]:
    """What to say where nothing is called."""
    acts = set(reading.acts)
    if reading.unseen:
        return [Unseen(reading.unseen)]
    if "method" in acts and earlier:
        return [Method()]
    if "recap" in acts:
        return [Recap()]
    if "enough" in acts and not reading.classes:
        return [Courtesy("enough")]
    if WORD.search(question) and not acts & {"help", "thanks", "hello"}:
        return [OutOfScope()]
    is_spoken = acts and acts <= {"thanks", "hello"}
    return [Courtesy(act) for act in ("thanks", "hello") if is_spoken and act in acts][:1]


def _of_results(reading: Reading, plan: Plan) -> Sequence[Remark]:
    tools = {call.tool for call in plan}
    told: list[Remark] = [] if reading.unseen else _judged(reading, plan)
    if "when" in reading.acts and "taken" not in reading.cues and plan[0].tool == "inspect_pair":
        told.append(When())
    of_size = told != [] and isinstance(told[0], Against)
    if (reading.limits.in_pixels is not None and not of_size) or (
        reading.near is not None and reading.near.to is not None
    ):
        told.append(LimitsIn(bool(reading.limits.in_pixels)))
    if reading.unseen:
        told.append(Unseen(reading.unseen))
    if reading.ground_unit or reading.length_unit:
        told.append(NoPixelSize())
    if "unknowable" in reading.acts:
        told.append(PartUnknown())
    told += _of_land_and_parts(reading, plan)
    if "count_objects" in tools and (kind := _of_one_date(reading, plan)):
        told.append(OfOneDate(kind))
    return [*told, *_unused(reading, plan)]


def _of_land_and_parts(reading: Reading, plan: Plan) -> list[Remark]:
    """What cannot be told of land, or measured of a part of the image."""
    told: list[Remark] = []
    of_land = plan[0].tool == "land_change"
    if of_land and plan[0].arguments["cover"] == "built":
        told.append(BuiltUp())
    if "thirds" in reading.cues and any("within" in call.arguments for call in plan):
        told.append(NoThirds())
    at_dates = "one_date" in reading.cues or (len(reading.years) > 1 and reading.way is None)
    if of_land and at_dates and "came_from" not in reading.cues:
        told.append(LandOfOneDate())
    return told


def _of_one_date(reading: Reading, plan: Plan) -> str | None:
    """The class of which all objects of one date are asked for; None where changed ones are."""
    if reading.years and {"all", "stands"} & reading.marks and reading.classes:
        return reading.classes[0]
    kind = str(plan[0].arguments.get("object_class"))
    return kind if "stood" in reading.cues and kind in ("building", "road") else None


def _judged(reading: Reading, plan: Plan) -> list[Remark]:
    """What is answered yes or no by the results."""
    held = _held(reading, plan)
    if held is not None:
        return [held]
    if (found := conversion(reading)) is not None and plan[0].arguments.get("tell") == "became":
        return [] if "every" in reading.cues else [Converted(found[1])]
    if objects.is_of_every(reading) and plan[0].tool == "find_objects":
        return [Every(reading.limits)]
    compared = _compared(reading, plan)
    if compared is not None:
        return [compared]
    if reading.claim is not None and any(call.tool == "count_objects" for call in plan):
        return [Asserted(reading.claim)]
    if "balance" in reading.cues and plan[0].tool == "count_objects" and "max_area" not in plan[0].arguments:
        return [Balance()]
    return [_whether(reading)] if _is_whether(reading, plan) else []


def _compared(reading: Reading, plan: Plan) -> Remark | None:
    """How results are held against each other; None where they are not."""
    if _is_of_parts(plan) and len(plan) > TWO:
        return MostIn()
    if _asks_by_how_much(reading, plan):
        return Difference()
    if len(plan) != TWO or plan[0].tool != plan[1].tool:
        return None
    if "compare" in reading.acts and reading.asks_whether:
        return Compared(reading.way or "gain")
    if reading.claim is not None:
        return None
    whether = reading.asks_whether or "confirm" in reading.acts
    if "within" in plan[0].arguments and "or" not in reading.cues and whether:
        return Compared("loss" if "less" in reading.cues else "gain")
    return MostIn() if _is_of_parts(plan) and not whether else None


def _asks_by_how_much(reading: Reading, plan: Plan) -> bool:
    """Whether it asks how much more one of two results is: "how many more in the east than in the west?"."""
    two = len(plan) == TWO and plan[0].tool == plan[1].tool and plan[0].tool in COMPARABLE
    return "how_much_more" in reading.cues and (two or [call.tool for call in plan] == ["compare_areas"])


def _is_of_parts(plan: Plan) -> bool:
    """Whether the same objects are counted in several parts of the image, which asks where most are."""
    others = [{name: value for name, value in call.arguments.items() if name != "within"} for call in plan]
    parted = all(call.tool == "count_objects" and "within" in call.arguments for call in plan)
    return len(plan) > 1 and parted and all(one == others[0] for one in others)


def _held(reading: Reading, plan: Plan) -> Remark | None:
    """A size that land or an area is held against."""
    if "true" in reading.cues and reading.size is not None and plan[0].tool == "land_change":
        return Against(reading.size)
    size = next((one for one in (reading.limits.min_area, reading.limits.max_area) if one is not None), None)
    free = plan[0].arguments.get("min_area") is None and plan[0].arguments.get("max_area") is None
    of_ground = plan[0].tool in ("measure_area", "land_change")
    is_held = "against" in reading.cues or reading.holds_total
    return Against(size) if is_held and size is not None and free and of_ground else None


def _is_whether(reading: Reading, plan: Plan) -> bool:
    """Whether the first result says yes or no to the question."""
    denies = "nothing" in reading.cues and reading.text.rstrip().endswith(QUESTION_MARKS)  # "so nothing changed?"
    if not (reading.asks_whether or denies) or {"either", "still_there", "came_from"} & reading.cues:
        return False
    fits = plan[0].tool in OF_WHETHER and not _is_of_place(reading, plan)
    return fits and (reading.near is None or _takes_distance(plan)) and opposites(reading.text) is None


def _whether(reading: Reading) -> Whether:
    cues = reading.cues
    way = reading.way or ("gain" if "flood" in cues and reading.covers else None)
    unsure = "unsure" in cues and bool(reading.covers)
    alone = reading.near is not None and reading.near.min_distance is not None  # "with nothing else within 30 m"
    return Whether(way, gross="gross" in cues, unsure=unsure, denied="nothing" in cues and not alone)


def _takes_distance(plan: Plan) -> bool:
    return any("distance_to" in call.arguments for call in plan)


def _is_of_place(reading: Reading, plan: Plan) -> bool:
    """Whether it asks if the first in an order lies somewhere, which its place answers."""
    return plan[0].tool == "find_objects" and bool(reading.order)


def _unused(reading: Reading, plan: Plan) -> list[Remark]:
    # In other languages than English too many everyday words are unknown to tell those that matter.
    words = reading.unread if reading.language == "en" else ()
    unused = tuple(word for word in words if word not in _words_of(plan))
    near = reading.near
    if near is not None and not _takes_distance(plan):
        unused = (near.text, *unused)
    return [NotUsed(unused)] if 0 < len(unused) <= MOST_UNUSED else []


def _words_of(plan: Plan) -> set[str]:
    """Words by which the tools of a plan are asked for."""
    tools = filter(None, (CATALOGUE.get(call.tool) for call in plan))
    texts = [text for tool in tools for text in (tool.example, tool.ability, *tool.phrases)]
    return {word for text in texts for word in WORD.findall(text.lower())}
