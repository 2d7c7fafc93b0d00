"""Buildings and roads over many dates, in words: how many appeared and disappeared, and when."""

from __future__ import annotations

from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words
from tools.catalogue.over_time.history_tools import ObjectsOverTime
from tools.change.histories.construction_curve import IntervalChange

MOST_INTERVALS, BUSIEST = 6, 3
"""Intervals that are all told, and how many of more."""


@sentence.register
def _(found: ObjectsOverTime, words: Words = ENGLISH) -> str:
    total, named = found.total, {"object": found.object_class}
    text = words.say(
        "history",
        dates=len(found.days),
        first=found.days[0],
        last=found.days[-1],
        appeared=words.say("history-appeared", count=total.appeared, **named),
        gained=_ground(total.gained_m2, words),
        disappeared=words.say("history-disappeared", count=total.disappeared, **named),
        lost=_ground(total.lost_m2, words),
    )
    told = [text, *_intervals(found, words), *_altered(total, words)]
    if found.passing:
        told.append(words.say("history-passing", count=found.passing))
    if total.contradictions:
        told.append(words.say("history-contradictions", count=total.contradictions))
    return words.paragraph([*told, *_direct(found, words), *words.notices(found.warnings)])


def _ground(area_m2: float | None, words: Words) -> str:
    return words.say("history-ground", size=words.land(0, area_m2)) if area_m2 else ""


def _intervals(found: ObjectsOverTime, words: Words) -> list[str]:
    """All intervals, or of many those with most change."""
    changed = [one for one in found.intervals if one.appeared or one.disappeared]
    if len(found.intervals) == 1 or not changed:
        return []
    if len(found.intervals) <= MOST_INTERVALS:
        return [words.say("history-intervals", intervals=_listed(found.intervals, words))]
    most = sorted(changed, key=lambda one: -(one.appeared + one.disappeared))[:BUSIEST]
    return [words.say("history-busiest", intervals=_listed(sorted(most, key=lambda one: one.since), words))]


def _listed(changes: tuple[IntervalChange, ...] | list[IntervalChange], words: Words) -> str:
    return words.listed([_interval(one, words) for one in changes], "list-semicolon")


def _interval(one: IntervalChange, words: Words) -> str:
    return words.say(
        "history-interval",
        since=one.since,
        until=one.until,
        appeared=one.appeared,
        rate=words.quantity(one.appeared_a_year),
        disappeared=one.disappeared,
    )


def _altered(total: IntervalChange, words: Words) -> list[str]:
    return [words.say("history-altered", grew=total.grew, shrank=total.shrank)] if total.grew or total.shrank else []


def _direct(found: ObjectsOverTime, words: Words) -> list[str]:
    """What the first and last date show alone, where there are more."""
    if len(found.intervals) == 1:
        return []
    return [words.say("history-direct", appeared=found.direct.appeared, disappeared=found.direct.disappeared)]
