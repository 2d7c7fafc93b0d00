"""Settings of the change embedding, stored beside its weights. Knows no torch."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from mci_model.errors import WeightsError


@dataclass(frozen=True, slots=True)
class EmbeddingSettings:
    """Shape of the towers. The defaults are the embedded ones."""

    channels: int
    """Features of one date in one cell (see `frozen_features.feature_width`)."""
    dimensions: int = 256
    """Length of the vectors."""
    width: int = 192
    heads: int = 4
    layers: int = 2
    queries: int = 4
    """Learnt queries of the attention pool over the grid, and over a text; their results are joined into one vector."""
    text_width: int = 512
    dropout: float = 0.2

    def to_json(self) -> dict[str, Any]:
        """The settings as plain JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> EmbeddingSettings:
        """Read settings written by `to_json`.

        Raises:
            WeightsError: a name is unknown or missing.
        """
        known = {field.name for field in fields(cls)}
        if unknown := set(values) - known:
            raise WeightsError(f"The embedding's settings name {sorted(unknown)}, which this version does not know.")
        try:
            return cls(**values)
        except TypeError as error:
            raise WeightsError(f"The embedding's settings are incomplete: {error}.") from error
