"""Radar images of one place on one grid, read in windows as linear power. Knows no test.

dates and their bands -> polarisations that all have, one orbit, one grid, units -> windows of power, NaN where unknown
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window
from tools.errors import PairError, RadarError
from tools.notices import notice
from tools.pairs.common_grid import PairGrid
from tools.pairs.grid_reader import GridReader
from tools.pairs.pair import ImagePair
from tools.radar.acquisitions.backscatter import STATED, Reals, Stated, Unit, is_calibrated, to_power, unit_of
from tools.radar.acquisitions.dates_together import check_one_orbit, common_polarisations, in_order, ordered_bands
from tools.radar.acquisitions.geometry import POLARISATIONS
from tools.radar.acquisitions.radar_files import RadarDate, date_of_source, dates_of
from tools.radar.acquisitions.radar_grid import grids_of
from tools.rasters.georeference import Georeference

SKETCH_SIDE = 512
WHOLE_SIDE = 1024
SPOTS, SPOT_SIDE = 6, 128
"""Of scenes larger than `WHOLE_SIDE` squared, looks are estimated on SPOTS x SPOTS windows."""
BORDER_FROM = 0.001
"""Share of zeros from which they are told."""


@dataclass(frozen=True, slots=True)
class RadarRequest:
    """What a person states of radar images."""

    bands: tuple[str, ...] = ()
    """Polarisations of the files' bands, in order; empty: the files tell."""
    unit: Stated = "auto"
    mixed_orbits: bool = False
    """Whether dates of several orbits or passes are compared all the same."""


AS_TOLD = RadarRequest()
"""Nothing is stated; the files tell."""


def radar_request(bands: str | None = None, unit: str = "auto", *, mixed_orbits: bool = False) -> RadarRequest:
    """What a person states, from words.

    Args:
        bands: polarisations with commas between; None: the files tell.
        unit: `auto`, `power` or `db`.
        mixed_orbits: whether dates of several orbits are compared all the same.

    Raises:
        RadarError: there is no such polarisation or unit.
    """
    names = () if bands is None else tuple(name.strip().upper() for name in bands.split(","))
    unknown = next((name for name in names if name not in POLARISATIONS), None)
    if unknown is not None:
        raise RadarError(f"{unknown or 'Nothing'} is no polarisation; give {', '.join(POLARISATIONS)}, such as VV,VH.")
    stated = next((one for one in STATED if one == unit.lower()), None)
    if stated is None:
        raise RadarError(f"{unit} is no unit of radar; give power, db or auto.")
    return RadarRequest(names, stated, mixed_orbits)


@dataclass(frozen=True)
class RadarScene:
    """Dates of radar on one grid; pixels are read only when needed."""

    dates: tuple[RadarDate, ...]
    """In the order of time; each with the same polarisations."""
    grids: tuple[PairGrid, ...]
    """Of each date, its place on the common grid."""
    units: tuple[tuple[Unit, ...], ...]
    """Of each band of each date."""
    calibrated: bool
    """Whether values can be held against those of known ground."""
    notes: tuple[str, ...]

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) in pixels."""
        return self.grids[0].size

    @property
    def georeference(self) -> Georeference | None:
        """The georeference of the grid."""
        return self.grids[0].georeference

    @property
    def polarisations(self) -> tuple[str | None, ...]:
        """Of the bands that all dates have."""
        return tuple(band.polarisation for band in self.dates[0].bands)

    @property
    def days(self) -> tuple[str | None, ...]:
        """ISO 8601 days of the dates."""
        return tuple(date.day for date in self.dates)

    @contextmanager
    def reading(self) -> Iterator[RadarReader]:
        """A reader of windows, all files open; one a thread."""
        with ExitStack() as stack:
            readers = [
                [stack.enter_context(_reader(date, grid, place)) for place in range(len(date.bands))]
                for date, grid in zip(self.dates, self.grids, strict=True)
            ]
            yield RadarReader(self, readers)

    def sample_windows(self) -> Iterator[Window]:
        """Windows on which looks are estimated: the whole of a small scene, else spots spread evenly over it."""
        height, width = self.size
        if height * width <= WHOLE_SIDE**2:
            yield Window(0, 0, height, width)
            return
        sides = [min(SPOT_SIDE, extent) for extent in (height, width)]
        tops, lefts = (
            np.linspace(0, extent - side, SPOTS).astype(int)
            for extent, side in zip((height, width), sides, strict=True)
        )
        for top in tops:
            for left in lefts:
                yield Window(int(top), int(left), sides[0], sides[1])


class RadarReader:
    """Windows of an open scene."""

    def __init__(self, scene: RadarScene, readers: Sequence[Sequence[GridReader]]) -> None:
        self.scene, self._readers = scene, readers

    def read(self, window: Window) -> Reals:
        """(dates, bands, h, w) linear power; NaN where any band of any date is unknown.

        Raises:
            RasterError: a file is damaged there.
        """
        power = np.stack([
            np.stack([_power(reader, window, unit) for reader, unit in zip(readers, units, strict=True)])
            for readers, units in zip(self._readers, self.scene.units, strict=True)
        ])  # fmt: skip
        known = np.isfinite(power).all(axis=(0, 1))
        return np.where(known, power, np.float32(np.nan))


def open_scene(paths: Sequence[Path], request: RadarRequest = AS_TOLD) -> RadarScene:
    """Open radar images of two or more dates; only headers and a sketch are read.

    Args:
        paths: of each date a file, or a folder with a file a polarisation; or one folder of all dates.
        request: what is stated of them.

    Raises:
        RasterError: a file cannot be used.
        RadarError: they are no radar of one polarisation, orbit and unit.
        PairError: they lie on other ground, or their pixels are of other sizes.
    """
    dates = dates_of(paths)
    if request.bands:
        dates = tuple(_as_stated(date, request.bands) for date in dates)
    dates, notes = in_order(dates)
    grids, of_grids = grids_of([date.bands[0].source for date in dates])
    return _scene(dates, grids, request, (*notes, *of_grids))


def scene_of_pair(pair: ImagePair, request: RadarRequest = AS_TOLD) -> RadarScene:
    """The radar images of an open pair; errors as for `open_scene`."""
    dates = tuple(date_of_source(source, request.bands) for source in pair.sources)
    grids, notes = grids_of([date.bands[0].source for date in dates])
    return _scene(dates, grids, request, notes)


def _as_stated(date: RadarDate, bands: tuple[str, ...]) -> RadarDate:
    """A date whose one file has bands of these polarisations."""
    files = {band.source.path for band in date.bands}
    if len(files) > 1:
        return date
    return date_of_source(date.bands[0].source, bands)


def _scene(
    dates: tuple[RadarDate, ...], grids: tuple[PairGrid, ...], request: RadarRequest, notes: tuple[str, ...]
) -> RadarScene:
    geometry = check_one_orbit(dates, mixed=request.mixed_orbits)
    sketches = [_sketches(date, grid) for date, grid in zip(dates, grids, strict=True)]
    dates, sketches, guessed = ordered_bands(dates, sketches)
    dates, lacking = common_polarisations(dates)
    kept = [
        [drawn[band.source.path, band.source.colours] for band in date.bands]
        for date, drawn in zip(dates, sketches, strict=True)
    ]
    units = tuple(
        tuple(
            unit_of(values[(values != 0)], band.source.name, request.unit)
            for band, values in zip(date.bands, drawn, strict=True)
        )
        for date, drawn in zip(dates, kept, strict=True)
    )
    powers = [
        to_power(values, unit)
        for drawn, of in zip(kept, units, strict=True)
        for values, unit in zip(drawn, of, strict=True)
    ]
    calibrated = all(
        is_calibrated(power, unit) for power, unit in zip(powers, [one for of in units for one in of], strict=True)
    )
    if not any(np.isfinite(power).any() for power in powers):
        raise PairError(notice("no-pixel-known", "No pixel is known at all dates; give images that overlap."))
    told = (*notes, *geometry, *guessed, *lacking, *_unit_notes(dates, units), *_border_notes(dates, kept))
    return RadarScene(dates, grids, units, calibrated, tuple(dict.fromkeys(told)))


Sketch = dict[tuple[Path, tuple[int, ...]], npt.NDArray[np.generic]]
"""Subsampled values of the bands of a date, known ones, by file and band."""


def _sketches(date: RadarDate, grid: PairGrid) -> Sketch:
    found: Sketch = {}
    for place, band in enumerate(date.bands):
        with _reader(date, grid, place) as reader:
            drawn = reader.sketch(SKETCH_SIDE)
        found[band.source.path, band.source.colours] = drawn.pixels[..., 0][drawn.valid]
    return found


def _reader(date: RadarDate, grid: PairGrid, place: int) -> GridReader:
    """Nearest pixels where a date must be warped: means of neighbours would change the looks."""
    return GridReader(date.bands[place].source, grid, grid.second, of_classes=True)


def _power(reader: GridReader, window: Window, unit: Unit) -> Reals:
    values = reader.read(window)
    return np.where(values.valid, to_power(values.pixels[..., 0], unit), np.float32(np.nan))


def _unit_notes(dates: Sequence[RadarDate], units: Sequence[Sequence[Unit]]) -> Iterator[str]:
    for date, of in zip(dates, units, strict=True):
        for unit in dict.fromkeys(of):
            if unit == "amplitude":
                yield notice(
                    "amplitude",
                    "{name} holds whole numbers, which are taken for amplitude and squared; it is not calibrated, so "
                    "open water is not told.",
                    name=date.name,
                )
            elif unit == "decibels":
                yield notice(
                    "decibels-to-power", "{name} holds decibels, which were turned into power.", name=date.name
                )
            elif unit == "hundredths of decibels":
                text = "{name} holds hundredths of decibels, which were turned into power."
                yield notice("hundredths-to-power", text, name=date.name)


def _border_notes(dates: Sequence[RadarDate], sketches: Sequence[Sequence[npt.NDArray[np.generic]]]) -> Iterator[str]:
    for date, drawn in zip(dates, sketches, strict=True):
        share = max((float((values == 0).mean()) for values in drawn if values.size), default=0.0)
        if share >= BORDER_FROM:
            yield notice(
                "border",
                "{share:.2g} % of {name} is 0, as beyond the border of a scene; nothing is known of it.",
                share=100 * share,
                name=date.name,
            )
