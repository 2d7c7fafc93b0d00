"""Whether the network's own sentence may stand beside the maps: each of its claims must be seen in one of them."""

from __future__ import annotations

from collections.abc import Sequence

from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES
from mci_model.prediction import Window
from mci_model.text.claims import Claim, Claims, read_claims
from tools.change.change_map import ChangedObject, ChangeMap

LARGE_SHARE = 0.02
"""Of the window that the words describe: a building from it on may be called large."""
MIN_SHARE = 0.65
"""Of what the words tell, the share that must lie at the side that they name."""


def borne_out(sentence: str, change_map: ChangeMap) -> bool:
    """Whether the maps show all that a sentence of the network claims; false in any doubt.

    Args:
        sentence: on the window `change_map.caption_window`.
        change_map: of the whole pair.
    """
    window = change_map.caption_window
    if sentence.strip(" .") in UNCHANGED_SENTENCES:
        return not any(_within(obj, window) for obj in change_map.everything)
    claims = read_claims(sentence)
    if claims is None:
        return False
    seen = [_seen(claim, change_map) for claim in claims.things]
    return all(objects is not None and _lies_there(claims, objects, window) for objects in seen)


def _seen(claim: Claim, change_map: ChangeMap) -> list[ChangedObject] | None:
    """The objects that a claim is about; None where the maps show none, or another number of them."""
    window = change_map.caption_window
    objects = [obj for obj in change_map.everything if _within(obj, window) and _is_about(claim, obj)]
    if claim.thing == "building" or claim.at_least > 1:
        fits = claim.at_least <= len(objects) and (claim.at_most is None or len(objects) <= claim.at_most)
    else:
        fits = bool(objects)
    if claim.large:
        fits = fits and any(obj.pixels >= LARGE_SHARE * window.height * window.width for obj in objects)
    return objects if fits else None


def _is_about(claim: Claim, obj: ChangedObject) -> bool:
    if claim.thing in ("building", "road"):
        # Without a direction nothing tells whether it came or went.
        return obj.object_class == claim.thing and obj.status == ("appeared" if claim.appeared else "disappeared")
    before, after = obj.cover or ("", "")
    here, there = (after, before) if claim.appeared else (before, after)
    return claim.thing == here != there


def _within(obj: ChangedObject, window: Window) -> bool:
    column, row = obj.centre
    top, left, height, width = window
    return top <= row < top + height and left <= column < left + width


def _lies_there(claims: Claims, objects: Sequence[ChangedObject], window: Window) -> bool:
    """Whether most of the objects lie at the side that the words name."""
    if not claims.sides:
        return True
    there = [obj for obj in objects if all(_at_side(side, *_place(obj, window)) for side in claims.sides)]
    return len(there) >= MIN_SHARE * len(objects)


def _place(obj: ChangedObject, window: Window) -> tuple[float, float]:
    """Where its centre lies across and down the window, each 0-1."""
    return (obj.centre[0] - window.left) / window.width, (obj.centre[1] - window.top) / window.height


def _at_side(side: str, across: float, down: float) -> bool:
    outer = [min(place, 1 - place) < 1 / 3 for place in (across, down)]
    return {
        "top": down < 0.5,
        "bottom": down > 0.5,
        "left": across < 0.5,
        "right": across > 0.5,
        "middle": max(abs(across - 0.5), abs(down - 0.5)) < 1 / 4,
        "corner": all(outer),
    }[side]
