"""Small georeferenced pairs drawn by the scene renderer, with known truth, for the demo and for tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import rasterio
from affine import Affine
from rasterio.crs import CRS

from mci_model.data.scene_renderer import RenderedPair, render
from mci_model.data.synthetic_scene import compose
from mci_model.settings import BUILDING, ROAD, TRAINED_RESOLUTION_M

SAMPLE_CRS = "EPSG:32614"
"""UTM zone 14 north: the rendered ground lies in an empty corner of it."""
ORIGIN = (620_000.0, 3_350_000.0)
DATES = ("2018:05:04 10:30:00", "2021:06:19 10:45:00")


@dataclass(frozen=True, slots=True)
class SamplePair:
    """Two files and what truly changed between them."""

    before: Path
    after: Path
    truth: dict[str, int]
    """Buildings and roads that appeared or disappeared, and changed pixels by class."""


def write_sample(folder: Path, seed: int, size: int = 256) -> SamplePair:
    """Render the scene of `seed` and write before.tif, after.tif and truth.json into `folder`."""
    drawn = render(compose(seed, size))
    folder.mkdir(parents=True, exist_ok=True)
    paths = folder / "before.tif", folder / "after.tif"
    for path, image, date in zip(paths, (drawn.before, drawn.after), DATES, strict=True):
        shape = {"height": size, "width": size, "count": 3, "dtype": "uint8"}
        place = {"crs": CRS.from_string(SAMPLE_CRS), "transform": _grid(seed)}
        with rasterio.open(path, "w", driver="GTiff", photometric="RGB", compress="DEFLATE", **shape, **place) as file:
            file.write(image.transpose(2, 0, 1))
            file.update_tags(TIFFTAG_DATETIME=date)
    truth = _truth(drawn)
    (folder / "truth.json").write_text(json.dumps(truth, indent=1), encoding="utf-8")
    return SamplePair(*paths, truth)


def _grid(seed: int) -> Affine:
    """Half a metre a pixel; each seed has ground of its own."""
    left, top = ORIGIN[0] + 1000 * (seed % 100), ORIGIN[1]
    return Affine(TRAINED_RESOLUTION_M, 0, left, 0, -TRAINED_RESOLUTION_M, top)


def _truth(drawn: RenderedPair) -> dict[str, int]:
    scene = drawn.scene
    return {
        "buildings_appeared": scene.count("buildings", "after"),
        "buildings_disappeared": scene.count("buildings", "before"),
        "roads_appeared": scene.count("roads", "after"),
        "roads_disappeared": scene.count("roads", "before"),
        "trees_gone": scene.count("trees", "before"),
        "building_pixels": int((drawn.label == BUILDING).sum()),
        "road_pixels": int((drawn.label == ROAD).sum()),
    }


SEEDS = (3, 4)
"""A settlement that grows, and one where roads and houses come together."""
