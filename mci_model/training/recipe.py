"""Settings of one training, stored in every checkpoint. Knows no torch."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from mci_model.errors import DatasetError

LEAST_MINUTES, MOST_MINUTES = 0.5, 10_000
MOST_SHAPES_ON_CUDA = 3
"""Each (side, pairs) costs about ten seconds once on a GPU."""


@dataclass(frozen=True, slots=True)
class TrainingRecipe:
    """How a network is trained. The defaults made the embedded weights."""

    data: str
    """Folder with the splits below, in a layout that `mci_model.data.labelled_pairs` reads."""
    splits: tuple[tuple[str, float], ...] = (("native", 0.3), ("captioned", 0.4), ("scenes", 0.12))
    """Name and share of each split in a batch; the rest, after `road_pairs`, is rendered scenes."""
    roads: str = ""
    """Folder of images with road masks to cut roads out of (see `hybrids.RoadImages`); optional."""
    road_pairs: float = 0.12
    """Share of pairs made of one such image, with some of its roads covered on the earlier date."""
    road_doubt: float = 0.25
    """Weight of predicted roads where the label has no roads: 1 accepts every road, 0 none."""
    hybrid: float = 0.3
    """Probability that objects of other images are pasted into a real pair."""
    initial: str = ""
    """Weights to start from instead of ImageNet's."""
    network: str = "embedded"
    """Which network to train where there are no initial weights: embedded or official."""
    trunk_weights: str = ""
    """Folder or hub name of a pre-trained SegFormer MiT-b1 for the official network's trunk; optional."""
    steps: int = 5000
    minutes: float = 0.0
    """Length by the clock, over all starts of the training: rates fall and weights are written by then, whatever the
    number of steps; 0: `steps` counts."""
    seed: int = 0
    batches: tuple[tuple[int, int, float], ...] = ((256, 8, 0.5), (192, 12, 0.1), (128, 16, 0.4))
    """(side in pixels, pairs, probability): small sides are one-metre pixels at a quarter of the cost."""
    learning_rate: float = 6e-4
    trunk_rate: float = 0.4
    """Factor of the learning rate for the pre-trained trunk."""
    frozen_stages: int = 2
    """Stages of the trunk, with its stem, that keep their ImageNet weights: they cost most to train and gain least."""
    weight_decay: float = 0.02
    warm_up: int = 200
    average: float = 0.998
    """Decay of the exponential moving average of the weights, which is the result."""
    swap: float = 0.3
    """Probability of swapping the dates."""
    identical: float = 0.04
    """Probability of repeating one date under two lights: a true negative."""
    degraded: float = 0.15
    """Probability, for each date, of lossy compression, resampling or fewer grey levels."""
    balanced: bool = False
    """Divide each loss by its own detached value, as the official training does, instead of the weights below."""
    caption_weight: float = 0.5
    gate_weight: float = 0.3
    direction_weight: float = 0.3
    rendered: int = 400
    """Number of different rendered scenes."""
    checkpoint_minutes: float = 4.0
    """At most a minute where `minutes` counts."""

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> TrainingRecipe:
        """Read settings from plain JSON values; missing ones keep their defaults.

        Raises:
            DatasetError: a name is unknown, or the minutes are no length of a training.
        """
        if unknown := set(values) - {field.name for field in fields(cls)}:
            raise DatasetError(f"The recipe names {sorted(unknown)}, which training does not know.")
        settings = dict(values)
        if "splits" in settings:
            settings["splits"] = tuple((str(name), float(share)) for name, share in settings["splits"])
        if "batches" in settings:
            settings["batches"] = tuple((int(side), int(count), float(c)) for side, count, c in settings["batches"])
        minutes = settings.get("minutes", 0)
        if minutes and not LEAST_MINUTES <= minutes <= MOST_MINUTES:
            raise DatasetError(
                f"A training of {minutes} minutes cannot be made; give {LEAST_MINUTES} to {MOST_MINUTES} minutes."
            )
        return cls(**settings)

    def check_device(self, kind: str) -> None:
        """Hold the recipe against the device that it is trained on.

        Raises:
            DatasetError: it has too many shapes of batches for CUDA.
        """
        shapes = {(side, count) for side, count, _ in self.batches}
        if kind == "cuda" and len(shapes) > MOST_SHAPES_ON_CUDA:
            raise DatasetError(
                f"The recipe's batches have {len(shapes)} shapes, and each costs seconds of a GPU's time;"
                f" give at most {MOST_SHAPES_ON_CUDA} pairs of side and count in `batches`."
            )
