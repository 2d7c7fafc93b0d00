"""Features of captioned pairs from the frozen network, cached in files, so that training takes minutes.

Each turn has its own file, so an interrupted extraction resumes.
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
from mci_model.retrieval.frozen_features import PairFeatures, pair_features

SIDE = 256
EMPTY: Pixels = np.zeros((1, 1), np.uint8)


@dataclass(frozen=True, slots=True)
class ChangeViews:
    """N views of captioned pairs as the input of the change embedding."""

    dates: torch.Tensor
    """(N, 2, C, 8, 8), 16 bits (see `retrieval.frozen_features.PairFeatures`)."""
    evidence: torch.Tensor
    """(N, 2, 5, 8, 8), 16 bits: of the view and of its reversed copy."""
    changed: torch.Tensor
    """(N,) by the captions."""
    place: torch.Tensor
    """(N,) index of the pair in the split: views of one pair are no negatives of each other."""
    captions: tuple[tuple[str, ...], ...]
    """Human captions of each view; words for sides follow its flips."""

    def __len__(self) -> int:
        return len(self.captions)

    def save(self, path: Path) -> None:
        """Write the tensors to `path`, atomically, and the captions to a JSON file beside it."""
        tensors = {name: getattr(self, name) for name in _tensor_names()}
        partial_file = path.with_suffix(".partial")
        save_file(tensors, partial_file)
        path.with_suffix(".json").write_text(json.dumps(self.captions), encoding="utf-8")
        partial_file.replace(path)

    @classmethod
    def load(cls, path: Path) -> ChangeViews:
        """Read what `save` wrote."""
        captions = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        return cls(**load_file(path), captions=tuple(tuple(sentences) for sentences in captions))

    @classmethod
    def joined(cls, parts: list[ChangeViews]) -> ChangeViews:
        """Concatenate several sets of views."""
        tensors = {name: torch.cat([getattr(views, name) for views in parts]) for name in _tensor_names()}
        return cls(**tensors, captions=tuple(sentences for views in parts for sentences in views.captions))


def _tensor_names() -> Iterator[str]:
    return (field.name for field in fields(ChangeViews) if field.name != "captions")


def cached_change_views(
    network: ChangeInterpretationNetwork, pairs: PairFolder, turns: int, folder: Path, name: str
) -> ChangeViews:
    """Every captioned pair of a split, as it is and in `turns` augmented views; cached in `folder`.

    Args:
        network: in evaluation mode.
        pairs: the split.
        turns: augmented views of each changed pair; unchanged pairs, half of LEVIR-CC, get every third.
        folder: of the cache.
        name: of the files; it should identify the network and the split.
    """
    files = [folder / f"{name}_{number}.safetensors" for number in range(turns + 1)]
    for number, path in enumerate(files):
        if not path.exists():
            extract_views(network, pairs, number).save(path)
    return ChangeViews.joined([ChangeViews.load(path) for path in files])


def extract_views(
    network: ChangeInterpretationNetwork, pairs: PairFolder, number: int, *, seed: int = 0
) -> ChangeViews:
    """Turn `number` of every captioned pair: as it is for 0, randomly flipped and relit for others."""
    names = [name for name in pairs.names if pairs.captions.get(name)]
    indices = [index for index, name in enumerate(names) if number % 3 == 0 or _changed(pairs, name)]
    # Larger batches are slower on CPUs.
    batch_size = 1 if next(network.parameters()).device.type == "cpu" else 32
    chunks = [indices[start : start + batch_size] for start in range(0, len(indices), batch_size)]
    extract = partial(_extract, network, pairs, names, (seed, number))
    with ThreadPoolExecutor(torch.get_num_threads(), "extractor", partial(torch.set_num_threads, 1)) as pool:
        results = pool.map(extract, chunks)
        title = f"looking at {pairs.folder.name}, turn {number}"
        features = list(track(results, title, len(chunks), console=Console(stderr=True)))
    captioned = [pair for _, chunk in features for pair in chunk]
    return ChangeViews(
        torch.cat([part.dates for part, _ in features]),
        torch.cat([part.evidence for part, _ in features]),
        torch.tensor([bool(pair.changed) for pair in captioned]),
        torch.tensor(indices),
        tuple(pair.captions for pair in captioned),
    )


def _changed(pairs: PairFolder, name: str) -> bool:
    captions = pairs.captions[name]
    return bool(LabelledPair(name, EMPTY, EMPTY, EMPTY, has_roads=False, captions=captions).changed)


def _without_images(pair: LabelledPair) -> LabelledPair:
    """The pair without its images: those of sixteen thousand views need not stay in memory."""
    return replace(pair, before=EMPTY, after=EMPTY, label=EMPTY)


def _extract(
    network: ChangeInterpretationNetwork, pairs: PairFolder, names: list[str], seed: tuple[int, int], indices: list[int]
) -> tuple[PairFeatures, list[LabelledPair]]:
    shown = [
        _read(pairs, names[place], np.random.default_rng((*seed, place)), augmented=seed[1] > 0) for place in indices
    ]
    before, after = (_tensor([getattr(pair, date) for pair in shown], network) for date in ("before", "after"))
    features = pair_features(network, before, after, both_ways=True)
    half = PairFeatures(
        features.dates.half().cpu().contiguous(), features.evidence.half().cpu().contiguous(), features.changed.cpu()
    )
    return half, [_without_images(pair) for pair in shown]


def _read(pairs: PairFolder, name: str, rng: np.random.Generator, *, augmented: bool) -> LabelledPair:
    pair = crop(pairs.read(name), SIDE, rng)
    return _augmented(pair, rng) if augmented else pair


def _augmented(pair: LabelledPair, rng: np.random.Generator) -> LabelledPair:
    """Flip the pair; relight and degrade each date separately."""
    pair = turn(pair, rng)
    lit = [relight(image, rng) if rng.random() < 0.7 else image for image in (pair.before, pair.after)]
    lit = [degrade(image, rng) if rng.random() < 0.4 else image for image in lit]
    return replace(pair, before=lit[0], after=lit[1])


def _tensor(images: list[Pixels], network: ChangeInterpretationNetwork) -> torch.Tensor:
    raw = torch.from_numpy(np.stack(images)).to(next(network.parameters()).device).permute(0, 3, 1, 2).float()
    return normalise(raw, network.settings).contiguous(memory_format=torch.channels_last)
