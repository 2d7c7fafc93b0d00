"""Layout of the objects on one square of ground at two dates, from a seed. Knows no pixels and no network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
import numpy.typing as npt

from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES
from mci_model.prediction import Pixels

Colour = tuple[int, int, int]
Presence = Literal["both", "before", "after"]

DATES: tuple[Presence, Presence] = ("before", "after")
GROUNDS = ((104, 116, 78), (134, 128, 96), (150, 138, 108), (86, 104, 66), (122, 122, 92))
ROOFS = ((172, 166, 160), (196, 192, 186), (138, 120, 108), (112, 108, 112), (160, 104, 84), (214, 212, 208))
ASPHALTS = ((128, 128, 128), (158, 154, 146), (104, 104, 108), (178, 172, 160))


@dataclass(frozen=True, slots=True)
class Building:
    """A roof: centre (x, y), length and depth in pixels, turned by `angle` degrees."""

    x: float
    y: float
    length: float
    depth: float
    angle: float
    colour: Colour
    gabled: bool
    presence: Presence

    def outline(self, margin: float = 0.0) -> npt.NDArray[np.float32]:
        """Corners (4, 2), pixels."""
        size = (self.length + 2 * margin, self.depth + 2 * margin)
        return np.asarray(cv2.boxPoints(((self.x, self.y), size, self.angle)), np.float32)


@dataclass(frozen=True, slots=True)
class Road:
    """A strip along points (N, 2), pixels."""

    points: npt.NDArray[np.float32]
    width: float
    colour: Colour
    presence: Presence

    def burn(self, mask: Pixels, scale: float = 1.0, *, extra: float = 0.0, value: int = 1) -> None:
        """Write `value` into a mask along the strip, in place; coordinates are multiplied by `scale`."""
        points = [np.round(self.points * scale).astype(np.int32)]
        width = max(1, round((self.width + extra) * scale))
        cv2.polylines(mask, points, isClosed=False, color=value, thickness=width)


@dataclass(frozen=True, slots=True)
class Tree:
    """A crown: centre and radius in pixels."""

    x: float
    y: float
    radius: float
    shade: float
    presence: Presence


@dataclass(frozen=True, slots=True)
class SyntheticScene:
    """All objects on one square of ground at either date."""

    seed: int
    size: int
    buildings: tuple[Building, ...]
    roads: tuple[Road, ...]
    trees: tuple[Tree, ...]

    def count(self, kind: Literal["buildings", "roads", "trees"], presence: Presence) -> int:
        """Number of objects of a kind with this presence."""
        return sum(entry.presence == presence for entry in getattr(self, kind))


def compose(seed: int, size: int = 256, *, unchanged: bool = False) -> SyntheticScene:
    """Generate a scene: roads first, then buildings off the roads, and trees in clusters; some at one date only."""
    rng = np.random.default_rng((seed, 1))
    rate = 0.0 if unchanged else float(rng.choice([0.2, 0.5, 0.8]))
    disappearing = rng.random() < 0.25

    def presence() -> Presence:
        if rng.random() >= rate:
            return "both"
        return "before" if disappearing else "after"

    roads = tuple(_road(rng, size, presence()) for _ in range(rng.integers(0, 3)))
    buildings = _buildings(rng, size, roads, presence)
    trees = tuple(_trees(rng, size, buildings, clearing=rate > 0))
    return SyntheticScene(seed, size, buildings, roads, trees)


def _road(rng: np.random.Generator, size: int, presence: Presence) -> Road:
    start, bend = rng.uniform(0.1, 0.9, 2) * size, rng.normal(0, 0.15, 2) * size
    across = np.linspace(-0.1, 1.1, 24) * size
    along = start[0] + bend[0] * np.sin(across / size * 3.1) + bend[1] * across / size
    points = np.stack([across, along] if rng.random() < 0.5 else [along, across], axis=1).astype(np.float32)
    return Road(points, float(rng.uniform(7, 15)), vary_colour(rng, ASPHALTS), presence)


def _buildings(
    rng: np.random.Generator, size: int, roads: tuple[Road, ...], presence: Callable[[], Presence]
) -> tuple[Building, ...]:
    occupied = np.zeros((size, size), np.uint8)
    for road in roads:
        road.burn(occupied, extra=6.0)
    grid, scale = rng.uniform(-45, 45), rng.choice([1.0, 1.0, 1.8])
    placed: list[Building] = []
    for _ in range(int(rng.integers(2, 22))):
        x, y = rng.uniform(0.04, 0.96, 2) * size
        length, depth = rng.uniform(18, 38) * scale, rng.uniform(14, 26) * scale
        angle = grid + 90 * rng.integers(0, 2) + rng.normal(0, 4)
        gabled = bool(rng.random() < 0.7)
        building = Building(x, y, length, depth, angle, vary_colour(rng, ROOFS), gabled, presence())
        footprint = np.zeros_like(occupied)
        cv2.fillPoly(footprint, [building.outline(4).astype(np.int32)], 1)
        if not (occupied & footprint).any():
            occupied |= footprint
            placed.append(building)
    return tuple(placed)


def _trees(rng: np.random.Generator, size: int, buildings: tuple[Building, ...], *, clearing: bool) -> list[Tree]:
    trees = []
    for _ in range(int(rng.integers(1, 9))):
        centre, deviation, removed = rng.uniform(0, 1, 2) * size, rng.uniform(4, 40), clearing and rng.random() < 0.4
        for _ in range(int(rng.integers(2, 14))):
            x, y = centre + rng.normal(0, deviation, 2)
            trees.append(Tree(x, y, rng.uniform(2.5, 7.5), rng.uniform(0.7, 1.2), "before" if removed else "both"))
    # No tree stands inside a roof: those under a building of the later date are removed by then.
    for building in buildings:
        outline = building.outline(2)
        covered = [cv2.pointPolygonTest(outline, (float(t.x), float(t.y)), measureDist=False) >= 0 for t in trees]
        trees = [
            Tree(t.x, t.y, t.radius, t.shade, "before") if is_covered and building.presence == "after" else t
            for t, is_covered in zip(trees, covered, strict=True)
            if not is_covered or building.presence == "after"
        ]
    return trees


def vary_colour(rng: np.random.Generator, colours: tuple[Colour, ...]) -> Colour:
    """One of the colours with noise."""
    base = np.array(colours[rng.integers(len(colours))]) + rng.normal(0, 8) + rng.normal(0, 4, 3)
    red, green, blue = np.clip(base, 20, 245).astype(int).tolist()
    return red, green, blue


VERBS: dict[Presence, tuple[str, str]] = {"after": ("built", "appear"), "before": ("removed", "disappear")}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def describe(scene: SyntheticScene) -> tuple[str, ...]:
    """Captions in the style and vocabulary of LEVIR-CC; the five fixed sentences for an unchanged scene."""
    parts = []
    for presence, verbs in VERBS.items():
        houses, roads = scene.count("buildings", presence), scene.count("roads", presence)
        if houses:
            amount = NUMBERS[houses] if houses < len(NUMBERS) else "many"
            parts.append(
                (
                    f"{amount} {'house is' if houses == 1 else 'houses are'} {verbs[0]}",
                    f"{'a house' if houses == 1 else 'some buildings'} {verbs[1]}{'s' if houses == 1 else ''}",
                )
            )
        if roads:
            parts.append(
                (
                    f"{'a road is' if roads == 1 else 'roads are'} {verbs[0]}",
                    f"{'a road' if roads == 1 else 'roads'} {verbs[1]}{'s' if roads == 1 else ''}",
                )
            )
    if scene.count("trees", "before") and (parts or scene.count("trees", "before") > 3):
        parts.append(("some trees are removed", "some trees disappear"))
    if not parts:
        return UNCHANGED_SENTENCES
    return tuple(" and ".join(part[style] for part in order) for style in (0, 1) for order in (parts, parts[::-1]))
