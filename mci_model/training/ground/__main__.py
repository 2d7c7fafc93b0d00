"""Train the ground heads of a network, or train them anew: an hour on a processor, as the rest stays frozen.

    python -m mci_model.training.ground --weights mci_model/weights_data/embedded.safetensors --levir DATA/levir
        --changes DATA/turn2/clcd DATA/turn2/cdd DATA/sztaki --cover DATA/turn2/czech_ortho DATA/turn2/dubai
        --out runs/ground/embedded.safetensors

Of `--changes` and `--cover` a fifth is held out for evaluation, by place. The threshold of the change head is set on
the pairs of LEVIR-CC's val split that people call unchanged, as taken and relit. After a training of the trunk, the
heads are to be trained anew.
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

from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.checkpoints.weights import load_network, save_weights, write_calibration
from mci_model.data.augmentation import relight
from mci_model.data.labelled_pairs import PairFolder
from mci_model.data.land_cover_images import LandCoverImages
from mci_model.training.ground.features import change_features, cover_features
from mci_model.training.ground.samples import ChangeSample, GroundData, change_samples, cover_samples
from mci_model.training.ground.trainer import change_map, move_threshold, threshold, train_change, train_cover

REPORT_EVERY = 100
SMALL = {"cdd": 6, "dsifn": 6, "egybcd": 4, "whu": 4}
COVER_VIEWS = 8
NOTE = (
    "Ground heads: python -m mci_model.training.ground on LEVIR-CD/-CC, {changes} (change) and {cover} (land cover), "
    "research use; {steps} and {cover_steps} steps, seed {seed}, threshold {threshold:.2f} before the shift to 0.5."
)


def main() -> None:
    """Read the command line, train both heads, set the threshold, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", required=True, type=Path)
    parser.add_argument("--levir", required=True, type=Path)
    parser.add_argument("--changes", required=True, type=Path, nargs="+")
    parser.add_argument("--cover", required=True, type=Path, nargs="+")
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--steps", type=int, default=5000)
    parser.add_argument("--cover-steps", type=int, default=1200)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    rng, console = np.random.default_rng(args.seed), Console(stderr=True)
    given, card = load_network(args.weights)
    network = _with_heads(given)
    assert network.ground is not None
    images = LandCoverImages(args.cover)
    cover = cover_features(network, cover_samples(images.images, COVER_VIEWS, rng))
    train_cover(network.ground.cover, cover, args.cover_steps, args.seed, _reporter(console, "land cover"))
    captioned, native = (PairFolder(args.levir, f"train/{name}") for name in ("captioned", "native"))
    data = GroundData(captioned, native, args.changes, images, repeats=SMALL)
    features = change_features(network, change_samples(data, rng), _counter(console))
    train_change(network.ground.change, features, args.steps, args.seed, _reporter(console, "change"))
    chosen = _set_threshold(network, PairFolder(args.levir, "val"), rng)
    names = {"changes": ", ".join(path.name for path in args.changes), "cover": ", ".join(p.name for p in args.cover)}
    note = NOTE.format(**names, steps=args.steps, cover_steps=args.cover_steps, seed=args.seed, threshold=chosen)
    save_weights(network, card.vocabulary, args.out, notes=card.notes | {"ground": note}, half=True)
    write_calibration(args.out, **{name: one for name, one in (("area", card.area), ("roads", card.roads)) if one})
    console.print(json.dumps({"pairs": len(features), "threshold": chosen}))


def _with_heads(given: ChangeInterpretationNetwork) -> ChangeInterpretationNetwork:
    """The network with random ground heads."""
    network = ChangeInterpretationNetwork(replace(given.settings, sees_ground=True))
    rest = {name: tensor for name, tensor in given.state_dict().items() if not name.startswith("ground.")}
    network.load_state_dict(rest, strict=False)
    network.restore_tables()
    return network.eval()


def _set_threshold(network: ChangeInterpretationNetwork, judge: PairFolder, rng: np.random.Generator) -> float:
    assert network.ground is not None
    maps = []
    for name in judge.names:
        pair = judge.read(name)
        if pair.changed is False and not pair.label.any():
            for light in (lambda image: image, lambda image: relight(image, rng)):
                sample = ChangeSample(light(pair.before), light(pair.after), pair.label, 1.0)
                levels = change_features(network, [sample]).levels
                maps.append(change_map(network.ground.change, [level[0] for level in levels]))
    chosen = threshold(maps)
    move_threshold(network.ground.change, chosen)
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
