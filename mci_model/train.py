"""Train the embedded network, or resume a training.

    python -m mci_model.train --data DATA/levir/train --vocabulary vocab.json --folder runs/embedded
    python -m mci_model.train --data DATA --split train=1 --vocabulary vocab.json --folder runs/try --steps 40
    python -m mci_model.train --data LEVIR-MCI --split train=1 --network official --trunk-weights nvidia/mit-b1 ...

The second line takes minutes; the third trains the full network on a GPU.
The result is FOLDER/checkpoint.pt (to resume from) and, at the end, FOLDER/NETWORK.safetensors with its settings.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import torch

from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.architecture.trunk_registry import networks
from mci_model.checkpoints.conversion import read_vocabulary
from mci_model.checkpoints.weights import save_weights
from mci_model.files.json_files import SETTINGS, read_json
from mci_model.hardware import keep_freed_memory
from mci_model.text.vocabulary import Vocabulary
from mci_model.training.recipe import TrainingRecipe
from mci_model.training.samples import BatchSource
from mci_model.training.start import start_network
from mci_model.training.trainer import Trainer


def main() -> None:
    """Read the command line, train, and write the averaged weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--split", action="append", default=[], metavar="NAME=SHARE")
    parser.add_argument("--roads", default="")
    parser.add_argument("--initial", default="")
    parser.add_argument("--network", choices=tuple(networks()))
    parser.add_argument("--trunk-weights", help="folder or hub name of a SegFormer MiT-b1, for the official network")
    parser.add_argument("--vocabulary", required=True, type=Path)
    parser.add_argument("--folder", required=True, type=Path)
    parser.add_argument("--steps", type=int)
    parser.add_argument("--config", type=Path, help="JSON with further settings of the recipe")
    args = parser.parse_args()
    keep_freed_memory()
    settings: dict[str, Any] = read_json(args.config, SETTINGS) if args.config else {}
    options = {name: getattr(args, name) for name in ("roads", "initial", "network", "trunk_weights")}
    settings |= {"data": args.data} | {name: value for name, value in options.items() if value}
    if args.steps is not None:
        settings["steps"] = args.steps
    if args.split:
        settings["splits"] = [entry.split("=") for entry in args.split]
    train(TrainingRecipe.from_json(settings), read_vocabulary(args.vocabulary), args.folder)


def train(recipe: TrainingRecipe, vocabulary: Vocabulary, folder: Path) -> Path:
    """Train a network by `recipe` in `folder`; return the path of its weights."""
    torch.manual_seed(recipe.seed)
    network = start_network(recipe, vocabulary)
    trainer = Trainer(network, recipe, BatchSource(recipe, network.settings, vocabulary), folder)
    if trainer.checkpoint.exists():
        trainer.resume()
    trainer.run()
    if skipped := trainer.source.skipped:
        print(f"{len(skipped)} broken pairs were skipped: {', '.join(sorted(skipped))}", file=sys.stderr)
    averaged = trainer.average.module
    assert isinstance(averaged, ChangeInterpretationNetwork)
    return save_weights(
        averaged.cpu(), vocabulary, folder / f"{recipe.network}.safetensors", notes=_notes(recipe), half=True
    )


ROADS_FROM_MASKS = (
    "Changed roads were learnt from single images with road masks, and new roads are often missed; look at the picture."
)
ROADS_FROM_DRAWINGS = "Changed roads were learnt from drawn scenes; check them on the picture."


def _notes(recipe: TrainingRecipe) -> dict[str, str]:
    """Notes for the card of the weights."""
    splits = ", ".join(name for name, _ in recipe.splits)
    masks = "single images with road masks, " if recipe.roads else ""
    return {
        "data": f"splits {splits} of {Path(recipe.data).parent.name}, {masks}rendered scenes",
        "use": "the terms of the training data apply: LEVIR-CD and LEVIR-CC are for academic use only",
        "roads": ROADS_FROM_MASKS if recipe.roads else ROADS_FROM_DRAWINGS,
        "made by": f"python -m mci_model.train --steps {recipe.steps}, seed {recipe.seed}",
    }


if __name__ == "__main__":
    main()
