"""What to beware of in the grid of a map that is sampled."""

from __future__ import annotations

from collections.abc import Iterator

from tools.notices import notice

MOST_SIZE_SPREAD = 0.05
"""By how much pixels of one map may differ in ground size, before that is told."""


def grid_cautions(name: str, size_spread: float, *, placed: bool) -> Iterator[str]:
    """What to beware of in a map's grid."""
    if not placed:
        yield notice(
            "assessed-unplaced",
            "{name} does not tell where it lies, so its classes are told as shares of its pixels, not as areas.",
            name=name,
        )
    elif size_spread > MOST_SIZE_SPREAD:
        yield notice(
            "assessed-uneven-pixels",
            "Pixels of {name} differ in ground size by up to {spread:.0f} %, and each is as likely to be drawn as "
            "another; warp the map to an equal-area projection for exact areas.",
            name=name,
            spread=100 * size_spread,
        )
