"""Effects over zones in words: how large on average, where larger, by what, and whether that can be told."""

from __future__ import annotations

from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words
from tools.effects.zones.zone_effects import AverageEffect, SetScore, ZoneEffects

DIGITS = 3
"""Decimals of AUTOC."""


@sentence.register
def _(found: ZoneEffects, words: Words = ENGLISH) -> str:
    mean = found.average
    sentences = [
        words.say(
            "zone-effects",
            zones=found.zones,
            treated=found.treated,
            treatment=found.treatment,
            outcome=found.outcome,
            level=words.share(found.interval_level),
            **_limits("mean", mean, words),
        ),
        *_differences(found, words),
        *_sets(found.scores, words),
    ]
    return words.paragraph([*sentences, *words.notices(found.warnings)])


def _limits(name: str, one: AverageEffect, words: Words) -> dict[str, str]:
    """A mean with the ends of its interval, by the names of a message's variables."""
    before = "" if name == "mean" else f"{name}_"
    ends = {f"{before}low": words.quantity(one.low), f"{before}high": words.quantity(one.high)}
    return {name: words.quantity(one.mean)} | ends


def _differences(found: ZoneEffects, words: Words) -> list[str]:
    """Where effects are larger; that it cannot be told, where it cannot."""
    first = found.scores[0]
    autoc = {"autoc": words.decimal(first.autoc.mean, DIGITS), "error": words.decimal(first.autoc.deviation, DIGITS)}
    if not found.differs:
        return [words.say("zone-effects-alike", set=first.name, **autoc)]
    limits = _limits("most", found.most, words) | _limits("least", found.least, words)
    told = [words.say("zone-effects-differ", set=first.name, **limits, **autoc)]
    contrasts = [
        words.say(
            "zone-effects-contrast",
            column=one.column,
            most=words.quantity(one.most_mean),
            least=words.quantity(one.least_mean),
        )
        for one in found.contrasts
    ]
    if contrasts:
        told.append(words.say("zone-effects-contrasts", contrasts=words.listed(contrasts, "list-semicolon")))
    return [*told, words.say("zone-effects-names", names=words.listed(found.names_most))]


def _sets(scores: tuple[SetScore, ...], words: Words) -> list[str]:
    """Sets of covariates beside each other; nothing of a single one."""
    by_x = {one.name: one for one in scores if one.learner == "X"}
    by_t = {one.name: one for one in scores if one.learner == "T"}
    if len(by_x) < 2:
        return []
    told = [
        words.say(
            "zone-effects-set",
            name=name,
            x=words.decimal(one.autoc.mean, DIGITS),
            t=words.decimal(by_t[name].autoc.mean, DIGITS),
        )
        for name, one in by_x.items()
    ]
    return [words.say("zone-effects-sets", sets=words.listed(told, "list-semicolon"))]
