"""Labelled scenes put to a multimodal model, as zero-shot land-cover evaluations do (Mallya et al. 2025).

a scene's bands -> pictures with legends -> the model chooses among the data set's classes; tokens are counted
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from agent.vision.ask_image import Vision
from agent.vision.choices import Manner, Options, Spent, classify
from agent.vision.choices.class_lists import BIGEARTHNET_19, BIGEARTHNET_43, EUROSAT
from agent.vision.choices.classify import Shown
from tools.landcover.datasets import LabelledScene
from tools.sensors.recognition import KnownBands, in_order
from tools.sensors.registry import SENSORS
from tools.spectrum.pseudo_images import PseudoImage, date_views, enlarged
from tools.spectrum.reflectance import SpectralDate

KNOWN = (EUROSAT, BIGEARTHNET_19, BIGEARTHNET_43)
PLAIN = "True colour, as the data set's picture has it"
COLOURS = ("R", "G", "B")


class SceneReader:
    """A model that classifies scenes, with the tokens that it has used."""

    def __init__(self, vision: Vision, classes: Sequence[str], *, single: bool, shown: Shown = "all") -> None:
        """Prepare to ask.

        Args:
            vision: the model.
            classes: all that a scene may be.
            single: whether each scene has exactly one.
            shown: pictures of all bands, or true colour alone.
        """
        self.vision = vision
        self.options = next((one for one in KNOWN if set(one.names) == set(classes)), Options(tuple(classes)))
        self.manner = Manner(most=1 if single else None, shown=shown, on_spent=self._count)
        self.read, self.written = 0, 0

    def __call__(self, scene: LabelledScene) -> tuple[str, ...]:
        """The classes of a scene.

        Raises:
            ToolError: the model does not answer, or not in the required form, even when asked again.
        """
        views, dates = pictures(scene)
        return classify(self.vision, views, dates, self.options, self.manner).names

    def _count(self, spent: Spent) -> None:
        self.read += spent.input_tokens or 0
        self.written += spent.output_tokens or 0

    def tokens(self) -> tuple[int, int]:
        """Tokens read and written so far, as far as the model reports them."""
        return self.read, self.written


def pictures(scene: LabelledScene) -> tuple[Sequence[PseudoImage], Sequence[SpectralDate]]:
    """The six pictures of a scene with all bands, and how they were read; of a plain picture itself."""
    if set(scene.bands) == set(COLOURS):
        plain = (np.clip(np.stack([scene.bands[key] for key in COLOURS], axis=-1), 0, 1) * 255).round()
        return (PseudoImage("true-colour", "before", PLAIN, enlarged(plain.astype(np.uint8))),), ()
    sensor = SENSORS[scene.sensor]
    bands = KnownBands(sensor, in_order(sensor.bands), "the data set is made of Sentinel-2 images")
    date = SpectralDate("before", bands, sensor.scale, sensor.offset, sensor.source, None, ())
    return date_views(date, scene.bands), (date,)
