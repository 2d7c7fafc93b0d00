"""Settings of a change-interpretation network, stored beside its weights. Knows no torch."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from mci_model.errors import WeightsError
from mci_model.files.json_files import first_fault

CLASS_NAMES = ("background", "road", "building")
BACKGROUND, ROAD, BUILDING = range(3)
COVER_NAMES = ("vegetation", "bare ground", "paved ground", "buildings", "water")
"""Land cover that a network tells at either date."""
TRAINED_RESOLUTION_M = 0.5
"""Ground size of a pixel in LEVIR-CD, LEVIR-CC and LEVIR-MCI, metres (Chen and Shi 2020)."""
Size = Annotated[int, Field(ge=1, le=65_536)]
"""Of a layer: settings come from files, and larger layers would take all memory there is."""
Layers = Annotated[int, Field(ge=0, le=64)]
Colour = Annotated[float, Field(allow_inf_nan=False)]
Deviation = Annotated[float, Field(gt=0, allow_inf_nan=False)]


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """Shape of one network: the official one and the embedded one differ in these values only.

    `widths` are the channels of the four levels (strides 4, 8, 16, 32) after the trunk. `mean` and `deviation`
    normalise RGB given as 0-255. Source of the official values: Liu et al., "Change-Agent", arXiv 2403.19646.
    """

    trunk: str
    """One of `mci_model.architecture.trunk_registry.TRUNKS`."""
    widths: tuple[Size, Size, Size, Size]
    neck_layers: Layers
    neck_heads: Size
    neck_feedforward: Size
    decoder_width: Size
    decoder_heads: Size
    decoder_feedforward: Size
    decoder_layers: Layers
    segment_width: Size
    vocabulary_size: Size
    caption_length: Annotated[int, Field(ge=2, le=1_000)] = 41
    position_rows: Annotated[int, Field(ge=1, le=1_000)] = 16
    tells_direction: bool = False
    """Whether the mask head also distinguishes objects that appeared from objects that disappeared."""
    detail_width: Annotated[int, Field(ge=0, le=65_536)] = 0
    """Channels through which the trunk's map at stride 2 sharpens the outlines of the mask; 0: it is not used."""
    has_gate: bool = False
    """Whether a separate head classifies the whole pair as changed or unchanged."""
    words_see_mask: bool = False
    """Whether gate and captions also use the output of the mask head."""
    sees_ground: bool = False
    """Whether separate heads tell change of any kind, and the land cover at either date."""
    beams: Annotated[int, Field(ge=1, le=64)] = 1
    """Default beam width of captioning; 1 is greedy."""
    mean: tuple[Colour, Colour, Colour] = (0.39073 * 255, 0.38623 * 255, 0.32989 * 255)
    deviation: tuple[Deviation, Deviation, Deviation] = (0.15329 * 255, 0.14628 * 255, 0.13648 * 255)

    def to_json(self) -> dict[str, Any]:
        """The settings as plain JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> NetworkSettings:
        """Read settings written by `to_json`.

        Raises:
            WeightsError: a name is unknown or missing, or a value cannot be one of a network.
        """
        known = {field.name for field in fields(cls)}
        if unknown := set(values) - known:
            raise WeightsError(f"The network settings name {sorted(unknown)}, which this version does not know.")
        try:
            settings = TypeAdapter(cls).validate_python(values)
        except ValidationError as error:
            raise WeightsError(f"The network settings are incomplete or wrong: {first_fault(error)}.") from error
        if settings.widths[-1] % settings.neck_heads or settings.decoder_width % settings.decoder_heads:
            raise WeightsError("The network settings are wrong: a width must be a multiple of its number of heads.")
        return settings


OFFICIAL = NetworkSettings(
    trunk="mit-b1",
    widths=(64, 128, 320, 512),
    neck_layers=3,
    neck_heads=8,
    neck_feedforward=2048,
    decoder_width=512,
    decoder_heads=8,
    decoder_feedforward=2048,
    decoder_layers=1,
    segment_width=64,
    vocabulary_size=468,
)

EMBEDDED = NetworkSettings(
    trunk="efficientnet-lite0",
    widths=(32, 64, 96, 128),
    neck_layers=1,
    neck_heads=4,
    neck_feedforward=256,
    decoder_width=256,
    decoder_heads=8,
    decoder_feedforward=1024,
    decoder_layers=1,
    segment_width=32,
    vocabulary_size=468,
    tells_direction=True,
    detail_width=32,
    has_gate=True,
    words_see_mask=True,
    beams=3,
    # LEVIR's mean brightness, with a deviation that scales its pixels as ImageNet's were for this trunk.
    mean=(99.6, 98.5, 84.1),
    deviation=(85.0, 85.0, 85.0),
)
