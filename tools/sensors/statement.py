"""What a person states about the files because these do not: sensor, scale, offset, baseline, days. Knows no file."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - `date` is one of the two dates of a pair here
from typing import TypeVar

from tools.errors import StatementError
from tools.types import Date

Value = TypeVar("Value")
LARGEST_OFFSET = 2.0
"""Reflectance beyond which an offset is meant in the numbers of the file: -1000 for Sentinel-2."""
WORDS = ("scale", "offset", "baseline")


@dataclass(frozen=True, slots=True)
class Statement:
    """What is stated of both dates; each text is one value for both, or two with a comma between, before and after."""

    sensor: str | None = None
    """As `tools.sensors.recognition.requested_sensor` reads it."""
    scale: str | None = None
    """Reflectance per number, 0.0001; or the number of reflectance 1, 10000."""
    offset: str | None = None
    """Reflectance of the number 0, -0.1; or, beyond 2, what is added to numbers, -1000."""
    baseline: str | None = None
    """Processing baseline, 05.09, from which the sensor's rule gives the offset."""

    def scale_of(self, date: Date) -> float | None:
        """Reflectance per number.

        Raises:
            StatementError: it is no positive number.
        """
        scale = _of(date, "--scale", self.scale, float)
        if scale is None:
            return None
        if scale <= 0:
            raise StatementError(f"--scale {self.scale} is no scale; give reflectance per number, such as 0.0001.")
        return scale if scale <= 1 else 1 / scale

    def offset_of(self, date: Date, scale: float) -> float | None:
        """Reflectance of the number 0, with numbers of this scale.

        Raises:
            StatementError: it is no number.
        """
        offset = _of(date, "--offset", self.offset, float)
        return offset if offset is None or abs(offset) <= LARGEST_OFFSET else offset * scale

    def baseline_of(self, date: Date) -> float | None:
        """The processing baseline.

        Raises:
            StatementError: it is no baseline.
        """
        found = _of(date, "--baseline", self.baseline, lambda text: float(re.sub(r"^N?0*(\d)(\d\d)$", r"\1.\2", text)))
        if found is not None and not 0 <= found < 100:
            raise StatementError(f"--baseline {self.baseline} is no processing baseline; give one such as 05.09.")
        return found


def _of(date: Date, option: str, text: str | None, convert: Callable[[str], Value]) -> Value | None:
    """The value for a date; None where none is stated for it."""
    if text is None:
        return None
    words = [word.strip() for word in str(text).split(",")]
    if len(words) > 2:
        raise StatementError(
            f"{option} {text} holds {len(words)} values; give one for both dates, or two: before,after."
        )
    word = words[-1] if date == "after" else words[0]
    if not word:
        return None
    try:
        value = convert(word)
    except ValueError as error:
        raise StatementError(f"{option} {text} is not understood: {word!r} is no number.") from error
    if isinstance(value, float) and not math.isfinite(value):
        raise StatementError(f"{option} {text} is not understood: {word!r} is no number.")
    return value


def stated_day(option: str, text: str | None) -> str | None:
    """A day as it was stated, ISO 8601.

    Raises:
        StatementError: it is no day.
    """
    if text is None:
        return None
    try:
        return Day.fromisoformat(text.strip()).isoformat()
    except ValueError as error:
        raise StatementError(f"{option} {text} is no day; write it as YYYY-MM-DD.") from error


def read_statement(text: str) -> Statement:
    """A statement in one line: "sentinel-2-l2a; baseline 02.12,05.09", "scale 0.0001 offset -0.1".

    Raises:
        StatementError: a word is left over.
    """
    found: dict[str, str] = {}
    rest = text
    for word in WORDS:
        match = re.search(rf"(?:^|[\s;])(?:--)?{word}[\s=:]+([^\s;]+)", rest, re.IGNORECASE)
        if match:
            found[word] = match[1]
            rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    sensor = re.sub(r"\s*,\s*", ",", rest.strip(" ;\t\n"))
    if re.search(r"[\s;]", sensor):
        raise StatementError(f"{text!r} is not understood; write a sensor, and scale, offset or baseline after it.")
    return Statement(sensor or None, **found)


AS_THE_FILES_TELL = Statement()
