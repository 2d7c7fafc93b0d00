"""Aerial scenes drawn from a seed, at two dates, with the truth of what changed. Knows no file and no network.

Not a simulator: shapes, sizes and colours are of the right kind at 0.5 m a pixel, so that an answer can be checked
against a known truth and a network can meet classes that real labels lack (roads, things that disappear).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
import numpy.typing as npt

from mci_model.datasets import UNCHANGED_SENTENCES
from mci_model.settings import BUILDING, ROAD

Pixels = npt.NDArray[np.uint8]
Canvas = npt.NDArray[np.float32]
Presence = Literal["both", "before", "after"]

DATES: tuple[Presence, Presence] = ("before", "after")
OVERSAMPLING = 2
"""Scenes are drawn this many times larger and averaged down, so that edges are smooth as in a photograph."""
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
    colour: tuple[int, int, int]
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
    colour: tuple[int, int, int]
    presence: Presence


@dataclass(frozen=True, slots=True)
class Tree:
    """A crown: centre and radius in pixels."""

    x: float
    y: float
    radius: float
    shade: float
    presence: Presence


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that stands on one square of ground at either date."""

    seed: int
    size: int
    buildings: tuple[Building, ...]
    roads: tuple[Road, ...]
    trees: tuple[Tree, ...]

    def count(self, kind: Literal["buildings", "roads", "trees"], presence: Presence) -> int:
        """How many things of a kind have this presence."""
        return sum(thing.presence == presence for thing in getattr(self, kind))


@dataclass(frozen=True, slots=True)
class RenderedPair:
    """Two pictures of a scene and their truth."""

    scene: Scene
    before: Pixels
    """(size, size, 3) RGB."""
    after: Pixels
    label: Pixels
    """(size, size) class ids of what changed."""
    captions: tuple[str, ...]


def compose(seed: int, size: int = 256, *, unchanged: bool = False) -> Scene:
    """Lay out a scene: roads first, buildings beside them or free, trees in clumps; some at one date only."""
    rng = np.random.default_rng((seed, 1))
    rate = 0.0 if unchanged else float(rng.choice([0.2, 0.5, 0.8]))
    vanishing = rng.random() < 0.25

    def presence() -> Presence:
        if rng.random() >= rate:
            return "both"
        return "before" if vanishing else "after"

    roads = tuple(_road(rng, size, presence()) for _ in range(rng.integers(0, 3)))
    buildings = _buildings(rng, size, roads, presence)
    trees = tuple(_trees(rng, size, buildings, clearing=rate > 0))
    return Scene(seed, size, buildings, roads, trees)


def _road(rng: np.random.Generator, size: int, presence: Presence) -> Road:
    start, bend = rng.uniform(0.1, 0.9, 2) * size, rng.normal(0, 0.15, 2) * size
    across = np.linspace(-0.1, 1.1, 24) * size
    along = start[0] + bend[0] * np.sin(across / size * 3.1) + bend[1] * across / size
    points = np.stack([across, along] if rng.random() < 0.5 else [along, across], axis=1).astype(np.float32)
    return Road(points, float(rng.uniform(7, 15)), vary_colour(rng, ASPHALTS), presence)


def _buildings(
    rng: np.random.Generator, size: int, roads: tuple[Road, ...], presence: Callable[[], Presence]
) -> tuple[Building, ...]:
    taken = np.zeros((size, size), np.uint8)
    for road in roads:
        _strip(taken, road, 1.0, extra=6.0)
    grid, scale = rng.uniform(-45, 45), rng.choice([1.0, 1.0, 1.8])
    placed: list[Building] = []
    for _ in range(int(rng.integers(2, 22))):
        x, y = rng.uniform(0.04, 0.96, 2) * size
        length, depth = rng.uniform(18, 38) * scale, rng.uniform(14, 26) * scale
        angle = grid + 90 * rng.integers(0, 2) + rng.normal(0, 4)
        gabled = bool(rng.random() < 0.7)
        building = Building(x, y, length, depth, angle, vary_colour(rng, ROOFS), gabled, presence())
        footprint = np.zeros_like(taken)
        cv2.fillPoly(footprint, [building.outline(4).astype(np.int32)], 1)
        if not (taken & footprint).any():
            taken |= footprint
            placed.append(building)
    return tuple(placed)


def _trees(rng: np.random.Generator, size: int, buildings: tuple[Building, ...], *, clearing: bool) -> list[Tree]:
    trees = []
    for _ in range(int(rng.integers(1, 9))):
        centre, spread, goes = rng.uniform(0, 1, 2) * size, rng.uniform(4, 40), clearing and rng.random() < 0.4
        for _ in range(int(rng.integers(2, 14))):
            x, y = centre + rng.normal(0, spread, 2)
            trees.append(Tree(x, y, rng.uniform(2.5, 7.5), rng.uniform(0.7, 1.2), "before" if goes else "both"))
    # A tree does not grow through a roof: whatever stands under a building of the later date is gone by then.
    for building in buildings:
        outline = building.outline(2)
        covered = [cv2.pointPolygonTest(outline, (float(t.x), float(t.y)), measureDist=False) >= 0 for t in trees]
        trees = [
            Tree(t.x, t.y, t.radius, t.shade, "before") if hit and building.presence == "after" else t
            for t, hit in zip(trees, covered, strict=True)
            if not hit or building.presence == "after"
        ]
    return trees


def render(scene: Scene) -> RenderedPair:
    """Draw both dates, each under its own light, and the truth."""
    rng = np.random.default_rng((scene.seed, 2))
    ground, sun = _ground(rng, scene.size), rng.uniform(0, 360)
    pictures = []
    for date in DATES:
        angle = sun if rng.random() < 0.5 else rng.uniform(0, 360)
        drawn = _draw(scene, date, ground, angle, rng)
        pictures.append(_photograph(drawn, rng))
    return RenderedPair(scene, pictures[0], pictures[1], _truth(scene), describe(scene))


def _ground(rng: np.random.Generator, size: int) -> Canvas:
    """Two ground colours mixed by slow noise, with finer grain on top."""
    side = size * OVERSAMPLING
    colours = np.array([vary_colour(rng, GROUNDS), vary_colour(rng, GROUNDS)], np.float32)
    mix = _noise(rng, side, 5)[..., None]
    ground = colours[0] * mix + colours[1] * (1 - mix)
    for cells, strength in ((24, 14.0), (90, 10.0), (side // 2, 9.0)):
        ground += (_noise(rng, side, cells)[..., None] - 0.5) * 2 * strength
    return np.asarray(ground, np.float32)


def _draw(scene: Scene, date: Presence, ground: Canvas, sun: float, rng: np.random.Generator) -> Canvas:
    here = ("both", date)
    roads = [road for road in scene.roads if road.presence in here]
    buildings = [building for building in scene.buildings if building.presence in here]
    trees = [tree for tree in scene.trees if tree.presence in here]
    return draw_things(ground, buildings, roads, trees, sun, rng)


def draw_things(
    ground: Canvas,
    buildings: Sequence[Building],
    roads: Sequence[Road],
    trees: Sequence[Tree],
    sun: float,
    rng: np.random.Generator,
) -> Canvas:
    """Draw things on a ground that is OVERSAMPLING times larger than their coordinates.

    Args:
        ground: (H, W, 3) RGB; left as it is.
        buildings: roofs with their shadows.
        roads: strips below everything else.
        trees: crowns with their shadows.
        sun: where shadows point, degrees.
        rng: the dice for texture.
    """
    canvas = ground.copy()
    direction = np.array([np.cos(np.radians(sun)), np.sin(np.radians(sun))], np.float32)
    for road in roads:
        mask = np.zeros(canvas.shape[:2], np.uint8)
        _strip(mask, road, OVERSAMPLING)
        canvas[mask > 0] = np.array(road.colour) + rng.normal(0, 6, (int(mask.sum()), 1))
    shadow = np.zeros(canvas.shape[:2], np.uint8)
    for building in buildings:
        hull = np.concatenate([building.outline(), building.outline() + direction * 6.0])
        cv2.fillPoly(shadow, [cv2.convexHull(hull * OVERSAMPLING).astype(np.int32)], 1)
    for tree in trees:
        x, y = (np.array([tree.x, tree.y]) + direction * tree.radius * 0.9) * OVERSAMPLING
        cv2.circle(shadow, (int(x), int(y)), int(tree.radius * OVERSAMPLING), 1, -1)
    canvas[shadow > 0] *= 0.55
    for building in buildings:
        _roof(canvas, building, direction, rng)
    for tree in trees:
        _crown(canvas, tree, rng)
    return canvas


def _roof(canvas: Canvas, building: Building, sun: Canvas, rng: np.random.Generator) -> None:
    """A flat roof of one tone, or two slopes that take the light differently, with worn texture and a rim."""
    corners = building.outline() * OVERSAMPLING
    halves = [corners]
    if building.gabled:
        ends = ((corners[0] + corners[1]) / 2, (corners[2] + corners[3]) / 2)
        halves = [np.array([ends[0], corners[1], corners[2], ends[1]]), np.array([corners[0], *ends, corners[3]])]
    middle = corners.mean(axis=0)
    for half in halves:
        away = half.mean(axis=0) - middle
        lit = float(away @ sun) / (float(np.linalg.norm(away)) + 1e-6)
        mask = np.zeros(canvas.shape[:2], np.uint8)
        cv2.fillPoly(mask, [np.round(half).astype(np.int32)], 1)
        tone = np.array(building.colour) * (1 - 0.18 * lit)
        canvas[mask > 0] = tone + rng.normal(0, 7, (int(mask.sum()), 1))
    rim = [float(c) * 0.8 for c in building.colour]
    cv2.polylines(canvas, [np.round(corners).astype(np.int32)], isClosed=True, color=rim, thickness=1)


def _crown(canvas: Canvas, tree: Tree, rng: np.random.Generator) -> None:
    centre = (int(tree.x * OVERSAMPLING), int(tree.y * OVERSAMPLING))
    radius = tree.radius * OVERSAMPLING
    for step, light in ((1.0, 0.8), (0.7, 1.0), (0.4, 1.2)):
        offset = rng.normal(0, 0.1 * radius, 2)
        place = (int(centre[0] + offset[0]), int(centre[1] + offset[1]))
        colour = [c * light * tree.shade for c in (62.0, 82.0, 48.0)]
        cv2.circle(canvas, place, max(1, int(radius * step)), colour, -1)


def _photograph(canvas: Canvas, rng: np.random.Generator) -> Pixels:
    """Average down, and add a sensor: gain and tint of the day, soft optics, noise."""
    size = canvas.shape[0] // OVERSAMPLING
    image = cv2.resize(canvas, (size, size), interpolation=cv2.INTER_AREA)
    image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, 0.8))
    image = image * rng.normal(1, 0.03, 3) * rng.uniform(0.8, 1.15) + rng.normal(0, 6)
    image = image + rng.normal(0, rng.uniform(1, 4), image.shape)
    return np.asarray(np.clip(image, 0, 255), np.uint8)


def _truth(scene: Scene) -> Pixels:
    label = np.zeros((scene.size, scene.size), np.uint8)
    label_things(label, [], [road for road in scene.roads if road.presence != "both"])
    for road in (r for r in scene.roads if r.presence == "both"):
        _strip(label, road, 1.0, value=0)
    label_things(label, [building for building in scene.buildings if building.presence != "both"], [])
    for building in (b for b in scene.buildings if b.presence == "both"):
        cv2.fillPoly(label, [np.round(building.outline()).astype(np.int32)], 0)
    return label


def label_things(label: Pixels, buildings: Sequence[Building], roads: Sequence[Road]) -> None:
    """Write the class ids of things into a label, in place, buildings above roads."""
    for road in roads:
        _strip(label, road, 1.0, value=ROAD)
    for building in buildings:
        cv2.fillPoly(label, [np.round(building.outline()).astype(np.int32)], BUILDING)


def _strip(mask: Pixels, road: Road, scale: float, *, extra: float = 0.0, value: int = 1) -> None:
    points = [np.round(road.points * scale).astype(np.int32)]
    width = max(1, round((road.width + extra) * scale))
    cv2.polylines(mask, points, isClosed=False, color=value, thickness=width)


def _noise(rng: np.random.Generator, side: int, cells: int) -> Canvas:
    """Smooth noise 0-1 with `cells` bumps a side."""
    coarse = rng.random((cells, cells)).astype(np.float32)
    return np.asarray(np.clip(cv2.resize(coarse, (side, side), interpolation=cv2.INTER_CUBIC), 0, 1), np.float32)


def vary_colour(rng: np.random.Generator, colours: tuple[tuple[int, int, int], ...]) -> tuple[int, int, int]:
    """One of the colours, a little off."""
    base = np.array(colours[rng.integers(len(colours))]) + rng.normal(0, 8) + rng.normal(0, 4, 3)
    red, green, blue = np.clip(base, 20, 245).astype(int).tolist()
    return red, green, blue


VERBS: dict[Presence, tuple[str, str]] = {"after": ("built", "appear"), "before": ("removed", "disappear")}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def describe(scene: Scene) -> tuple[str, ...]:
    """What changed, in the manner and words of LEVIR-CC; the five fixed sentences when nothing did."""
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
