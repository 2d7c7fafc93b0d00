"""Both dates of a pair as reflectance, band by band, on the pair's grid, in windows; with the product's cloud mask.

stored values -> scale and offset, from the file, its tags or its sensor -> reflectance 0-1
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window
from tools.errors import ReflectanceError, UnknownSensorError
from tools.pairs.grid_reader import GridReader, Values
from tools.pairs.pair import ImagePair
from tools.rasters.opener import RasterSource
from tools.sensors.recognition import KnownBands, by_count, by_names, in_order, requested_sensor
from tools.sensors.registry import SENSORS
from tools.sensors.sensor import LaterBaseline
from tools.spectrum.cloud_mask import CloudMask, cloud_mask
from tools.types import DATES, Date

Reflectance = npt.NDArray[np.float32]
BASELINE = r"(?:^|[^\d])0?(\d{1,2}\.\d{2})(?:[^\d]|$)"
"""A processing baseline in a tag."""
MAX_BRIGHT, MIN_BRIGHT = 1.6, 0.002
"""Range of the 99th percentile of reflectance; outside it the scale must be wrong."""
SKETCH_SIDE = 256
DAYS_IN_YEAR, SAME_SEASON = 365, 45
"""Days of the year, and difference in days up to which two dates are of one season."""


@dataclass(frozen=True)
class SpectralDate:
    """How one date is read."""

    date: Date
    bands: KnownBands
    scale: float
    offset: float
    scaled_by: str
    """The source of scale and offset, as a phrase."""
    clouds: tuple[CloudMask, int] | None
    """The cloud mask band, and its number."""
    notes: tuple[str, ...]
    day: str | None = None
    """ISO 8601, where the file states it."""

    def lacks(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Those of these bands that the file lacks."""
        return tuple(key for key in keys if key not in self.bands.numbers)


def spectral_date(pair: ImagePair, date: Date, sensor: str | None = None) -> SpectralDate:
    """Determine which bands a date has and how its values are scaled to reflectance.

    Args:
        pair: the pair.
        date: which of the two.
        sensor: as `tools.sensors.recognition.requested_sensor` reads it; None: recognised from the file.

    Raises:
        UnknownSensorError: a sensor that does not exist, or not with so many bands.
        ReflectanceError: the bands cannot be recognised, or the values cannot be reflectance.
        RasterError: the file is damaged.
    """
    source = pair.sources[date == "after"]
    with source.reading() as file:
        names = list(file.descriptions)
        tags = {str(name): str(value) for name, value in file.tags().items()}
        scales = list(zip(file.scales, file.offsets, strict=True))
    bands = _recognised(pair, date, source, names, sensor)
    scale, offset, scaled_by, notes = _scaling(source, bands, scales, tags)
    mask = cloud_mask([name for name in names if name])
    clouds = None if mask is None else (mask, 1 + names.index(mask.asset))
    acquisition = SpectralDate(date, bands, scale, offset, scaled_by, clouds, tuple(notes), source.date)
    _check_scale(pair, acquisition)
    return acquisition


def finest_m(pair: ImagePair, sensor: str | None = None) -> float | None:
    """Metres per pixel of the finest bands, of the coarser of two sensors; None where no sensor is recognised."""
    finest = []
    for date in DATES:
        try:
            recognised = spectral_date(pair, date, sensor).bands.sensor
        except (ReflectanceError, UnknownSensorError):
            continue
        sides = [band.resolution_m for band in recognised.bands if band.resolution_m] if recognised is not None else []
        finest += [min(sides)] if sides else []
    return max(finest, default=None)


def comparison_warnings(dates: Sequence[SpectralDate]) -> tuple[str, ...]:
    """Warnings about dates that are compared: their notes, different sensors, scaling or seasons."""
    warnings = [note for acquisition in dates for note in acquisition.notes]
    sensors = dict.fromkeys(
        "unknown" if acquisition.bands.sensor is None else acquisition.bands.sensor.name for acquisition in dates
    )
    if len(sensors) > 1:
        warnings.append(
            f"The dates are of different sensors ({' and '.join(sensors)}), whose bands are not quite alike."
        )
    rules = dict.fromkeys(acquisition.scaled_by for acquisition in dates)
    if len(rules) > 1:
        warnings.append(f"The two dates were scaled by different rules ({' and '.join(rules)}).")
    return tuple(dict.fromkeys([*warnings, *_seasons([acquisition.day for acquisition in dates])]))


def _seasons(days: Sequence[str | None]) -> Iterator[str]:
    """A warning where vegetation may differ because of the season alone."""
    days_of_year = [datetime.fromisoformat(day).timetuple().tm_yday for day in days if day is not None]
    apart = max(days_of_year, default=0) - min(days_of_year, default=0)
    apart = min(apart, DAYS_IN_YEAR - apart)
    if apart > SAME_SEASON:
        yield f"The dates lie {apart} days apart in the year, so that change of plants, snow and water may be season."


def _recognised(
    pair: ImagePair, date: Date, source: RasterSource, names: Sequence[str | None], requested: str | None
) -> KnownBands:
    if requested is not None:
        sensor, bands = requested_sensor(requested)
        if len(bands) > source.bands:
            raise ReflectanceError(
                f"{source.name} has {source.bands} bands, {sensor.name} {len(bands)}; name the bands that it holds in "
                f"their order, for example --sensor {sensor.id}:B02,B03,B04,B08."
            )
        return KnownBands(sensor, in_order(bands), "a person said so")
    known = by_names(names)
    if known is not None:
        return known
    usual = by_count(source.bands, source.dtype, lambda numbers: _means(pair, date, numbers))
    if usual is None:
        raise ReflectanceError(
            f"Nothing tells what the {source.bands} bands of {source.name} are; say it with --sensor, "
            f"one of {', '.join(SENSORS)}."
        )
    return KnownBands(usual, in_order(usual.bands), f"{source.bands} bands are usual for {usual.name}")


def _means(pair: ImagePair, date: Date, numbers: tuple[int, ...]) -> list[float]:
    """Mean of each of a date's bands with these numbers."""
    with _reader(pair, date, numbers) as reader:
        values = reader.sketch(SKETCH_SIDE).pixels.astype(np.float64)
    return [float(values[..., place].mean()) for place in range(len(numbers))]


def _scaling(
    source: RasterSource, bands: KnownBands, scales: Sequence[tuple[float, float]], tags: dict[str, str]
) -> tuple[float, float, str, list[str]]:
    """(scale, offset, their source, notes)."""
    if any(pair != (1.0, 0.0) for pair in scales):
        first = bands.numbers and min(bands.numbers.values()) - 1
        scale, offset = scales[first or 0]
        return scale, offset, "the file's own scale and offset", []
    if np.dtype(source.dtype).kind == "f":
        return 1.0, 0.0, "real numbers are taken for reflectance", []
    if source.dtype == "uint8":
        note = f"{source.name} holds 8-bit brightness, not reflectance: thresholds of indices are rough for it."
        return 1 / 255, 0.0, "8-bit brightness", [note]
    sensor = bands.sensor
    if sensor is None:
        return 1e-4, 0.0, "whole numbers are taken for reflectance x 10,000", []
    later = sensor.later_baseline
    if later is None:
        return sensor.scale, sensor.offset, sensor.source, []
    baseline = _baseline(source, tags, later)
    if baseline is None:
        note = (
            f"The files do not tell their processing baseline; from {later.first:05.2f} on "
            f"{-later.offset / sensor.scale:,.0f} would have to be taken off."
        )
        return sensor.scale, sensor.offset, sensor.source, [note] if _may_be_later(source, later) else []
    offset = later.offset if baseline >= later.first else sensor.offset
    return sensor.scale, offset, f"{sensor.source} ({baseline:.2f})", []


def _baseline(source: RasterSource, tags: dict[str, str], rule: LaterBaseline) -> float | None:
    """The processing baseline, from a tag or the file's name."""
    texts = [value for name, value in tags.items() if "BASELINE" in name.upper()] + [source.name]
    for text in texts:
        match = re.search(f"{BASELINE}|{rule.in_name}", text)
        if match:
            return float(match[1]) if match[1] else float(f"{match[2]}.{match[3]}")
    return None


def _may_be_later(source: RasterSource, rule: LaterBaseline) -> bool:
    """Whether a file may have a baseline with the offset: dated since its introduction, or undated."""
    return source.date is None or source.date >= rule.since


def _check_scale(pair: ImagePair, acquisition: SpectralDate) -> None:
    """Check that the values can be reflectance."""
    with _reader(pair, acquisition.date, tuple(acquisition.bands.numbers.values())) as reader:
        sketch = reader.sketch(SKETCH_SIDE)
    values = sketch.pixels[sketch.valid].astype(np.float64) * acquisition.scale + acquisition.offset
    if not values.size:
        raise ReflectanceError(f"The {acquisition.date} image holds no data where the two dates meet.")
    bright = float(np.percentile(values, 99))
    if not MIN_BRIGHT <= bright <= MAX_BRIGHT:
        raise ReflectanceError(
            f"The numbers of the {acquisition.date} image are no reflectance: the brightest would be {bright:.3g}, by "
            f"{acquisition.scaled_by}. Say what it is with --sensor, or write scale and offset into the file: "
            "gdal_translate -a_scale 0.0001 -a_offset 0 in.tif out.tif."
        )


@contextmanager
def _reader(pair: ImagePair, date: Date, numbers: tuple[int, ...], *, of_classes: bool = False) -> Iterator[GridReader]:
    """A reader of these bands of a date on the pair's grid."""
    later = date == "after"
    source = replace(pair.sources[later], colours=numbers)
    part = pair.grid.second if later else pair.grid.first
    with GridReader(source, pair.grid, part, of_classes=of_classes) as reader:
        yield reader


class SpectralReader:
    """Windows of one date as reflectance."""

    def __init__(self, pair: ImagePair, acquisition: SpectralDate, keys: Sequence[str]) -> None:
        self.pair, self.acquisition, self.keys = pair, acquisition, tuple(keys)

    @contextmanager
    def reading(self) -> Iterator[SpectralReader]:
        """The file, open."""
        numbers = tuple(self.acquisition.bands.numbers[key] for key in self.keys)
        with _reader(self.pair, self.acquisition.date, numbers) as self._bands:
            if self.acquisition.clouds is None:
                self._mask: GridReader | None = None
                yield self
                return
            with _reader(
                self.pair, self.acquisition.date, (self.acquisition.clouds[1],), of_classes=True
            ) as self._mask:
                yield self

    def read(self, window: Window) -> tuple[dict[str, Reflectance], npt.NDArray[np.bool_]]:
        """Reflectance by spyndex's short names, (h, w) each, and where it is known: valid and not masked as cloud.

        Raises:
            RasterError: the file is damaged there.
        """
        values = self._bands.read(window)
        hidden = None if self._mask is None else self._mask.read(window)
        return self._scaled(values, hidden)

    def sketch(self, max_side: int) -> tuple[dict[str, Reflectance], npt.NDArray[np.bool_]]:
        """The same for the whole grid with at most `max_side` pixels a side, by regular subsampling."""
        return self._scaled(self._bands.sketch(max_side), None if self._mask is None else self._mask.sketch(max_side))

    def _scaled(self, values: Values, clouds: Values | None) -> tuple[dict[str, Reflectance], npt.NDArray[np.bool_]]:
        scaled = values.pixels.astype(np.float32) * np.float32(self.acquisition.scale) + np.float32(
            self.acquisition.offset
        )
        valid = values.valid
        if clouds is not None and self.acquisition.clouds is not None:
            valid = valid & ~self.acquisition.clouds[0].hidden(clouds.pixels[..., 0])
        return {key: scaled[..., place] for place, key in enumerate(self.keys)}, valid
