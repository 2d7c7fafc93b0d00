"""Train the change embedding on a trained network, which stays frozen: pairs, dates and sentences in one space.

    python -m mci_model.train_retrieval --data DATA/levir --folder runs/retrieval

DATA/levir/train/captioned is the training split and DATA/levir/val selects the best step; `--split` and `--judge` name
others. The result is FOLDER/retrieval.safetensors. The network's features are cached in FOLDER, and a checkpoint is
written every few minutes: the same command resumes from it. At the end the text tower is trained on paraphrases of the
captions; `--widen WEIGHTS` does that alone, to trained towers. A trial of minutes on a CPU:

    echo '{"turns": 1, "steps": 100, "changed": 64}' > try.json
    python -m mci_model.train_retrieval --data DATA/levir --folder runs/try --config try.json
"""

from __future__ import annotations

import argparse
import copy
import csv
import hashlib
import json
import math
import time
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from rich.console import Console
from rich.progress import track

from mci_model.architecture.folding import fold_norms
from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.checkpoints.weights import EMBEDDED_WEIGHTS, load_network
from mci_model.data.labelled_pairs import PairFolder
from mci_model.evaluation.retrieval.retrieval import (
    DIRECTION_QUERY,
    EmbeddedSplit,
    caption_relevance,
    direction_accuracy,
    rank_both_directions,
)
from mci_model.files.json_files import CAPTIONS, SETTINGS, read_json
from mci_model.files.leftovers import clean
from mci_model.hardware import keep_freed_memory
from mci_model.retrieval.frozen_features import feature_width
from mci_model.retrieval.settings import EmbeddingSettings
from mci_model.retrieval.towers import ChangeTowers
from mci_model.retrieval.weights import load_towers, save_embedding, tensors_sha256
from mci_model.training.rate_schedule import warmed_cosine
from mci_model.training.retrieval.cached_views import ChangeViews, cached_change_views
from mci_model.training.retrieval.recipe import RetrievalRecipe
from mci_model.training.retrieval.sentence_cache import TokenStateCache
from mci_model.training.retrieval.sentences import all_texts
from mci_model.training.retrieval.trainer import RetrievalTrainer
from mci_model.training.retrieval.widening import widen

EVALUATION_INTERVAL, WARM_UP = 100, 100
RATE_FLOOR = 0.02
CHECKPOINT_INTERVAL_S = 180
BATCH_SIZE = 128
OUTPUT_NAME = "retrieval.safetensors"
WIDENING = ("wordings", "reworded", "widening_steps", "widening_rate", "kept")
"""Fields of a recipe that concern paraphrases alone."""
LICENCE = "Research use only: taught on LEVIR-CD tiles and LEVIR-CC captions, whose imagery is for academic use."


def main() -> None:
    """Read the command line, train, and write the best averaged towers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--split", default="train/captioned")
    parser.add_argument("--judge", default="val")
    parser.add_argument("--weights", type=Path, default=EMBEDDED_WEIGHTS, help="the frozen network")
    parser.add_argument("--folder", required=True, type=Path)
    parser.add_argument("--config", type=Path, help="JSON with settings of the recipe")
    parser.add_argument("--towers", type=Path, help="JSON with settings of the towers")
    parser.add_argument("--captions", type=Path, help="JSON of further sentences, {name: [sentences]}, for other words")
    parser.add_argument("--widen", type=Path, help="trained towers: train them on paraphrases alone")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    args = parser.parse_args()
    keep_freed_memory()
    clean(args.folder)
    recipe = RetrievalRecipe(**_json(args.config))
    recipe = recipe if args.seed is None else replace(recipe, seed=args.seed)
    (train_towers if args.widen is None else widen_towers)(args, recipe, torch.device(args.device))


def train_towers(args: argparse.Namespace, recipe: RetrievalRecipe, device: torch.device) -> None:
    """Extract features, train towers, train them on paraphrases, and write them."""
    network, card = load_network(args.weights)
    settings = EmbeddingSettings(channels=feature_width(network), **_json(args.towers))
    frozen: ChangeInterpretationNetwork = fold_norms(network).to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    name = card.sha256[:8]
    shown = cached_change_views(frozen, PairFolder(args.data, args.split), recipe.turns, args.folder, f"shown_{name}")
    validation = cached_change_views(frozen, PairFolder(args.data, args.judge), 0, args.folder, f"judged_{name}")
    torch.manual_seed(recipe.seed)
    trainer = RetrievalTrainer(settings, card.vocabulary, recipe, shown, device)
    texts = sentences(args)
    best = widen(train(trainer, RetrievalEvaluator(validation, device), args.folder), texts, recipe, device)
    notes = {
        "terms": LICENCE,
        "command": "python -m mci_model.train_retrieval",
        "recipe": json.dumps(asdict(recipe)),
        "data": f"{len(shown)} views of {args.split}, SHA-256 {tensors_sha256([shown.dates])}",
        "words": describe_texts(texts),
    }
    save_embedding(best, args.folder / OUTPUT_NAME, network_sha256=card.sha256, notes=notes)


def widen_towers(args: argparse.Namespace, recipe: RetrievalRecipe, device: torch.device) -> None:
    """Train existing towers on paraphrases, and write them."""
    towers, card = load_towers(args.widen)
    before = json.loads(card.notes.get("recipe", "{}"))
    now = {name: value for name, value in asdict(recipe).items() if name in WIDENING or name not in before}
    texts = sentences(args)
    notes = card.notes | {"recipe": json.dumps(before | now), "words": describe_texts(texts)}
    save_embedding(
        widen(towers, texts, recipe, device), args.folder / OUTPUT_NAME, network_sha256=card.network_sha256, notes=notes
    )


def sentences(args: argparse.Namespace) -> list[str]:
    """Every sentence of the captions, their reverses, and their descriptions of single dates."""
    captions = dict(PairFolder(args.data, args.split).captions)
    if args.captions is not None:
        more = read_json(args.captions, CAPTIONS)
        captions |= more
    return sorted(all_texts([tuple(text.strip(" .").lower() for text in group) for group in captions.values()]))


def describe_texts(texts: list[str]) -> str:
    """Number and SHA-256 of sentences, for the card."""
    return f"{len(texts)} sentences, SHA-256 {hashlib.sha256(json.dumps(texts).encode()).hexdigest()}"


class RetrievalEvaluator:
    """Scores towers on the views of a validation split."""

    def __init__(self, views: ChangeViews, device: torch.device) -> None:
        self.views, self.device = views, device
        self.split = EmbeddedSplit(list(views.captions), views.changed.tolist())
        self.queries = [query.strip(" .").lower() for query in self.split.queries]
        self.token_cache = TokenStateCache([*self.queries, DIRECTION_QUERY], device)
        self.relevance = caption_relevance(self.queries, self.split.changed)

    @torch.inference_mode()
    def scores(self, towers: ChangeTowers) -> dict[str, float]:
        """Metrics over the changed pairs in both directions, and the accuracy of built against demolished."""
        forwards, backwards = [], []
        for rows in torch.arange(len(self.views)).tensor_split(list(range(BATCH_SIZE, len(self.views), BATCH_SIZE))):
            dates = self.views.dates[rows].to(self.device).float()
            evidence = self.views.evidence[rows].to(self.device).float()
            forwards += [*towers.encode_pair(dates, evidence[:, 0])[1].cpu().numpy()]
            backwards += [*towers.encode_pair(dates.flip(1), evidence[:, 1])[1].cpu().numpy()]
        split = replace(self.split, forwards=forwards, backwards=backwards)
        texts = towers.encode_text(*self.token_cache.gather(self.queries)).cpu().numpy()
        built = towers.encode_text(*self.token_cache.gather([DIRECTION_QUERY]))[0].cpu().numpy()
        ranked = rank_both_directions(texts, np.stack(forwards), self.relevance, self.split.changed)
        metrics = {
            f"{way}_{name}": ranked[way]["changed"][name]
            for way in ("text_to_pair", "pair_to_text")
            for name in ("r@1", "r@10", "mrr@10", "ndcg@10", "median_rank")
        }
        return metrics | {"direction": direction_accuracy(split, built) or 0.0}


@dataclass
class Progress:
    """How far a training has come, and its best towers so far."""

    folder: Path
    step: int = 0
    score: float = -math.inf
    best: dict[str, Any] = field(default_factory=dict)

    def evaluate(self, towers: ChangeTowers, evaluator: RetrievalEvaluator, losses: dict[str, float]) -> None:
        """Score the current averaged towers, and keep them if they are the best."""
        scores = evaluator.scores(towers)
        # Direction counts only up to a limit: it is the easier half of the task.
        total = scores["text_to_pair_r@10"] + scores["pair_to_text_r@10"] + 0.2 * min(scores["direction"], 0.95)
        if total > self.score:
            self.score, self.best = total, copy.deepcopy(towers.state_dict())
        self._write({"step": self.step} | losses | scores)

    def _write(self, row: dict[str, float]) -> None:
        log = self.folder / "retrieval.csv"
        fresh = not log.exists()
        with log.open("a", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(row))
            if fresh:
                writer.writeheader()
            writer.writerow({key: round(value, 4) for key, value in row.items()})


def train(trainer: RetrievalTrainer, evaluator: RetrievalEvaluator, folder: Path) -> ChangeTowers:
    """Train to the last step, from the checkpoint if there is one; return the averaged towers that scored best."""
    recipe, progress = trainer.recipe, Progress(folder)
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=trainer.device, weights_only=True)
        trainer.load_state(state["trainer"])
        progress.step, progress.score, progress.best = state["step"], state["score"], state["best"]
    saved = time.monotonic()
    for number in track(range(progress.step, recipe.steps), "towers", console=Console(stderr=True)):
        trainer.set_rate(recipe.learning_rate * warmed_cosine(number, recipe.steps, WARM_UP, RATE_FLOOR))
        losses = trainer.step(number)
        progress.step = number + 1
        if progress.step % EVALUATION_INTERVAL == 0 or progress.step == recipe.steps:
            progress.evaluate(trainer.averaged, evaluator, losses._asdict())
        if time.monotonic() - saved > CHECKPOINT_INTERVAL_S:
            _save(checkpoint, trainer, progress)
            saved = time.monotonic()
    towers = copy.deepcopy(trainer.averaged)
    towers.load_state_dict(progress.best or towers.state_dict())
    return towers


def _save(path: Path, trainer: RetrievalTrainer, progress: Progress) -> None:
    """Write the checkpoint atomically."""
    content = {"trainer": trainer.state(), "step": progress.step, "score": progress.score, "best": progress.best}
    partial = path.with_suffix(".partial")
    torch.save(content, partial)
    partial.replace(path)


def _json(path: Path | None) -> dict[str, Any]:
    return read_json(path, SETTINGS) if path else {}


if __name__ == "__main__":
    main()
