"""Which changed objects lie within, or beyond, a distance of others. Knows no tool."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from tools.change.change_map import NO_FILTER, ChangeClass, ChangedObject, ChangeMap
from tools.change.shapes.ground_lengths import Points, in_space, nearest
from tools.change.shapes.object_shapes import corners
from tools.errors import UnknownObjectError
from tools.notices import notice

NearTo = int | ChangeClass | Literal["centre"]
"""An object by its number, all changed objects of a class, or the middle of the image."""
HOW_NEAR = notice("how-near", "How near is not said; state max_distance or min_distance.")
TO_WHAT = notice(
    "distance-to-what",
    "A distance needs what it is measured to: an object by its number, building, road or the centre of the image.",
)
ROOMY = 1.001
"""Times the radius of a box in space, whose sides bend with the earth."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """How far objects have to lie from others, from outline to outline along the edges of pixels."""

    to: NearTo
    max_distance: float | None = None
    """Metres, or pixels where the images are not georeferenced."""
    min_distance: float | None = None
    """As `max_distance`."""

    @property
    def limit(self) -> float:
        """The distance up to which distances matter."""
        return max(self.max_distance or 0.0, self.min_distance or 0.0)

    def keeps(self, distance: float) -> bool:
        """Whether an object this far away counts."""
        near = self.max_distance is None or distance <= self.max_distance
        return near and (self.min_distance is None or distance >= self.min_distance)


def lying_near(change_map: ChangeMap, objects: Sequence[ChangedObject], wanted: Nearness) -> list[ChangedObject]:
    """The objects that lie as far from another one of what is named as they have to.

    Raises:
        UnknownObjectError: no changed object is what is named.
    """
    measure = _measure(change_map, wanted.to)
    apart = ((obj, measure(obj, wanted.limit)) for obj in objects)
    return [obj for obj, distance in apart if distance is not None and wanted.keeps(distance)]


def distances_to(change_map: ChangeMap, objects: Sequence[ChangedObject], to: NearTo) -> dict[int, float]:
    """The distance of each object, by its number, to the nearest other one of what is named; errors as before.

    Metres, or pixels where the images are not georeferenced. What has no other is left out.
    """
    measure = _measure(change_map, to)
    measured = {obj.id: measure(obj, math.inf) for obj in objects}
    return {number: distance for number, distance in measured.items() if distance is not None}


def _measure(change_map: ChangeMap, to: NearTo) -> Callable[[ChangedObject, float], float | None]:
    """Tells the distance of an object to what is named; beyond a limit it may be infinite."""
    if to == "centre":
        return lambda obj, _: _from_centre(change_map, obj)
    return _Shapes(change_map, _found(change_map, to)).distance


def _from_centre(change_map: ChangeMap, obj: ChangedObject) -> float:
    """From an object's outline to the middle of the image."""
    height, width = change_map.size
    middle = np.array([[width / 2, height / 2]])
    apart = nearest(change_map.georeference, corners(change_map, obj), middle)
    return float(apart.min()) * (change_map.pixel_size_m or 1.0)


def _found(change_map: ChangeMap, to: int | ChangeClass) -> list[ChangedObject]:
    among = targets(change_map, to)
    if not among:
        raise UnknownObjectError(_nothing_near(to))
    return among


def _nothing_near(to: int | ChangeClass) -> str:
    if isinstance(to, int):
        text = "There is no object {number} here, so nothing can lie near one."
        return notice("near-no-object", text, number=str(to))
    return notice("near-nothing", "No changed {to} was found here, so nothing can lie near one.", to=to)


def targets(change_map: ChangeMap, to: int | ChangeClass) -> list[ChangedObject]:
    """The changed objects that a distance is measured to, of whatever size and probability."""
    change_map = change_map.filtered(NO_FILTER)
    if isinstance(to, int):
        return [obj for obj in change_map.everything if obj.id == to]
    return list(change_map.of(to))


class _Shapes:
    """Outlines of objects, each read once, and their extents, by which most need no reading."""

    def __init__(self, change_map: ChangeMap, among: Sequence[ChangedObject]) -> None:
        self.change_map, self.among = change_map, among
        self._corners = dict[int, Points]()
        spheres = [self._sphere(obj) for obj in among]
        self._middles = np.array([middle for middle, _ in spheres])
        self._radii = np.array([radius for _, radius in spheres])

    def distance(self, obj: ChangedObject, limit: float) -> float | None:
        """To the nearest other in metres (pixels); infinite beyond the limit; None where there is no other."""
        others = [place for place, one in enumerate(self.among) if one.id != obj.id]
        if not others:
            return None
        side = self.change_map.pixel_size_m or 1.0
        middle, radius = self._sphere(obj)
        apart = np.linalg.norm(self._middles[others] - middle, axis=1) - self._radii[others] - radius
        best = math.inf
        for at in np.argsort(apart):
            if apart[at] * side > min(limit, best):
                break
            best = min(best, self._gap(obj, self.among[others[at]]) * side)
        return best

    def _gap(self, one: ChangedObject, other: ChangedObject) -> float:
        grid = self.change_map.georeference
        return float(nearest(grid, self._outline(one), self._outline(other)).min())

    def _outline(self, obj: ChangedObject) -> Points:
        if obj.id not in self._corners:
            self._corners[obj.id] = corners(self.change_map, obj)
        return self._corners[obj.id]

    def _sphere(self, obj: ChangedObject) -> tuple[Points, float]:
        """The middle of an object's box in space, and a radius around it that holds the box."""
        top, left, bottom, right = obj.box
        ends = [(left, top), (right, top), (left, bottom), (right, bottom), ((left + right) / 2, (top + bottom) / 2)]
        *edges, middle = in_space(self.change_map.georeference, np.array(ends, np.float64))
        return middle, ROOMY * max(float(np.linalg.norm(edge - middle)) for edge in edges)
