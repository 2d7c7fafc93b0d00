"""Train the embedded network, or resume a training.

    python -m mci_model.train --data DATA/levir/train --vocabulary vocab.json --folder runs/embedded
    python -m mci_model.train --data DATA --split train=1 --vocabulary vocab.json --folder runs/try --steps 40
    python -m mci_model.train --data LEVIR-MCI --split train=1 --network official --trunk-weights nvidia/mit-b1 ...
    python -m mci_model.train --data DATA/levir/train --vocabulary vocab.json --folder runs/g --workers 15 --minutes 9

The second line takes minutes; the third trains the full network on a GPU. In the last, 15 processes draw the batches
and the weights are written within 9 minutes, whatever the number of steps.
The result is FOLDER/checkpoint.pt (to resume from) and, at the end, FOLDER/NETWORK.safetensors with its settings.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.architecture.trunk_registry import networks
from mci_model.checkpoints.conversion import read_vocabulary
from mci_model.checkpoints.weights import save_weights
from mci_model.errors import ModelError, TrainingError
from mci_model.files.json_files import SETTINGS, read_json
from mci_model.hardware import keep_freed_memory
from mci_model.text.vocabulary import Vocabulary
from mci_model.training.recipe import LEAST_MINUTES, MOST_MINUTES, TrainingRecipe
from mci_model.training.samples import BatchSource
from mci_model.training.start import start_network
from mci_model.training.trainer import Trainer

MOST_WORKERS = 256


def main() -> None:
    """Read the command line, train, and write the averaged weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_recipe_arguments(parser)
    parser.add_argument("--folder", required=True, type=Path)
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--steps", type=int)
    add_speed_arguments(parser, length)
    args = parser.parse_args()
    keep_freed_memory()
    try:
        recipe = recipe_of(args)
        if args.steps is not None:
            recipe = replace(recipe, steps=args.steps, minutes=0.0)
        if args.minutes is not None:
            recipe = replace(recipe, minutes=args.minutes)
        train(recipe, read_vocabulary(args.vocabulary), args.folder, args.workers)
    except ModelError as error:
        sys.exit(str(error))


def add_recipe_arguments(parser: argparse.ArgumentParser) -> None:
    """Options that say what is trained on what."""
    parser.add_argument("--data", required=True)
    parser.add_argument("--split", action="append", default=[], metavar="NAME=SHARE")
    parser.add_argument("--roads", default="")
    parser.add_argument("--initial", default="")
    parser.add_argument("--network", choices=tuple(networks()))
    parser.add_argument("--trunk-weights", help="folder or hub name of a SegFormer MiT-b1, for the official network")
    parser.add_argument("--vocabulary", required=True, type=Path)
    parser.add_argument("--config", type=Path, help="JSON with further settings of the recipe")


def add_speed_arguments(parser: argparse.ArgumentParser, length: argparse._ActionsContainer | None = None) -> None:
    """Options that say how long a training takes by the clock, and how many processes draw its batches."""
    (length or parser).add_argument("--minutes", type=_minutes, help="length by the clock, weights written by then")
    parser.add_argument("--workers", type=_workers, default=1, help="processes that draw batches; 1: a thread")


def recipe_of(args: argparse.Namespace) -> TrainingRecipe:
    """The recipe that the options of `add_recipe_arguments` name.

    Raises:
        DatasetError: it has unknown or impossible settings.
    """
    settings: dict[str, Any] = read_json(args.config, SETTINGS) if args.config else {}
    options = {name: getattr(args, name) for name in ("roads", "initial", "network", "trunk_weights")}
    settings |= {"data": args.data} | {name: value for name, value in options.items() if value}
    if args.split:
        settings["splits"] = [entry.split("=") for entry in args.split]
    return TrainingRecipe.from_json(settings)


def _minutes(text: str) -> float:
    try:
        minutes = float(text)
    except ValueError:
        minutes = 0.0
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise argparse.ArgumentTypeError(f"{text} minutes are no training; give {LEAST_MINUTES} to {MOST_MINUTES}.")
    return minutes


def _workers(text: str) -> int:
    workers = int(text) if text.isdecimal() else 0
    if not 1 <= workers <= MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"{text} workers cannot be used; give 1 to {MOST_WORKERS}.")
    return workers


def train(recipe: TrainingRecipe, vocabulary: Vocabulary, folder: Path, workers: int = 1) -> Path:
    """Train a network by `recipe` in `folder`; return the path of its weights.

    Args:
        recipe: of the training.
        vocabulary: of the network.
        folder: a training in it that was stopped goes on.
        workers: that draw batches, see `batch_stream.stream`.

    Raises:
        DatasetError: data or recipe cannot be used.
        CheckpointError: the folder holds a training by another recipe.
        TrainingError: too many steps were not finite; the weights from before them are written.
    """
    torch.manual_seed(recipe.seed)
    network = start_network(recipe, vocabulary)
    source = BatchSource(recipe, network.settings, vocabulary)
    trainer = Trainer(network, recipe, source, folder, workers=workers)
    if trainer.checkpoint.exists():
        trainer.resume()
    try:
        trainer.run()
    except TrainingError:
        _write(trainer, vocabulary)
        raise
    if skipped := source.skipped:
        print(f"{len(skipped)} broken pairs were skipped: {', '.join(sorted(skipped))}", file=sys.stderr)
    return _write(trainer, vocabulary)


def _write(trainer: Trainer, vocabulary: Vocabulary) -> Path:
    """Write the averaged weights."""
    recipe, averaged = trainer.recipe, trainer.average.module
    assert isinstance(averaged, ChangeInterpretationNetwork)
    path = trainer.folder / f"{recipe.network}.safetensors"
    return save_weights(averaged.cpu(), vocabulary, path, notes=_notes(trainer), half=True)


ROADS_FROM_MASKS = (
    "Changed roads were learnt from single images with road masks, and new roads are often missed; look at the picture."
)
ROADS_FROM_DRAWINGS = "Changed roads were learnt from drawn scenes; check them on the picture."


def _notes(trainer: Trainer) -> dict[str, str]:
    """Notes for the card of the weights."""
    recipe = trainer.recipe
    splits = ", ".join(name for name, _ in recipe.splits)
    masks = "single images with road masks, " if recipe.roads else ""
    return {
        "data": f"splits {splits} of {Path(recipe.data).parent.name}, {masks}rendered scenes",
        "use": "the terms of the training data apply: LEVIR-CD and LEVIR-CC are for academic use only",
        "roads": ROADS_FROM_MASKS if recipe.roads else ROADS_FROM_DRAWINGS,
        "made by": f"python -m mci_model.train --steps {trainer.step}, seed {recipe.seed}",
    }


if __name__ == "__main__":
    main()
