"""A labelled scene as a value, and the interface of every data set. Knows no file format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import cv2
import numpy as np
import numpy.typing as npt

from tools.errors import RasterError
from tools.sensors.sensor import Sensor
from tools.spectrum.reflectance import Reflectance

Numbers = npt.NDArray[np.generic]
"""(h, w): a band as stored in its file."""


@dataclass(frozen=True)
class LabelledScene:
    """One image with its reference labels."""

    name: str
    bands: dict[str, Reflectance]
    """(H, W) reflectance by spyndex's short names, all on the grid of the finest; R, G and B of RGB images are 0-1."""
    names: tuple[str, ...]
    """True classes."""
    sha256: str
    """Of the image as it is stored."""
    sensor: str = "sentinel-2-l1c"
    """Sensor id, a key of `tools.sensors.registry.SENSORS`."""

    @property
    def spread(self) -> dict[str, tuple[float, float]]:
        """Mean and standard deviation of each band."""
        return {key: (float(values.mean()), float(values.std())) for key, values in self.bands.items()}


class SceneFolder(Protocol):
    """The scenes of one split, listed by name and read on demand."""

    @property
    def title(self) -> str:
        """Name of the data set."""

    @property
    def classes(self) -> tuple[str, ...]:
        """All classes of the data set."""

    @property
    def single(self) -> bool:
        """Whether each scene has exactly one class."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the scenes."""

    @property
    def training(self) -> tuple[str, ...]:
        """Names of the scenes of the train split, where another one is listed; may be empty."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Notes about the listing."""

    def read(self, name: str) -> LabelledScene:
        """Decode one scene.

        Raises:
            RasterError: its image is damaged or of another kind.
            DatasetFolderError: its labels are.
        """


def on_one_grid(name: str, numbers: Mapping[str, Numbers], sensor: Sensor) -> dict[str, Reflectance]:
    """Bands as reflectance, resampled to the finest grid (bilinear between pixel centres).

    Args:
        name: of the scene, for messages.
        numbers: each band as stored in its file, by its maker's name.
        sensor: the sensor; bands without a short name are left out.

    Raises:
        RasterError: a band is missing or is not two-dimensional.
    """
    by_key = {band.key: values for key, values in numbers.items() if (band := sensor.named(key)) and band.key}
    if missing := [band.name for band in sensor.bands if band.key and band.key not in by_key]:
        raise RasterError(f"{name} has no {', '.join(missing)}; copy or download it again.")
    if any(values.ndim != 2 or not values.size for values in by_key.values()):
        raise RasterError(f"{name} holds bands that are no pictures; copy or download it again.")
    height, width = max(values.shape for values in by_key.values())
    scaled = {band.key: by_key[band.key].astype(np.float32) for band in sensor.bands if band.key}
    return {key: _enlarged(values, width, height) * np.float32(sensor.scale) for key, values in scaled.items()}


def _enlarged(values: Reflectance, width: int, height: int) -> Reflectance:
    if values.shape == (height, width):
        return values
    return np.asarray(cv2.resize(values, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)
