"""Pictures for inspection: before, after, label and mask side by side, with reference and generated captions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from mci_model.data.labelled_pairs import LabelledPair, PairFolder
from mci_model.inference.predictor import Predictor, Progress
from mci_model.prediction import Pixels, Prediction

COLOURS = np.array([(0, 0, 0), (86, 180, 233), (230, 159, 0)], np.uint8)
"""Background, road and building, in a palette safe for colour blindness (Okabe and Ito 2008)."""
LINE_HEIGHT_PX = 20


def write_gallery(
    predictor: Predictor, folder: PairFolder, out: Path, count: int, progress: Progress | None = None
) -> Iterator[Path]:
    """Draw `count` pairs, evenly spread over the split, changed ones only where there are any; yield the paths."""
    changed = [name for name in folder.names if folder.read(name).changed]
    names = changed or folder.names
    chosen = [names[index * len(names) // count] for index in range(min(count, len(names)))]
    out.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(chosen, start=1):
        pair = folder.read(name)
        path = out / f"{name}.png"
        partial = path.with_suffix(".partial.png")
        cv2.imwrite(
            str(partial), cv2.cvtColor(draw(pair, predictor.predict(pair.before, pair.after)), cv2.COLOR_RGB2BGR)
        )
        partial.replace(path)
        if progress:
            progress(number, len(chosen))
        yield path


def draw(pair: LabelledPair, prediction: Prediction) -> Pixels:
    """One picture: four panels and two lines of text."""
    panels = np.concatenate([pair.before, pair.after, COLOURS[pair.label], COLOURS[prediction.mask]], axis=1)
    strip = np.full((2 * LINE_HEIGHT_PX + 6, panels.shape[1], 3), 255, np.uint8)
    reference = pair.captions[0] if pair.captions else "(no caption)"
    lines = (f"people: {reference}", f"network: {prediction.caption} ({prediction.changed:.2f})")
    for row, text in enumerate(lines, start=1):
        cv2.putText(
            strip, text, (6, row * LINE_HEIGHT_PX - 4), cv2.FONT_HERSHEY_SIMPLEX, 0.45, (0, 0, 0), 1, cv2.LINE_AA
        )
    return np.concatenate([panels, strip])
