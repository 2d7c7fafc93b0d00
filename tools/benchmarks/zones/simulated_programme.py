"""A programme over zones whose true effect on each zone is known.

    python -m tools.benchmarks.zones.simulated_programme drawn

writes drawn/zones.gpkg, in which the programme helps where the forest was dense and the road is far.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import numpy.typing as npt
from shapely.geometry import box

from tools.outputs.vectors import write_gpkg

Numbers = npt.NDArray[np.float64]
ZONE_M = 1_000.0
SMOOTH = 5
"""Zones over which errors and covariates are alike."""
TABLE, IMAGE, SEQUENCE = "table", "image", "sequence"
"""Sets of covariates: of these the table sees the roads, a single image the forest dimly, a sequence sees it well."""


@dataclass(frozen=True, slots=True)
class Programme:
    """What a simulated world is like."""

    side: int = 20
    """Zones along each side."""
    strength: float = 1.0
    """How much effects differ; 0: the same effect everywhere."""
    noise: float = 1.0
    """Deviation of the outcome's error, half of which neighbours share."""
    drawn: bool = True
    """Whether treatment is drawn by lot; else it is likelier where the road is near."""


@dataclass(frozen=True)
class World:
    """The zones of a world; arrays are (zones,)."""

    outcome: Numbers
    treated: npt.NDArray[np.bool_]
    effect: Numbers
    """True effect on each zone."""
    forest: Numbers
    road: Numbers
    places: Numbers
    """(zones, 2) metres."""
    sets: dict[str, dict[str, Numbers]]
    """Covariates by set and column."""


def simulated(programme: Programme, seed: int) -> World:
    """A world by its dice."""
    dice, side = np.random.default_rng(seed), programme.side
    forest, road = _field(dice, side), _field(dice, side)
    chance = np.full(side**2, 0.5) if programme.drawn else 1 / (1 + np.exp(0.8 * road))
    treated = dice.random(side**2) < chance
    effect = 0.5 + programme.strength * (0.8 * forest + 0.5 * np.maximum(road, 0))
    error = programme.noise * (np.sqrt(0.5) * _field(dice, side) + np.sqrt(0.5) * dice.normal(size=side**2))
    outcome = 1.0 + 0.7 * forest - 0.5 * road + treated * effect + error
    rows, columns = np.divmod(np.arange(side**2), side)
    image = {f"now_{number}": forest + dice.normal(size=side**2) * 1.5 for number in range(4)}
    sequence = {f"path_{number}": forest + dice.normal(size=side**2) * 0.5 for number in range(4)}
    table = {"road": road, "slope": _field(dice, side)}
    places = np.stack([columns, rows], axis=1) * ZONE_M
    return World(outcome, treated, effect, forest, road, places, {TABLE: table, IMAGE: image, SEQUENCE: sequence})


def _field(dice: np.random.Generator, side: int) -> Numbers:
    """(side * side,) values alike among neighbours, of mean 0 and deviation 1."""
    from scipy.ndimage import gaussian_filter

    values = gaussian_filter(dice.normal(size=(side, side)), SMOOTH / 3, mode="wrap").ravel()
    return np.asarray((values - values.mean()) / values.std())


def write_world(path: Path, world: World) -> None:
    """Write the zones with all columns, as squares in UTM."""
    columns = {name: values for listed in world.sets.values() for name, values in listed.items()}
    kept = {"zone": [f"Z{number:03d}" for number in range(1, len(world.outcome) + 1)], "forest_kept": world.outcome}
    kept |= {"programme": world.treated.astype(int)} | columns
    corners = world.places + np.array([500_000.0, 5_400_000.0])
    shapes = [box(x, y, x + ZONE_M, y + ZONE_M) for x, y in corners]
    write_gpkg(path, gpd.GeoDataFrame(kept, geometry=shapes, crs="EPSG:32632"), "zones", geometry_type="Polygon")


def main(folder: Path) -> None:
    """Write the world of seed 1."""
    folder.mkdir(parents=True, exist_ok=True)
    write_world(folder / "zones.gpkg", simulated(Programme(), 1))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
