"""Whether roads are marked where people speak of them: labels of changed roads are not to be had, captions are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from mci_model.checkpoints.road_calibration import MARKED_FROM
from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES
from mci_model.settings import ROAD

SPEAKERS = 3
"""Of the five people who described a pair."""
WORDS = re.compile(r"\b(?:roads?|streets?|highways?)\b")


@dataclass(frozen=True, slots=True)
class RoadMention:
    """What people and the mask say of roads in one pair."""

    speakers: int
    """Captions that name a road, changed or beside what changed."""
    unchanged: bool
    """Whether every caption says that nothing changed."""
    marked: bool
    """Whether the mask has enough pixels of road."""


def mention(captions: Sequence[str], mask: npt.NDArray[np.uint8]) -> RoadMention:
    """Compare captions with a mask.

    Args:
        captions: in English, lower case.
        mask: (H, W) class ids.
    """
    return RoadMention(
        sum(WORDS.search(caption) is not None for caption in captions),
        all(caption.strip(" .") in UNCHANGED_SENTENCES for caption in captions),
        int((mask == ROAD).sum()) >= MARKED_FROM,
    )


def road_by_captions(mentions: Sequence[RoadMention]) -> dict[str, Any] | None:
    """Share of pairs with roads marked where most people speak of one, and where all say that nothing changed."""
    spoken = [one.marked for one in mentions if one.speakers >= SPEAKERS and not one.unchanged]
    unchanged = [one.marked for one in mentions if one.unchanged]
    if not spoken and not unchanged:
        return None
    return {"spoken_of": _share(spoken), "unchanged": _share(unchanged)}


def _share(marked: Sequence[bool]) -> dict[str, float | int | None]:
    return {"pairs": len(marked), "marked": float(np.mean(marked)) if marked else None}
