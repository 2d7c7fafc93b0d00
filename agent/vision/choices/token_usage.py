"""What asking a model has used up: calls, tokens as its maker counted them, and money where a person gave the price."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from langchain_core.messages import AIMessage

from tools.errors import InputError
from tools.number_format import plural, quantity

PER = 1_000_000
"""Tokens for which prices are given."""


@dataclass(frozen=True, slots=True)
class Price:
    """Of a million tokens, in whatever money a person counts in."""

    read: float
    written: float

    def of(self, read: int, written: int) -> float:
        """What so many tokens read and written cost."""
        return (read * self.read + written * self.written) / PER


@dataclass(frozen=True, slots=True)
class Spent:
    """What was used up."""

    calls: int
    input_tokens: int | None
    """None where the model did not report it of every call: nothing is estimated."""
    output_tokens: int | None
    cost: float | None
    """None where no price was given, or tokens were not reported."""


def parse_price(text: str) -> Price:
    """A price as a person writes it: "1.25,10" for a million tokens read and a million written.

    Raises:
        InputError: it is no such pair of numbers.
    """
    try:
        read, written = (float(part) for part in text.split(","))
    except ValueError:
        read = written = math.nan
    if not (0 <= read < math.inf and 0 <= written < math.inf):
        raise InputError(
            f"{text!r} is no price; give that of a million tokens read and of a million written, for example 1.25,10."
        )
    return Price(read, written)


def spent(answers: Sequence[AIMessage], price: Price | None) -> Spent:
    """What these answers of a model have used up."""
    reported = [answer.usage_metadata for answer in answers]
    known = [usage for usage in reported if usage is not None]
    if len(known) < len(reported):
        return Spent(len(reported), None, None, None)
    read, written = sum(usage["input_tokens"] for usage in known), sum(usage["output_tokens"] for usage in known)
    cost = None if price is None else price.of(read, written)
    return Spent(len(reported), read, written, cost)


def usage_text(used: Spent) -> str:
    """The usage as text."""
    text = f"{quantity(used.calls)} {plural('call', used.calls)} of the model"
    if used.input_tokens is None or used.output_tokens is None:
        return f"{text}, which told no tokens"
    text += f", {quantity(used.input_tokens)} tokens in and {quantity(used.output_tokens)} out"
    return text if used.cost is None else f"{text}, at a cost of {used.cost:.4g}"
