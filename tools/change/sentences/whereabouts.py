"""Where a group of objects lies, as a value and in a few words: the place of one, or where most of them are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tools.change.change_map import ChangedObject, ChangeMap
from tools.change.place_pixels import spread
from tools.change.places import RING, Compass, part_in_words
from tools.change.sentences.clauses import Manner, Whereabouts

MOSTLY = 0.6
"""Share in one of the nine fields of the image from which most are said to lie there."""
MOSTLY_HALF = 0.75
"""Share in one half of the image from which most are said to lie there."""
ALL = 0.999
HALVES = RING[::2]
PREPOSITIONS = {"top": "at", "bottom": "at", "left": "on", "right": "on"}


def whereabouts(change_map: ChangeMap, objects: Sequence[ChangedObject], *, by_number: bool) -> Whereabouts:
    """Where objects lie: in one place, most or all of them in one part, or spread over the image.

    Args:
        change_map: that they belong to.
        objects: at least one.
        by_number: whether each counts as one, by its centre, rather than by its pixels.
    """
    compass = Compass.of(change_map)
    if len(objects) == 1:
        return Whereabouts("alone", compass.place(objects[0]))
    fields = _by_number(compass, objects) if by_number else _by_pixels(change_map, objects)
    field, share = max(fields.items(), key=lambda one: one[1])
    if share >= MOSTLY:
        return Whereabouts(_every(objects) if share >= ALL else "mostly", field)
    return _half(change_map, compass, objects, by_number=by_number)


def in_words(where: Whereabouts) -> str:
    """To follow a verb: " in the north", ", mostly at the top", ", spread over the image"."""
    if where.manner == "alone":
        return f" {_at(where.place)}"
    if where.manner == "apart":
        return ", in different parts of the image"
    return ", spread over the image" if where.manner == "spread" else f", {where.manner} {_at(where.place)}"


def _at(place: str) -> str:
    """A field or a part of the image with the preposition that goes with it."""
    if place.startswith("the "):
        return f"in {place}"
    return f"{PREPOSITIONS.get(place, 'in')} the {place}"


def _every(objects: Sequence[ChangedObject]) -> Manner:
    """All of them; of ground, whose places are not counted in the sentence, never "both"."""
    return "both" if len(objects) == 2 and objects[0].object_class != "any" else "all"


def _half(change_map: ChangeMap, compass: Compass, objects: Sequence[ChangedObject], *, by_number: bool) -> Whereabouts:
    weights = np.array([1 if by_number else obj.pixels for obj in objects], float)
    shares = {
        half: float(weights[[compass.lies_in(obj, half) for obj in objects]].sum() / weights.sum()) for half in HALVES
    }
    half, share = max(shares.items(), key=lambda one: one[1])
    if share < MOSTLY_HALF:
        return Whereabouts("apart" if len(objects) == 2 else "spread")
    name = part_in_words(half, georeferenced=change_map.georeference is not None)
    return Whereabouts(_every(objects) if share >= ALL else "mostly", name)


def _by_number(compass: Compass, objects: Sequence[ChangedObject]) -> dict[str, float]:
    places = [compass.place(obj) for obj in objects]
    return {place: places.count(place) / len(places) for place in places}


def _by_pixels(change_map: ChangeMap, objects: Sequence[ChangedObject]) -> dict[str, float]:
    return {field.place: field.share for field in spread(change_map, objects)}
