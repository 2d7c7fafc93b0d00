"""Whether roads are marked where people speak of them: labels of changed roads are not to be had, captions are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score

from mci_model.checkpoints.road_calibration import MARKED_FROM
from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES
from mci_model.prediction import Prediction
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
    probability: float
    """Of road, mean over the pair."""

    @property
    def is_said(self) -> bool:
        """Whether most people name a road in a pair that is not unchanged."""
        return self.speakers >= SPEAKERS and not self.unchanged


def mention(captions: Sequence[str], prediction: Prediction) -> RoadMention:
    """Compare captions, in English and lower case, with what the network sees."""
    return RoadMention(
        sum(WORDS.search(caption) is not None for caption in captions),
        all(caption.strip(" .") in UNCHANGED_SENTENCES for caption in captions),
        int((prediction.mask == ROAD).sum()) >= MARKED_FROM,
        float(prediction.probabilities[ROAD].mean()),
    )


def road_by_captions(mentions: Sequence[RoadMention]) -> dict[str, Any] | None:
    """How roads are marked where most people speak of one, and where all say that nothing changed.

    Args:
        mentions: of captioned pairs.

    Returns:
        Shares of both that are marked, the area under the ROC curve by which the mean probability of road tells them
        apart, the numbers of pairs; None where there are neither.
    """
    said, unchanged = [one for one in mentions if one.is_said], [one for one in mentions if one.unchanged]
    if not said and not unchanged:
        return None
    truth = [True] * len(said) + [False] * len(unchanged)
    both = [one.probability for one in (*said, *unchanged)]
    return {
        "marked_where_said": _share(said),
        "marked_where_unchanged": _share(unchanged),
        "auc": float(roc_auc_score(truth, both)) if said and unchanged else None,
        "pairs": len(truth),
        "said": len(said),
    }


def _share(mentions: Sequence[RoadMention]) -> float | None:
    return float(np.mean([one.marked for one in mentions])) if mentions else None
