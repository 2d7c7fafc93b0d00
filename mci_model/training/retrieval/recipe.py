"""Hyperparameters of the change embedding, stored beside its weights."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RetrievalRecipe:
    """Training settings of the change embedding. The defaults made the embedded weights."""

    turns: int = 8
    """Augmented views of each changed pair, besides the pair as it is."""
    steps: int = 1500
    changed: int = 256
    """Changed pairs a step, each shown forwards and backwards."""
    unchanged: int = 32
    learning_rate: float = 5e-4
    weight_decay: float = 0.05
    blanked: float = 0.15
    """Share of the feature channels dropped on both dates of a pair."""
    alike: float = 0.85
    """Cosine of two captions above which they are soft positives of each other's pairs (RSICRC has 1.0)."""
    temperature: float = 0.07
    """Initial value; it is learnt."""
    listwise_weight: float = 1.0
    sharpness: float = 0.07
    """Temperature of the captions' similarities in the listwise target."""
    caption_weight: float = 0.5
    """RSICRC weighs contrast at half of the captions; here contrast is the goal."""
    date_weight: float = 0.3
    average: float = 0.998
    wordings: int = 3
    """Paraphrases of each sentence, which the text tower learns at the end."""
    reworded: float = 0.6
    """Share of the listed words replaced in a paraphrase."""
    widening_steps: int = 2000
    widening_rate: float = 5e-4
    kept: float = 0.3
    """Weight of the original text tower when it is averaged with the widened one, to keep what it had learnt."""
    seed: int = 0
