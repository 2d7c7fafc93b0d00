"""Teach words and gate to a network whose mask is trained: minutes on a processor, as the eyes stay as they are.

    python -m mci_model.train_words --data DATA/levir --weights runs/embedded/embedded.safetensors --folder runs/words

DATA/levir/train/captioned is learnt from and DATA/levir/val chooses when to stop; `--split` and `--judge` name others.
The result is FOLDER/embedded.safetensors. What the eyes saw is kept in FOLDER, so a second run starts at once.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

from mci_model.datasets import UNCHANGED_SENTENCES, PairFolder
from mci_model.network import ChangeInterpretationNetwork
from mci_model.training.views import Views, look
from mci_model.training.word_trainer import WordsRecipe, WordTrainer, judge
from mci_model.vocabulary import Vocabulary
from mci_model.weights import load_network, save_weights

JUDGED_EVERY = 100
RATE_FLOOR = 0.05


def main() -> None:
    """Read the command line, teach, and write the best averaged weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--split", default="train/captioned")
    parser.add_argument("--judge", default="val")
    parser.add_argument("--sentences", type=Path, help="JSON {name: [sentences]} to learn the language from")
    parser.add_argument("--weights", required=True, type=Path)
    parser.add_argument("--folder", required=True, type=Path)
    parser.add_argument("--config", type=Path, help="JSON with settings of the recipe")
    args = parser.parse_args()
    settings: dict[str, Any] = json.loads(args.config.read_text(encoding="utf-8")) if args.config else {}
    recipe = WordsRecipe(**settings)
    network, card = load_network(args.weights)
    args.folder.mkdir(parents=True, exist_ok=True)
    shown = _kept(args.folder / "shown.safetensors", network, PairFolder(args.data, args.split), recipe.turns)
    judged = _kept(args.folder / "judged.safetensors", network, PairFolder(args.data, args.judge), 0)
    torch.manual_seed(recipe.seed)
    trainer = WordTrainer(network, card.vocabulary, recipe, shown)
    best = teach(trainer, judged, _changed_sentences(args.sentences), args.folder)
    notes = card.notes | {"words": f"python -m mci_model.train_words, seed {recipe.seed}"}
    save_weights(best, card.vocabulary, args.folder / "embedded.safetensors", notes=notes, half=True)


def teach(
    trainer: WordTrainer, judged: Views, sentences: list[str], folder: Path
) -> ChangeInterpretationNetwork:
    """All three parts of the teaching; the averaged network that scored best on the way."""
    recipe, best = trainer.recipe, Best(trainer, judged, folder / "log.csv")
    _part("language", trainer.teach_language_of(sentences), recipe.language_steps if sentences else 0, recipe, best)
    return best.network


if __name__ == "__main__":
    main()
