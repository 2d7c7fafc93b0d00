"""Change by radar from images to maps and areas: looks, test, minimum mapping unit, files.

scene -> looks of even ground -> pixels judged -> maps and picture -> areas -> `RadarChange`
"""

from __future__ import annotations

import math
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from tools.change.places import Compass, Part, part_in_words
from tools.errors import RadarError
from tools.landcover.transitions.cover_change import Ground
from tools.notices import notice
from tools.radar.acquisitions.radar_scene import AS_TOLD, RadarRequest, RadarScene, open_scene
from tools.radar.change_pixels import DIRECTION, FIRST, FLAGGED, WET, ChangePixels, Inside, Test, judged_pixels
from tools.radar.looks import LooksEstimate, chosen, estimated
from tools.radar.map_files import interval_numbers, write_maps, write_picture
from tools.radar.open_water import GONE_WATER, NEW_WATER, PASSING_WATER, RULE, WATER, elevations_on, tells_water
from tools.radar.radar_change import MAP_FILES, MapName, OpenWater, RadarChange, RadarInterval
from tools.radar.speckle_tests import check_alpha, check_looks
from tools.radar.window_changes import BRIGHTER, DARKER, MIXED, UNCHANGED, UNKNOWN
from tools.rasters.blocks import LABEL_BLOCK, blocks
from tools.rasters.georeference import AREA_METHOD
from tools.spectrum.index_tally import ClassTally
from tools.types import Progress

DEFAULT_ALPHA = 0.01
DEFAULT_PIXELS = 20
"""Minimum mapping unit, pixels: 0.2 ha of Sentinel-1 GRD."""
ONE_PAIR = 2
FILES = "radar"
"""In the place of a pair's id where files were given."""
NO_DAYS = notice(
    "no-days", "The days of the images are not known, so maps of dates hold the number of the date, from 1."
)
NOTHING_KNOWN = notice(
    "nothing-known", "No pixel of this ground is known at all dates; give images that cover it, without zeros."
)
DIRECTION_CODES, WATER_CODES = 5, 6
PARTS: tuple[Part, ...] = (
    "centre", "north-east", "south-east", "south-west", "north-west", "north", "east", "south", "west",
)  # fmt: skip
"""Parts of the images in which change is counted, small ones first."""
MOST = 0.8
"""Share of what changed from which it is told to lie in a part."""


@dataclass(frozen=True, slots=True)
class RadarTest:
    """How change is looked for."""

    looks: float | None = None
    """Equivalent number of looks; None: estimated on what did not change."""
    alpha: float = DEFAULT_ALPHA
    """Share of unchanged pixels that may be flagged."""
    min_area: float | None = None
    """Minimum mapping unit in m2 (pixels where images are not georeferenced); None: 20 pixels."""
    dem: Path | None = None
    """Elevations, so that likely open water is told on flat ground alone."""


BY_DEFAULT = RadarTest()


def radar_change(
    paths: Sequence[Path | str],
    folder: Path | str,
    test: RadarTest = BY_DEFAULT,
    request: RadarRequest = AS_TOLD,
    progress: Progress | None = None,
) -> RadarChange:
    """Map what changed between radar images of two or more dates.

    Two dates are compared by the ratio of their powers, which follows F(2m, 2m) where nothing changed (m looks), more
    by the sequential omnibus test of Conradsen et al. (2016).

    Args:
        paths: of each date a GeoTIFF of VV, VH or both, power or decibels, or a folder with a file a polarisation; or
            one folder with all dates.
        folder: for maps and picture; made where it is missing.
        test: looks, level, minimum mapping unit, elevations.
        request: what is stated of the files.
        progress: called with windows done and windows in all.

    Returns:
        Areas in m2, shares, direction, likely open water, paths of the files in `maps`, warnings.

    Raises:
        RasterError, PairError, RadarError: the files cannot be used, or not so.
    """
    scene, home = open_scene([Path(path) for path in paths], request), Path(folder)
    found = change_of(scene, home, test, progress=progress)
    return replace(found, maps=tuple((name, str(home / MAP_FILES[name])) for name, _ in found.maps))


def change_of(
    scene: RadarScene,
    folder: Path,
    test: RadarTest = BY_DEFAULT,
    *,
    pair: str = FILES,
    inside: Inside | None = None,
    progress: Progress | None = None,
) -> RadarChange:
    """Map what changed in a scene; errors as for `radar_change`.

    Args:
        scene: the radar images.
        folder: for maps and picture.
        test: looks, level, minimum mapping unit, elevations.
        pair: id of the pair.
        inside: where change is asked for; None: everywhere.
        progress: called with windows done and windows in all.
    """
    alpha, stated = check_alpha(test.alpha), None if test.looks is None else check_looks(test.looks)
    looks, of_looks = chosen(stated, estimate_looks(scene))
    min_pixels = _min_pixels(scene, test.min_area)
    elevations = None if test.dem is None else elevations_on(scene, test.dem)
    water = tells_water(scene)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".radar-", dir=folder) as drafts:
        how = Test(looks, alpha, min_pixels, elevations, inside)
        pixels = judged_pixels(scene, how, Path(drafts), progress)
        tally = _Tally(scene, inside)
        tally.read(pixels)
        if not tally.known:
            raise RadarError(NOTHING_KNOWN)
        files: dict[MapName, Path] = write_maps(folder, scene, pixels, water=water)
        files["picture"] = write_picture(folder, scene, pixels, water=water)
    warnings = (*scene.notes, *of_looks, *(() if all(scene.days) else (NO_DAYS,)))
    return RadarChange(
        pair=pair,
        dates=scene.days,
        polarisations=tuple(str(name) for name in scene.polarisations),
        looks=looks,
        looks_stated=stated is not None,
        alpha=alpha,
        flagged_share=tally.flagged / tally.known,
        changed=tally.changed,
        brighter=tally.direction(BRIGHTER),
        darker=tally.direction(DARKER),
        mixed=tally.direction(MIXED),
        intervals=tally.intervals(),
        water=tally.water(on_flat_ground=elevations is not None) if water else None,
        min_pixels=min_pixels,
        min_m2=None if scene.georeference is None else min_pixels * _pixel_m2(scene),
        unknown_share=1 - tally.known / max(1, tally.asked),
        method=_method(scene),
        area_method="pixels" if scene.georeference is None else f"pixels mapped as changed, {AREA_METHOD}",
        maps=tuple((name, f"{pair}:{path.name}") for name, path in files.items()),
        warnings=tuple(dict.fromkeys(warnings)),
        part=tally.part,
    )


def estimate_looks(scene: RadarScene) -> LooksEstimate | None:
    """The looks that a scene shows where it did not change; None where too little is known."""
    with scene.reading() as reader:
        return estimated(reader.read(window) for window in scene.sample_windows())


def _method(scene: RadarScene) -> str:
    closing = "holes of a pixel or two closed, smaller pieces left out"
    if len(scene.dates) == ONE_PAIR:
        joined = ", polarisations joined by Fisher's method" if len(scene.polarisations) > 1 else ""
        return f"log-ratio F test of each pixel{joined}; {closing}"
    return f"sequential omnibus test of each pixel (Conradsen et al. 2016); {closing}"


def _min_pixels(scene: RadarScene, min_area: float | None) -> int:
    if min_area is None:
        return DEFAULT_PIXELS
    if not 0 <= min_area < math.inf:
        raise RadarError(f"A minimum mapping unit of {min_area:g} cannot be; give square metres, such as 2000.")
    side = 1.0 if scene.georeference is None else _pixel_m2(scene)
    return max(1, math.ceil(min_area / side - 1e-9))


def _pixel_m2(scene: RadarScene) -> float:
    assert scene.georeference is not None
    return float(scene.georeference.area / (scene.size[0] * scene.size[1]))


class _Tally:
    """Areas of directions, water and intervals."""

    def __init__(self, scene: RadarScene, inside: Inside | None) -> None:
        self._scene, self._inside = scene, inside
        grid, intervals = scene.georeference, len(scene.dates)
        self._directions = ClassTally([str(code) for code in range(DIRECTION_CODES)], grid)
        self._waters = ClassTally([str(code) for code in range(WATER_CODES)], grid)
        self._firsts = ClassTally([str(code) for code in range(intervals)], grid)
        self._compass = Compass.on(scene.size, grid)
        self._parts = dict.fromkeys(PARTS, 0)
        self.flagged = self.asked = self.known = 0

    def read(self, pixels: ChangePixels) -> None:
        """Add all windows."""
        for window in blocks(pixels.size, LABEL_BLOCK // 2):
            layers = pixels.read(window).astype(np.int64)
            known = layers[DIRECTION] != UNKNOWN
            self._directions.add(window, np.where(known, layers[DIRECTION], -1))
            self._waters.add(window, np.where(known, layers[WET], -1))
            self._firsts.add(window, np.where(known, layers[FIRST], -1))
            rows, columns = np.nonzero(layers[DIRECTION] > UNCHANGED)
            for part in self._parts:
                inside = self._compass.within(columns + window.left + 0.5, rows + window.top + 0.5, part)
                self._parts[part] += int(inside.sum())
            self.flagged += int(layers[FLAGGED].sum())
            self.known += int(known.sum())
            self.asked += known.size if self._inside is None else int(self._inside(window).sum())

    def direction(self, code: int) -> Ground:
        """Ground of one direction."""
        return _ground(self._directions, code)

    @property
    def changed(self) -> Ground:
        """Ground of any direction."""
        return _ground(self._directions, BRIGHTER, DARKER, MIXED)

    @property
    def part(self) -> str | None:
        """The smallest part of the images that holds most of what changed."""
        changed = self.changed.pixels
        part = next((one for one, pixels in self._parts.items() if pixels >= MOST * max(1, changed)), None)
        return None if part is None else part_in_words(part, georeferenced=self._scene.georeference is not None)

    def intervals(self) -> tuple[RadarInterval, ...]:
        """Ground by the interval of its first change."""
        days = self._scene.days
        names = list(days) if all(days) else [str(number) for number in (1, *interval_numbers(days))]
        return tuple(
            RadarInterval(str(before), str(after), _ground(self._firsts, number))
            for number, (before, after) in enumerate(pairwise(names), 1)
        )

    def water(self, *, on_flat_ground: bool) -> OpenWater:
        """Likely open water at the first and the last date."""
        waters, rule = self._waters, RULE + (", slope at most 5 degrees" if on_flat_ground else "")
        return OpenWater(
            before=_ground(waters, WATER, GONE_WATER),
            after=_ground(waters, WATER, NEW_WATER),
            appeared=_ground(waters, NEW_WATER),
            gone=_ground(waters, GONE_WATER),
            passed=_ground(waters, PASSING_WATER),
            on_flat_ground=on_flat_ground,
            rule=rule,
        )


def _ground(tally: ClassTally, *codes: int) -> Ground:
    rows = [row for row in tally.table() if int(row.name) in codes]
    areas = [row.area_m2 for row in rows if row.area_m2 is not None]
    area = None if tally.grid is None else float(sum(areas))
    return Ground(sum(row.pixels for row in rows), sum(row.share for row in rows), area)
