"""Aliases that more than one room of the tools uses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
"""(H, W, 3) RGB 0-255, or (H, W) class ids."""

Date = Literal["before", "after"]
DATES: tuple[Date, ...] = ("before", "after")

Colour = tuple[int, int, int]
"""Red, green and blue, 0-255."""

Progress = Callable[[int, int], None]
"""Called with the number of finished parts and the number of all parts."""
