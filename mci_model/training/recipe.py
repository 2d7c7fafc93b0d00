"""All choices of one training, as one value written into every checkpoint. Knows no torch."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from mci_model.errors import DatasetError


@dataclass(frozen=True, slots=True)
class TrainingRecipe:
    """How a network is trained. The defaults made the embedded weights."""

    data: str
    """Folder with the splits below, in a layout that `mci_model.data.labelled_pairs` reads."""
    splits: tuple[tuple[str, float], ...] = (("native", 0.3), ("captioned", 0.4), ("scenes", 0.12))
    """Name and share of each split in a batch; what is left after `road_pairs` is rendered scenes."""
    roads: str = ""
    """Folder of images with road masks to cut roads out of (see `hybrids.RoadImages`); may be left out."""
    road_pairs: float = 0.12
    """Share of pairs made of one such image, with some of its roads covered on the earlier date."""
    road_doubt: float = 0.25
    """How likely a road is that a label without roads hides: 1 believes every road, 0 none."""
    hybrid: float = 0.3
    """Chance that a real pair gets things of other images set into it."""
    initial: str = ""
    """Weights to start from instead of ImageNet's."""
    network: str = "embedded"
    """Which network to train where there are no initial weights: embedded or official."""
    trunk_weights: str = ""
    """Folder or hub name of a pre-trained SegFormer MiT-b1 for the official network's trunk; may be left out."""
    steps: int = 5000
    seed: int = 0
    batches: tuple[tuple[int, int, float], ...] = ((256, 8, 0.5), (192, 12, 0.1), (128, 16, 0.4))
    """(side in pixels, pairs, chance): small sides are one-metre pixels at a quarter of the cost."""
    learning_rate: float = 6e-4
    trunk_rate: float = 0.4
    """Share of the learning rate that the pre-trained trunk gets."""
    frozen_stages: int = 2
    """Stages of the trunk, with its stem, that keep their ImageNet weights: costliest to train, least to gain."""
    weight_decay: float = 0.02
    warm_up: int = 200
    average: float = 0.998
    """Decay of the averaged weights that are kept in the end."""
    swap: float = 0.3
    """Chance of showing the later date first."""
    identical: float = 0.04
    """Chance of showing one date twice under two lights: a true negative."""
    degraded: float = 0.15
    """Chance, for each date, of lossy compression, resampling or fewer grey levels."""
    balanced: bool = False
    """Divide each loss by its own detached value, as the official training does, instead of weighing as below."""
    caption_weight: float = 0.5
    gate_weight: float = 0.3
    direction_weight: float = 0.3
    rendered: int = 400
    """How many rendered scenes there are to draw from."""
    checkpoint_minutes: float = 4.0

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> TrainingRecipe:
        """Read settings from plain JSON values; what is not named keeps its default.

        Raises:
            DatasetError: a name is unknown.
        """
        if unknown := set(values) - {field.name for field in fields(cls)}:
            raise DatasetError(f"The recipe names {sorted(unknown)}, which training does not know.")
        settings = dict(values)
        if "splits" in settings:
            settings["splits"] = tuple((str(name), float(share)) for name, share in settings["splits"])
        if "batches" in settings:
            settings["batches"] = tuple((int(side), int(count), float(c)) for side, count, c in settings["batches"])
        return cls(**settings)
