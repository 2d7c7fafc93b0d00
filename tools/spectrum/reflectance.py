"""Both dates of a pair as reflectance, band by band, on the pair's grid, in windows; with the product's cloud mask.

stored values -> scale and offset, from the file, its tags or its sensor -> reflectance 0-1
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window
from tools.errors import ReflectanceError, StatementError, UnknownSensorError
from tools.notices import conjoined, notice
from tools.pairs.grid_reader import GridReader, Values
from tools.pairs.pair import ImagePair
from tools.sensors.recognition import KnownBands
from tools.sensors.registry import refusal
from tools.sensors.statement import AS_THE_FILES_TELL, Statement
from tools.spectrum.cloud_mask import CloudMask, cloud_mask
from tools.spectrum.date_bands import SKETCH_SIDE, band_reader, bands_of_date
from tools.spectrum.scaling import (
    MAX_BRIGHT,
    MIN_BRIGHT,
    MIN_MEDIAN,
    STATED,
    USUAL_SCALE,
    NumberFacts,
    Scaling,
    scaling,
)
from tools.types import DATES, Date

Reflectance = npt.NDArray[np.float32]
MAX_INDEX = 2.0
"""Magnitude of an index above which its values must be scaled."""
OFFSET_APART = (700.0, 1300.0)
"""Difference of the darkest numbers of two dates that suggests the offset of Sentinel-2's later baselines."""
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
    darkest: float | None = None
    """1st percentile of the stored numbers of its bands; None where they were not looked at."""

    def lacks(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Those of these bands that the file lacks."""
        return tuple(key for key in keys if key not in self.bands.numbers)


def spectral_date(pair: ImagePair, date: Date, statement: Statement = AS_THE_FILES_TELL) -> SpectralDate:
    """Determine which bands a date has and how its values are scaled to reflectance.

    Args:
        pair: the pair.
        date: which of the two.
        statement: what a person states about the files.

    Raises:
        UnknownSensorError: a sensor that does not exist, or not with so many bands.
        StatementError: scale, offset or baseline cannot be so.
        ReflectanceError: the bands cannot be recognised, or the values cannot be reflectance.
        RasterError: the file is damaged.
    """
    source = pair.sources[date == "after"]
    if (refused := refusal(source.path.stem)) and statement.scale is None:
        raise ReflectanceError(notice("of-file", "{name} {note}", name=source.name, note=refused))
    if source.content is not None and statement.sensor is None:
        raise ReflectanceError(
            notice(
                "no-optical-bands",
                "{name} holds {content} and no bands of an optical image, from which indices and land cover are "
                "computed; give images with such bands.",
                name=source.name,
                content=source.content.words,
            )
        )
    with source.reading() as file:
        names = list(file.descriptions)
        tags = {str(name): str(value) for name, value in file.tags().items()}
        scales = list(zip(file.scales, file.offsets, strict=True))
        colours = tuple(kind.name for kind in file.colorinterp)
    bands = bands_of_date(pair, date, names, colours, tags, statement.sensor)
    values = _sample(pair, date, bands)
    low, high = (float(value) for value in np.nanpercentile(values, (1, 99)))
    own = [scales[number - 1] for number in bands.numbers.values()]
    facts = NumberFacts(source.name, source.date, source.dtype, bands.sensor, own, tags, source.side_m, low, high)
    scaled = scaling(facts, statement, date)
    _check_scale(date, values, scaled)
    mask = cloud_mask([name for name in names if name])
    clouds = None if mask is None else (mask, 1 + names.index(mask.asset))
    notes = tuple(note for note in (bands.note, *scaled.notes) if note)
    return SpectralDate(date, bands, scaled.scale, scaled.offset, scaled.by, clouds, notes, source.date, low)


def ready_index(pair: ImagePair, date: Date, index: str, statement: Statement) -> SpectralDate | None:
    """How a date is read whose file holds the values of an index already; None where it does not hold this one."""
    source = pair.sources[date == "after"]
    if source.content is None or source.content.index != index:
        return None
    with source.reading() as file:
        own = (float(file.scales[0]), float(file.offsets[0]))
    bands = KnownBands(None, {index: 1}, f"the file holds {source.content.words}")
    largest = float(np.nanpercentile(np.abs(_sample(pair, date, bands)), 99)) * own[0] + own[1]
    scale, by, notes = own[0], "as the file has them", list[str]()
    if largest > MAX_INDEX and own == (1.0, 0.0):
        scale, by = USUAL_SCALE, "values are taken for the index x 10,000"
        notes.append(
            notice(
                "ready-index-scaled",
                "The values of {name} are taken for {index} x 10,000; state another --scale.",
                name=source.name,
                index=index.upper(),
            )
        )
    stated = statement.scale_of(date)
    scale, by, notes = (scale, by, notes) if stated is None else (stated, STATED, [])
    return SpectralDate(date, bands, scale, own[1], by, None, tuple(notes), source.date)


def finest_m(pair: ImagePair, statement: Statement = AS_THE_FILES_TELL) -> float | None:
    """Metres per pixel of the finest bands, of the coarser of two sensors; None where no sensor is recognised."""
    finest = []
    for date in DATES:
        try:
            sensor = spectral_date(pair, date, statement).bands.sensor
        except (ReflectanceError, UnknownSensorError, StatementError):
            continue
        sides = [band.resolution_m for band in sensor.bands if band.resolution_m] if sensor is not None else []
        finest += [min(sides)] if sides else []
    return max(finest, default=None)


def comparison_warnings(dates: Sequence[SpectralDate]) -> tuple[str, ...]:
    """Warnings about dates that are compared: their notes, different sensors, scaling or seasons."""
    warnings = [*_offsets(dates), *(note for acquisition in dates for note in acquisition.notes)]
    unknown = notice("unknown-sensor", "unknown")
    sensors = dict.fromkeys(
        unknown if acquisition.bands.sensor is None else acquisition.bands.sensor.name for acquisition in dates
    )
    if len(sensors) > 1:
        unlike = "The dates are of different sensors ({sensors}), whose bands are not quite alike."
        warnings.append(notice("two-sensors", unlike, sensors=conjoined(tuple(sensors))))
    rules = dict.fromkeys(acquisition.scaled_by for acquisition in dates)
    if len(rules) > 1 and not all(rule.startswith(STATED) for rule in rules):
        told = "The two dates were scaled by different rules ({rules})."
        warnings.append(notice("two-scalings", told, rules=conjoined(tuple(rules))))
    return tuple(dict.fromkeys([*warnings, *_seasons([acquisition.day for acquisition in dates])]))


def _offsets(dates: Sequence[SpectralDate]) -> Iterator[str]:
    """A warning where one date seems to have an offset that the other has not."""
    rules = {(acquisition.scale, acquisition.offset) for acquisition in dates}
    darkest = [acquisition.darkest for acquisition in dates if acquisition.darkest is not None]
    if len(darkest) < 2 or len(rules) > 1 or dates[0].scaled_by == STATED:
        return
    low, high = (apart * USUAL_SCALE / dates[0].scale for apart in OFFSET_APART)
    if dates[0].scale < 1 / 255 and low <= abs(darkest[1] - darkest[0]) <= high:
        higher = darkest[1] - darkest[0]
        yield notice(
            "offset-apart",
            "Even the darkest numbers of the {which} date lie about {higher:,.0f} higher, as through the offset of "
            "Sentinel-2's baselines from 04.00 on; then much of this change is none: state --baseline before,after, "
            "such as 02.12,05.09.",
            which="later" if higher > 0 else "earlier",
            higher=abs(higher),
        )


def _seasons(days: Sequence[str | None]) -> Iterator[str]:
    """A warning where vegetation may differ because of the season alone."""
    days_of_year = [datetime.fromisoformat(day).timetuple().tm_yday for day in days if day is not None]
    apart = max(days_of_year, default=0) - min(days_of_year, default=0)
    apart = min(apart, DAYS_IN_YEAR - apart)
    if apart > SAME_SEASON:
        yield notice(
            "seasons-apart",
            "The dates lie {days} days apart in the year, so that change of plants, snow and water may be season.",
            days=apart,
        )


def _sample(pair: ImagePair, date: Date, bands: KnownBands) -> npt.NDArray[np.float64]:
    """(n, bands) stored numbers of a date's bands, NaN where a band is unknown.

    Raises:
        ReflectanceError: there are none.
    """
    with band_reader(pair, date, tuple(bands.numbers.values())) as reader:
        sketch = reader.sketch(SKETCH_SIDE)
    assert sketch.each is not None
    values = np.where(sketch.each, sketch.pixels.astype(np.float64), np.nan)[sketch.valid]
    if not np.isfinite(values).any():
        raise ReflectanceError(
            notice("no-data-of-date", "The {date} image holds no data where the two dates meet.", date=date)
        )
    return values


def _check_scale(date: Date, values: npt.NDArray[np.float64], scaled: Scaling) -> None:
    """Check that the values can be reflectance."""
    reflectance = values * scaled.scale + scaled.offset
    medians = [float(np.median(band[np.isfinite(band)])) for band in reflectance.T if np.isfinite(band).any()]
    bright, dark = float(np.nanpercentile(reflectance, 99)), min(medians)
    if MIN_BRIGHT <= bright <= MAX_BRIGHT and dark >= MIN_MEDIAN:
        return
    wrong = notice("too-bright", "the brightest would be {bright:.3g}", bright=bright)
    if dark < MIN_MEDIAN:
        wrong = notice("too-dark", "half of a band would lie below {dark:.3g}", dark=dark)
    raise ReflectanceError(
        notice(
            "no-reflectance",
            "The numbers of the {date} image are no reflectance: {wrong}, by {by}. State what holds: --scale and "
            "--offset (reflectance = scale x number + offset), --baseline or --sensor.",
            date=date,
            wrong=wrong,
            by=scaled.by,
        )
    )


class SpectralReader:
    """Windows of one date as reflectance."""

    def __init__(self, pair: ImagePair, acquisition: SpectralDate, keys: Sequence[str]) -> None:
        self.pair, self.acquisition, self.keys = pair, acquisition, tuple(keys)

    @contextmanager
    def reading(self) -> Iterator[SpectralReader]:
        """The file, open."""
        numbers = tuple(self.acquisition.bands.numbers[key] for key in self.keys)
        with band_reader(self.pair, self.acquisition.date, numbers) as self._bands:
            if self.acquisition.clouds is None:
                self._mask: GridReader | None = None
                yield self
                return
            with band_reader(
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
        valid = values.whole
        if clouds is not None and self.acquisition.clouds is not None:
            valid = valid & ~self.acquisition.clouds[0].hidden(clouds.pixels[..., 0])
        return {key: scaled[..., place] for place, key in enumerate(self.keys)}, valid
