"""Trainings of a tiny network on a handful of drawn pairs."""

import cv2
import numpy as np
import torch

from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.data.scene_renderer import render
from mci_model.data.synthetic_scene import compose
from mci_model.training.recipe import TrainingRecipe
from mci_model.training.samples import BatchSource
from mci_model.training.trainer import Trainer


def drawn_split(root, split="native", count=4):
    """Write a split of drawn pairs, without captions."""
    for part in ("A", "B", "label"):
        (root / split / part).mkdir(parents=True)
    for seed in range(count):
        scene = render(compose(seed, 128))
        for part, image in (("A", scene.before), ("B", scene.after), ("label", (scene.label == 2) * np.uint8(255))):
            cv2.imwrite(str(root / split / part / f"{seed}.png"), image)


def short_recipe(root, **settings):
    """A recipe of four steps."""
    given = {"steps": 4, "batches": ((64, 2, 1.0),), "rendered": 3, "warm_up": 1, "average": 0.5} | settings
    return TrainingRecipe(str(root), (("native", 0.5),), **given)


def new_trainer(recipe, settings, vocabulary, folder, **options):
    """A trainer of a new network, the same at every call."""
    torch.manual_seed(0)
    network = ChangeInterpretationNetwork(settings)
    return Trainer(network, recipe, BatchSource(recipe, settings, vocabulary), folder, **options)
