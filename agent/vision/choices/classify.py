"""Zero-shot choice by a multimodal model: what do these pictures show? Proposed and, if requested, verified.

pictures, data sheet -> proposals -> each checked against every picture -> choice; nothing of it is measured
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from agent.vision.ask_image import Vision
from agent.vision.choices.data_sheet import INSTRUCTIONS, data_sheet, listed, offered
from agent.vision.choices.exchange import Exchange, Turn
from agent.vision.choices.options import FORM, Options, read_choice, written
from agent.vision.choices.token_usage import Price, Spent
from tools.errors import UnknownLayerError
from tools.spectrum.pseudo_images import PseudoImage
from tools.spectrum.reflectance import SpectralDate

Shown = Literal["all", "rgb"]
QUESTION = "Which of these classes does the scene show?"
ALL_THAT_APPLY = "Select all that apply."
VERIFY = (
    "Second step. You proposed {proposed}. Look at the pictures again, one after the other, and ask of each proposed "
    "option whether that picture supports it. Keep only the options that no picture speaks against; {limit}"
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a multimodal model chose."""

    names: tuple[str, ...]
    """Of the options, in the model's order; empty where it chose none of them."""
    proposed: tuple[str, ...]
    """In the first step; the same where there was no second."""
    spent: Spent
    model: str
    exchange: tuple[Turn, ...]
    """All turns, without the pictures."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a model is queried."""

    question: str = QUESTION
    most: int | None = None
    """At most so many are chosen in the end."""
    verify: bool = True
    """Whether it is asked twice: to propose, and to verify."""
    shown: Shown = "all"
    """Every picture, or only true colours, for comparison."""
    none: bool = False
    """Whether it may choose none of the options."""
    price: Price | None = None
    on_spent: Callable[[Spent], None] | None = None
    """Called with the usage, also of an exchange that ends in an error."""


USUAL = Manner()


def classify(
    vision: Vision,
    views: Sequence[PseudoImage],
    dates: Sequence[SpectralDate],
    options: Options,
    manner: Manner = USUAL,
) -> Choice:
    """Let a multimodal model choose what pictures show.

    Args:
        vision: the model.
        views: the pictures, in their order.
        dates: how their dates were read, for the table of bands.
        options: what may be chosen.
        manner: how it is asked.

    Raises:
        ToolError: the model does not answer, or not in the required form, even when asked again.
        UnknownLayerError: only true colours are to be shown, and there is no such picture.
    """
    shown, bands = _shown(views, dates, manner.shown)
    exchange = Exchange(vision, INSTRUCTIONS, manner.price)
    allowed = range(1, len(options.names) + 1)
    none, most = options.none if manner.none else None, None if manner.verify else manner.most
    numbers = [*allowed, *([] if none is None else [none])]
    sheet = data_sheet(shown, bands, manner.question, options, numbers, _limit(most))
    try:
        proposed = exchange.choose(sheet, partial(read_choice, allowed=allowed, none=none, most=most), shown)
        final = _verified(exchange, shown, options, proposed, manner.most) if manner.verify and proposed else proposed
    finally:
        if manner.on_spent is not None:
            manner.on_spent(exchange.spent)
    names, first = (tuple(options.name(number) for number in chosen) for chosen in (final, proposed))
    return Choice(names, first, exchange.spent, vision.name, tuple(exchange.turns))


def _shown(
    views: Sequence[PseudoImage], dates: Sequence[SpectralDate], requested: Shown
) -> tuple[Sequence[PseudoImage], Sequence[SpectralDate]]:
    """The pictures that are shown, and the dates whose bands are listed; true colours need no table."""
    if requested == "all":
        return views, dates
    colours = [view for view in views if view.name == "true-colour"]
    if not colours:
        raise UnknownLayerError("There is no true-colour picture among these; show all of them.")
    return colours, ()


def _verified(
    exchange: Exchange, views: Sequence[PseudoImage], options: Options, proposed: tuple[int, ...], most: int | None
) -> tuple[int, ...]:
    """The proposals that the model keeps when it looks again; the pictures are in the exchange already."""
    numbers = [*proposed, options.none]
    step = VERIFY.format(proposed=written(proposed), limit=_limit(most, keep=True))
    text = "\n\n".join([step, listed(views), f"Form of the answer: {FORM}.", offered(options, numbers)])
    return exchange.choose(text, partial(read_choice, allowed=proposed, none=options.none, most=most))


def _limit(most: int | None, *, keep: bool = False) -> str:
    """How many may be chosen, in words."""
    if not keep:
        return ALL_THAT_APPLY if most is None else f"Select at most {most}, the surest."
    few = "" if most is None else f"keep at most {most}, the surest; "
    return f"{few}if none is left, say so."
