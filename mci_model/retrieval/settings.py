"""Settings of the change embedding, stored beside its weights. Knows no torch."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from mci_model.errors import WeightsError
from mci_model.files.json_files import first_fault
from mci_model.settings import Layers, Size


@dataclass(frozen=True, slots=True)
class EmbeddingSettings:
    """Shape of the towers. The defaults are the embedded ones."""

    channels: Size
    """Features of one date in one cell (see `frozen_features.feature_width`)."""
    dimensions: Size = 256
    """Length of the vectors."""
    width: Size = 192
    heads: Size = 4
    layers: Layers = 2
    queries: Size = 4
    """Learnt queries of the attention pool over the grid, and over a text; their results are joined into one vector."""
    text_width: Size = 512
    dropout: Annotated[float, Field(ge=0, lt=1)] = 0.2

    def to_json(self) -> dict[str, Any]:
        """The settings as plain JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> EmbeddingSettings:
        """Read settings written by `to_json`.

        Raises:
            WeightsError: a name is unknown or missing, or a value cannot be one of towers.
        """
        known = {field.name for field in fields(cls)}
        if unknown := set(values) - known:
            raise WeightsError(f"The embedding's settings name {sorted(unknown)}, which this version does not know.")
        try:
            settings = TypeAdapter(cls).validate_python(values)
        except ValidationError as error:
            raise WeightsError(f"The embedding's settings are incomplete or wrong: {first_fault(error)}.") from error
        if settings.width % settings.heads:
            raise WeightsError("The embedding's settings are wrong: the width must be a multiple of its heads.")
        return settings
