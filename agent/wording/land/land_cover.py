"""Land cover, and what became of it, in words."""

from __future__ import annotations

from collections.abc import Sequence

from agent.wording.land.spectrum import NEARLY_ALL
from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words
from tools.landcover.land_cover import LandCover
from tools.landcover.transitions.cover_change import CoverChange, EstimatedTransition, Ground, Transition, Transitions
from tools.spectrum.index_tally import ClassArea

MAX_CHANGES = 5
"""Transitions told in a sentence; the table holds all of them."""


@sentence.register
def _(found: LandCover, words: Words = ENGLISH) -> str:
    rows = [words.say("class-ground", name=words.cover(one.name), ground=_ground(one, words)) for one in found.classes]
    text = words.say("cover-classes", date=found.date, classes=words.listed(rows, "list-semicolon"))
    return words.paragraph(
        [text, *_uses(found, words), *_unknown(found.unknown_share, words), *words.notices(found.warnings)]
    )


@sentence.register
def _(found: Transitions, words: Words = ENGLISH) -> str:
    if not found.changed.pixels:
        told = [words.say("transitions-none")]
    else:
        told = [
            words.say("transitions", changed=_ground(found.changed, words), kept=_ground(found.kept, words)),
            _changes([cell for cell in found.cells if cell.changed], words),
            *_yearly(found, words),
            *_net(found.classes, words),
            *_corrected(found, words),
        ]
    return words.paragraph([*told, *_unknown(found.unknown_share, words), *words.notices(found.warnings)])


def _uses(found: LandCover, words: Words) -> list[str]:
    """What cells seem to be used for."""
    uses = [
        words.say("class-ground", name=words.term("use", one.name), ground=words.share(one.share))
        for one in found.uses[:MAX_CHANGES]
    ]
    told = words.listed(uses, "list-semicolon")
    return [words.say("cover-uses", uses=told, method=found.uses_method)] if uses else []


def _change(before: str, after: str, ground: str, words: Words) -> str:
    return words.say("transition", before=words.cover(before), after=words.cover(after), ground=ground)


def _changes(changes: Sequence[Transition], words: Words) -> str:
    """The largest changes first."""
    rows = [_change(one.before, one.after, _ground(one, words), words) for one in changes[:MAX_CHANGES]]
    rows += [words.say("transitions-smaller")] * (len(changes) > MAX_CHANGES)
    return words.say("transitions-list", transitions=words.listed(rows, "list-semicolon"))


def _yearly(found: Transitions, words: Words) -> list[str]:
    share = found.yearly_share
    return [] if share is None else [words.say("transitions-yearly", share=words.share(share))]


def _net(classes: Sequence[CoverChange], words: Words) -> list[str]:
    """What each class has more or less of, the largest first."""
    moved = sorted((one for one in classes if one.net.pixels), key=lambda one: -abs(one.net.pixels))
    rows = [
        words.say("class-ground", name=words.cover(one.name), ground=_signed(one.net, words))
        for one in moved[:MAX_CHANGES]
    ]
    return [words.say("transitions-net", classes=words.listed(rows, "list-semicolon"))] if rows else []


def _corrected(found: Transitions, words: Words) -> list[str]:
    if found.correction is None:
        return []
    changes = [one for one in found.correction.cells if one.before != one.after][:MAX_CHANGES]
    rows = [_change(one.before, one.after, _estimated(one, words), words) for one in changes]
    share = words.say("transitions-corrected", share=words.share(found.correction.changed_share))
    if not rows:
        return [words.say("stop", told=share)]
    return [words.say("transitions-corrected-list", share=share, transitions=words.listed(rows, "list-semicolon"))]


def _ground(one: Ground | Transition | ClassArea, words: Words) -> str:
    return words.say("ground-share", size=words.hectares(one.pixels, one.area_m2), share=words.share(one.share))


def _estimated(one: EstimatedTransition, words: Words) -> str:
    share = words.share(one.share)
    if one.area_m2 is None:
        return share
    return words.say("ground-share", size=words.hectares(0, one.area_m2), share=share)


def _signed(net: Ground, words: Words) -> str:
    """A net amount with its sign."""
    size = words.hectares(abs(net.pixels), None if net.area_m2 is None else abs(net.area_m2))
    return f"{'+' if net.pixels > 0 else '-'}{size}"


def _unknown(share: float, words: Words) -> list[str]:
    return [] if share < NEARLY_ALL else [words.say("cover-unknown", share=words.share(share))]
