"""Train captions and gate of a network whose mask is trained: minutes on a CPU, as the rest stays frozen.

    python -m mci_model.train_words --data DATA/levir --weights runs/eyes/embedded.safetensors --folder runs/words
        --sentences DATA/captions/levir_cc_train.json

DATA/levir/train/captioned is the training split and DATA/levir/val selects the best step; `--split` and `--judge` name
others. The result is FOLDER/embedded.safetensors. Features are cached in FOLDER, so a second run starts at once.
"""

from __future__ import annotations

import argparse
import copy
import csv
import math
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from rich.console import Console
from rich.progress import track

from mci_model.architecture.folding import fold_norms
from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.checkpoints.weights import load_network, save_weights
from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES, PairFolder
from mci_model.files.json_files import CAPTIONS, SETTINGS, read_json
from mci_model.files.leftovers import clean
from mci_model.hardware import keep_freed_memory
from mci_model.training.cached_views import Views, extract_views
from mci_model.training.rate_schedule import warmed_cosine
from mci_model.training.word_trainer import WordsRecipe, WordTrainer, evaluate_captions, train_gate

EVALUATION_INTERVAL, WARM_UP = 100, 50
SCORES = ("bleu_4", "rouge_l", "cider_d")
RATE_FLOOR = 0.05


def main() -> None:
    """Read the command line, train, and write the best averaged weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--split", default="train/captioned")
    parser.add_argument("--judge", default="val")
    parser.add_argument("--sentences", type=Path, help="JSON {name: [sentences]} to train the language on")
    parser.add_argument("--weights", required=True, type=Path)
    parser.add_argument("--folder", required=True, type=Path)
    parser.add_argument("--config", type=Path, help="JSON with settings of the recipe")
    args = parser.parse_args()
    keep_freed_memory()
    settings: dict[str, Any] = read_json(args.config, SETTINGS) if args.config else {}
    recipe = WordsRecipe(**settings)
    network, card = load_network(args.weights)
    clean(args.folder)
    name = f"{card.sha256[:8]}_{recipe.turns}"
    views = _cached_views(
        args.folder / f"shown_{name}.safetensors", network, PairFolder(args.data, args.split), recipe.turns
    )
    judge = PairFolder(args.data, args.judge)
    validation = _cached_views(args.folder / f"judged_{name}.safetensors", network, judge, 0)
    gate_validation = validation.joined(_cached_views(args.folder / f"tried_{name}.safetensors", network, judge, 1))
    torch.manual_seed(recipe.seed)
    trainer = WordTrainer(network, card.vocabulary, recipe, views)
    best = train(trainer, validation, gate_validation, _changed_sentences(args.sentences), args.folder / "words.csv")
    notes = card.notes | {"words": f"python -m mci_model.train_words, seed {recipe.seed}"}
    save_weights(best, card.vocabulary, args.folder / "embedded.safetensors", notes=notes, half=True)


def train(
    trainer: WordTrainer, validation: Views, gate_validation: Views, sentences: list[str], log: Path
) -> ChangeInterpretationNetwork:
    """Train to the last step; return the averaged network with the best captions, and train its gate.

    Args:
        trainer: of the network, with the training views.
        validation: selects the best step of the captions.
        gate_validation: selects the best step of the gate; includes augmented views, which it must tolerate.
        sentences: to train the language on; may be empty.
        log: CSV file of the scores.
    """
    recipe, best = trainer.recipe, Best(trainer, validation, log)
    if sentences:
        run("language", trainer, lambda: trainer.language_step(sentences), recipe.language_steps)
    run("words", trainer, trainer.caption_step, recipe.steps, best)
    if best.network.gate is not None:
        accuracy = train_gate(best.network, trainer.views, gate_validation, recipe)
        print(f"changed or unchanged right: {accuracy:.3f}", file=sys.stderr)
    return best.network


@dataclass
class Best:
    """The averaged network with the best captions on the validation views so far, and a log of all scores."""

    trainer: WordTrainer
    validation: Views
    log: Path
    score: float = -math.inf
    network: ChangeInterpretationNetwork = field(init=False)

    def __post_init__(self) -> None:
        self.network = self.trainer.averaged()

    def evaluate(self, step: int, loss: float) -> None:
        """Score the current averaged network, and keep it if it is the best."""
        candidate = self.trainer.averaged()
        scores = evaluate_captions(candidate, self.trainer.vocabulary, self.validation)
        # CIDEr-D has about twice the range of BLEU-4.
        total = scores.bleu_4 + scores.cider_d / 2
        if total > self.score:
            self.score, self.network = total, candidate
        self._write({"step": step, "loss": loss} | {name: getattr(scores, name) for name in SCORES})

    def _write(self, row: dict[str, float]) -> None:
        is_new = not self.log.exists()
        with self.log.open("a", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(row))
            if is_new:
                writer.writeheader()
            writer.writerow({key: round(value, 4) for key, value in row.items()})


def run(name: str, trainer: WordTrainer, step: Callable[[], float], steps: int, best: Best | None = None) -> None:
    """Do `steps` steps at a rate that falls along half a cosine; with `best`, evaluate the averages regularly."""
    recipe = trainer.recipe
    for number in track(range(steps), name, console=Console(stderr=True)):
        trainer.set_rate(recipe.learning_rate * warmed_cosine(number, steps, WARM_UP, RATE_FLOOR))
        loss = step()
        if best is not None and ((number + 1) % EVALUATION_INTERVAL == 0 or number + 1 == steps):
            best.evaluate(number + 1, loss)


def _cached_views(path: Path, network: ChangeInterpretationNetwork, folder: PairFolder, turns: int) -> Views:
    """The views in the file; extracted and written first where it is missing."""
    if not path.exists():
        folded = fold_norms(copy.deepcopy(network))
        assert isinstance(folded, ChangeInterpretationNetwork)
        extract_views(folded.to(memory_format=torch.channels_last), folder, turns).save(path)  # type: ignore[call-overload]
    return Views.load(path)


def _changed_sentences(path: Path | None) -> list[str]:
    """Every sentence of the file that describes a change; none without a file."""
    if path is None:
        return []
    captions = read_json(path, CAPTIONS)
    sentences = (sentence.strip(" .") for group in captions.values() for sentence in group)
    return [sentence for sentence in sentences if sentence not in UNCHANGED_SENTENCES]


if __name__ == "__main__":
    main()
