"""What a pair is, told before anything is inferred from it. Knows no network."""

from __future__ import annotations

from dataclasses import dataclass

from mci_model.settings import TRAINED_RESOLUTION_M
from tools.pairs import ImagePair

FIT_RESOLUTION_M = (0.3, 1.0)
"""Ground sizes of a pixel, metres, at which the networks have been trained or tried."""


@dataclass(frozen=True, slots=True)
class DateCard:
    """One image of a pair."""

    file: str
    width: int
    height: int
    bands: int
    dtype: str
    date: str | None


@dataclass(frozen=True, slots=True)
class PairCard:
    """The preflight card."""

    pair: str
    before: DateCard
    after: DateCard
    crs: str | None
    bounds: tuple[float, float, float, float] | None
    """(left, bottom, right, top) in `crs`."""
    resolution_m: float | None
    """Ground size of a pixel, metres."""
    area_m2: float | None
    """Valid ground covered by both dates, square metres."""
    overlap: float
    """Share of the first image that both dates cover with valid pixels, 0-1."""
    identical: bool
    warnings: tuple[str, ...]


def inspect(pair: ImagePair) -> PairCard:
    """Look a pair over."""
    grid = pair.georeference
    dates = [DateCard(r.name, r.size[1], r.size[0], r.bands, r.dtype, r.date) for r in pair.sources]
    resolution = grid.resolution_m if grid else None
    return PairCard(
        pair=pair.id,
        before=dates[0],
        after=dates[1],
        crs=grid.crs if grid else None,
        bounds=grid.bounds if grid else None,
        resolution_m=resolution,
        area_m2=float(grid.pixel_areas[pair.valid].sum()) if grid else None,
        overlap=float(pair.valid.mean()),
        identical=bool((pair.before == pair.after).all()),
        warnings=(*pair.notes, *resolution_warnings(resolution)),
    )


def resolution_warnings(resolution: float | None) -> tuple[str, ...]:
    """What to say when the pixels are far finer or coarser than the networks know."""
    low, high = FIT_RESOLUTION_M
    if resolution is None or low * 0.99 <= resolution <= high * 1.01:
        return ()
    return (
        f"A pixel is {resolution:.2g} m on the ground; the network learnt from {TRAINED_RESOLUTION_M} m and is "
        f"reliable from {low} to {high} m, so expect misses and false alarms.",
    )
