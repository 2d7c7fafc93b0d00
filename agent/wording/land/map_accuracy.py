"""How right a map is, in words: areas that its errors are taken out of, accuracies, and who labelled."""

from __future__ import annotations

from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words
from tools.assessment.assessment import AssessedAreas, ClassAccuracy

MOST_CLASSES = 6
"""Classes that are told; the table holds all of them."""
DECIMALS = 2


@sentence.register
def _(found: AssessedAreas, words: Words = ENGLISH) -> str:
    told = found.classes[:MOST_CLASSES]
    areas = words.listed([_area(one, found.interval_level, words) for one in told], "list-semicolon")
    sentences = [
        words.say("assessed", map=found.map_name, points=found.points, classes=areas),
        words.say(
            "assessed-right",
            overall=words.share(found.overall_accuracy),
            error=words.share(found.overall_error_share),
        ),
        *_accuracies(told, words),
        *_people(found, words),
    ]
    return words.paragraph([*sentences, *words.notices(found.warnings)])


def _area(one: ClassAccuracy, level: float, words: Words) -> str:
    """The adjusted area of a class beside the mapped one; as shares, where areas are not known."""
    name = words.term("assessed-name", one.name)
    if one.adjusted_m2 is None or one.low_m2 is None or one.high_m2 is None:
        return words.say(
            "assessed-class-share",
            name=name,
            adjusted=words.share(one.adjusted_share),
            error=words.share(one.adjusted_error_share),
            mapped=words.share(one.mapped_share),
        )
    return words.say(
        "assessed-class",
        name=name,
        adjusted=words.land(0, one.adjusted_m2),
        low=words.land(0, one.low_m2),
        high=words.land(0, one.high_m2),
        level=words.share(level),
        mapped=words.land(0, one.mapped_m2),
    )


def _accuracies(told: tuple[ClassAccuracy, ...], words: Words) -> list[str]:
    """User's and producer's accuracy of the classes of which both are known."""
    known = [
        words.say(
            "assessed-accuracy",
            name=words.term("assessed-name", one.name),
            users=words.share(one.users_accuracy),
            producers=words.share(one.producers_accuracy),
        )
        for one in told
        if one.users_accuracy is not None and one.producers_accuracy is not None
    ]
    return [words.say("assessed-accuracies", classes=words.listed(known, "list-semicolon"))] if known else []


def _people(found: AssessedAreas, words: Words) -> list[str]:
    """How many labelled, and how alike; nothing of one person."""
    if found.agreement_share is None:
        return []
    share = words.share(found.agreement_share)
    if found.kappa is None:
        return [words.say("assessed-people-share", people=found.people, share=share)]
    kappa = words.decimal(found.kappa, DECIMALS)
    return [words.say("assessed-people", people=found.people, share=share, kappa=kappa)]
