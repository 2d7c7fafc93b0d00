"""Maps of change from drawn labels, by the same way that scenes take."""

from dataclasses import dataclass

import numpy as np
from affine import Affine

from mci_model.checkpoints.area_calibration import AreaCalibration
from mci_model.checkpoints.object_calibration import ObjectCalibration
from mci_model.prediction import Window
from tools.change.make_map import make_map
from tools.inference.interpret import SceneCaption
from tools.inference.parts import STEPS, UNKNOWN
from tools.rasters.georeference import Georeference


@dataclass
class DrawnBy:
    """Stands for the predictor of a drawn map."""

    name: str = ""
    tells_direction: bool = True
    sees_ground: bool = False
    area: AreaCalibration | None = None
    objects: ObjectCalibration | None = None


@dataclass
class DrawnPair:
    size: tuple
    georeference: Georeference | None
    id: str = "1"


@dataclass
class DrawnScene:
    """Stands for `InterpretedScene`: layers come from arrays."""

    layers: np.ndarray
    pair: DrawnPair

    @property
    def scene(self):
        return self

    def read(self, window):
        return self.layers[:, *window.slices]


def drawn_map(
    folder,
    label,
    *,
    georeferenced=True,
    appeared=0.9,
    probability=1.0,
    valid=None,
    area_of_interest=None,
    area=None,
    any_change=None,
    cover=(0, 0),
):
    grid = Georeference("EPSG:32614", Affine(0.5, 0, 620_000, 0, -0.5, 3_350_000), *label.shape)
    pair = DrawnPair(label.shape, grid if georeferenced else None)
    classes = label if valid is None else np.where(valid, label, UNKNOWN)
    confidence = np.broadcast_to(probability, label.shape) * STEPS
    direction = np.broadcast_to(0.0 if appeared is None else appeared, label.shape) * STEPS
    likely = np.full(label.shape, UNKNOWN) if any_change is None else np.asarray(any_change) * STEPS
    covers = [np.broadcast_to(date, label.shape) for date in cover]
    seen = [classes, (label == 1) * confidence, (label == 2) * confidence, direction, likely, *covers]
    layers = np.stack(seen).round().astype(np.uint8)
    predictor = DrawnBy("test", tells_direction=appeared is not None, area=area)
    scene_caption = SceneCaption("a house is built", Window(0, 0, *label.shape), 0.9)
    return make_map(DrawnScene(layers, pair), scene_caption, predictor, folder / "objects.tif", area_of_interest)
