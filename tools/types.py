"""Names and shapes that more than one room of the tools uses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    pass


Pixels = npt.NDArray[np.uint8]

Date = Literal["before", "after"]

DATES: tuple[Date, ...] = ("before", "after")

Colour = tuple[int, int, int]

Progress = Callable[[int, int], None]
