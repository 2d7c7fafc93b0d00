"""Renders aerial scenes from a seed, at two dates, with their change labels. Knows no file and no network.

Not a simulator: shapes, sizes and colours are plausible at 0.5 m a pixel, so that answers can be checked against a
known truth and a network can be trained on classes that real labels lack (roads, objects that disappear).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from mci_model.data.synthetic_scene import (
    DATES,
    GROUNDS,
    Building,
    Presence,
    Road,
    SyntheticScene,
    Tree,
    describe,
    vary_colour,
)
from mci_model.prediction import Pixels
from mci_model.settings import BUILDING, ROAD

Canvas = npt.NDArray[np.float32]

OVERSAMPLING = 2
"""Scenes are drawn this many times larger and averaged down, so that edges are smooth as in a photograph."""


@dataclass(frozen=True, slots=True)
class RenderedPair:
    """Two images of a scene with label and captions."""

    scene: SyntheticScene
    before: Pixels
    """(size, size, 3) RGB."""
    after: Pixels
    label: Pixels
    """(size, size) class ids of changed pixels."""
    captions: tuple[str, ...]


def render(scene: SyntheticScene) -> RenderedPair:
    """Draw both dates, each with its own illumination, and the label."""
    rng = np.random.default_rng((scene.seed, 2))
    ground, sun = _ground(rng, scene.size), rng.uniform(0, 360)
    images = []
    for date in DATES:
        angle = sun if rng.random() < 0.5 else rng.uniform(0, 360)
        drawn = _draw_date(scene, date, ground, angle, rng)
        images.append(_photograph(drawn, rng))
    return RenderedPair(scene, images[0], images[1], _label(scene), describe(scene))


def _ground(rng: np.random.Generator, size: int) -> Canvas:
    """Two ground colours mixed by low-frequency noise, with finer noise on top."""
    side = size * OVERSAMPLING
    colours = np.array([vary_colour(rng, GROUNDS), vary_colour(rng, GROUNDS)], np.float32)
    mix = _noise(rng, side, 5)[..., None]
    ground = colours[0] * mix + colours[1] * (1 - mix)
    for cells, strength in ((24, 14.0), (90, 10.0), (side // 2, 9.0)):
        ground += (_noise(rng, side, cells)[..., None] - 0.5) * 2 * strength
    return np.asarray(ground, np.float32)


def _draw_date(scene: SyntheticScene, date: Presence, ground: Canvas, sun: float, rng: np.random.Generator) -> Canvas:
    present = ("both", date)
    roads = [road for road in scene.roads if road.presence in present]
    buildings = [building for building in scene.buildings if building.presence in present]
    trees = [tree for tree in scene.trees if tree.presence in present]
    return draw_objects(ground, buildings, roads, trees, sun, rng)


def draw_objects(
    ground: Canvas,
    buildings: Sequence[Building],
    roads: Sequence[Road],
    trees: Sequence[Tree],
    sun: float,
    rng: np.random.Generator,
) -> Canvas:
    """Draw objects on a ground that is OVERSAMPLING times larger than their coordinates.

    Args:
        ground: (H, W, 3) RGB; not modified.
        buildings: roofs with their shadows.
        roads: strips below everything else.
        trees: crowns with their shadows.
        sun: direction of shadows, degrees.
        rng: random generator of the texture.
    """
    canvas = ground.copy()
    direction = np.array([np.cos(np.radians(sun)), np.sin(np.radians(sun))], np.float32)
    for road in roads:
        mask = np.zeros(canvas.shape[:2], np.uint8)
        road.burn(mask, OVERSAMPLING)
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
        _draw_roof(canvas, building, direction, rng)
    for tree in trees:
        _draw_crown(canvas, tree, rng)
    return canvas


def _draw_roof(canvas: Canvas, building: Building, sun: Canvas, rng: np.random.Generator) -> None:
    """A flat roof of one tone, or two differently lit slopes, with texture and an edge line."""
    corners = building.outline() * OVERSAMPLING
    halves = [corners]
    if building.gabled:
        ends = ((corners[0] + corners[1]) / 2, (corners[2] + corners[3]) / 2)
        halves = [np.array([ends[0], corners[1], corners[2], ends[1]]), np.array([corners[0], *ends, corners[3]])]
    middle = corners.mean(axis=0)
    for half in halves:
        outwards = half.mean(axis=0) - middle
        lit = float(outwards @ sun) / (float(np.linalg.norm(outwards)) + 1e-6)
        mask = np.zeros(canvas.shape[:2], np.uint8)
        cv2.fillPoly(mask, [np.round(half).astype(np.int32)], 1)
        tone = np.array(building.colour) * (1 - 0.18 * lit)
        canvas[mask > 0] = tone + rng.normal(0, 7, (int(mask.sum()), 1))
    edge_colour = [float(c) * 0.8 for c in building.colour]
    cv2.polylines(canvas, [np.round(corners).astype(np.int32)], isClosed=True, color=edge_colour, thickness=1)


def _draw_crown(canvas: Canvas, tree: Tree, rng: np.random.Generator) -> None:
    centre = (int(tree.x * OVERSAMPLING), int(tree.y * OVERSAMPLING))
    radius = tree.radius * OVERSAMPLING
    for step, light in ((1.0, 0.8), (0.7, 1.0), (0.4, 1.2)):
        offset = rng.normal(0, 0.1 * radius, 2)
        crown_centre = (int(centre[0] + offset[0]), int(centre[1] + offset[1]))
        colour = [c * light * tree.shade for c in (62.0, 82.0, 48.0)]
        cv2.circle(canvas, crown_centre, max(1, int(radius * step)), colour, -1)


def _photograph(canvas: Canvas, rng: np.random.Generator) -> Pixels:
    """Average down and simulate a sensor: gain, tint, blur and noise."""
    size = canvas.shape[0] // OVERSAMPLING
    image = cv2.resize(canvas, (size, size), interpolation=cv2.INTER_AREA)
    image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, 0.8))
    image = image * rng.normal(1, 0.03, 3) * rng.uniform(0.8, 1.15) + rng.normal(0, 6)
    image = image + rng.normal(0, rng.uniform(1, 4), image.shape)
    return np.asarray(np.clip(image, 0, 255), np.uint8)


def _label(scene: SyntheticScene) -> Pixels:
    label = np.zeros((scene.size, scene.size), np.uint8)
    label_objects(label, [], [road for road in scene.roads if road.presence != "both"])
    for road in (r for r in scene.roads if r.presence == "both"):
        road.burn(label, value=0)
    label_objects(label, [building for building in scene.buildings if building.presence != "both"], [])
    for building in (b for b in scene.buildings if b.presence == "both"):
        cv2.fillPoly(label, [np.round(building.outline()).astype(np.int32)], 0)
    return label


def label_objects(label: Pixels, buildings: Sequence[Building], roads: Sequence[Road]) -> None:
    """Write the class ids of objects into a label, in place, buildings above roads."""
    for road in roads:
        road.burn(label, value=ROAD)
    for building in buildings:
        cv2.fillPoly(label, [np.round(building.outline()).astype(np.int32)], BUILDING)


def _noise(rng: np.random.Generator, side: int, cells: int) -> Canvas:
    """Smooth noise 0-1 with `cells` bumps a side."""
    coarse = rng.random((cells, cells)).astype(np.float32)
    return np.asarray(np.clip(cv2.resize(coarse, (side, side), interpolation=cv2.INTER_CUBIC), 0, 1), np.float32)
