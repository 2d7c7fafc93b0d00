"""What may be mistaken in a result, one source of error at a time, with what these images tell of it.

The sources are those of change detection with optical images (Lu et al. 2004, "Change detection techniques"): light and
viewing angle, season, co-registration, what is hidden, the definition of what is counted, and the check on the ground.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tools.change.change_map import SeenBy
from tools.change.selection import PlacedObject
from tools.explain.certainty import DetectionLimits
from tools.notices import notice
from tools.pairs.preflight import PairCard

Doubt = Literal[
    "appearance",
    "rebuilt",
    "hidden",
    "season",
    "use",
    "threshold",
    "position",
    "counted_twice",
    "accuracy",
    "other_source",
]
"""Light, shadow and viewing angle; roofs renewed and buildings replaced; what is hidden or missed; season and harvest;
use and material; what decides that something counts; where outlines lie; whether classes overlap; how results were
checked; figures of other sources."""
TEXTS = {
    "appearance": notice(
        "doubt-appearance",
        "A shadow, other light, another viewing angle, or a thing that stood there on that day alone can look "
        "like change; two images cannot rule that out. Compare both pictures there.",
    ),
    "rebuilt": notice(
        "doubt-rebuilt",
        "A renewed or painted roof can look like a new building, and a building replaced on the same outline "
        "like none. Heights are not measured: an extension is told from a new building by its outline alone.",
    ),
    "hidden": notice(
        "doubt-hidden",
        "What trees, shade or clouds hide cannot be seen from above: it may be missed, or look new once they "
        "are gone. Small things are missed more often.",
    ),
    "season": notice(
        "doubt-season",
        "Season, harvest, drought and water levels look like change of plants, soil and water; two dates "
        "alone cannot tell them from lasting change. Two dates of the same season or a series can.",
    ),
    "use": notice(
        "doubt-use",
        "What a building is used for, what a surface is made of and which plants grow there cannot be told "
        "from these images.",
    ),
    "threshold-bands": notice(
        "doubt-threshold-bands",
        "A pixel counts as changed by a test of its bands against the quiet part of the scene (IR-MAD). Sizes "
        "and probabilities can be limited in your question.",
    ),
    "threshold": notice(
        "doubt-threshold",
        "A pixel counts as changed where that is more probable than not. Sizes and probabilities can be "
        "limited in your question.",
    ),
    "position": notice(
        "doubt-position",
        "Outlines follow the pixels; how far they are off was not measured.",
    ),
    "counted_twice": notice(
        "doubt-counted-twice",
        "Each pixel belongs to one class: buildings, roads and other ground are measured apart, and none is "
        "counted twice.",
    ),
    "accuracy-bands": notice(
        "doubt-accuracy-bands",
        "Nothing here was checked on the ground. The rules of land cover and of change are published ones; "
        "how well they hold here is unknown.",
    ),
    "accuracy": notice(
        "doubt-accuracy",
        "Nothing here was checked on the ground. Probabilities and bounds were calibrated on other, labelled "
        "pairs: a probability is how often such finds were real there.",
    ),
    "other_source": notice(
        "doubt-other-source",
        "I see these two images alone and not that source: it may cover another area or period, or count "
        "other and smaller things.",
    ),
}
"""What may be mistaken, and by the bands of coarse pixels where that differs."""
DAYS_IN_YEAR = 365


@dataclass(frozen=True, slots=True)
class ErrorSource:
    """One thing that may be mistaken, and what these images tell of it."""

    pair: str
    doubt: Doubt
    text: str
    """What may be mistaken, in two sentences."""
    object: PlacedObject | None
    """The object in doubt; None where it is about all."""
    offset_pixels: float | None
    """Co-registration offset of the dates; None where it is not known for sure."""
    offset_m: float | None
    season_days: int | None
    """Days between the dates within the year, 0-183; None where a date is unknown."""
    before: str | None
    after: str | None
    """Dates of the images, ISO 8601."""
    smallest_pixels: int
    """From which objects count."""
    smallest_m2: float | None
    valid_area_m2: float | None
    """Ground that both dates cover."""
    seen_by: SeenBy


def error_source(doubt: Doubt, card: PairCard, limits: DetectionLimits, one: PlacedObject | None) -> ErrorSource:
    """A source of error in a pair, from its card and its limits of detection; the network is not run for it."""
    shift = card.shift if card.shift is not None and card.shift.sure else None
    by_bands = limits.classes == ("any",)
    known = shift is not None and card.resolution_m is not None
    return ErrorSource(
        pair=card.pair,
        doubt=doubt,
        text=TEXTS[f"{doubt}-bands" if by_bands and f"{doubt}-bands" in TEXTS else doubt],
        object=one,
        offset_pixels=None if shift is None else shift.pixels,
        offset_m=shift.pixels * card.resolution_m if known and shift and card.resolution_m else None,
        season_days=_season_days(card.before.date, card.after.date),
        before=card.before.date,
        after=card.after.date,
        smallest_pixels=limits.smallest_pixels,
        smallest_m2=limits.smallest_m2,
        valid_area_m2=card.area_m2,
        seen_by="bands" if by_bands else "network",
    )


def _season_days(before: str | None, after: str | None) -> int | None:
    """Days between two dates within the year, across its end where that is shorter."""
    if before is None or after is None:
        return None
    days = [date.fromisoformat(day).timetuple().tm_yday for day in (before, after)]
    apart = abs(days[1] - days[0])
    return min(apart, DAYS_IN_YEAR - apart)
