"""All that decides how the change embedding is taught, as one value that travels beside its weights."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RetrievalRecipe:
    """How the change embedding is taught. The defaults made the embedded weights."""

    turns: int = 8
    """Varied views of each changed pair, besides the pair as it is."""
    steps: int = 1500
    changed: int = 256
    """Changed pairs a step, each shown forwards and backwards."""
    unchanged: int = 32
    learning_rate: float = 5e-4
    weight_decay: float = 0.05
    blanked: float = 0.15
    """Share of the features' channels that are hidden on both dates of a pair."""
    alike: float = 0.85
    """Cosine of two captions from which they begin to attract each other's pairs (RSICRC has 1.0)."""
    temperature: float = 0.07
    """At the start."""
    listwise_weight: float = 1.0
    sharpness: float = 0.07
    """Of the spread of captions' similarities that scores are drawn to."""
    caption_weight: float = 0.5
    """RSICRC gives contrast 0.5 of the captions' weight; here contrast is what is wanted."""
    date_weight: float = 0.3
    average: float = 0.998
    wordings: int = 3
    """Other wordings of each sentence, which the text tower learns at the end."""
    reworded: float = 0.6
    """Share of the known words that are replaced in one."""
    widening_steps: int = 2000
    widening_rate: float = 5e-4
    kept: float = 0.3
    """Share of the text tower as it was in what it is at the end: what it could do before is hardly lost by that."""
    seed: int = 0
