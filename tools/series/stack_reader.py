"""An index or a band of every date of a series, read in windows: reflectance, clouds taken out, same-day scenes merged.

Each scene is read as a date of a pair is: the same recognition of bands, scaling and cloud masks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window
from tools.errors import MissingBandsError, ReflectanceError, SeriesError, StatementError, UnknownIndexError
from tools.notices import in_a_row, listed, notice, reason_of, renamed
from tools.pairs.grid_reader import GridReader
from tools.sensors.recognition import KnownBands
from tools.sensors.sensor import COMMON
from tools.sensors.statement import AS_THE_FILES_TELL, WORDS, Statement
from tools.series.series import ImageSeries, Scene
from tools.series.statistics.clear_values import Values
from tools.spectrum.date_bands import SKETCH_SIDE, band_words
from tools.spectrum.index_formulas import IndexFormula, computed, formula_of, possible
from tools.spectrum.reflectance import MAX_INDEX, SpectralDate, SpectralReader, spectral_date
from tools.spectrum.scaling import USUAL_SCALE

MAX_OPEN = 150
"""Scenes whose files stay open while a series is read; of more, each is opened for each window."""
BAND_NAMES = {common: key for key, common in COMMON.items()}
"""spyndex's short names by common ones: red is R."""
MAX_NAMED = 3

A_FILE = notice("a-file", "a file")
READY_VALUES = notice("ready-values", "ready values")
UNNAMED = notice("unnamed-sensor", "a sensor that nothing names")


@dataclass(frozen=True)
class SceneReading:
    """How one scene is read."""

    scene: Scene
    date: SpectralDate
    ready: bool
    """Whether the file holds the values themselves."""

    @property
    def sensor(self) -> str:
        """The sensor, in words."""
        if self.ready:
            return READY_VALUES
        return UNNAMED if self.date.bands.sensor is None else self.date.bands.sensor.family


class StackReader:
    """Windows of an index at all dates of a series."""

    def __init__(self, series: ImageSeries, index: str, statement: Statement = AS_THE_FILES_TELL) -> None:
        """Prepare to read; every file is looked at.

        Args:
            series: the dates.
            index: an index of spyndex's catalogue, or a band by its common name (red, nir, swir16), in lower case.
            statement: what a person states about the files.

        Raises:
            UnknownIndexError: there is neither such an index nor such a band.
            MissingBandsError: a date lacks a band that is needed.
            ReflectanceError: nothing tells what the bands of a date are, or their values cannot be reflectance.
            SeriesError: all dates are without data.
            StatementError: two values are stated, as for a pair.
        """
        _check_statement(statement)
        self.series, self.index = series, index.strip().lower()
        self._formula = None if self.index in BAND_NAMES else _formula(self.index)
        readings = [self._reading(scene, statement) for scene in series.scenes]
        self.readings = tuple(one for one in readings if one is not None)
        if not self.readings:
            text = "No date of the series holds data; check the no-data values of the files."
            raise SeriesError(notice("series-empty", text))
        self._open: list[SpectralReader] = []

    @property
    def keys(self) -> tuple[str, ...]:
        """Short names, as spyndex has them, of the bands that are read."""
        return (BAND_NAMES[self.index],) if self._formula is None else self._formula.bands

    @property
    def long_name(self) -> str:
        """The index in words."""
        return f"reflectance, {self.index}" if self._formula is None else self._formula.long_name

    @property
    def masked(self) -> bool:
        """Whether every scene brings its own cloud mask."""
        return all(one.date.clouds is not None for one in self.readings)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was assumed, and what makes dates hard to compare."""
        return tuple(dict.fromkeys([*self._told_sensors(), *self._told_clouds(), *self._own()]))

    @contextmanager
    def reading(self) -> Iterator[StackReader]:
        """The files, open, as far as there are not too many of them."""
        with ExitStack() as stack:
            if len(self.readings) <= MAX_OPEN:
                self._open = [stack.enter_context(_reader(one, self).reading()) for one in self.readings]
            try:
                yield self
            finally:
                self._open = []

    def read(self, window: Window) -> Values:
        """(dates, h, w) of the index, NaN where it is not known.

        Raises:
            RasterError: a file is damaged there, or was replaced.
        """
        days = {day: place for place, day in enumerate(self.series.days)}
        sums = np.zeros((len(days), window.height, window.width), np.float32)
        counts = np.zeros(sums.shape, np.uint8)
        for place, one in enumerate(self.readings):
            values = self._of(place, one, window)
            known = np.isfinite(values)
            at = days[one.scene.day]
            sums[at] += np.where(known, values, 0)
            counts[at] += known
        with np.errstate(invalid="ignore", divide="ignore"):
            np.divide(sums, counts, out=sums)
        sums[counts == 0] = np.nan
        return sums

    def sketch(self, max_side: int) -> Values:
        """(dates, h, w) of the whole place with at most so many pixels a side."""
        parts: dict[str, list[Values]] = {day: [] for day in self.series.days}
        for one in self.readings:
            with _reader(one, self).reading() as reader:
                parts[one.scene.day].append(self._values(one, *reader.sketch(max_side)))
        height, width = next(values[0].shape for values in parts.values() if values)
        empty = np.full((height, width), np.nan, np.float32)
        return np.stack([_merged(values) if values else empty for values in parts.values()])

    def _of(self, place: int, one: SceneReading, window: Window) -> Values:
        if self._open:
            return self._values(one, *self._open[place].read(window))
        with _reader(one, self).reading() as reader:
            return self._values(one, *reader.read(window))

    def _values(
        self, one: SceneReading, bands: dict[str, npt.NDArray[np.float32]], valid: npt.NDArray[np.bool_]
    ) -> Values:
        if one.ready:
            values = bands[self.index]
        elif self._formula is None:
            values = bands[BAND_NAMES[self.index]]
        else:
            values = computed(self._formula, bands)
        return np.where(valid & np.isfinite(values), values, np.nan).astype(np.float32)

    def _reading(self, scene: Scene, statement: Statement) -> SceneReading | None:
        """How a scene is read; None where it holds no data at all."""
        pair = self.series.as_pair(scene)
        try:
            if (ready := self._ready(scene, statement)) is not None:
                return SceneReading(scene, ready, ready=True)
            found = spectral_date(pair, "before", statement)
        except ReflectanceError as error:
            if "holds no data" in str(error):
                return None
            told = str(error).replace("the before image", scene.source.name)
            raise ReflectanceError(f"{told} (date {scene.day})") from error
        self._check(scene, found)
        return SceneReading(scene, found, ready=False)

    def _ready(self, scene: Scene, statement: Statement) -> SpectralDate | None:
        """How a scene is read that holds the values themselves, in its one band; None where it holds other ones."""
        source, content = scene.source, scene.source.content
        named = content is not None and content.index == self.index
        alone = scene.band is not None or source.bands == 1
        if statement.sensor is not None or not (named or alone):
            return None
        if content is not None and not named and (content.kind != "index" or content.index is not None):
            if content.kind != "index":
                return None
            raise MissingBandsError(
                f"{source.name} holds {content.words}, from which {self.index.upper()} cannot be computed; ask for "
                f"{content.index}."
            )
        if not named and (source.has_palette or source.dtype in ("uint8", "int8")):
            raise ReflectanceError(
                f"{source.name} holds one band of {'classes' if source.has_palette else 'eight bits'}, which is no "
                f"{self.index.upper()}; give bands that it is computed from, or files that are named after their index."
            )
        return self._of_values(scene, statement, named=named)

    def _of_values(self, scene: Scene, statement: Statement, *, named: bool) -> SpectralDate:
        source = scene.source
        number = scene.band or 1
        with source.reading() as file:
            scale, offset = float(file.scales[number - 1]), float(file.offsets[number - 1])
        pair = self.series.as_pair(scene)
        with GridReader(replace(source, colours=(number,)), pair.grid, pair.grid.first) as reader:
            sketch = reader.sketch(SKETCH_SIDE)
        values = np.abs(sketch.pixels[sketch.valid].astype(np.float64))
        if not np.isfinite(values).any():
            raise ReflectanceError(f"{source.name} holds no data.")
        notes = list[str]()
        if not named:
            text = "The files do not tell what their numbers are; they are taken for {index}."
            notes.append(notice("numbers-as-index", text, index=self.index.upper()))
        stated = statement.scale_of("before")
        if stated is not None:
            scale = stated
        elif (scale, offset) == (1.0, 0.0) and float(np.nanpercentile(values, 99)) > MAX_INDEX:
            scale = USUAL_SCALE
            text = "The numbers of the files are taken for {index} x 10,000; state another --scale."
            notes.append(notice("numbers-scaled", text, index=self.index.upper()))
        bands = KnownBands(None, {self.index: number}, "the file holds the values")
        return SpectralDate("before", bands, scale, offset, "as the file has them", None, tuple(notes), scene.day)

    def _check(self, scene: Scene, found: SpectralDate) -> None:
        lacking = found.lacks(self.keys)
        if not lacking:
            return
        remedy, known = notice("none-possible", "no usual index is possible with its bands"), possible(found)
        if known:
            remedy = notice("possible-there", "possible there: {names}", names=", ".join(known))
        text = "{index} needs {names}, which {name} ({day}) has not; {remedy}, or take this date out of the series."
        told = {"index": self.index.upper(), "names": band_words(lacking), "name": scene.source.name, "day": scene.day}
        raise MissingBandsError(notice("date-lacks-bands", text, remedy=remedy, **told))

    def _told_sensors(self) -> Iterator[str]:
        sensors = dict.fromkeys(one.sensor for one in self.readings)
        if len(sensors) > 1:
            yield notice(
                "many-sensors",
                "The dates are of different sensors ({sensors}), whose bands are not quite alike: what seems to change "
                "when the sensor does may be no change.",
                sensors=listed(tuple(sensors)),
            )
        offsets = {(one.date.scale, one.date.offset) for one in self.readings if not one.ready}
        if len(offsets) > 1 and len(sensors) == 1:
            yield notice(
                "baselines",
                "The dates are scaled by different rules, as processing baselines have them, which is accounted for.",
            )

    def _told_clouds(self) -> Iterator[str]:
        without = [one.scene.day for one in self.readings if one.date.clouds is None]
        if without and not all(one.ready for one in self.readings):
            yield notice(
                "no-cloud-masks",
                "{dates} brought no cloud mask of their own, so clouds are only found where a value leaves its level "
                "and comes back.",
                dates=_named(without),
            )

    def _own(self) -> Iterator[str]:
        notes: dict[str, int] = {}
        for one in self.readings:
            for note in one.date.notes:
                text = renamed(note, one.scene.source.name, A_FILE)
                notes[text] = notes.get(text, 0) + 1
        yield from list(notes)[:MAX_NAMED]


def _check_statement(statement: Statement) -> None:
    for word in WORDS:
        if "," in str(getattr(statement, word) or ""):
            raise StatementError(
                f"--{word} {getattr(statement, word)} holds two values; of a series state one for all."
            )


def _formula(name: str) -> IndexFormula:
    try:
        return formula_of(name)
    except UnknownIndexError as error:
        names = notice("band-names", "Bands have the names {names}.", names=", ".join(BAND_NAMES))
        raise UnknownIndexError(in_a_row([reason_of(error), names])) from error


def _reader(one: SceneReading, stack: StackReader) -> SpectralReader:
    keys = (stack.index,) if one.ready else stack.keys
    return SpectralReader(stack.series.as_pair(one.scene), one.date, keys)


def _merged(values: Sequence[Values]) -> Values:
    """Scenes of one day: the mean where several are clear."""
    if len(values) == 1:
        return values[0]
    together = np.stack(values)
    known = np.isfinite(together)
    count = known.sum(axis=0)
    total = np.where(known, together, 0).sum(axis=0)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan).astype(np.float32)


def _named(days: Sequence[str]) -> str:
    shown = ", ".join(list(dict.fromkeys(days))[:MAX_NAMED])
    more = ", ..." if len(set(days)) > MAX_NAMED else ""
    if len(set(days)) == 1:
        return notice("date", "1 date ({days})", days=shown)
    return notice("dates", "{count:,} dates ({days})", count=len(set(days)), days=shown + more)
