"""What the frozen eyes see of captioned pairs, kept in files, so that the change embedding is learnt in minutes.

Each turn is a file of its own: a training may begin on the first turns, and an interrupted look goes on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path

import numpy as np
import torch
from rich.console import Console
from rich.progress import track
from safetensors.torch import load_file, save_file

from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.data.augmentation import crop, degrade, relight, turn
from mci_model.data.labelled_pairs import LabelledPair, PairFolder
from mci_model.inference.predictor import normalise
from mci_model.prediction import Pixels
from mci_model.retrieval.frozen_features import Glance, glance

SIDE = 256
NOTHING: Pixels = np.zeros((1, 1), np.uint8)


@dataclass(frozen=True, slots=True)
class ChangeViews:
    """N views of captioned pairs as the change embedding sees them."""

    dates: torch.Tensor
    """(N, 2, C, 8, 8), 16 bits (see `retrieval.eyes.Glance`)."""
    evidence: torch.Tensor
    """(N, 2, 5, 8, 8), 16 bits: of the view, and of its reversed copy."""
    changed: torch.Tensor
    """(N,) by the captions."""
    place: torch.Tensor
    """(N,) which pair of the split it shows: two views of one pair are no strangers to each other."""
    captions: tuple[tuple[str, ...], ...]
    """People's sentences of each view; words for sides follow its turn."""

    def __len__(self) -> int:
        return len(self.captions)

    def save(self, path: Path) -> None:
        """Keep them in a file, with the captions in a JSON beside it; nothing is left half-written."""
        tensors = {name: getattr(self, name) for name in _tensors()}
        partial_file = path.with_suffix(".partial")
        save_file(tensors, partial_file)
        path.with_suffix(".json").write_text(json.dumps(self.captions), encoding="utf-8")
        partial_file.replace(path)

    @classmethod
    def load(cls, path: Path) -> ChangeViews:
        """Read what `save` kept."""
        captions = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        return cls(**load_file(path), captions=tuple(tuple(sentences) for sentences in captions))

    @classmethod
    def joined(cls, several: list[ChangeViews]) -> ChangeViews:
        """All views of several."""
        tensors = {name: torch.cat([getattr(views, name) for views in several]) for name in _tensors()}
        return cls(**tensors, captions=tuple(said for views in several for said in views.captions))


def _tensors() -> Iterator[str]:
    return (field.name for field in fields(ChangeViews) if field.name != "captions")


def kept_views(
    network: ChangeInterpretationNetwork, pairs: PairFolder, turns: int, folder: Path, name: str
) -> ChangeViews:
    """Every captioned pair of a split, as it is and in `turns` varied views; looked at once, then read from `folder`.

    Args:
        network: the eyes, in evaluation mode.
        pairs: the split.
        turns: varied views of each changed pair; unchanged ones, which are half of LEVIR-CC, get every third.
        folder: where to keep what was seen.
        name: of the files; it should tell the eyes and the split.
    """
    files = [folder / f"{name}_{number}.safetensors" for number in range(turns + 1)]
    for number, path in enumerate(files):
        if not path.exists():
            look(network, pairs, number).save(path)
    return ChangeViews.joined([ChangeViews.load(path) for path in files])


def look(network: ChangeInterpretationNetwork, pairs: PairFolder, number: int, *, seed: int = 0) -> ChangeViews:
    """Turn `number` of every captioned pair: as it is for 0, turned and lit at random for others."""
    names = [name for name in pairs.names if pairs.captions.get(name)]
    places = [place for place, name in enumerate(names) if number % 3 == 0 or _changed(pairs, name)]
    # Several at once are slower on processors.
    at_once = 1 if next(network.parameters()).device.type == "cpu" else 32
    chunks = [places[start : start + at_once] for start in range(0, len(places), at_once)]
    show = partial(_show, network, pairs, names, (seed, number))
    with ThreadPoolExecutor(torch.get_num_threads(), "looker", partial(torch.set_num_threads, 1)) as lookers:
        shown = lookers.map(show, chunks)
        title = f"looking at {pairs.folder.name}, turn {number}"
        seen = list(track(shown, title, len(chunks), console=Console(stderr=True)))
    told = [pair for _, chunk in seen for pair in chunk]
    return ChangeViews(
        torch.cat([view.dates for view, _ in seen]),
        torch.cat([view.evidence for view, _ in seen]),
        torch.tensor([bool(pair.changed) for pair in told]),
        torch.tensor(places),
        tuple(pair.captions for pair in told),
    )


def _changed(pairs: PairFolder, name: str) -> bool:
    said = pairs.captions[name]
    return bool(LabelledPair(name, NOTHING, NOTHING, NOTHING, has_roads=False, captions=said).changed)


def _words_alone(pair: LabelledPair) -> LabelledPair:
    """The pair without its pictures: those of sixteen thousand views need not stay in memory."""
    return replace(pair, before=NOTHING, after=NOTHING, label=NOTHING)


def _show(
    network: ChangeInterpretationNetwork, pairs: PairFolder, names: list[str], seed: tuple[int, int], places: list[int]
) -> tuple[Glance, list[LabelledPair]]:
    shown = [_read(pairs, names[place], np.random.default_rng((*seed, place)), varied=seed[1] > 0) for place in places]
    before, after = (_tensor([getattr(pair, date) for pair in shown], network) for date in ("before", "after"))
    seen = glance(network, before, after, both_ways=True)
    half = Glance(seen.dates.half().cpu().contiguous(), seen.evidence.half().cpu().contiguous(), seen.changed.cpu())
    return half, [_words_alone(pair) for pair in shown]


def _read(pairs: PairFolder, name: str, rng: np.random.Generator, *, varied: bool) -> LabelledPair:
    pair = crop(pairs.read(name), SIDE, rng)
    return _varied(pair, rng) if varied else pair


def _varied(pair: LabelledPair, rng: np.random.Generator) -> LabelledPair:
    """Turned, each date in a light and a state of its own."""
    pair = turn(pair, rng)
    lit = [relight(image, rng) if rng.random() < 0.7 else image for image in (pair.before, pair.after)]
    lit = [degrade(image, rng) if rng.random() < 0.4 else image for image in lit]
    return replace(pair, before=lit[0], after=lit[1])


def _tensor(images: list[Pixels], network: ChangeInterpretationNetwork) -> torch.Tensor:
    raw = torch.from_numpy(np.stack(images)).to(next(network.parameters()).device).permute(0, 3, 1, 2).float()
    return normalise(raw, network.settings).contiguous(memory_format=torch.channels_last)
