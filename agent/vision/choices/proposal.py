"""What a multimodal model proposed, and whether measurement supports it. Knows neither model nor measurement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from agent.plain_text import plain
from tools.number_format import quantity
from tools.spectrum.index_tally import ClassArea

Status = Literal["supported", "contradicted", "not testable"]
HEADINGS: dict[Status, str] = {
    "supported": "Likely, since it is measured as well",
    "contradicted": "Refused by measurement",
    "not testable": "Not testable here, and so not stated",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A class or a kind of change that a model named."""

    name: str
    status: Status
    measured: str
    """What was measured, or why nothing could be."""
    share: float | None
    """Of the known pixels, 0-1; None where nothing could be measured."""
    area_m2: float | None
    layer: str | None = None
    """Artefact id of a map file of what was measured."""


def ground(one: ClassArea) -> str:
    """How much ground, in words."""
    size = f"{quantity(one.pixels)} px" if one.area_m2 is None else f"{quantity(one.area_m2 / 1e4)} ha"
    return f"{size} ({quantity(100 * one.share)} %)"


def by_status(proposals: Sequence[Proposal]) -> list[str]:
    """Sentences on proposals, what measuring supports first."""
    sentences = []
    for status, heading in HEADINGS.items():
        rows = [f"{plain(one.name)}: {one.measured}" for one in proposals if one.status == status]
        sentences += [f"{heading}: {'; '.join(rows)}."] if rows else []
    return sentences


def unnamed_ground(rows: Iterable[tuple[str, ClassArea]]) -> list[str]:
    """A sentence on what was measured without being named by the model."""
    listed = [f"{plain(name)} on {ground(one)}" for name, one in rows]
    return [f"Measured, though the model did not name it: {'; '.join(listed)}."] if listed else []


def withdrawn(names: Sequence[str]) -> list[str]:
    """A sentence on what the model took back by itself."""
    return [f"On a second look it took back {', '.join(plain(name) for name in names)}."] if names else []
