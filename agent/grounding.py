"""Are the numbers of a text numbers that tools returned? Knows no wording and no model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from agent.steps import Step
from tools.values import to_json

NUMBER = re.compile(r"(?<![\w.])-?\d[\d,]*(?:\.\d+)?(?![\w]*\d)")
SCALES = (1.0, 100.0, 1e-4, 1e-6)
"""A share may be told in percent, square metres in hectares or square kilometres."""
MARKUP = re.compile(r"^\s*\d+[.)]\s", re.MULTILINE)
"""Numbers of list entries claim nothing."""


def ungrounded(text: str, steps: Iterable[Step], questions: Iterable[str]) -> list[str]:
    """Numbers in `text` that neither a result nor a question holds, allowing for rounding and change of unit."""
    known = [value for step in steps for value in _numbers((step.arguments, to_json(step.result)))]
    known += [_value(found) for question in questions for found in NUMBER.findall(question)]
    known += [_value(found) for step in steps for found in NUMBER.findall(str(to_json(step.result)))]
    return [found for found in NUMBER.findall(MARKUP.sub(" ", text)) if not _is_known(found, known)]


def _numbers(value: Any) -> Iterator[float]:
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, (int, float)):
        yield float(value)
    elif isinstance(value, dict):
        for entry in value.values():
            yield from _numbers(entry)
    elif isinstance(value, (list, tuple)):
        yield float(len(value))
        for entry in value:
            yield from _numbers(entry)


def _is_known(found: str, known: list[float]) -> bool:
    told = _value(found)
    decimals = len(found.partition(".")[2])
    half = 0.5 * 10.0**-decimals
    # A round number of thousands may be rounded more coarsely than its last digit: 3,500 for 3,512.
    zeros = len(found.replace(",", "")) - len(found.replace(",", "").rstrip("0")) if not decimals else 0
    slack = max(half, min(0.5 * 10.0**zeros, 0.02 * abs(told)))
    return any(abs(told - value * scale) <= slack * (1 + 1e-9) for value in known for scale in SCALES)


def _value(found: str) -> float:
    return float(found.replace(",", ""))
