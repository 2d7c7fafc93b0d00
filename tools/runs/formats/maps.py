"""Change maps as GeoTIFF: the class of each pixel, and its probability."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from tools.outputs.map_files import write_classes, write_probabilities
from tools.pairs.pair import ImagePair
from tools.runs.file_format import FileFormat
from tools.workspace.workspace import Workspace


def _tags(workspace: Workspace, pair: ImagePair) -> dict[str, str]:
    """Provenance tags of a map file."""
    before, after = pair.fingerprints
    settings = workspace.settings
    return {
        "SOFTWARE": f"terradelta {version('terradelta')}",
        "MODEL": workspace.predictor.name,
        "WEIGHTS_SHA256": workspace.predictor.sha256,
        "BEFORE_SHA256": before,
        "AFTER_SHA256": after,
        "MIN_AREA": str(settings.min_area),
        "MIN_PROBABILITY": str(settings.min_probability),
        "AREA_OF_INTEREST": workspace.change(pair).area_of_interest or "all",
    }


def _classes(workspace: Workspace, pair: ImagePair, path: Path) -> None:
    write_classes(path, workspace.change(pair), _tags(workspace, pair))


def _probabilities(workspace: Workspace, pair: ImagePair, path: Path) -> None:
    write_probabilities(path, workspace.change(pair), workspace.seen(pair), _tags(workspace, pair))


GEOTIFF = FileFormat(
    "geotiff",
    "change.tif",
    "the class of change at each pixel",
    "image/tiff",
    writer=_classes,
    rank=10,
    in_run=10,
)
PROBABILITY = FileFormat(
    "probability",
    "probability.tif",
    "how probable change is at each pixel",
    "image/tiff",
    writer=_probabilities,
    rank=11,
    asked=False,
    in_run=20,
    filtered=False,
)
FORMATS = (GEOTIFF, PROBABILITY)
