"""Land cover over many dates, in words: shares, path, rates, ends and pattern."""

from __future__ import annotations

from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words
from tools.landcover.trajectory.trajectory import CoverTrajectory, Pattern, TransitionRate

MOST_CLASSES, MOST_RATES, MOST_ENDS = 4, 3, 2
"""Classes, transitions and ends that are told."""
LEAST_SHARE = 0.0005
"""Share of the ground, and change of it, below which a class is not told."""


@sentence.register
def _(found: CoverTrajectory, words: Words = ENGLISH) -> str:
    told = [one for one in found.classes if max(one.shares) >= LEAST_SHARE][:MOST_CLASSES]
    classes = [
        words.say(
            "trajectory-class",
            cover=words.cover(one.name),
            before=words.share(one.shares[0]),
            after=words.share(one.shares[-1]),
        )
        for one in told
    ]
    text = words.say(
        "trajectory",
        count=len(found.days),
        first=found.days[0],
        last=found.days[-1],
        classes=words.listed(classes, "list-semicolon"),
    )
    moved = [_path(found, words), *_rates(found, words), *_until(found, words)]
    return words.paragraph([text, *moved, *_lie(found, words), *words.notices(found.warnings)])


def _path(found: CoverTrajectory, words: Words) -> str:
    if not found.path.arc:
        return words.say("trajectory-still")
    most = max(range(len(found.path.steps)), key=found.path.steps.__getitem__)
    return words.say(
        "trajectory-path",
        arc=words.decimal(found.path.arc, 3),
        chord=words.decimal(found.path.chord, 3),
        step=words.decimal(found.path.steps[most], 3),
        since=found.days[most],
        until=found.days[most + 1],
    )


def _rates(found: CoverTrajectory, words: Words) -> list[str]:
    """The fastest transitions, and how right the maps were supposed to be."""
    if not found.rates:
        return []
    rates = words.listed([_rate(one, words) for one in found.rates[:MOST_RATES]], "list-semicolon")
    return [words.say("trajectory-rates", rates=rates, right=words.share(found.accuracy), assumed=str(found.assumed))]


def _rate(one: TransitionRate, words: Words) -> str:
    return words.say(
        "trajectory-rate",
        before=words.cover(one.before),
        after=words.cover(one.after),
        share=words.share(one.yearly_share),
        noise=words.share(one.noise_share),
    )


def _until(found: CoverTrajectory, words: Words) -> list[str]:
    return [
        words.say(
            "trajectory-until",
            before=words.cover(one.before),
            after=words.cover(one.after),
            years=words.quantity(one.years),
            deviation=words.quantity(one.deviation),
            noise=words.quantity(one.noise_years),
        )
        for one in found.until[:MOST_ENDS]
    ]


def _lie(found: CoverTrajectory, words: Words) -> list[str]:
    """How the class lies at both ends."""
    if len(found.patterns) != 2:
        return []
    first, last = found.patterns
    about = {"cover": words.cover(found.cover), "first": first.day, "last": last.day}
    shares = {"before": words.share(first.patches.largest_share), "after": words.share(last.patches.largest_share)}
    counts = {"few": first.patches.count, "many": last.patches.count}
    told = [words.say("trajectory-patches", **about, **shares, **counts)]
    return [*told, *_null(last, words), *_dimension(first, last, words)]


def _null(last: Pattern, words: Words) -> list[str]:
    chance = last.percolation
    if chance is None:
        return []
    told = {"expected": words.share(chance.expected_share), "chance": words.decimal(chance.p_value, 3)}
    return [words.say("trajectory-null", last=last.day, **told)]


def _dimension(first: Pattern, last: Pattern, words: Words) -> list[str]:
    both = (first.boxes.dimension, last.boxes.dimension)
    if both[0] is None or both[1] is None:
        return []
    return [words.say("trajectory-dimension", before=words.decimal(both[0], 2), after=words.decimal(both[1], 2))]
