"""Numbers of a series' changes, added up window by window."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mci_model.prediction import Window
from tools.rasters.georeference import Georeference
from tools.series.statistics.changes import Changes
from tools.series.statistics.clear_values import Flags, Values

SIGNIFICANT = 0.05
"""Probability of a trend by chance below which it is told as one."""

FIRST_SHARE = 0.01
"""Share of the changed pixels that must change first on a date for it to be told as the first: fewer may be noise."""


@dataclass(frozen=True, slots=True)
class ChangedOn:
    """What changed most on one date."""

    day: str
    """ISO 8601: the first clear date of the new level."""
    changed_pixels: int
    changed_share: float
    """Of the pixels with enough clear dates, 0-1."""
    changed_area_m2: float | None
    lower_share: float
    """Of these pixels, the share that fell to a lower level, 0-1."""


class SeriesTally:
    """Adds up windows."""

    def __init__(self, days: tuple[str, ...], grid: Georeference | None) -> None:
        """Begin; of these days, on this grid."""
        self.days, self._grid = days, grid
        self.pixels = self.known = self.changed = self.lower = self.falling = self.rising = 0
        self.changed_m2 = 0.0
        self._clear, self._suspect = np.zeros(len(days), np.int64), np.zeros(len(days), np.int64)
        self._on, self._lower_on = np.zeros(len(days), np.int64), np.zeros(len(days), np.int64)
        self._m2_on = np.zeros(len(days))
        self._first_on = np.zeros(len(days), np.int64)
        self._slopes: list[Values] = []

    def add(self, window: Window, values: Values, found: Changes, inside: Flags) -> None:
        """Add a window: (dates, h, w) values, their changes, and (h, w) which pixels are asked about."""
        self._clear += np.isfinite(values).reshape(len(values), -1).sum(axis=1)
        self._suspect += found.suspect.sum(axis=0)
        self.pixels += int(inside.sum())
        self.known += int(found.known.sum())
        changed = found.known & (found.count > 0)
        lower = changed & (found.magnitude < 0)
        self.changed += int(changed.sum())
        self.lower += int(lower.sum())
        length = len(self.days)
        self._on += np.bincount(found.largest[changed], minlength=length)
        self._first_on += np.bincount(found.first[changed], minlength=length)
        self._lower_on += np.bincount(found.largest[lower], minlength=length)
        if self._grid is not None and changed.any():
            areas = self._grid.part(*window).pixel_areas.ravel()[changed]
            self._m2_on += np.bincount(found.largest[changed], areas, length)
            self.changed_m2 += float(areas.sum())
        sure = found.known & (found.p_value < SIGNIFICANT)
        self.falling += int((sure & (found.slope < 0)).sum())
        self.rising += int((sure & (found.slope > 0)).sum())
        slopes = found.slope[found.known & np.isfinite(found.slope)]
        self._slopes.append(slopes[:: max(1, len(slopes) // 2000)].astype(np.float32))

    @property
    def clear_share(self) -> tuple[float, ...]:
        """Of the pixels, 0-1, at each date."""
        return tuple(int(count) / max(1, self.pixels) for count in self._clear)

    @property
    def suspect_share(self) -> tuple[float, ...]:
        """Of the clear pixels of each date, 0-1, those that leave their level for this date alone."""
        return tuple(int(one) / max(1, int(clear)) for one, clear in zip(self._suspect, self._clear, strict=True))

    @property
    def median_slope(self) -> float | None:
        """Units a year of the middle pixel; None where none is known."""
        slopes = np.concatenate(self._slopes) if self._slopes else np.array([])
        return float(np.median(slopes)) if slopes.size else None

    def share(self, pixels: int) -> float:
        """Of the pixels with enough clear dates."""
        return pixels / max(1, self.known)

    @property
    def first_day(self) -> str | None:
        """The earliest date on which a hundredth of the changed pixels changed first; None where nothing did."""
        found = np.flatnonzero(self._first_on >= max(1, FIRST_SHARE * self.changed))
        return self.days[int(found[0])] if found.size else None

    def dates(self, most: int) -> tuple[ChangedOn, ...]:
        """The dates on which most changed, the largest first."""
        order = [int(place) for place in np.argsort(-self._on, kind="stable")[:most] if self._on[place]]
        return tuple(
            ChangedOn(
                self.days[place],
                int(self._on[place]),
                self.share(int(self._on[place])),
                None if self._grid is None else float(self._m2_on[place]),
                float(self._lower_on[place] / self._on[place]),
            )
            for place in order
        )
