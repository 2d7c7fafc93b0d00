"""Indicators of surface change, pixel by pixel: published thresholds of spectral indices, combined.

One index alone misleads: MNDWI and NDSI are one formula, so that new snow looks like water; open water has an NDBI of
about 0, as built-up ground has; and a flooded forest loses as much NBR as a burnt one. So each rule also excludes other
surfaces. It names no cause.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window
from tools.notices import notice
from tools.pairs.pair import ImagePair
from tools.rasters.blocks import READ_BLOCK, blocks
from tools.spectrum.date_bands import band_words
from tools.spectrum.index_classes import DIFFERENCES, STATES, WATER_NIR
from tools.spectrum.index_formulas import Values, computed, formula_of
from tools.spectrum.index_tally import ClassArea, ClassTally, classified
from tools.spectrum.indices import IndexRequest
from tools.spectrum.pseudo_images import Bands
from tools.spectrum.reflectance import SpectralDate, SpectralReader, comparison_warnings, spectral_date
from tools.types import DATES

Mask = npt.NDArray[np.bool_]
BANDS = ("R", "G", "N", "S1", "S2")
WILSON = "Wilson and Sader 2002, Remote Sensing of Environment 80: NDMI; its limit at 0 is this program's own choice"
BARE, DENSE = STATES["ndvi"].limits
BURNT = DIFFERENCES["nbr"].limits[DIFFERENCES["nbr"].names.index("moderate-low severity") - 1]
"""Loss of NBR from which ground counts as burnt: low severity cannot be distinguished from harvest and season."""
CHARRED_NIR = 0.18
"""Reflectance in the near infrared below which ground may be charred; bare soil and dry plants are brighter."""
NOTHING_KNOWN = "no pixel is known at both dates"


class SurfaceState:
    """Surface state of a window at one date, as far as its bands allow."""

    def __init__(self, bands: Bands) -> None:
        self.bands, self._indices = bands, dict[str, Values]()

    def index(self, name: str) -> Values:
        """An index, NaN where it is unknown."""
        if name not in self._indices:
            self._indices[name] = computed(formula_of(name), self.bands)
        return self._indices[name]

    def allows(self, name: str) -> bool:
        """Whether the bands of an index are present."""
        return all(band in self.bands for band in formula_of(name).bands)

    @cached_property
    def plants(self) -> npt.NDArray[np.int64]:
        """Class of NDVI, -1 where it is unknown."""
        return classified(self.index("ndvi"), STATES["ndvi"])

    @cached_property
    def snow(self) -> Mask:
        """Snow mask; all false if bands are missing."""
        if not self.allows("ndsi") or "N" not in self.bands:
            return np.zeros(next(iter(self.bands.values())).shape, bool)
        return np.asarray((self.index("ndsi") > STATES["ndsi"].limits[0]) & (self.bands["N"] > WATER_NIR))

    @cached_property
    def water(self) -> Mask:
        """Open water mask; all false if bands are missing."""
        name = next((name for name in WET if self.allows(name)), None)
        if name is None or "N" not in self.bands:
            return np.zeros(next(iter(self.bands.values())).shape, bool)
        wet = (self.index(name) > STATES[name].limits[0]) & (self.bands["N"] < WATER_NIR)
        # Shaded forest is dark and wet, too, but green.
        return np.asarray(wet & ~(self.index("ndvi") >= BARE) if self.allows("ndvi") else wet)


WET = ("mndwi", "ndwi")
"""Water indices, the better one first."""
Detector = Callable[[SurfaceState, SurfaceState], Mask]
"""Mask of the pixels that show a sign, from both dates."""
Sink = Callable[[str, Window, npt.NDArray[np.int64]], None]
"""Gets the name of a sign, a window, and (h, w): 1 where the sign is seen, 0 where it is not, -1 where nobody knows."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How a sign of change is detected."""

    name: str
    indices: tuple[str, ...]
    """Alternatives, of which the first that the bands allow is used."""
    detect: Detector
    words: str
    """The condition in words; `{index}` stands for the index."""
    opposite: str | None = None
    also: tuple[str, ...] = ()
    """Bands needed in addition to those of the index."""

    def index(self, keys: Sequence[str]) -> str | None:
        """The index that these bands allow."""
        return next((name for name in self.indices if not _lacking(name, self.also, keys)), None)

    def lacks(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Bands that are missing."""
        return () if self.index(keys) else _lacking(self.indices[-1], self.also, keys)


def _lacking(name: str, also: Sequence[str], keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(key for key in dict.fromkeys((*formula_of(name).bands, *also)) if key not in keys)


def _snow_free(before: SurfaceState, after: SurfaceState) -> Mask:
    """Mask of ground without snow at both dates."""
    return ~(before.snow | after.snow)


def _rose(name: str, limit: float) -> Detector:
    """A detector of an index that rose above a limit on dry, snow-free ground."""

    def detect(before: SurfaceState, after: SurfaceState) -> Mask:
        rose = (after.index(name) > limit) & ~(before.index(name) > limit)
        return np.asarray(rose & ~after.water & _snow_free(before, after))

    return detect


def _fell(name: str, limit: float) -> Detector:
    """A detector of an index that fell below a limit on ground that is dry at both dates."""

    def detect(before: SurfaceState, after: SurfaceState) -> Mask:
        fell = (after.index(name) < limit) & ~(before.index(name) < limit)
        return np.asarray(fell & ~before.water & ~after.water & _snow_free(before, after))

    return detect


def _burnt(before: SurfaceState, after: SurfaceState) -> Mask:
    lost = before.index("nbr") - after.index("nbr") >= BURNT
    # Drained ground loses NBR, too, for water is far brighter in the near than in the short-wave infrared; so does
    # felled and harvested ground, which is brighter than char.
    dry = ~before.water & ~after.water & _snow_free(before, after)
    return np.asarray(lost & dry & (after.bands["N"] < CHARRED_NIR))


LIMITS = f"limits {BARE:g} and {DENSE:g}"
RULES = (
    Rule("vegetation or forest lost", ("ndvi",), lambda b, a: (a.plants < b.plants) & _snow_free(b, a),
         f"{{index}} fell to a lower class ({LIMITS})", "vegetation gained"),
    Rule("vegetation gained", ("ndvi",), lambda b, a: (a.plants > b.plants) & _snow_free(b, a),
         f"{{index}} rose to a higher class ({LIMITS})", "vegetation or forest lost"),
    Rule("water gained", WET, lambda b, a: a.water & ~b.water & _snow_free(b, a),
         "{index} tells water at the later date only", "water lost", ("N",)),
    Rule("water lost", WET, lambda b, a: b.water & ~a.water & _snow_free(b, a),
         "{index} tells water at the earlier date only", "water gained", ("N",)),
    Rule("burnt", ("nbr",), _burnt,
         f"{{index}} fell by {BURNT:g} or more where it is dry at both dates and dark at the later one"),
    Rule("snow gained", ("ndsi",), lambda b, a: a.snow & ~b.snow,
         "{index} tells snow at the later date only", "snow lost", ("N",)),
    Rule("snow lost", ("ndsi",), lambda b, a: b.snow & ~a.snow,
         "{index} tells snow at the earlier date only", "snow gained", ("N",)),
    Rule("ground built up or laid bare", ("ndbi",), _rose("ndbi", STATES["ndbi"].limits[0]),
         "{index} rose above 0 where it is dry"),
    Rule("moisture lost", ("ndmi",), _fell("ndmi", 0.0), "{index} fell below 0 where it is dry"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChangeSign:
    """A sign of change, measured on all of a pair."""

    name: str
    index: str | None
    """None where no index could be computed."""
    rule: str
    """The condition in words."""
    ground: ClassArea | None
    """None where it could not be measured."""
    unmeasured: str
    """The reason; empty where it was measured."""
    opposite: str | None


@dataclass(frozen=True, slots=True)
class ChangeSigns:
    """All signs of change of a pair."""

    pair: str
    signs: tuple[ChangeSign, ...]
    method: str
    warnings: tuple[str, ...]

    def of(self, name: str) -> ChangeSign:
        """The sign of that name."""
        return next(sign for sign in self.signs if sign.name == name)


def signs_of_change(pair: ImagePair, request: IndexRequest, sink: Sink | None = None) -> ChangeSigns:
    """Measure every sign that the bands of both dates allow, in one pass over the files.

    Args:
        pair: the pair.
        request: how its bands are read.
        sink: gets each sign window by window.

    Raises:
        UnknownSensorError, ReflectanceError, RasterError: as `tools.spectrum.reflectance.spectral_date`.
    """
    dates = [spectral_date(pair, date, request.statement) for date in DATES]
    keys = tuple(key for key in BANDS if not any(acquisition.lacks((key,)) for acquisition in dates))
    usable = [(rule, name) for rule in RULES if (name := rule.index(keys)) is not None]
    tallies = {rule.name: ClassTally(("elsewhere", rule.name), pair.georeference) for rule, _ in usable}
    for window, (before, after) in _windows(pair, dates, keys, request) if usable else ():
        for rule, name in usable:
            known = np.isfinite(before.index(name)) & np.isfinite(after.index(name))
            detected = rule.detect(before, after)
            seen = np.where(known, detected, -1).astype(np.int64)
            tallies[rule.name].add(window, seen)
            if sink is not None:
                sink(rule.name, window, seen)
    signs = tuple(_sign(rule, keys, tallies.get(rule.name)) for rule in RULES)
    sources = "; ".join(dict.fromkeys(_source(name) for _, name in usable))
    where = "" if request.area is None else f"; within {request.area.name}"
    return ChangeSigns(pair.id, signs, f"thresholds by {sources}{where}", comparison_warnings(dates))


def _source(index: str) -> str:
    """The publication of an index's threshold."""
    rule = STATES.get(index) or DIFFERENCES.get(index)
    return WILSON if rule is None else rule.source


def _windows(
    pair: ImagePair, dates: Sequence[SpectralDate], keys: Sequence[str], request: IndexRequest
) -> Iterator[tuple[Window, tuple[SurfaceState, SurfaceState]]]:
    """Windows of the pair with the surface at both dates, NaN where either is unknown."""
    with ExitStack() as stack:
        readers = [stack.enter_context(SpectralReader(pair, acquisition, keys).reading()) for acquisition in dates]
        for window in blocks(pair.size, READ_BLOCK):
            (before, first), (after, second) = (reader.read(window) for reader in readers)
            known = first & second
            if request.area is not None:
                known &= request.area.inside(window)
            yield window, (_surface(before, known), _surface(after, known))


def _surface(bands: Bands, known: Mask) -> SurfaceState:
    return SurfaceState({key: np.where(known, values, np.nan).astype(np.float32) for key, values in bands.items()})


def _sign(rule: Rule, keys: Sequence[str], tally: ClassTally | None) -> ChangeSign:
    name = rule.index(keys)
    rule_text = rule.words.format(index=(name or rule.indices[0]).upper())
    if tally is None:
        names = band_words(rule.lacks(keys))
        lacking = notice("sign-lacks-bands", "it needs {names}, which not both images have", names=names)
        return ChangeSign(rule.name, None, rule_text, None, lacking, rule.opposite)
    elsewhere, here = tally.table()
    if not elsewhere.pixels + here.pixels:
        return ChangeSign(rule.name, name, rule_text, None, NOTHING_KNOWN, rule.opposite)
    return ChangeSign(rule.name, name, rule_text, here, "", rule.opposite)
