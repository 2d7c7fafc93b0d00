"""The assessment of a map that was opened with a conversation, once it is known to be of a pair's place."""

from __future__ import annotations

from collections.abc import Iterable

from pyproj import CRS, Transformer

from tools.assessment.assess import read_assessment
from tools.assessment.assessment import Assessment, Grid
from tools.errors import AssessmentError
from tools.notices import notice
from tools.pairs.pair import ImagePair
from tools.rasters.georeference import Bounds, Georeference
from tools.workspace.run_settings import RunSettings


def assessment_of(settings: RunSettings, pair: ImagePair) -> Assessment:
    """The assessment that was opened with the conversation.

    Raises:
        AssessmentError: there is none, it cannot be read, or its map lies elsewhere than the pair.
    """
    if settings.assessment is None:
        text = (
            "No assessment of a map is open: people have to label a sample of it first (terradelta assess), and its "
            "folder is opened with the images."
        )
        raise AssessmentError(notice("no-assessment", text))
    found = read_assessment(settings.assessment)
    if found.grid is not None and pair.georeference is not None and not _overlap(found.grid, pair.georeference):
        text = "{name}, which was assessed, lies elsewhere than these images; open the assessment of a map of them."
        raise AssessmentError(notice("assessed-elsewhere", text, name=found.map_name))
    return found


def accuracy_of_maps(settings: RunSettings, pairs: Iterable[ImagePair]) -> float | None:
    """Share of the pixels that are right on the class maps of pairs: as stated, else as one of them was assessed.

    Raises:
        AssessmentError: the assessment cannot be read.
    """
    if settings.map_accuracy is not None or settings.assessment is None:
        return settings.map_accuracy
    found = read_assessment(settings.assessment)
    assessed = any(found.map_sha256 in pair.fingerprints for pair in pairs)
    return found.overall_accuracy if assessed else None


def _overlap(one: Grid, other: Georeference) -> bool:
    first, second = _degrees(one.crs, one.bounds), _degrees(other.crs, other.bounds)
    apart = first[2] <= second[0] or second[2] <= first[0] or first[3] <= second[1] or second[3] <= first[1]
    return not apart


def _degrees(crs: str, bounds: Bounds) -> Bounds:
    to_degrees = Transformer.from_crs(CRS.from_user_input(crs), "EPSG:4326", always_xy=True)
    left, bottom, right, top = to_degrees.transform_bounds(*bounds)
    return left, bottom, right, top


def assessed_classes(settings: RunSettings) -> tuple[str, ...]:
    """Classes of the map whose assessment was opened; empty where there is none that can be read."""
    try:
        found = None if settings.assessment is None else read_assessment(settings.assessment)
    except AssessmentError:  # told once it is asked about
        return ()
    return () if found is None else tuple(one.name for one in found.classes)
