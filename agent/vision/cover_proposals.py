"""Land cover of one date, as a multimodal model reads it from pictures of all bands, beside what was measured.

pictures of a date -> the model proposes and verifies classes of a legend -> each is checked against the measured shares
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agent.vision.ask_image import Vision
from agent.vision.choices import Choice, Manner, Options, Price, Spent, classify
from agent.vision.choices.proposal import Proposal, by_status, ground, unnamed_ground, withdrawn
from agent.vision.choices.token_usage import usage_text
from agent.wording import sentence
from agent.wording.land.spectrum import DATES as WORDS
from agent.wording.words import ENGLISH, Words
from tools.errors import MissingBandsError, ReflectanceError
from tools.landcover.land_cover import LandCover, Legend
from tools.number_format import quantity
from tools.pairs.pair import ImagePair
from tools.spectrum.index_tally import ClassArea
from tools.spectrum.pseudo_image_files import date_pictures, plain_pictures
from tools.spectrum.pseudo_images import PseudoImage
from tools.spectrum.reflectance import SpectralDate, spectral_date
from tools.types import Date
from tools.workspace.workspace import Workspace

MIN_SHARE = 0.01
"""Of the known pixels: a class that was measured on less of them supports no proposal."""
QUESTION = "Which of these classes of land cover does the scene show?"
NOTICE = "Shares and areas are measured; the model only reads pictures, and a class that it alone names is not stated."


@dataclass(frozen=True, slots=True)
class LandCoverReading:
    """Measured land cover, and what a multimodal model reads from the pictures."""

    cover: LandCover
    proposals: tuple[Proposal, ...]
    unnamed: tuple[ClassArea, ...]
    """Classes that were measured, but not named by the model."""
    withdrawn: tuple[str, ...]
    """Proposed at first and withdrawn by the model itself."""
    least_share: float
    """Of the known pixels, from which a class counts as measured."""
    pictures: int
    """That it was shown."""
    legend: str
    model: str
    spent: Spent
    notice: str

    @property
    def pair(self) -> str:
        """Id of the pair."""
        return self.cover.pair

    @property
    def layers(self) -> tuple[str, ...]:
        """Artefact ids of the map files that show it."""
        return self.cover.layers


def read_land_cover(
    workspace: Workspace, vision: Vision, cover: LandCover, legend: Legend, price: Price | None = None
) -> LandCoverReading:
    """Let a multimodal model name the classes of a date, and check them against what was measured.

    Args:
        workspace: whose pair it is.
        vision: the model.
        cover: what was measured.
        legend: the classes that it was measured by.
        price: of the model's tokens, where a person gave it.

    Raises:
        ToolError: the model does not answer, or not in the required form, even when asked again.
        UnknownClassError: the legend has no classes, or two of one name.
        UnknownSensorError, RasterError: as `tools.spectrum.pseudo_image_files` tells.
    """
    options = Options(legend.names)
    views, dates = _pictures(workspace, workspace.pair(cover.pair), cover.date)
    choice = classify(vision, views, dates, options, Manner(QUESTION, none=True, price=price))
    return _checked_against_cover(cover, legend, choice, len(views))


def _pictures(
    workspace: Workspace, pair: ImagePair, date: Date
) -> tuple[Sequence[PseudoImage], Sequence[SpectralDate]]:
    """Six pictures of the date, or its colours alone where the bands allow no more."""
    statement = workspace.settings.statement
    try:
        return date_pictures(pair, date, statement), [spectral_date(pair, date, statement)]
    except (MissingBandsError, ReflectanceError):
        return plain_pictures(pair, (date,)), ()


def _checked_against_cover(cover: LandCover, legend: Legend, choice: Choice, pictures: int) -> LandCoverReading:
    proposals = tuple(_proposal(cover, name) for name in choice.names)
    unnamed = (one for one in cover.classes if one.share >= MIN_SHARE and one.name not in choice.names)
    return LandCoverReading(
        cover, proposals, tuple(unnamed), tuple(name for name in choice.proposed if name not in choice.names),
        MIN_SHARE, pictures, legend.name, choice.model, choice.spent, NOTICE,
    )  # fmt: skip


def _proposal(cover: LandCover, name: str) -> Proposal:
    if not any(one.pixels for one in cover.classes):
        return Proposal(name, "not testable", "nothing is known of the ground at this date", None, None)
    measured = next((one for one in cover.classes if one.name == name), None)
    if measured is None:
        placed = cover.classes[0].area_m2 is not None
        return Proposal(name, "contradicted", "measured nowhere", 0.0, 0.0 if placed else None)
    if measured.share < MIN_SHARE:
        few = f"measured on {ground(measured)}, less than {quantity(100 * MIN_SHARE)} %"
        return Proposal(name, "contradicted", few, measured.share, measured.area_m2, cover.layer)
    return Proposal(name, "supported", f"measured on {ground(measured)}", measured.share, measured.area_m2, cover.layer)


@sentence.register
def _(reading: LandCoverReading, words: Words = ENGLISH) -> str:  # noqa: ARG001 - readings are told in English
    cover = reading.cover
    named = "names these classes" if reading.proposals else "names no class"
    unknown = [f"{quantity(100 * cover.unknown_share)} % of the pixels are not known."]
    count = "one picture" if reading.pictures == 1 else f"{quantity(reading.pictures)} pictures"
    return " ".join([
        f"{reading.model}, looking at {count} of the {WORDS[cover.date]} date, {named}.",
        *by_status(reading.proposals),
        *withdrawn(reading.withdrawn),
        *unnamed_ground((one.name, one) for one in reading.unnamed),
        *(unknown if cover.unknown_share >= 0.001 else []),
        reading.notice,
        f"Used up: {usage_text(reading.spent)}.",
        *cover.warnings,
    ])  # fmt: skip
