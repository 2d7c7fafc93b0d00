"""What is said beside results, in words: before them yes, no or a correction; after them what was left out."""

from __future__ import annotations

from collections.abc import Sequence

from agent.answer import Step
from agent.planning.remark import (
    Beyond,
    BuiltUp,
    Courtesy,
    Difference,
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
)
from agent.wording.beside import verdicts
from agent.wording.beside.differences import difference
from agent.wording.findings import explanations
from agent.wording.words import Words, capitalised

STOPS = " .;\u3002\uff1b\u00a0"
"""Around an explanation that is told behind a colon."""


def before_results(
    remarks: Sequence[Remark], steps: Sequence[Step], found: str, words: Words, earlier: Sequence[Step] = ()
) -> list[str]:
    """Sentences and words that come first.

    Args:
        remarks: what is to be said.
        steps: of this answer.
        found: what was found before in this conversation, in words.
        words: of the language.
        earlier: steps of the conversation before.
    """
    sources = [_method(earlier, words)] if any(isinstance(remark, Method) for remark in remarks) else []
    told = [*sources, *(_first(remark, steps, found, words) for remark in remarks)]
    return [text for text in told if text]


def _first(remark: Remark, steps: Sequence[Step], found: str, words: Words) -> str:
    """What one remark says before the results; empty where it says nothing there."""
    match remark:
        case Impossible(act):
            return words.say("impossible", act=act)
        case Courtesy(act):
            return words.say("courtesy", act=act)
        case Recap():
            return words.say("recap", told=found) if found else words.say("recap-none")
        case Unseen(nouns):
            # Nouns of a question are read in small letters, which German does not write them in.
            return words.say("cannot-see", things=words.conjoined([_noun(noun, words) for noun in nouns]))
        case When():
            return words.say("when")
        case OutOfScope() | Beyond():
            return _declined(remark, words)
        case OfOneDate(name):
            return words.say("of-one-date", kind=name)
        case _:
            return _judged(remark, steps, words)


def _declined(remark: OutOfScope | Beyond, words: Words) -> str:
    if isinstance(remark, OutOfScope):
        return words.say("out-of-scope")
    return words.say("beyond", things=words.listed([words.say("quoted", text=text) for text in remark.texts]))


def _noun(noun: str, words: Words) -> str:
    return capitalised(noun) if words.code == "de" else noun


def _judged(remark: Remark, steps: Sequence[Step], words: Words) -> str:
    """Yes or no, by the results, and what they cannot tell."""
    match remark:
        case LimitsIn(pixels):
            return _other_unit(steps, words, pixels=pixels)
        case NoPixelSize():
            return words.say("pixel-size-unknown") if verdicts.is_in_pixels(steps) else ""
        case LandOfOneDate():
            return words.say("land-one-date") if verdicts.is_seen(steps) else ""
        case PartUnknown():
            return words.say("part-unknown")
        case NoThirds():
            return words.say("no-thirds")
        case BuiltUp():
            return words.say("built-up-not-apart") if verdicts.is_by_bands(steps) else ""
        case _:
            return _verdict(remark, steps, words)


def _verdict(remark: Remark, steps: Sequence[Step], words: Words) -> str:
    """Yes or no, more or less, where most."""
    match remark:
        case MostIn():
            return verdicts.most_in(steps, words)
        case Difference():
            return difference(steps, words)
        case _:
            return verdicts.said(remark, steps, words)


def _other_unit(steps: Sequence[Step], words: Words, *, pixels: bool) -> str:
    """That a limit counted in another unit than the one it was stated in; empty where it did not."""
    units = [getattr(step.result, "filter_unit", None) for step in steps if step.error is None]
    other = next((unit for unit in units if unit is not None and (unit == "px") != pixels), None)
    return "" if other is None else words.say("limits-in", unit=other)


def after_results(remarks: Sequence[Remark], words: Words) -> list[str]:
    """Sentences that come last."""
    unused = [word for remark in remarks if isinstance(remark, NotUsed) for word in remark.words]
    return (
        [words.say("not-used", words=words.listed([words.say("quoted", text=word) for word in unused]))]
        if unused
        else []
    )


def _method(earlier: Sequence[Step], words: Words) -> str:
    """Which tool the last result came from, and how."""
    last = next((step for step in reversed(earlier) if step.error is None), None)
    if last is None:
        return ""
    method = getattr(last.result, "method", "")
    if words.code != "en":  # methods are English; what of them has a message is told in the language of the question
        method = " ".join(explanations(last.result, words)).strip(STOPS)
    return words.say("method", tool=last.tool, method=method) if method else words.say("method-alone", tool=last.tool)
