"""Spectral indices of one date, and their change between two, with classes by published thresholds.

reflectance in windows -> index -> sums, histogram, classes -> a table; each window is also passed on for a map file
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window
from tools.errors import MissingBandsError
from tools.notices import in_a_row, notice
from tools.pairs.areas import AreaOfInterest
from tools.pairs.pair import ImagePair
from tools.rasters.blocks import READ_BLOCK, blocks
from tools.sensors.statement import AS_THE_FILES_TELL, Statement
from tools.spectrum.date_bands import band_words
from tools.spectrum.index_classes import DIFFERENCES, STATES
from tools.spectrum.index_formulas import Values, computed, formula_of, possible
from tools.spectrum.index_tally import ClassArea, ClassTally, Spread, Tally, classified
from tools.spectrum.reflectance import SpectralDate, SpectralReader, comparison_warnings, ready_index, spectral_date
from tools.types import Date

WindowSink = Callable[[Window, Values], None]


@dataclass(frozen=True, slots=True)
class IndexMap:
    """An index at one date."""

    pair: str
    index: str
    long_name: str
    date: Date
    values: Spread
    unknown_share: float
    """Share of all pixels without data, masked as cloud, or outside the area of interest, 0-1."""
    classes: tuple[ClassArea, ...]
    """By published thresholds; empty where there are none."""
    method: str
    layer: str
    """Artefact id of the map file."""
    warnings: tuple[str, ...]

    @property
    def layers(self) -> tuple[str, ...]:
        """Artefact ids of the map files that show it."""
        return (self.layer,)


@dataclass(frozen=True, slots=True)
class IndexChange:
    """How an index changed."""

    pair: str
    index: str
    long_name: str
    before: Spread
    after: Spread
    difference: Spread
    """Of the later date minus the earlier one."""
    unknown_share: float
    """Share of all pixels unknown at one date or both, 0-1."""
    classes: tuple[ClassArea, ...]
    """Classes of change: higher or lower class, or classes of the difference; empty where there are none."""
    method: str
    layer: str
    warnings: tuple[str, ...]

    @property
    def layers(self) -> tuple[str, ...]:
        """Artefact ids of the map files that show it."""
        return (self.layer,)


@dataclass(frozen=True)
class IndexRequest:
    """Options of index and land-cover computations."""

    statement: Statement = AS_THE_FILES_TELL
    """What a person states about the files; by default they tell it themselves."""
    area: AreaOfInterest | None = None
    """Area of interest; None: the whole pair."""


def _possible(acquisition: SpectralDate) -> str:
    """What can be asked for instead of an index whose bands a date lacks."""
    computable = possible(acquisition)
    if computable:
        return notice("possible-here", "possible here: {names}", names=", ".join(computable))
    return notice("none-possible", "no usual index is possible with its bands")


class IndexReader:
    """Windows of an index at the dates of a pair."""

    def __init__(self, pair: ImagePair, name: str, dates: Sequence[Date], request: IndexRequest) -> None:
        """Prepare to read.

        Raises:
            UnknownIndexError, UnknownSensorError, ReflectanceError: as `formula_of` and `spectral_date`.
            MissingBandsError: a date lacks a band of the formula.
        """
        self.pair, self.formula, self.area = pair, formula_of(name), request.area
        ready = [ready_index(pair, date, self.formula.name, request.statement) for date in dates]
        self.dates = tuple(one for one in ready if one is not None)
        self.ready = len(self.dates) == len(dates)
        if not self.ready:
            self.dates = tuple(spectral_date(pair, date, request.statement) for date in dates)
            for acquisition in self.dates:
                self._check(acquisition)

    def _check(self, acquisition: SpectralDate) -> None:
        lacking = acquisition.lacks(self.formula.bands)
        if not lacking:
            return
        needs = notice(
            "index-lacks-bands",
            "{index} needs {names}, which the {date} image has not; {remedy}.",
            index=self.formula.name.upper(),
            names=band_words(lacking),
            date=acquisition.date,
            remedy=_possible(acquisition),
        )
        raise MissingBandsError(in_a_row([needs, *filter(None, [acquisition.bands.note])]))

    def read(self) -> Iterator[tuple[Window, tuple[Values, ...]]]:
        """Windows of the pair with the index at each date, NaN where it is unknown.

        Raises:
            RasterError: a file is damaged.
        """
        with ExitStack() as stack:
            readers = [
                stack.enter_context(SpectralReader(self.pair, acquisition, self._keys).reading())
                for acquisition in self.dates
            ]
            for window in blocks(self.pair.size, READ_BLOCK):
                yield window, tuple(self._window(reader, window) for reader in readers)

    @property
    def _keys(self) -> tuple[str, ...]:
        """What is read: bands, or the values of the index itself."""
        return (self.formula.name,) if self.ready else self.formula.bands

    def _window(self, reader: SpectralReader, window: Window) -> Values:
        bands, valid = reader.read(window)
        if self.area is not None:
            valid = valid & self.area.inside(window)
        values = bands[self.formula.name] if self.ready else computed(self.formula, bands)
        return np.where(valid, values, np.nan).astype(np.float32)

    @property
    def warnings(self) -> tuple[str, ...]:
        """Warnings about the dates and the index."""
        rule = STATES.get(self.formula.name)
        return (*comparison_warnings(self.dates), *((rule.caution,) if rule is not None and rule.caution else ()))

    @property
    def method(self) -> str:
        """The formula, its bands, and how clouds were masked."""
        first = self.dates[0]
        masked = [acquisition.date for acquisition in self.dates if acquisition.clouds is not None]
        clouds = (
            f"clouds and shadows left out by the product's own band ({' and '.join(masked)})"
            if masked
            else ("no band tells of clouds, so they were not left out")
        )
        where = "" if self.area is None else f"; within {self.area.name}"
        formula = "values of the files" if self.ready else f"{self.formula.formula}, {self.formula.reference}"
        return f"{formula}; {first.bands.recognised_by}; {first.scaled_by}; {clouds}{where}"


def change_rule(name: str) -> tuple[tuple[str, ...], Callable[[Values, Values], npt.NDArray[np.int64]], str] | None:
    """Names of change classes, the function that assigns them, and the source; None where none are published."""
    if name in DIFFERENCES:
        rule = DIFFERENCES[name]
        return rule.names, lambda before, after: classified(before - after, rule), rule.source
    if name not in STATES:
        return None
    states = STATES[name]
    names = f"less {states.matter}", "in the same class", f"more {states.matter}"

    def compared(before: Values, after: Values) -> npt.NDArray[np.int64]:
        first, second = classified(before, states), classified(after, states)
        known = (first >= 0) & (second >= 0)
        return np.where(known, 1 + np.sign(second - first), -1).astype(np.int64)

    return names, compared, f"{states.source}; classes {', '.join(states.names)}"


def map_index(
    pair: ImagePair, name: str, date: Date, layer: str, write_window: WindowSink, request: IndexRequest
) -> IndexMap:
    """An index at one date: `write_window` gets each window for the map file `layer`; errors as for `IndexReader`."""
    reader, tally = IndexReader(pair, name, (date,), request), Tally()
    rule = STATES.get(reader.formula.name)
    classes = ClassTally(rule.names if rule else (), pair.georeference)
    for window, (values,) in reader.read():
        tally.add(values)
        write_window(window, values)
        if rule is not None:
            classes.add(window, classified(values, rule))
    source = "" if rule is None else f"; classes by {rule.source}"
    return IndexMap(
        pair.id, reader.formula.name, reader.formula.long_name, date, tally.spread(), _unknown(tally, pair),
        classes.table(), reader.method + source, layer, reader.warnings,
    )  # fmt: skip


def map_index_change(
    pair: ImagePair, name: str, layer: str, write_window: WindowSink, request: IndexRequest
) -> IndexChange:
    """The change of an index: the later date minus the earlier one; otherwise as `map_index`."""
    reader = IndexReader(pair, name, ("before", "after"), request)
    tallies, rule = (Tally(), Tally(), Tally()), change_rule(reader.formula.name)
    classes = ClassTally(rule[0] if rule else (), pair.georeference)
    for window, (before, after) in reader.read():
        known = np.isfinite(before) & np.isfinite(after)
        first, second = (np.where(known, values, np.nan).astype(np.float32) for values in (before, after))
        for tally, values in zip(tallies, (first, second, second - first), strict=True):
            tally.add(values)
        write_window(window, second - first)
        if rule is not None:
            classes.add(window, rule[1](first, second))
    source = "" if rule is None else f"; classes by {rule[2]}"
    spreads = [tally.spread() for tally in tallies]
    return IndexChange(
        pair.id, reader.formula.name, reader.formula.long_name, spreads[0], spreads[1], spreads[2],
        _unknown(tallies[2], pair), classes.table(), reader.method + source, layer, reader.warnings,
    )  # fmt: skip


def _unknown(tally: Tally, pair: ImagePair) -> float:
    return 1 - tally.count / (pair.size[0] * pair.size[1])
