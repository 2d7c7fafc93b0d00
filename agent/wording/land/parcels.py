"""What changed in parcels, in words: in how many, where most, and where a rule holds."""

from __future__ import annotations

from agent.wording.land.land_change import BY_BANDS
from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words, capitalised
from tools.measurements.parcels.parcel_change import ParcelChange, ParcelRow


@sentence.register
def _(found: ParcelChange, words: Words = ENGLISH) -> str:
    about = words.say("parcels-about", way=found.way, land=_land(found, words))
    if not found.touched:
        told = [words.say("parcels-none", about=about)]
    else:
        size = words.land(found.pixels, found.area_m2)
        told = [words.say("parcels", parcels=found.parcels, touched=found.touched, about=about, size=size)]
        if found.has_limits:
            told.append(words.say("parcels-certain", certain=found.certain))
        rows = words.listed([_row(row, words, limits=found.has_limits) for row in found.rows], "list-semicolon")
        told.append(words.say("parcels-most", rows=rows))
    if found.rule is not None:
        told.append(words.say("parcels-rule", rule=found.rule, holds=found.holds, undecided=found.undecided))
    if found.unmeasured:
        told.append(words.say("parcels-unmeasured", count=found.unmeasured))
    return words.paragraph([capitalised(told[0]), *told[1:], *words.notices(found.warnings)])


def _land(found: ParcelChange, words: Words) -> str:
    """What was lost or gained, as it follows these words; else what changed."""
    if found.way == "changed":
        return words.term("parcel-kind", found.kind)
    return words.say("land", name=BY_BANDS.get(found.kind, found.kind))


def _row(row: ParcelRow, words: Words, *, limits: bool) -> str:
    told = {"parcel": row.parcel, "share": words.share(row.share), "size": words.land(row.pixels, row.area_m2)}
    if not limits:
        return words.say("parcel-row-plain", **told)
    return words.say("parcel-row", low=words.share(row.low_share), high=words.share(row.high_share), **told)
