"""The effect of an event in words: its size with limits, the verdict and why, and every check with its mark."""

from __future__ import annotations

import math

from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words
from tools.effects.result import AREA, EventEffect

MARKS = {"passed": "✓", "failed": "✗", "open": "–"}  # noqa: RUF001 - a dash, as tables have it where nothing stands


@sentence.register
def _(found: EventEffect, words: Words = ENGLISH) -> str:
    effect = found.effect
    digits = _digits(effect.high - effect.low)
    way = ("lower" if effect.mean < 0 else "higher") if effect.sure else "none"
    size = words.decimal(abs(effect.mean), digits) if effect.sure else words.decimal(effect.mean, digits, signed=True)
    text = words.say(
        "effect-found",
        event=found.event,
        index=found.index if " " in found.index else found.index.upper(),
        place=words.say("effect-area") if found.place == AREA else found.place,
        way=way,
        size=size,
        low=words.decimal(effect.low, digits, signed=True),
        high=words.decimal(effect.high, digits, signed=True),
        controls=len(found.controls),
    )
    told = [text, words.say("effect-verdict", verdict=words.term("verdict", found.verdict))]
    if found.verdict != "supported":
        told.extend(words.notice(check.text) for check in found.reasons)
    checks = [f"{MARKS[check.state]} {words.term('effect-check', check.name)}" for check in found.checks]
    if checks:
        told.append(words.say("effect-checks", checks=words.listed(checks, "list-semicolon")))
    return words.paragraph([*told, *words.notices(found.warnings)])


def _digits(width: float) -> int:
    """Decimals by which limits have three digits that tell."""
    return min(6, max(0, 2 - math.floor(math.log10(max(width, 1e-6)))))
