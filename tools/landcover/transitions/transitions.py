"""The from-to table of land-cover change between the two dates of a pair. Knows no classifier.

codes in windows -> pixels and area of each transition -> shares, intensities, components, noise floor
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window
from tools.errors import PairError
from tools.landcover.land_cover import Codes, CoverMaps
from tools.landcover.transitions.cover_change import (
    Correction,
    CoverChange,
    EstimatedTransition,
    Ground,
    Transition,
    Transitions,
)
from tools.landcover.transitions.intensity import (
    SOURCE,
    Components,
    Counts,
    Intensity,
    components,
    intensities,
    targets,
)
from tools.landcover.transitions.map_errors import (
    ASSUMED_ACCURACY,
    Confusion,
    Corrected,
    NoiseFloor,
    corrected,
    error_rates,
    even_errors,
    noise_floor,
    noise_warnings,
)
from tools.notices import notice
from tools.pairs.pair import ImagePair
from tools.rasters.georeference import AREA_METHOD, Georeference
from tools.types import DATES

FromTo = npt.NDArray[np.uint16]
"""(h, w): 0 where a date is unknown, else 1 + n * i + j for class i before and class j after of n, from 0."""
WindowSink = Callable[[Window, FromTo], None]
DAYS_A_YEAR = 365.2425
MIN_YEARS = 0.9
"""Years between the dates below which no rate a year is computed: a part of a year is a season."""
MUCH_EXCHANGE = 0.5
"""Share of exchange in the change from which misclassification is likely."""


class TransitionTally:
    """Pixels and area of each transition, from codes that arrive window by window."""

    def __init__(self, classes: int, grid: Georeference | None) -> None:
        self.classes, self.grid, self.unknown = classes, grid, 0
        self._pixels = np.zeros(1 + classes**2, np.int64)
        self._areas = np.zeros(1 + classes**2)

    def add(self, window: Window, before: Codes, after: Codes) -> FromTo:
        """Add a window, and return its from-to codes."""
        known = (before > 0) & (after > 0)
        first, second = before.astype(np.int64), after.astype(np.int64)
        codes = np.where(known, (first - 1) * self.classes + second, 0)
        self._pixels += np.bincount(codes.ravel(), minlength=len(self._pixels))
        if self.grid is not None:
            areas = self.grid.part(*window).pixel_areas
            self._areas += np.bincount(codes.ravel(), areas.ravel(), len(self._areas))
        return codes.astype(np.uint16)

    @property
    def counts(self) -> Counts:
        """(n, n) pixels, before by after."""
        return self._pixels[1:].reshape(self.classes, self.classes)

    @property
    def areas(self) -> npt.NDArray[np.float64] | None:
        """(n, n) square metres; None without a georeference."""
        return None if self.grid is None else self._areas[1:].reshape(self.classes, self.classes)


def tabulate(
    pair: ImagePair,
    maps: CoverMaps,
    layer: str,
    write_window: WindowSink,
    *,
    accuracy: float | None = None,
    confusion: Confusion | None = None,
) -> Transitions:
    """Compare the land cover of both dates, pixel by pixel.

    Args:
        pair: the pair.
        maps: land cover on its grid.
        layer: artefact id of the map file that `write_window` writes.
        write_window: gets each window of from-to codes.
        accuracy: share of correct pixels of each map, 0-1; None: `ASSUMED_ACCURACY`.
        confusion: confusion matrices of both maps, with which the table is corrected.

    Raises:
        PairError: no pixel is known at both dates.
        InputError: accuracy or confusion matrices are invalid.
        RasterError: a file is damaged.
    """
    tally = TransitionTally(len(maps.legend.classes), pair.georeference)
    _check(tally.classes, accuracy, confusion)
    for window, (before, after) in maps.read(DATES):
        write_window(window, tally.add(window, before, after))
    if not tally.counts.any():
        raise PairError(
            notice("no-known-class", "No pixel has a known class at both dates; take other dates, or another area.")
        )
    return _Table(pair, maps, tally).result(layer, accuracy, confusion)


def _check(classes: int, accuracy: float | None, confusion: Confusion | None) -> None:
    """Validate accuracy and confusion matrices before pixels are read."""
    even_errors(classes, ASSUMED_ACCURACY if accuracy is None else accuracy)
    no_pixels = np.zeros(classes, np.int64)
    for table, which in zip(confusion or (), ("earlier", "later"), strict=False):
        error_rates(table, no_pixels, which)


class _Table:
    """Converts a tally to `Transitions`."""

    def __init__(self, pair: ImagePair, maps: CoverMaps, tally: TransitionTally) -> None:
        self.pair, self.maps, self.names = pair, maps, maps.legend.names
        self.counts, self.areas = tally.counts, tally.areas
        self.total = int(self.counts.sum())
        self.same = np.eye(len(self.names), dtype=bool)

    def result(self, layer: str, accuracy: float | None, confusion: Confusion | None) -> Transitions:
        changed, years = self._ground(~self.same), years_between(self.pair)
        noise, whole = self._noise(accuracy, confusion), components(self.counts)[1]
        correction = None if confusion is None else self._correction(corrected(self.counts, *confusion))
        warnings = (
            *noise_warnings(noise, changed.share),
            *_exchange_warnings(changed.share, whole),
            *_correction_warnings(correction),
        )
        return Transitions(
            pair=self.pair.id,
            cells=self._cells(),
            classes=self._classes(),
            known=self._ground(np.ones_like(self.same)),
            changed=changed,
            kept=self._ground(self.same),
            components=whole,
            targeted=targets(self.counts, self.names),
            years=years,
            yearly_share=None if years is None or years < MIN_YEARS else changed.share / years,
            unknown_share=1 - self.total / (self.pair.size[0] * self.pair.size[1]),
            noise=noise,
            correction=correction,
            method=self._method(),
            layer=layer,
            warnings=tuple(dict.fromkeys((*self.maps.warnings, *warnings))),
        )

    def _method(self) -> str:
        ground = "areas are in pixels" if self.areas is None else f"areas are {AREA_METHOD}"
        return f"{self.maps.method}; pixel by pixel, of those known at both dates; {ground}; {SOURCE}"

    def _ground(self, cells: npt.NDArray[np.bool_], subtracted: npt.NDArray[np.bool_] | None = None) -> Ground:
        """The sum over cells, minus that over `subtracted`."""
        weights = cells.astype(np.int64) if subtracted is None else cells.astype(np.int64) - subtracted
        pixels = int((self.counts * weights).sum())
        area = None if self.areas is None else float((self.areas * weights).sum())
        return Ground(pixels, pixels / self.total, area)

    def _cells(self) -> tuple[Transition, ...]:
        cells = [
            Transition(
                self.names[i], self.names[j], int(self.counts[i, j]), int(self.counts[i, j]) / self.total,
                None if self.areas is None else float(self.areas[i, j]),
            )
            for i, j in np.argwhere(self.counts).tolist()
        ]  # fmt: skip
        return tuple(sorted(cells, key=lambda cell: -cell.pixels))

    def _classes(self) -> tuple[CoverChange, ...]:
        by_class, parts = intensities(self.counts), components(self.counts)[0]
        occurring = np.flatnonzero(self.counts.sum(0) + self.counts.sum(1)).tolist()
        return tuple(self._class(place, *by_class[place], parts[place]) for place in occurring)

    def _class(self, place: int, gain: Intensity, loss: Intensity, parts: Components) -> CoverChange:
        row, column = np.zeros_like(self.same), np.zeros_like(self.same)
        row[place], column[:, place] = True, True
        return CoverChange(
            self.names[place], self._ground(row), self._ground(column), self._ground(row & column),
            self._ground(column & ~row), self._ground(row & ~column), self._ground(column, row), gain, loss, parts,
        )  # fmt: skip

    def _noise(self, accuracy: float | None, confusion: Confusion | None) -> NoiseFloor:
        before, after = self.counts.sum(1), self.counts.sum(0)
        if confusion is not None:
            rates = error_rates(confusion[0], before, "earlier"), error_rates(confusion[1], after, "later")
            right, apparent = noise_floor(before, *rates)
            return NoiseFloor(None, assumed=False, agreement_share=right, changed_share=apparent)
        assumed_accuracy = ASSUMED_ACCURACY if accuracy is None else accuracy
        right, apparent = noise_floor(before, *[even_errors(len(self.names), assumed_accuracy)] * 2)
        return NoiseFloor(assumed_accuracy, assumed=accuracy is None, agreement_share=right, changed_share=apparent)

    def _correction(self, estimate: Corrected) -> Correction:
        shares = estimate.counts / self.total
        ground = None if self.areas is None else float(self.areas.sum())
        occurring = [(i, j, float(shares[i, j])) for i, j in np.argwhere(shares > 0).tolist()]
        cells = [
            EstimatedTransition(self.names[i], self.names[j], share, None if ground is None else share * ground)
            for i, j, share in occurring
        ]
        ordered = tuple(sorted(cells, key=lambda cell: -cell.share))
        return Correction(ordered, float(shares[~self.same].sum()), estimate.clipped_share)


def years_between(pair: ImagePair) -> float | None:
    """Years from the first date of a pair to the second; None where a day is unknown, doubted or not the later one."""
    first, second = (source.date for source in pair.sources)
    if first is None or second is None or any(source.date_doubted for source in pair.sources):
        return None
    days = (date.fromisoformat(second) - date.fromisoformat(first)).days
    return days / DAYS_A_YEAR if days > 0 else None


def _exchange_warnings(changed_share: float, whole: Components) -> list[str]:
    part = whole.exchange_share / changed_share if changed_share else 0.0
    if part <= MUCH_EXCHANGE:
        return []
    told = notice(
        "much-exchange",
        "{part:.3g} % of the change is exchange: pairs of classes gave each other as much as they took, which is "
        "typical of classes that are taken for each other; look at the largest changes on the images.",
        part=100 * part,
    )
    return [told]


def _correction_warnings(correction: Correction | None) -> list[str]:
    if correction is None:
        return []
    independent = notice(
        "correction-independent",
        "The correction takes errors of the two dates to be independent; where the same places err twice, it is too "
        "strong.",
    )
    if correction.clipped_share <= 0:
        return [independent]
    clipped = notice(
        "correction-clipped",
        "{share:.3g} % of the correction came out negative and was set to nothing: the confusion matrices do not quite "
        "fit these maps.",
        share=100 * correction.clipped_share,
    )
    return [independent, clipped]
