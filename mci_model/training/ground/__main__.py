"""Train the ground heads of a network, or train them anew: an hour on a processor, as the rest stays frozen.

    python -m mci_model.training.ground --weights mci_model/weights_data/embedded.safetensors --levir DATA/levir
        --changes DATA/turn2/clcd DATA/turn2/cdd DATA/sztaki --cover DATA/turn2/czech_ortho DATA/turn2/dubai
        --roads DATA/roads --out runs/ground/embedded.safetensors

Of `--changes` and `--cover` a fifth is held out for evaluation, by place, of `--roads` a tenth. The threshold of the
change head is set on the pairs of LEVIR-CC's val split that people call unchanged, as taken and relit. With `--heads`,
only these are trained, and the others kept. After a training of the trunk, all are to be trained anew.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from rich.console import Console

from mci_model.architecture.ground_heads import GroundHeads
from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.checkpoints.weights import load_network, save_weights, write_calibration
from mci_model.data.augmentation import relight
from mci_model.data.hybrids import RoadImages
from mci_model.data.labelled_pairs import PairFolder
from mci_model.data.land_cover_images import LandCoverImages
from mci_model.training.ground.features import change_features, cover_features, road_features
from mci_model.training.ground.samples import ChangeSample, GroundData, change_samples, cover_samples, road_samples
from mci_model.training.ground.trainer import (
    change_map,
    move_threshold,
    threshold,
    train_change,
    train_cover,
    train_road,
)

REPORT_EVERY = 100
SMALL = {"cdd": 6, "dsifn": 6, "egybcd": 4, "whu": 4}
COVER_VIEWS, ROAD_VIEWS = 8, 6
HEADS = ("cover", "change", "road")


def main() -> None:
    """Read the command line, train the heads, set the threshold, write the weights."""
    args = _arguments()
    torch.manual_seed(args.seed)
    given, card = load_network(args.weights)
    network = _with_heads(given, new=args.heads)
    assert network.ground is not None
    training = _Training(args, network, network.ground)
    notes = {head: getattr(training, head)() for head in HEADS if head in args.heads}
    named = {f"ground {head}": note for head, note in notes.items()}
    save_weights(network, card.vocabulary, args.out, notes=card.notes | named, half=True)
    kept = {"area": card.area, "roads": card.roads, "objects": card.objects}
    write_calibration(args.out, **{name: one for name, one in kept.items() if one})
    training.console.print(json.dumps(notes))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", required=True, type=Path)
    parser.add_argument("--levir", required=True, type=Path)
    parser.add_argument("--changes", type=Path, nargs="+", default=[])
    parser.add_argument("--cover", required=True, type=Path, nargs="+")
    parser.add_argument("--roads", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--heads", nargs="+", choices=HEADS, default=list(HEADS))
    parser.add_argument("--steps", type=int, default=5000)
    parser.add_argument("--cover-steps", type=int, default=1200)
    parser.add_argument("--road-steps", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


class _Training:
    """Trains each head, and returns the note about it on the card."""

    def __init__(self, args: argparse.Namespace, network: ChangeInterpretationNetwork, heads: GroundHeads) -> None:
        self.args, self.network, self.heads, self.console = args, network, heads, Console(stderr=True)
        self.images = LandCoverImages(args.cover)
        self.covers = ", ".join(path.name for path in args.cover)

    def cover(self) -> str:
        samples = cover_samples(self.images.images, COVER_VIEWS, self._rng())
        train_cover(
            self.heads.cover,
            cover_features(self.network, samples),
            self.args.cover_steps,
            self.args.seed,
            _reporter(self.console, "land cover"),
        )
        return self._note(self.covers, self.args.cover_steps)

    def change(self) -> str:
        captioned, native = (PairFolder(self.args.levir, f"train/{name}") for name in ("captioned", "native"))
        data = GroundData(captioned, native, self.args.changes, self.images, repeats=SMALL)
        features = change_features(self.network, change_samples(data, self._rng()), _counter(self.console))
        steps = self.args.steps
        train_change(self.heads.change, features, steps, self.args.seed, _reporter(self.console, "change"))
        chosen = _set_threshold(self.network, self.heads, PairFolder(self.args.levir, "val"), self._rng())
        names = ", ".join(["LEVIR-CD/-CC", *(path.name for path in self.args.changes)])
        return self._note(names, steps) + f" Threshold {chosen:.2f} before the shift to 0.5."

    def road(self) -> str:
        roads = RoadImages(self.args.roads)
        samples = road_samples(roads, self.images.images, ROAD_VIEWS, self._rng())
        features = road_features(self.network, samples, _counter(self.console))
        steps = self.args.road_steps
        train_road(self.heads.road, features, steps, self.args.seed, _reporter(self.console, "roads"))
        sets = sorted({image.parent.parent.name for image, _ in roads.files})
        return self._note(", ".join([*sets, self.covers]), steps)

    def _note(self, data: str, steps: int) -> str:
        return f"python -m mci_model.training.ground on {data}, research use; {steps} steps, seed {self.args.seed}."

    def _rng(self) -> np.random.Generator:
        """Each head draws its own samples, whichever others are trained."""
        return np.random.default_rng(self.args.seed)


def _with_heads(given: ChangeInterpretationNetwork, *, new: list[str]) -> ChangeInterpretationNetwork:
    """The network with random weights in the new heads."""
    network = ChangeInterpretationNetwork(replace(given.settings, sees_ground=True))
    random = tuple(f"ground.{head}." for head in new)
    rest = {name: tensor for name, tensor in given.state_dict().items() if not name.startswith(random)}
    network.load_state_dict(rest, strict=False)
    network.restore_tables()
    return network.eval()


def _set_threshold(
    network: ChangeInterpretationNetwork, heads: GroundHeads, judge: PairFolder, rng: np.random.Generator
) -> float:
    maps = []
    for name in judge.names:
        pair = judge.read(name)
        if pair.changed is False and not pair.label.any():
            for light in (lambda image: image, lambda image: relight(image, rng)):
                sample = ChangeSample(light(pair.before), light(pair.after), pair.label, 1.0)
                levels = change_features(network, [sample]).levels
                maps.append(change_map(heads.change, [level[0] for level in levels]))
    chosen = threshold(maps)
    move_threshold(heads.change, chosen)
    return chosen


def _reporter(console: Console, what: str) -> Callable[[int, float], None]:
    losses: list[float] = []

    def report(step: int, loss: float) -> None:
        losses.append(loss)
        if (step + 1) % REPORT_EVERY == 0:
            console.print(f"{what}: step {step + 1}, loss {np.mean(losses[-REPORT_EVERY:]):.3f}")

    return report


def _counter(console: Console) -> Callable[[int], None]:
    def report(done: int) -> None:
        if done % 500 == 0:
            console.print(f"features of {done} pairs")

    return report


if __name__ == "__main__":
    main()
