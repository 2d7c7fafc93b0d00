"""Data sets of images with land-cover labels, read one scene at a time. Knows no classifier and no score.

folder -> data set, by its contents -> names of a split -> a scene's reflectance and its true classes
"""

from __future__ import annotations

from pathlib import Path

from tools.errors import DatasetFolderError
from tools.landcover.datasets.bigearthnet import BigEarthNet
from tools.landcover.datasets.eurosat import EuroSat, read_eurosat
from tools.landcover.datasets.nomenclature import Nomenclature
from tools.landcover.datasets.scene import LabelledScene, SceneFolder

__all__ = ["LabelledScene", "Nomenclature", "SceneFolder", "open_scenes", "read_eurosat"]

EXPECTED = (
    "expected EuroSAT (CLASS/*.tif of 13 bands or CLASS/*.jpg, with classes such as AnnualCrop and Forest) or "
    "BigEarthNet (metadata.parquet beside BigEarthNet-S2/TILE/PATCH/PATCH_B02.tif or beside an LMDB, that is a folder "
    "with data.mdb; in version 1, PATCH/PATCH_labels_metadata.json)"
)


def open_scenes(root: Path, split: str | None = None, nomenclature: Nomenclature = 19) -> SceneFolder:
    """Recognise the data set in a folder, and list the scenes of one split.

    Args:
        root: its folder.
        split: a split, or "all"; None: the usual one of the data set, for BigEarthNet "test".
        nomenclature: number of classes in BigEarthNet.

    Raises:
        DatasetFolderError: the layout is unknown, or has no such split or such labels; the text says what is expected.
    """
    if not root.is_dir():
        raise DatasetFolderError(f"{root} is not a folder; give the folder of a data set: {EXPECTED}.")
    scenes = EuroSat.detect(root, split) or BigEarthNet.detect(root, split, nomenclature)
    if scenes is None:
        raise DatasetFolderError(f"{root} holds no data set that is known here: {EXPECTED}.")
    return scenes
