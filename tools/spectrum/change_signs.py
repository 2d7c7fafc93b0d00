"""Signs of change on the ground, pixel by pixel: published thresholds of spectral indices, held together.

One index alone misleads: MNDWI and NDSI are one formula, so that new snow looks like water; open water has an NDBI of
about 0, as built-up ground has; and a flooded wood loses as much NBR as a burnt one. So each sign also asks what its
pixels are not. It knows no cause.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import spyndex

from mci_model.prediction import Window
from tools.pairs.pair import ImagePair
from tools.rasters.blocks import READ_BLOCK, blocks
from tools.spectrum.index_classes import DIFFERENCES, STATES, WATER_NIR
from tools.spectrum.index_formulas import Values, computed, formula_of
from tools.spectrum.index_tally import ClassArea, ClassTally, classified
from tools.spectrum.indices import IndexRequest
from tools.spectrum.pseudo_images import Bands
from tools.spectrum.reflectance import SpectralDate, SpectralReader, beware, spectral_date
from tools.types import DATES

Mask = npt.NDArray[np.bool_]
BANDS = ("R", "G", "N", "S1", "S2")
WILSON = "Wilson and Sader 2002, Remote Sensing of Environment 80: NDMI; its limit at 0 is this program's own choice"
BARE, DENSE = STATES["ndvi"].limits
BURNT = DIFFERENCES["nbr"].limits[DIFFERENCES["nbr"].names.index("moderate-low severity") - 1]
"""Loss of NBR from which ground counts as burnt: low severity is what harvest and season look like, too."""
NOTHING_KNOWN = "no pixel is known at both dates"


class Ground:
    """What a window shows at one date, as far as its bands tell."""

    def __init__(self, bands: Bands) -> None:
        self.bands, self._found = bands, dict[str, Values]()

    def index(self, name: str) -> Values:
        """An index, not a number where it is not known."""
        if name not in self._found:
            self._found[name] = computed(formula_of(name), self.bands)
        return self._found[name]

    def allows(self, name: str) -> bool:
        """Whether there are the bands of an index."""
        return all(band in self.bands for band in formula_of(name).bands)

    @cached_property
    def plants(self) -> npt.NDArray[np.int64]:
        """Class of NDVI, -1 where it is not known."""
        return classified(self.index("ndvi"), STATES["ndvi"])

    @cached_property
    def snow(self) -> Mask:
        """Where snow lies; nowhere if the bands do not tell."""
        if not self.allows("ndsi") or "N" not in self.bands:
            return np.zeros(next(iter(self.bands.values())).shape, bool)
        return np.asarray((self.index("ndsi") > STATES["ndsi"].limits[0]) & (self.bands["N"] > WATER_NIR))

    @cached_property
    def water(self) -> Mask:
        """Where open water lies; nowhere if the bands do not tell."""
        name = next((name for name in WET if self.allows(name)), None)
        if name is None or "N" not in self.bands:
            return np.zeros(next(iter(self.bands.values())).shape, bool)
        wet = (self.index(name) > STATES[name].limits[0]) & (self.bands["N"] < WATER_NIR)
        # Woods in shade are dark and wet, too, but green.
        return np.asarray(wet & ~(self.index("ndvi") >= BARE) if self.allows("ndvi") else wet)


WET = ("mndwi", "ndwi")
"""Indices of water, the better one first."""
Found = Callable[[Ground, Ground], Mask]
"""Where a sign is seen, given both dates."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How a sign of change is recognised."""

    name: str
    indices: tuple[str, ...]
    """Of which the first that the bands allow is used."""
    found: Found
    words: str
    """What holds where it is seen; `{index}` stands for the index."""
    opposite: str | None = None
    also: tuple[str, ...] = ()
    """Bands needed beside those of the index."""

    def index(self, keys: Sequence[str]) -> str | None:
        """The index that these bands allow."""
        return next((name for name in self.indices if not _lacking(name, self.also, keys)), None)

    def lacks(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Bands that it would need besides."""
        return () if self.index(keys) else _lacking(self.indices[-1], self.also, keys)


def _lacking(name: str, also: Sequence[str], keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(key for key in dict.fromkeys((*formula_of(name).bands, *also)) if key not in keys)


def _open(before: Ground, after: Ground) -> Mask:
    """Where no snow hides the ground."""
    return ~(before.snow | after.snow)


def _rose(name: str, limit: float) -> Found:
    """An index is above a limit on dry and open ground where it was not."""

    def found(before: Ground, after: Ground) -> Mask:
        rose = (after.index(name) > limit) & ~(before.index(name) > limit)
        return np.asarray(rose & ~after.water & _open(before, after))

    return found


def _fell(name: str, limit: float) -> Found:
    """An index is below a limit on ground that is dry at both dates where it was not."""

    def found(before: Ground, after: Ground) -> Mask:
        fell = (after.index(name) < limit) & ~(before.index(name) < limit)
        return np.asarray(fell & ~before.water & ~after.water & _open(before, after))

    return found


def _burnt(before: Ground, after: Ground) -> Mask:
    lost = before.index("nbr") - after.index("nbr") >= BURNT
    return np.asarray(lost & ~after.water & _open(before, after))


LIMITS = f"limits {BARE:g} and {DENSE:g}"
RULES = (
    Rule("vegetation or forest lost", ("ndvi",), lambda b, a: (a.plants < b.plants) & _open(b, a),
         f"{{index}} fell to a lower class ({LIMITS})", "vegetation gained"),
    Rule("vegetation gained", ("ndvi",), lambda b, a: (a.plants > b.plants) & _open(b, a),
         f"{{index}} rose to a higher class ({LIMITS})", "vegetation or forest lost"),
    Rule("water gained", WET, lambda b, a: a.water & ~b.water & _open(b, a),
         "{index} tells water at the later date only", "water lost", ("N",)),
    Rule("water lost", WET, lambda b, a: b.water & ~a.water & _open(b, a),
         "{index} tells water at the earlier date only", "water gained", ("N",)),
    Rule("burnt", ("nbr",), _burnt, f"{{index}} fell by {BURNT:g} or more where it is dry"),
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
    """None where no index could be worked out."""
    rule: str
    """What holds where it is seen."""
    ground: ClassArea | None
    """None where it could not be measured."""
    unmeasured: str
    """Why not; empty where it was."""
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


def signs_of_change(pair: ImagePair, wish: IndexRequest) -> ChangeSigns:
    """Measure every sign that the bands of both dates allow, in one reading of the files.

    Raises:
        UnknownSensorError, ReflectanceError, RasterError: as `tools.spectrum.reflectance` tells.
    """
    dates = [spectral_date(pair, date, wish.sensor) for date in DATES]
    keys = tuple(key for key in BANDS if not any(found.lacks((key,)) for found in dates))
    usable = [(rule, name) for rule in RULES if (name := rule.index(keys)) is not None]
    tallies = {rule.name: ClassTally(("elsewhere", rule.name), pair.georeference) for rule, _ in usable}
    for window, (before, after) in _windows(pair, dates, keys, wish) if usable else ():
        for rule, name in usable:
            known = np.isfinite(before.index(name)) & np.isfinite(after.index(name))
            seen = rule.found(before, after)
            tallies[rule.name].add(window, np.where(known, seen, -1).astype(np.int64))
    signs = tuple(_sign(rule, keys, tallies.get(rule.name)) for rule in RULES)
    sources = "; ".join(dict.fromkeys(_source(name) for _, name in usable))
    where = "" if wish.asked is None else f"; within {wish.asked.name}"
    return ChangeSigns(pair.id, signs, f"thresholds by {sources}{where}", beware(dates))


def _source(index: str) -> str:
    """Who published the threshold of an index."""
    rule = STATES.get(index) or DIFFERENCES.get(index)
    return WILSON if rule is None else rule.source


def _windows(
    pair: ImagePair, dates: Sequence[SpectralDate], keys: Sequence[str], wish: IndexRequest
) -> Iterator[tuple[Window, tuple[Ground, Ground]]]:
    """Windows of the pair with what both dates show there, not a number where one of them is not known."""
    with ExitStack() as stack:
        readers = [stack.enter_context(SpectralReader(pair, found, keys).reading()) for found in dates]
        for window in blocks(pair.size, READ_BLOCK):
            (before, first), (after, second) = (reader.read(window) for reader in readers)
            known = first & second
            if wish.asked is not None:
                known &= wish.asked.inside(window)
            yield window, (_ground(before, known), _ground(after, known))


def _ground(bands: Bands, known: Mask) -> Ground:
    return Ground({key: np.where(known, values, np.nan).astype(np.float32) for key, values in bands.items()})


def _sign(rule: Rule, keys: Sequence[str], tally: ClassTally | None) -> ChangeSign:
    name = rule.index(keys)
    told = rule.words.format(index=(name or rule.indices[0]).upper())
    if tally is None:
        lacking = " and ".join(spyndex.bands[key].long_name for key in rule.lacks(keys))
        return ChangeSign(rule.name, None, told, None, f"it needs {lacking}, which not both images have", rule.opposite)
    elsewhere, here = tally.table()
    if not elsewhere.pixels + here.pixels:
        return ChangeSign(rule.name, name, told, None, NOTHING_KNOWN, rule.opposite)
    return ChangeSign(rule.name, name, told, here, "", rule.opposite)
