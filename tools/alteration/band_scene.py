"""Both dates of a pair as the bands that change of any kind is read from, with the land cover that they show.

The dates' bands -> those that both have -> reflectance and class codes in windows, unknown under clouds and snow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window
from tools.landcover.land_cover import Codes
from tools.landcover.spectral_cover import SNOW, Rules, allowed
from tools.notices import notice
from tools.pairs.pair import ImagePair
from tools.sensors.statement import AS_THE_FILES_TELL, Statement
from tools.spectrum.reflectance import SpectralDate, SpectralReader, comparison_warnings, spectral_date
from tools.types import DATES

KEYS = ("B", "G", "R", "N", "S1", "S2")
"""The bands of most sensors in which ground differs; coastal, water-vapour and cirrus bands show the air."""
WHOLE_SIDE = 1024
"""Scenes of so many pixels a side, by area, are fitted whole; of larger ones, a sample of SPOTS x SPOTS windows."""
SPOTS, SPOT_SIDE = 8, 128
NO_CLOUD_BAND = notice(
    "no-cloud-band", "No band tells of clouds, so that clouds and their shadows may be taken for change."
)


@dataclass(frozen=True)
class BandWindow:
    """A window of both dates."""

    before: npt.NDArray[np.float32]
    """(bands, h, w) reflectance."""
    after: npt.NDArray[np.float32]
    known: npt.NDArray[np.bool_]
    """(h, w): data at both dates, without the clouds, shadows and snow that are told."""
    covers: tuple[Codes, Codes]
    """Land cover at either date, codes of the rules' legend."""


class BandScene:
    """A pair whose bands tell change of any kind."""

    def __init__(self, pair: ImagePair, statement: Statement = AS_THE_FILES_TELL) -> None:
        """Find the bands that both dates have.

        Raises:
            UnknownSensorError, StatementError, ReflectanceError: as `tools.spectrum.reflectance.spectral_date`.
            MissingBandsError: a date lacks red, green or near infrared.
        """
        self.pair = pair
        self.dates: tuple[SpectralDate, ...] = tuple(spectral_date(pair, date, statement) for date in DATES)
        self.rules: Rules = allowed(self.dates)
        self.keys = tuple(key for key in KEYS if not any(acquisition.lacks((key,)) for acquisition in self.dates))

    @property
    def warnings(self) -> tuple[str, ...]:
        """Warnings about the dates."""
        clouds = () if all(acquisition.clouds is not None for acquisition in self.dates) else (NO_CLOUD_BAND,)
        return (*comparison_warnings(self.dates), *clouds)

    @contextmanager
    def reading(self) -> Iterator[BandReader]:
        """A reader of its windows."""
        with ExitStack() as stack:
            readers = [
                stack.enter_context(SpectralReader(self.pair, acquisition, self.keys).reading())
                for acquisition in self.dates
            ]
            yield BandReader(readers, self.rules)

    def sample_windows(self) -> Iterator[Window]:
        """Windows by which a scene is fitted: the whole where it is small, else spots spread evenly over it."""
        height, width = self.pair.size
        if height * width <= WHOLE_SIDE**2:
            yield Window(0, 0, height, width)
            return
        for top, tall in _spots(height):
            for left, wide in _spots(width):
                yield Window(top, left, tall, wide)


class BandReader:
    """Windows of both dates of an open scene."""

    def __init__(self, readers: Sequence[SpectralReader], rules: Rules) -> None:
        self._readers, self._rules = readers, rules
        names = rules.legend.names
        self._snow = names.index(SNOW.name) + 1 if SNOW.name in names else None

    def read(self, window: Window) -> BandWindow:
        """Both dates in a window.

        Raises:
            RasterError: a file is damaged there.
        """
        (before, first), (after, second) = (reader.read(window) for reader in self._readers)
        codes = [self._rules.classify({key: bands[key] for key in self._rules.bands}) for bands in (before, after)]
        stacks = [np.stack(list(bands.values())) for bands in (before, after)]
        known = first & second & np.isfinite(stacks[0]).all(axis=0) & np.isfinite(stacks[1]).all(axis=0)
        known &= (codes[0] > 0) & (codes[1] > 0)
        if self._snow is not None:
            known &= (codes[0] != self._snow) & (codes[1] != self._snow)
        return BandWindow(stacks[0], stacks[1], np.asarray(known, bool), (codes[0], codes[1]))


def _spots(extent: int) -> Iterator[tuple[int, int]]:
    """First pixel and pixels of the spots along one side, evenly spread; all of a side that is no longer than they."""
    if extent <= SPOTS * SPOT_SIDE:
        yield from ((start, min(SPOT_SIDE, extent - start)) for start in range(0, extent, SPOT_SIDE))
        return
    for spot in range(SPOTS):
        yield (extent - SPOT_SIDE) * spot // (SPOTS - 1), SPOT_SIDE
