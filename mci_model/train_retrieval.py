"""Teach the change embedding to trained eyes, which stay as they are: pairs, dates and sentences in one space.

    python -m mci_model.train_retrieval --data DATA/levir --folder runs/retrieval

DATA/levir/train/captioned is learnt from and DATA/levir/val chooses the best moment; `--split` and `--judge` name
others. The result is FOLDER/retrieval.safetensors. What the eyes saw is kept in FOLDER, and so is a checkpoint every
few minutes: the same command goes on from it. At the end the text tower learns other words for what captions say;
`--widen WEIGHTS` does that alone, to towers that are taught already. A try of minutes on a processor:

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
    Seen,
    direction_accuracy,
    judge_captions,
    rank_views,
)
from mci_model.hardware import keep_freed_memory
from mci_model.retrieval.frozen_features import width
from mci_model.retrieval.settings import EmbeddingSettings
from mci_model.retrieval.towers import ChangeTowers
from mci_model.retrieval.weights import fingerprint, load_towers, save_embedding
from mci_model.training.rate_schedule import warmed_cosine
from mci_model.training.retrieval.cached_views import ChangeViews, kept_views
from mci_model.training.retrieval.recipe import RetrievalRecipe
from mci_model.training.retrieval.sentence_cache import Readings
from mci_model.training.retrieval.sentences import all_texts
from mci_model.training.retrieval.trainer import RetrievalTrainer
from mci_model.training.retrieval.widening import widen

JUDGED_EVERY, WARM_UP = 100, 100
RATE_FLOOR = 0.02
SAVED_EVERY_S = 180
VIEWS_AT_ONCE = 128
WRITTEN = "retrieval.safetensors"
WIDENING = ("wordings", "reworded", "widening_steps", "widening_rate", "kept")
"""What of a recipe concerns the end alone."""
LICENCE = "Research use only: taught on LEVIR-CD tiles and LEVIR-CC captions, whose imagery is for academic use."


def main() -> None:
    """Read the command line, teach, and write the best averaged towers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--split", default="train/captioned")
    parser.add_argument("--judge", default="val")
    parser.add_argument("--weights", type=Path, default=EMBEDDED_WEIGHTS, help="the eyes")
    parser.add_argument("--folder", required=True, type=Path)
    parser.add_argument("--config", type=Path, help="JSON with settings of the recipe")
    parser.add_argument("--towers", type=Path, help="JSON with settings of the towers")
    parser.add_argument("--captions", type=Path, help="JSON of further sentences, {name: [sentences]}, for other words")
    parser.add_argument("--widen", type=Path, help="towers that are taught already: teach them other words alone")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    args = parser.parse_args()
    keep_freed_memory()
    args.folder.mkdir(parents=True, exist_ok=True)
    recipe = RetrievalRecipe(**_json(args.config))
    recipe = recipe if args.seed is None else replace(recipe, seed=args.seed)
    (teach_all if args.widen is None else teach_words)(args, recipe, torch.device(args.device))


def teach_all(args: argparse.Namespace, recipe: RetrievalRecipe, device: torch.device) -> None:
    """Look at the pairs, teach towers, then other words, and write them."""
    network, card = load_network(args.weights)
    settings = EmbeddingSettings(channels=width(network), **_json(args.towers))
    eyes: ChangeInterpretationNetwork = fold_norms(network).to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    name = card.sha256[:8]
    shown = kept_views(eyes, PairFolder(args.data, args.split), recipe.turns, args.folder, f"shown_{name}")
    judged = kept_views(eyes, PairFolder(args.data, args.judge), 0, args.folder, f"judged_{name}")
    torch.manual_seed(recipe.seed)
    trainer = RetrievalTrainer(settings, card.vocabulary, recipe, shown, device)
    texts = sentences(args)
    best = widen(teach(trainer, Judge(judged, device), args.folder), texts, recipe, device)
    notes = {
        "terms": LICENCE,
        "command": "python -m mci_model.train_retrieval",
        "recipe": json.dumps(asdict(recipe)),
        "data": f"{len(shown)} views of {args.split}, SHA-256 {fingerprint([shown.dates])}",
        "words": told_of(texts),
    }
    save_embedding(best, args.folder / WRITTEN, eyes=card.sha256, notes=notes)


def teach_words(args: argparse.Namespace, recipe: RetrievalRecipe, device: torch.device) -> None:
    """Teach other words to towers that were taught before, and write them."""
    towers, card = load_towers(args.widen)
    before = json.loads(card.notes.get("recipe", "{}"))
    now = {name: value for name, value in asdict(recipe).items() if name in WIDENING or name not in before}
    texts = sentences(args)
    notes = card.notes | {"recipe": json.dumps(before | now), "words": told_of(texts)}
    save_embedding(widen(towers, texts, recipe, device), args.folder / WRITTEN, eyes=card.eyes, notes=notes)


def sentences(args: argparse.Namespace) -> list[str]:
    """All that the captions say, of changes, of their reverses and of single dates."""
    told = dict(PairFolder(args.data, args.split).captions)
    if args.captions is not None:
        told |= json.loads(args.captions.read_text(encoding="utf-8"))
    return sorted(all_texts([tuple(text.strip(" .").lower() for text in several) for several in told.values()]))


def told_of(texts: list[str]) -> str:
    """Which sentences they are."""
    return f"{len(texts)} sentences, SHA-256 {hashlib.sha256(json.dumps(texts).encode()).hexdigest()}"


class Judge:
    """Scores towers on the views of a split that is not learnt from."""

    def __init__(self, views: ChangeViews, device: torch.device) -> None:
        self.views, self.device = views, device
        self.seen = Seen(list(views.captions), views.changed.tolist())
        self.queries = [query.strip(" .").lower() for query in self.seen.queries]
        self.readings = Readings([*self.queries, DIRECTION_QUERY], device)
        self.truth = judge_captions(self.queries, self.seen.changed)

    @torch.inference_mode()
    def scores(self, towers: ChangeTowers) -> dict[str, float]:
        """Measures over the changed pairs, both directions, and whether built is told from demolished."""
        forwards, backwards = [], []
        for rows in torch.arange(len(self.views)).tensor_split(
            list(range(VIEWS_AT_ONCE, len(self.views), VIEWS_AT_ONCE))
        ):
            dates = self.views.dates[rows].to(self.device).float()
            evidence = self.views.evidence[rows].to(self.device).float()
            forwards += [*towers.see_pair(dates, evidence[:, 0])[1].cpu().numpy()]
            backwards += [*towers.see_pair(dates.flip(1), evidence[:, 1])[1].cpu().numpy()]
        seen = replace(self.seen, forwards=forwards, backwards=backwards)
        texts = towers.read(*self.readings.gather(self.queries)).cpu().numpy()
        built = towers.read(*self.readings.gather([DIRECTION_QUERY]))[0].cpu().numpy()
        ranked = rank_views(texts, np.stack(forwards), self.truth, self.seen.changed)
        found = {
            f"{way}_{name}": ranked[way]["changed"][name]
            for way in ("text_to_pair", "pair_to_text")
            for name in ("r@1", "r@10", "mrr@10", "ndcg@10", "median_rank")
        }
        return found | {"direction": direction_accuracy(seen, built) or 0.0}


@dataclass
class Progress:
    """How far a teaching has come, and the best moment on its way."""

    folder: Path
    step: int = 0
    score: float = -math.inf
    best: dict[str, Any] = field(default_factory=dict)

    def look_at(self, towers: ChangeTowers, judge: Judge, losses: dict[str, float]) -> None:
        """Score the averaged towers of this moment, and keep them if they are the best."""
        scores = judge.scores(towers)
        # Direction is wanted, but only up to a point: it is the easier half of the task.
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


def teach(trainer: RetrievalTrainer, judge: Judge, folder: Path) -> ChangeTowers:
    """The whole teaching, from its checkpoint where there is one; the averaged towers that scored best on the way."""
    recipe, progress = trainer.recipe, Progress(folder)
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.exists():
        kept = torch.load(checkpoint, map_location=trainer.device, weights_only=True)
        trainer.load_state(kept["trainer"])
        progress.step, progress.score, progress.best = kept["step"], kept["score"], kept["best"]
    saved = time.monotonic()
    for number in track(range(progress.step, recipe.steps), "towers", console=Console(stderr=True)):
        trainer.set_rate(recipe.learning_rate * warmed_cosine(number, recipe.steps, WARM_UP, RATE_FLOOR))
        losses = trainer.step(number)
        progress.step = number + 1
        if progress.step % JUDGED_EVERY == 0 or progress.step == recipe.steps:
            progress.look_at(trainer.averaged, judge, losses._asdict())
        if time.monotonic() - saved > SAVED_EVERY_S:
            _save(checkpoint, trainer, progress)
            saved = time.monotonic()
    towers = copy.deepcopy(trainer.averaged)
    towers.load_state_dict(progress.best or towers.state_dict())
    return towers


def _save(path: Path, trainer: RetrievalTrainer, progress: Progress) -> None:
    """Beside the old checkpoint first, then in its place."""
    content = {"trainer": trainer.state(), "step": progress.step, "score": progress.score, "best": progress.best}
    partial = path.with_suffix(".partial")
    torch.save(content, partial)
    partial.replace(path)


def _json(path: Path | None) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8")) if path else {}


if __name__ == "__main__":
    main()
