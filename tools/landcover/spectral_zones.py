"""Unsupervised zones of similar spectra: one clustering for both dates, so that a zone means the same at both.

After Nagar et al. 2024 (arXiv 2404.02180), with principal components in place of an autoencoder:
sample of both dates -> standardised -> principal components -> k-means -> codes in windows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import Any

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window
from tools.errors import MissingBandsError, ReflectanceError
from tools.landcover.land_cover import Codes, CoverClass, Legend
from tools.landcover.spectral_cover import allowed
from tools.notices import notice
from tools.pairs.pair import ImagePair
from tools.rasters.blocks import READ_BLOCK, blocks
from tools.spectrum.indices import IndexRequest
from tools.spectrum.reflectance import SpectralDate, SpectralReader, comparison_warnings, spectral_date
from tools.types import DATES, Colour, Date

MIN_BANDS = 3
MIN_ZONES, MAX_ZONES = 2, 12
"""Limits of the number of zones."""
SAMPLE_SIDE = 512
"""Pixels a side of the sketch of each date to which the clustering is fitted."""
KEPT_VARIANCE = 0.99
"""Share of the variance that the principal components keep."""
SEED = 0
COLOURS: tuple[Colour, ...] = (
    (0, 114, 178), (230, 159, 0), (0, 158, 115), (204, 121, 167), (86, 180, 233), (213, 94, 0),
    (240, 228, 66), (100, 100, 100), (120, 60, 160), (150, 100, 50), (160, 210, 120), (30, 30, 110),
)  # fmt: skip
"""Okabe and Ito's, distinguishable with colour blindness, and some more."""
CAUTION = notice(
    "zones-no-classes",
    "Zones are groups of like spectrum, not classes of land cover; what they resemble is read off their mean spectrum. "
    "Light, haze and season that differ between the dates move pixels between zones, too.",
)


class SpectralZones:
    """Zones of a pair, as `tools.landcover.land_cover.CoverMaps`."""

    def __init__(self, pair: ImagePair, request: IndexRequest, count: int) -> None:
        """Fit the zones to both dates.

        Args:
            pair: the pair.
            request: sensor and area of interest.
            count: how many zones, 2 to 12.

        Raises:
            UnknownSensorError, ReflectanceError: as `spectral_date`, or too few known pixels.
            MissingBandsError: the dates share fewer than three bands.
        """
        self.pair, self.request, self.count = pair, request, count
        self.acquisitions: dict[Date, SpectralDate] = {
            date: spectral_date(pair, date, request.statement) for date in DATES
        }
        self.bands = _shared(tuple(self.acquisitions.values()))
        sample = np.concatenate([self._sample(date) for date in DATES])
        if len(np.unique(sample, axis=0)) < count:
            raise _too_few(count)
        self._model, self._order = _fitted(sample, count, self.bands)
        means = [sample[self._codes(sample) == code].mean(axis=0) for code in range(1, count + 1)]
        names = [_name(number, mean, self) for number, mean in enumerate(means, 1)]
        classes = tuple(CoverClass(name, COLOURS[place]) for place, name in enumerate(names))
        self.legend = Legend("zones of like spectrum", classes, "k-means (Lloyd 1982) on principal components")

    @property
    def method(self) -> str:
        """How zones were computed."""
        first = self.acquisitions["before"]
        return (
            f"{self.count} zones by k-means on principal components of {len(self.bands)} bands, learnt from both dates "
            f"together; {first.bands.recognised_by}; {first.scaled_by}"
        )

    @property
    def warnings(self) -> tuple[str, ...]:
        """Warnings about the dates and the zones."""
        return (*comparison_warnings(tuple(self.acquisitions.values())), CAUTION)

    def read(self, dates: Sequence[Date]) -> Iterator[tuple[Window, tuple[Codes, ...]]]:
        """Windows of the pair with the codes of each date; errors as in `tools.landcover.land_cover.CoverMaps`."""
        with ExitStack() as stack:
            readers = [
                stack.enter_context(SpectralReader(self.pair, self.acquisitions[date], self.bands).reading())
                for date in dates
            ]
            for window in blocks(self.pair.size, READ_BLOCK):
                yield window, tuple(self._window(reader, window) for reader in readers)

    def _window(self, reader: SpectralReader, window: Window) -> Codes:
        bands, valid = reader.read(window)
        if self.request.area is not None:
            valid = valid & self.request.area.inside(window)
        codes = np.zeros(valid.shape, np.uint8)
        if valid.any():
            codes[valid] = self._codes(np.stack([bands[key][valid] for key in self.bands], axis=1))
        return codes

    def _sample(self, date: Date) -> npt.NDArray[np.float32]:
        """(pixels, bands) of known pixels, spread over the scene."""
        with SpectralReader(self.pair, self.acquisitions[date], self.bands).reading() as reader:
            bands, valid = reader.sketch(SAMPLE_SIDE)
        return np.stack([bands[key][valid] for key in self.bands], axis=1).astype(np.float32)

    def _codes(self, spectra: npt.NDArray[np.float32]) -> Codes:
        codes: Codes = self._order[self._model.predict(spectra)]
        return codes


def _shared(dates: Sequence[SpectralDate]) -> tuple[str, ...]:
    bands = tuple(
        key for key in dates[0].bands.numbers if all(key in acquisition.bands.numbers for acquisition in dates)
    )
    if len(bands) < MIN_BANDS:
        raise MissingBandsError(
            notice(
                "zones-lack-bands",
                "Zones need at least {least} bands that both dates have; these share {count}.",
                least=MIN_BANDS,
                count=len(bands),
            )
        )
    return bands


def _too_few(count: int) -> ReflectanceError:
    return ReflectanceError(
        notice(
            "too-few-clusters",
            "The images hold too few kinds of ground for {count} zones; ask for fewer.",
            count=count,
        )
    )


def _fitted(sample: npt.NDArray[np.float32], count: int, bands: Sequence[str]) -> tuple[Any, Codes]:
    """The model, and the code of each of its clusters, from the greenest, or else the darkest."""
    from sklearn.cluster import KMeans
    from sklearn.decomposition import PCA
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    clusters = KMeans(count, n_init=3, random_state=SEED)
    model = make_pipeline(StandardScaler(), PCA(KEPT_VARIANCE, svd_solver="full"), clusters).fit(sample)
    labels = model.predict(sample)
    if len(np.unique(labels)) < count:
        raise _too_few(count)
    means = np.stack([sample[labels == cluster].mean(axis=0) for cluster in range(count)])
    order = np.empty(count, np.uint8)
    order[np.argsort([_greenness(mean, bands) for mean in means])[::-1]] = np.arange(1, count + 1)
    return model, order


def _greenness(mean: npt.NDArray[np.float32], bands: Sequence[str]) -> float:
    spectrum = dict(zip(bands, mean, strict=True))
    if {"N", "R"} <= set(bands):
        return float((spectrum["N"] - spectrum["R"]) / max(spectrum["N"] + spectrum["R"], 1e-6))
    return -float(mean.mean())


def _name(number: int, mean: npt.NDArray[np.float32], zones: SpectralZones) -> str:
    """The zone's number, and the class of its mean spectrum by the spectral rules."""
    try:
        rules = allowed(tuple(zones.acquisitions.values()))
    except MissingBandsError:
        return f"zone {number}"
    pixel = {key: np.array([[value]], np.float32) for key, value in zip(zones.bands, mean, strict=True)}
    code = int(rules.classify(pixel)[0, 0])
    return f"zone {number} (like {rules.legend.names[code - 1]})" if code else f"zone {number}"
