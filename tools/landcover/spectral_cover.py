"""Land cover by published spectral rules, pixel by pixel: offline, without training. Knows no files but the pair's.

reflectance in windows -> snow? water? trees? low vegetation? else bare or built-up -> codes of the legend
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window
from tools.errors import MissingBandsError
from tools.landcover.land_cover import Codes, CoverClass, Legend
from tools.notices import notice
from tools.pairs.pair import ImagePair
from tools.rasters.blocks import READ_BLOCK, blocks
from tools.spectrum.date_bands import band_words
from tools.spectrum.index_classes import STATES, WATER_NIR
from tools.spectrum.index_formulas import Values, computed, formula_of
from tools.spectrum.indices import IndexRequest
from tools.spectrum.pseudo_images import Bands
from tools.spectrum.reflectance import SpectralDate, SpectralReader, comparison_warnings, spectral_date
from tools.types import DATES, Date

Mask = npt.NDArray[np.bool_]
(WATER_ABOVE,), (SNOW_ABOVE,) = STATES["mndwi"].limits, STATES["ndsi"].limits
"""Minimum MNDWI of water (Xu 2006), and NDSI, the same formula, of snow (Hall et al. 1995); white roofs have high
values, too, but are bright in the near infrared."""
BARE_NDVI, FULL_NDVI = STATES["ndvi"].limits
"""NDVI of bare ground, and of ground under full vegetation (Sobrino et al. 2004)."""
HALF_COVERED_NDVI = (BARE_NDVI + FULL_NDVI) / 2
"""NDVI of a pixel half of which is covered, when NDVI is mixed linearly between the two."""
DARK_SWIR = 0.07
"""Reflectance at 2.2 um below which dense vegetation is woody. Kaufman et al. 1997 (IEEE TGRS 35) select dark dense
vegetation, mostly forest, below 0.05 to 0.1; 0.07 separates the forest chips of EuroSAT from its pastures and crops."""
DENSE_NDVI = 0.45
"""NDVI of forest at the top of the atmosphere, where haze lowers Sobrino's 0.5 by about 0.05."""
MIXED = notice(
    "spectral-rules",
    "Spectral rules cannot tell bare ground from buildings and roads, or grass from crops; woods in leaf are told, "
    "leafless ones count as bare or low vegetation.",
)
WATER = CoverClass("water", (0, 114, 178))
SNOW = CoverClass("snow and ice", (200, 220, 255))
TREES = CoverClass("trees", (0, 90, 50))
LOW = CoverClass("low vegetation", (154, 205, 90))
PLANTS = CoverClass("vegetation", (60, 150, 60))
BARE = CoverClass("bare or built-up ground", (213, 140, 80))
VEGETATION = f"vegetation: NDVI above {HALF_COVERED_NDVI:g}, half of the pixel covered (Sobrino et al. 2004)"
SOURCE = (
    f"water: MNDWI above {WATER_ABOVE:g} (Xu 2006), near infrared below {WATER_NIR:g}; snow: NDSI above {SNOW_ABOVE:g} "
    f"(Hall et al. 1995); {VEGETATION}; woods: NDVI above {DENSE_NDVI:g} and reflectance at 2.2 µm below {DARK_SWIR:g} "
    "(Kaufman et al. 1997)"
)
SOURCE_WITHOUT_SWIR = (
    f"water: NDWI above {WATER_ABOVE:g} (McFeeters 1996), near infrared below {WATER_NIR:g}; {VEGETATION}"
)


@dataclass(frozen=True, slots=True)
class Rules:
    """A legend and the function that classifies reflectance."""

    legend: Legend
    bands: tuple[str, ...]
    """spyndex's short names."""
    classify: Callable[[Bands], Codes]


def _index(name: str, bands: Bands) -> Values:
    return computed(formula_of(name), bands)


def _with_swir(bands: Bands) -> Codes:
    ndvi, wet = _index("ndvi", bands), _index("mndwi", bands)
    # Where red and near infrared are both zero, NDVI is undefined, and there is no vegetation.
    snow = (wet > SNOW_ABOVE) & (bands["N"] > WATER_NIR)
    water = (wet > WATER_ABOVE) & (bands["N"] < WATER_NIR) & ~(ndvi >= BARE_NDVI)
    trees = (ndvi > DENSE_NDVI) & (bands["S2"] < DARK_SWIR)
    return _first_of((water, snow, trees, ndvi > HALF_COVERED_NDVI), np.isfinite(wet))


def _without_swir(bands: Bands) -> Codes:
    ndvi, wet = _index("ndvi", bands), _index("ndwi", bands)
    return _first_of(((wet > WATER_ABOVE) & (bands["N"] < WATER_NIR), ndvi > HALF_COVERED_NDVI), np.isfinite(wet))


def _first_of(rules: Sequence[Mask], known: Mask) -> Codes:
    """The code of the first rule that holds, one more than the last where none does, 0 where unknown."""
    codes = np.select(list(rules), list(range(1, len(rules) + 1)), len(rules) + 1)
    return np.where(known, codes, 0).astype(np.uint8)


WITH_SWIR = Rules(
    Legend("spectral rules", (WATER, SNOW, TREES, LOW, BARE), SOURCE), ("R", "G", "N", "S1", "S2"), _with_swir
)
WITHOUT_SWIR = Rules(
    Legend(
        "spectral rules without short-wave infrared",
        (WATER, PLANTS, BARE),
        SOURCE_WITHOUT_SWIR,
    ),
    ("R", "G", "N"),
    _without_swir,
)


class SpectralCover:
    """Land cover of a pair by spectral rules; one set of rules for both dates."""

    def __init__(self, pair: ImagePair, request: IndexRequest, dates: Sequence[Date] = DATES) -> None:
        """Select the rules that the bands allow.

        Raises:
            UnknownSensorError, ReflectanceError: as `tools.spectrum.reflectance.spectral_date`.
            MissingBandsError: a date lacks the near infrared.
        """
        self.pair, self.request = pair, request
        self.acquisitions: dict[Date, SpectralDate] = {
            date: spectral_date(pair, date, request.statement) for date in dates
        }
        self._rules = allowed(tuple(self.acquisitions.values()))

    @property
    def legend(self) -> Legend:
        """The classes of the codes."""
        return self._rules.legend

    @property
    def method(self) -> str:
        """The rules, and how bands and scaling were recognised."""
        first = next(iter(self.acquisitions.values()))
        where = "" if self.request.area is None else f"; within {self.request.area.name}"
        return f"spectral rules: {self.legend.source}; {first.bands.recognised_by}; {first.scaled_by}{where}"

    @property
    def warnings(self) -> tuple[str, ...]:
        """Warnings about the dates and the rules."""
        return (*comparison_warnings(tuple(self.acquisitions.values())), MIXED)

    def read(self, dates: Sequence[Date]) -> Iterator[tuple[Window, tuple[Codes, ...]]]:
        """Windows of the pair with the codes of each date; errors as in `tools.landcover.land_cover.CoverMaps`."""
        with ExitStack() as stack:
            readers = [
                stack.enter_context(SpectralReader(self.pair, self.acquisitions[date], self._rules.bands).reading())
                for date in dates
            ]
            for window in blocks(self.pair.size, READ_BLOCK):
                yield window, tuple(self._window(reader, window) for reader in readers)

    def _window(self, reader: SpectralReader, window: Window) -> Codes:
        bands, valid = reader.read(window)
        if self.request.area is not None:
            valid = valid & self.request.area.inside(window)
        return np.where(valid, self._rules.classify(bands), 0).astype(np.uint8)


def allowed(dates: Sequence[SpectralDate]) -> Rules:
    """The rules that all dates have the bands for."""
    for rules in (WITH_SWIR, WITHOUT_SWIR):
        if not any(acquisition.lacks(rules.bands) for acquisition in dates):
            return rules
    lacking = next((acquisition, keys) for acquisition in dates if (keys := acquisition.lacks(WITHOUT_SWIR.bands)))
    raise MissingBandsError(
        notice(
            "cover-lacks-bands",
            "Land cover needs {names}, which the {date} image has not; give images with near infrared, or two class "
            "rasters, or ask a multimodal model (--vision).",
            names=band_words(lacking[1]),
            date=lacking[0].date,
        )
    )
