"""Keep the features of EuroSAT chips for `tools.landcover.land_use.scene_classes`, and tell how well they teach it.

    python -m tools.landcover.land_use.teach_scene_classes DATA/eurosat_ms

DATA/eurosat_ms/CLASS/*.tif are chips of 13 bands. Each is judged by a classifier fitted to all others.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file

from tools.atomic_files import atomic_write
from tools.landcover.datasets import read_eurosat
from tools.landcover.land_use.scene_classes import FILE, Chips, fit, seen
from tools.landcover.land_use.scene_features import NEEDED

SOURCE = "EuroSAT, 13 bands (Helber et al. 2019), made of Copernicus Sentinel-2 Level-1C data"


def main() -> None:
    """Read the command line, write the features, print the accuracy."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chips", type=Path)
    chips = learnt(parser.parse_args().chips)
    right = left_out(chips) == chips.labels
    told = {"classes": ",".join(chips.names), "source": chips.source, "told_right": f"{right.mean():.4f}"}
    tensors = {"views": chips.views, "labels": chips.labels}
    atomic_write(FILE, lambda partial: save_file(tensors, partial, metadata=told))
    print(f"{len(right)} chips kept; each judged without itself: {right.mean():.3f} right")


def learnt(folder: Path) -> Chips:
    """The chips of a folder."""
    scenes = list(read_eurosat(folder))
    names = tuple(sorted({scene.names[0] for scene in scenes}))
    views = np.stack([seen({key: scene.bands[key] for key in NEEDED}) for scene in scenes])
    labels = np.array([names.index(scene.names[0]) for scene in scenes], np.int64)
    return Chips(names, views, labels, SOURCE)


def left_out(chips: Chips) -> npt.NDArray[np.int64]:
    """(chips,) what each is taken for by a classifier fitted to the others."""
    told = [fit(*chips.without(at)).predict_proba(chips.views[at]).mean(axis=0) for at in range(len(chips.labels))]
    return np.asarray(np.argmax(told, axis=1), np.int64)


if __name__ == "__main__":
    main()
