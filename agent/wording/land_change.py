"""How one kind of land changed, in words: the balance first, then what was lost and gained, and the noise floor."""

from __future__ import annotations

from agent.wording.sentence import sentence
from tools.landcover.transitions.cover_change import Ground
from tools.measurements.land_change import LandChange
from tools.number_format import ground_size, quantity

NAMES = {
    "water": "water",
    "trees": "ground under trees",
    "vegetation": "vegetation",
    "snow": "snow and ice",
    "bare": "bare or built-up ground",
}
UNKNOWN_FROM = 0.001
"""Share of the pixels from which unknown ones are told."""


@sentence.register
def _(found: LandChange) -> str:
    told = (
        [_burnt(found)] if found.before is None or found.after is None else [_balance(found, found.before, found.after)]
    )
    if found.noise is not None and found.noise.pixels and found.lost.pixels + found.gained.pixels:
        told.append(f"Errors of the maps alone would show about {land(found.noise)} as lost.")
    if found.unknown_share >= UNKNOWN_FROM:
        told.append(f"The class of {quantity(100 * found.unknown_share)} % of the pixels is not known.")
    return " ".join([*told, *found.warnings])


def _balance(found: LandChange, before: Ground, after: Ground) -> str:
    name = NAMES[found.cover]
    if not (before.pixels or after.pixels):
        return f"No {name} was found at either date."
    if not (found.lost.pixels or found.gained.pixels):
        return f"There is as much {name} as before, {land(after)}."
    more = "less" if found.net.pixels < 0 else "more"
    balance = f"{land(_size(found.net))} {more} {name}" if found.net.pixels else f"As much {name}"
    parts = f"{land(found.lost)} lost, {land(found.gained)} gained"
    return f"{balance} than before: {land(before)} at the earlier date, {land(after)} at the later one; {parts}."


def _burnt(found: LandChange) -> str:
    if not found.gained.pixels:
        return "No burnt ground was found between the dates."
    share = quantity(100 * found.gained.share)
    return (
        f"{land(found.gained)} ({share} % of the known ground) look burnt: {found.method.partition(';')[0]}. Felling and "
        "harvest can look alike."
    )


def land(ground: Ground) -> str:
    """An area of land."""
    return ground_size(ground.pixels, ground.area_m2)


def _size(net: Ground) -> Ground:
    return Ground(abs(net.pixels), abs(net.share), None if net.area_m2 is None else abs(net.area_m2))
