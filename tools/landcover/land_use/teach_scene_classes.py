"""Write the features of EuroSAT chips for `tools.landcover.land_use.scene_classes`, and print their accuracy.

    python -m tools.landcover.land_use.teach_scene_classes DATA/eurosat_ms

DATA/eurosat_ms/CLASS/*.tif are chips of 13 bands. Each is classified by a model fitted to all others.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file

from tools.atomic_files import atomic_write
from tools.landcover.datasets import read_eurosat
from tools.landcover.land_use.scene_classes import FILE, Chips, fit, view_features
from tools.landcover.land_use.scene_features import NEEDED

SOURCE = "EuroSAT, 13 bands (Helber et al. 2019), made of Copernicus Sentinel-2 Level-1C data"


def main() -> None:
    """Read the command line, write the features, print the accuracy."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chips", type=Path)
    chips = read_chips(parser.parse_args().chips)
    correct = leave_one_out(chips) == chips.labels
    metadata = {"classes": ",".join(chips.names), "source": chips.source, "told_right": f"{correct.mean():.4f}"}
    tensors = {"views": chips.views, "labels": chips.labels}
    atomic_write(FILE, lambda partial: save_file(tensors, partial, metadata=metadata))
    print(f"{len(correct)} chips kept; each judged without itself: {correct.mean():.3f} right")


def read_chips(folder: Path) -> Chips:
    """Read the chips of a folder and compute their features."""
    scenes = list(read_eurosat(folder))
    names = tuple(sorted({scene.names[0] for scene in scenes}))
    views = np.stack([view_features({key: scene.bands[key] for key in NEEDED}) for scene in scenes])
    labels = np.array([names.index(scene.names[0]) for scene in scenes], np.int64)
    return Chips(names, views, labels, SOURCE)


def leave_one_out(chips: Chips) -> npt.NDArray[np.int64]:
    """(chips,) predicted class of each by a model fitted to the others."""
    probabilities = [
        fit(*chips.without(chip)).predict_proba(chips.views[chip]).mean(axis=0) for chip in range(len(chips.labels))
    ]
    return np.asarray(np.argmax(probabilities, axis=1), np.int64)


if __name__ == "__main__":
    main()
