"""What changed, as a multimodal model reads it from pictures of all bands; only what measuring supports is stated.

pictures of both dates and of their differences -> the model proposes and verifies -> each proposal is checked against
the indices -> supported, contradicted, or not testable
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agent.vision.ask_image import Vision
from agent.vision.choices import Choice, Manner, Options, Price, Spent, classify
from agent.vision.choices.proposal import Proposal, by_status, ground, unnamed_ground, withdrawn
from agent.vision.choices.token_usage import usage_text
from agent.wording import sentence
from agent.wording.land.spectrum import signed
from agent.wording.words import ENGLISH, Words
from tools.errors import MissingBandsError, ReflectanceError
from tools.measurements.index_maps import compare_index
from tools.number_format import quantity
from tools.pairs.pair import ImagePair
from tools.spectrum.change_signs import RULES, ChangeSign, ChangeSigns, signs_of_change
from tools.spectrum.index_tally import ClassArea
from tools.spectrum.indices import IndexRequest
from tools.spectrum.pseudo_image_files import make_views, plain_pictures
from tools.spectrum.pseudo_images import PseudoImage
from tools.spectrum.reflectance import SpectralDate, spectral_date
from tools.types import DATES
from tools.workspace.workspace import Workspace

MIN_SHARE = 0.01
"""Of the known pixels: a sign of change on less of them supports no proposal, since noise alone makes so much."""
QUESTION = "What changed on the ground between the two dates?"
LOOKS = {
    "vegetation or forest lost": "felled, cleared, harvested or dried plants: NDVI is lower at the later date",
    "vegetation gained": "new or denser plants: NDVI is higher at the later date",
    "water gained": "a flood, a new lake or reservoir: NDWI is higher, the near infrared dark at the later date",
    "water lost": "a lake or river that dried up or drew back: NDWI is lower at the later date",
    "burnt": "ground after a fire: dark, NDVI and above all NDMI with the second short-wave band are lower",
    "snow gained": "snow or ice at the later date only: bright in all colours",
    "snow lost": "snow or ice at the earlier date only",
    "ground built up or laid bare": "buildings, roads, works, open soil or rock where there was none",
    "moisture lost": "plants or soil became drier: NDMI is lower at the later date",
}
"""What each kind of change looks like; a line helps a model more than a name."""
CHANGES = Options(tuple(rule.name for rule in RULES), tuple(LOOKS[rule.name] for rule in RULES))
NOTICE = (
    "This is a multimodal model's reading of pictures, held against spectral indices: season and light change indices, "
    "too, and neither shows a cause."
)
PART_MEASURED = "The model saw all of the images; measured was only the area asked for."


@dataclass(frozen=True, slots=True)
class ChangeReading:
    """What a multimodal model proposes to have changed, and whether measurement supports it."""

    pair: str
    proposals: tuple[Proposal, ...]
    unnamed: tuple[ClassArea, ...]
    """Signs of change that were measured, but not named by the model."""
    withdrawn: tuple[str, ...]
    """Proposed at first and withdrawn by the model itself."""
    least_share: float
    """Of the known pixels, from which a sign of change counts."""
    pictures: int
    """That it was shown."""
    method: str
    model: str
    spent: Spent
    notice: str
    warnings: tuple[str, ...]

    @property
    def layers(self) -> tuple[str, ...]:
        """Artefact ids of the map files that show it."""
        return tuple(one.layer for one in self.proposals if one.layer is not None)

    @property
    def rests_on_network(self) -> bool:
        """It rests on spectral indices alone."""
        return False


def read_change(workspace: Workspace, vision: Vision, pair: ImagePair, price: Price | None = None) -> ChangeReading:
    """Let a multimodal model propose what changed, and measure whether it did.

    Raises:
        ToolError: the model does not answer, or not in the required form, even when asked again.
        UnknownSensorError, RasterError, AreaError: as `tools.spectrum.change_signs` tells; then no model is asked.
    """
    signs = _signs(workspace, pair)
    views, dates = _pictures(workspace, pair)
    choice = classify(vision, views, dates, CHANGES, Manner(QUESTION, none=True, price=price))
    return _checked_against_signs(workspace, pair, choice, signs, len(views))


def _pictures(workspace: Workspace, pair: ImagePair) -> tuple[Sequence[PseudoImage], Sequence[SpectralDate]]:
    """Pictures of all bands, or of the colours alone where there are no more."""
    statement = workspace.settings.statement
    try:
        return make_views(pair, statement), [spectral_date(pair, date, statement) for date in DATES]
    except (MissingBandsError, ReflectanceError):
        return plain_pictures(pair), ()


def _signs(workspace: Workspace, pair: ImagePair) -> ChangeSigns:
    """What was measured; where bands are not known, that nothing could be."""
    asked = workspace.area_of_interest(pair)
    try:
        return signs_of_change(pair, IndexRequest(workspace.settings.statement, asked))
    except ReflectanceError as error:
        why = str(error).rstrip(".")
        signs = [ChangeSign(rule.name, None, rule.words, None, why, rule.opposite) for rule in RULES]
        return ChangeSigns(pair.id, tuple(signs), "nothing was measured", ())


def _checked_against_signs(
    workspace: Workspace, pair: ImagePair, choice: Choice, signs: ChangeSigns, pictures: int
) -> ChangeReading:
    proposals = tuple(_proposal(workspace, pair, signs, name) for name in choice.names)
    unnamed = [one.ground for one in signs.signs if one.ground is not None and one.name not in choice.names]
    return ChangeReading(
        pair.id, proposals, tuple(one for one in unnamed if one.share >= MIN_SHARE),
        tuple(name for name in choice.proposed if name not in choice.names), MIN_SHARE, pictures, signs.method,
        choice.model, choice.spent, NOTICE,
        (*signs.warnings, *(() if workspace.settings.area_of_interest is None else (PART_MEASURED,))),
    )  # fmt: skip


def _proposal(workspace: Workspace, pair: ImagePair, signs: ChangeSigns, name: str) -> Proposal:
    """A proposal with what was measured of it, and the map of the index that it was measured by."""
    sign = signs.of(name)
    if sign.ground is None or sign.index is None:
        return Proposal(name, "not testable", sign.unmeasured, None, None)
    change = compare_index(workspace, pair, sign.index)
    mean = f"{sign.index.upper()} changed by {signed(change.difference.mean)} in the mean"
    seen = f"{sign.rule} on {ground(sign.ground)}"
    if sign.ground.share >= MIN_SHARE:
        return Proposal(name, "supported", f"{seen}, {mean}", sign.ground.share, sign.ground.area_m2, change.layer)
    few = f"{seen}, less than {quantity(100 * MIN_SHARE)} %, {mean}{_rather(signs, sign)}"
    return Proposal(name, "contradicted", few, sign.ground.share, sign.ground.area_m2, change.layer)


def _rather(signs: ChangeSigns, sign: ChangeSign) -> str:
    """That the opposite was measured, where it was."""
    other = None if sign.opposite is None else signs.of(sign.opposite).ground
    return "" if other is None or other.share < MIN_SHARE else f", rather {other.name} on {ground(other)}"


@sentence.register
def _(reading: ChangeReading, words: Words = ENGLISH) -> str:  # noqa: ARG001 - readings are told in English
    named = "proposes these changes" if reading.proposals else "proposes no change"
    return " ".join([
        f"{reading.model}, looking at {quantity(reading.pictures)} pictures of both dates, {named}.",
        *by_status(reading.proposals),
        *withdrawn(reading.withdrawn),
        *unnamed_ground((one.name, one) for one in reading.unnamed),
        reading.notice,
        f"Used up: {usage_text(reading.spent)}.",
        *reading.warnings,
    ])  # fmt: skip
