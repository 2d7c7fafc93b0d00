"""Both dates of a pair as reflectance, band by band, on the pair's grid, in windows; with clouds where products tell.

values of the file -> scale and offset, by the file, its tags or its sensor -> reflectance 0-1
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
from tools.sensors.recognition import KnownBands, by_count, by_names, in_order, wanted_sensor
from tools.sensors.registry import SENSORS
from tools.sensors.sensor import LaterBaseline
from tools.spectrum.cloud_mask import CloudMask, cloud_mask
from tools.types import DATES, Date

Reflectance = npt.NDArray[np.float32]
BASELINE = r"(?:^|[^\d])0?(\d{1,2}\.\d{2})(?:[^\d]|$)"
"""A processing baseline in a tag."""
MOST, LEAST = 1.6, 0.002
"""Reflectance that the brightest hundredth of an image does not exceed, and does reach; else the scale is wrong."""
SKETCH = 256
YEAR, SAME_SEASON = 365, 45
"""Days of the year, and days within it up to which two dates are of one season."""


@dataclass(frozen=True)
class SpectralDate:
    """How one date is read."""

    date: Date
    bands: KnownBands
    scale: float
    offset: float
    scaled_by: str
    """What told scale and offset, in words."""
    clouds: tuple[CloudMask, int] | None
    """The band that tells of clouds, and its number."""
    notes: tuple[str, ...]
    day: str | None = None
    """ISO 8601, where the file tells it."""

    def lacks(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Which of these bands the file has not."""
        return tuple(key for key in keys if key not in self.bands.numbers)


def spectral_date(pair: ImagePair, date: Date, sensor: str | None = None) -> SpectralDate:
    """Find out which bands a date has and what their numbers mean.

    Args:
        pair: the pair.
        date: which of the two.
        sensor: what a person says it is, as `tools.sensors.recognition.wanted_sensor` reads it; None: the file tells.

    Raises:
        UnknownSensorError: a sensor that does not exist, or not with so many bands.
        ReflectanceError: nothing tells which band is which, or the numbers cannot be reflectance.
        RasterError: the file is damaged.
    """
    source = pair.sources[date == "after"]
    with source.reading() as file:
        names = list(file.descriptions)
        tags = {str(name): str(value) for name, value in file.tags().items()}
        scales = list(zip(file.scales, file.offsets, strict=True))
    bands = _known(pair, date, source, names, sensor)
    scale, offset, scaled_by, notes = _scaling(source, bands, scales, tags)
    told = cloud_mask([name for name in names if name])
    clouds = None if told is None else (told, 1 + names.index(told.asset))
    found = SpectralDate(date, bands, scale, offset, scaled_by, clouds, tuple(notes), source.date)
    _check_scale(pair, found)
    return found


def finest_m(pair: ImagePair, sensor: str | None = None) -> float | None:
    """Metres a pixel of the finest bands, of the coarser of two sensors; None where bands do not tell the sensor."""
    told = []
    for date in DATES:
        try:
            known = spectral_date(pair, date, sensor).bands.sensor
        except (ReflectanceError, UnknownSensorError):
            continue
        sides = [band.resolution_m for band in known.bands if band.resolution_m] if known is not None else []
        told += [min(sides)] if sides else []
    return max(told, default=None)


def beware(dates: Sequence[SpectralDate]) -> tuple[str, ...]:
    """What to beware of in dates that are compared: notes of each, other sensors, other scaling."""
    told = [note for found in dates for note in found.notes]
    sensors = dict.fromkeys("unknown" if found.bands.sensor is None else found.bands.sensor.name for found in dates)
    if len(sensors) > 1:
        told.append(f"The dates are of different sensors ({' and '.join(sensors)}), whose bands are not quite alike.")
    rules = dict.fromkeys(found.scaled_by for found in dates)
    if len(rules) > 1:
        told.append(f"The two dates were scaled by different rules ({' and '.join(rules)}).")
    return tuple(dict.fromkeys([*told, *_seasons([found.day for found in dates])]))


def _seasons(days: Sequence[str | None]) -> Iterator[str]:
    """Whether plants may look otherwise for no other reason than the time of the year."""
    told = [datetime.fromisoformat(day).timetuple().tm_yday for day in days if day is not None]
    apart = max(told, default=0) - min(told, default=0)
    apart = min(apart, YEAR - apart)
    if apart > SAME_SEASON:
        yield f"The dates lie {apart} days apart in the year, so that change of plants, snow and water may be season."


def _known(
    pair: ImagePair, date: Date, source: RasterSource, names: Sequence[str | None], wanted: str | None
) -> KnownBands:
    if wanted is not None:
        sensor, bands = wanted_sensor(wanted)
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
        values = reader.sketch(SKETCH).pixels.astype(np.float64)
    return [float(values[..., place].mean()) for place in range(len(numbers))]


def _scaling(
    source: RasterSource, bands: KnownBands, scales: Sequence[tuple[float, float]], tags: dict[str, str]
) -> tuple[float, float, str, list[str]]:
    """(scale, offset, what told them, notes)."""
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
    told = [value for name, value in tags.items() if "BASELINE" in name.upper()] + [source.name]
    for text in told:
        match = re.search(f"{BASELINE}|{rule.in_name}", text)
        if match:
            return float(match[1]) if match[1] else float(f"{match[2]}.{match[3]}")
    return None


def _may_be_later(source: RasterSource, rule: LaterBaseline) -> bool:
    """Whether a file may be of a baseline with the offset: of a day since it exists, or of no known day."""
    return source.date is None or source.date >= rule.since


def _check_scale(pair: ImagePair, found: SpectralDate) -> None:
    """See that the numbers can be reflectance at all."""
    with _reader(pair, found.date, tuple(found.bands.numbers.values())) as reader:
        sketch = reader.sketch(SKETCH)
    seen = sketch.pixels[sketch.valid].astype(np.float64) * found.scale + found.offset
    if not seen.size:
        raise ReflectanceError(f"The {found.date} image holds no data where the two dates meet.")
    bright = float(np.percentile(seen, 99))
    if not LEAST <= bright <= MOST:
        raise ReflectanceError(
            f"The numbers of the {found.date} image are no reflectance: the brightest would be {bright:.3g}, by "
            f"{found.scaled_by}. Say what it is with --sensor, or write scale and offset into the file: "
            "gdal_translate -a_scale 0.0001 -a_offset 0 in.tif out.tif."
        )


@contextmanager
def _reader(pair: ImagePair, date: Date, numbers: tuple[int, ...], *, of_classes: bool = False) -> Iterator[GridReader]:
    """A date's bands of these numbers on the pair's grid."""
    later = date == "after"
    source = replace(pair.sources[later], colours=numbers)
    part = pair.grid.second if later else pair.grid.first
    with GridReader(source, pair.grid, part, of_classes=of_classes) as reader:
        yield reader


class SpectralReader:
    """Windows of one date as reflectance."""

    def __init__(self, pair: ImagePair, found: SpectralDate, keys: Sequence[str]) -> None:
        self.pair, self.found, self.keys = pair, found, tuple(keys)

    @contextmanager
    def reading(self) -> Iterator[SpectralReader]:
        """The file, open."""
        numbers = tuple(self.found.bands.numbers[key] for key in self.keys)
        with _reader(self.pair, self.found.date, numbers) as self._bands:
            if self.found.clouds is None:
                self._mask: GridReader | None = None
                yield self
                return
            with _reader(self.pair, self.found.date, (self.found.clouds[1],), of_classes=True) as self._mask:
                yield self

    def read(self, window: Window) -> tuple[dict[str, Reflectance], npt.NDArray[np.bool_]]:
        """Reflectance by spyndex's short names, (h, w) each, and where it is known: data, and no cloud told.

        Raises:
            RasterError: the file is damaged there.
        """
        values = self._bands.read(window)
        hidden = None if self._mask is None else self._mask.read(window)
        return self._scaled(values, hidden)

    def sketch(self, most: int) -> tuple[dict[str, Reflectance], npt.NDArray[np.bool_]]:
        """The same of the whole grid with at most `most` pixels a side, every so many-th pixel."""
        return self._scaled(self._bands.sketch(most), None if self._mask is None else self._mask.sketch(most))

    def _scaled(self, values: Values, clouds: Values | None) -> tuple[dict[str, Reflectance], npt.NDArray[np.bool_]]:
        scaled = values.pixels.astype(np.float32) * np.float32(self.found.scale) + np.float32(self.found.offset)
        valid = values.valid
        if clouds is not None and self.found.clouds is not None:
            valid = valid & ~self.found.clouds[0].hidden(clouds.pixels[..., 0])
        return {key: scaled[..., place] for place, key in enumerate(self.keys)}, valid
