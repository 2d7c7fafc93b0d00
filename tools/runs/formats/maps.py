"""Change maps as GeoTIFF: the class of each pixel, and its probability."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from tools.outputs.map_files import write_any_probability, write_classes, write_probabilities
from tools.pairs.pair import ImagePair
from tools.runs.file_format import FileFormat
from tools.workspace.workspace import Workspace


def _tags(workspace: Workspace, pair: ImagePair) -> dict[str, str]:
    """Provenance tags of a map file."""
    before, after = pair.fingerprints
    settings, change_map = workspace.settings, workspace.told_change(pair)
    weights = {} if change_map.seen_by == "bands" else {"WEIGHTS_SHA256": workspace.predictor.sha256}
    return weights | {
        "SOFTWARE": f"terradelta {version('terradelta')}",
        "MODEL": change_map.model,
        "BEFORE_SHA256": before,
        "AFTER_SHA256": after,
        "MIN_AREA": str(settings.min_area),
        "MIN_PROBABILITY": str(settings.min_probability),
        "AREA_OF_INTEREST": change_map.area_of_interest or "all",
    }


def _classes(workspace: Workspace, pair: ImagePair, path: Path) -> None:
    write_classes(path, workspace.told_change(pair), _tags(workspace, pair))


def _probabilities(workspace: Workspace, pair: ImagePair, path: Path) -> None:
    change_map, layers = workspace.told_change(pair), workspace.band_layers(pair)
    if change_map.seen_by == "bands" and layers is not None:
        write_any_probability(path, change_map, layers.read, _tags(workspace, pair))
        return
    write_probabilities(path, change_map, workspace.seen(pair), _tags(workspace, pair))


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
