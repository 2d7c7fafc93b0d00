"""Spectral indices and their change, in words."""

from __future__ import annotations

from collections.abc import Sequence

from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words, capitalised
from tools.spectrum.index_tally import ClassArea, Spread
from tools.spectrum.indices import IndexChange, IndexMap

DATES = {"before": "earlier", "after": "later"}
NOTHING_NEW = ("in the same class", "unburned")
"""Classes of change that are no change, told last."""
NEARLY_ALL = 0.001
"""Share of unknown pixels below which they are not told."""


@sentence.register
def _(found: IndexMap, words: Words = ENGLISH) -> str:
    values = {"mean": _middle(found.values, words), "range": _range(found.values, words)}
    text = words.say("index", index=found.index.upper(), date=found.date, **values)
    unknown = _unknown(found.unknown_share, words)
    return words.paragraph([text, *_classes(found.classes, words), *unknown, *words.notices(found.warnings)])


@sentence.register
def _(found: IndexChange, words: Words = ENGLISH) -> str:
    text = words.say(
        "index-change",
        index=found.index.upper(),
        before=_middle(found.before, words),
        after=_middle(found.after, words),
        change=_middle(found.difference, words, sign=True),
        range=_range(found.difference, words),
    )
    unknown = _unknown(found.unknown_share, words)
    return words.paragraph([text, *_classes(found.classes, words), *unknown, *words.notices(found.warnings)])


def signed(value: float) -> str:
    """A difference with its sign, to a hundredth."""
    return ENGLISH.decimal(value, signed=True)


def _middle(spread: Spread, words: Words, *, sign: bool = False) -> str:
    """The mean; the median where a few pixels pull the mean out of the range of nearly all."""
    if spread.low <= spread.mean <= spread.high:
        return words.say("index-mean", value=words.decimal(spread.mean, signed=sign))
    return words.say("index-median", value=words.decimal(spread.median, signed=sign))


def _range(spread: Spread, words: Words) -> str:
    return words.say("index-range", low=words.decimal(spread.low), high=words.decimal(spread.high))


def _classes(classes: Sequence[ClassArea], words: Words) -> list[str]:
    """What covers ground, that which is no change last."""
    told = sorted((one for one in classes if one.pixels), key=lambda one: (one.name in NOTHING_NEW, -one.share))
    rows = [
        words.say("class-ground", name=words.term("index-class", one.name), ground=_ground(one, words)) for one in told
    ]
    return [words.say("stop", told=capitalised(words.listed(rows, "list-semicolon")))] if rows else []


def _ground(one: ClassArea, words: Words) -> str:
    return words.say("ground-share", size=words.hectares(one.pixels, one.area_m2), share=words.share(one.share))


def _unknown(share: float, words: Words) -> list[str]:
    return [] if share < NEARLY_ALL else [words.say("index-unknown", share=words.share(share))]
