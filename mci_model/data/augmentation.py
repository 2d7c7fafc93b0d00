"""Changing a pair so that its truth stays true: geometry for both dates together, light for each date alone."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES, LabelledPair
from mci_model.prediction import Pixels

MIRRORED = {"left": "right", "right": "left"}
UPENDED = {"top": "bottom", "bottom": "top", "upper": "lower", "lower": "upper", "above": "below", "below": "above"}


def crop(pair: LabelledPair, side: int, rng: np.random.Generator) -> LabelledPair:
    """Cut a square out of the pair and bring it to `side` pixels; a captioned pair is kept whole."""
    height, width = pair.label.shape
    largest = min(height, width)
    if pair.captions:
        cut = largest
    elif largest > 256:  # a scene at one metre: a part of it, shown at the scale of the tiles
        cut = int(rng.uniform(0.25, 0.55) * largest)
    else:
        cut = int(rng.uniform(0.75, 1.0) * largest)
    top, left = (int(rng.integers(0, extent - cut + 1)) for extent in (height, width))
    window = (slice(top, top + cut), slice(left, left + cut))
    method = cv2.INTER_AREA if cut > side else cv2.INTER_CUBIC
    before, after = (
        cv2.resize(image[window], (side, side), interpolation=method) for image in (pair.before, pair.after)
    )
    label = cv2.resize(pair.label[window], (side, side), interpolation=cv2.INTER_NEAREST)
    return replace(pair, before=_uint8(before), after=_uint8(after), label=_uint8(label))


def turn(pair: LabelledPair, rng: np.random.Generator) -> LabelledPair:
    """Mirror and, where no caption speaks of sides, turn by quarters; words for sides follow the picture."""
    mirror, upend, quarters = rng.random() < 0.5, rng.random() < 0.5, int(rng.integers(0, 2))
    captions = pair.captions
    for flipped, words in ((mirror, MIRRORED), (upend, UPENDED)):
        if flipped:
            captions = tuple(" ".join(words.get(w, w) for w in sentence.split()) for sentence in captions)

    def apply(image: Pixels) -> Pixels:
        image = image[:, ::-1] if mirror else image
        image = image[::-1] if upend else image
        return _uint8(np.ascontiguousarray(image if pair.captions else np.rot90(image, quarters)))

    return replace(pair, before=apply(pair.before), after=apply(pair.after), label=apply(pair.label), captions=captions)


def repeat_one_date(pair: LabelledPair, rng: np.random.Generator) -> LabelledPair:
    """Show one date twice: nothing changed, whatever the light does to it."""
    image = pair.before if rng.random() < 0.5 else pair.after
    empty = np.zeros_like(pair.label)
    same = replace(pair, before=image, after=image, label=empty, captions=UNCHANGED_SENTENCES)
    return replace(same, has_roads=True, composed=False)


def shift(image: Pixels, rng: np.random.Generator, limit: float = 1.0) -> Pixels:
    """Move a picture by a part of a pixel, as imperfect co-registration does."""
    matrix = np.array([[1, 0, rng.uniform(-limit, limit)], [0, 1, rng.uniform(-limit, limit)]], np.float32)
    size = (image.shape[1], image.shape[0])
    return _uint8(cv2.warpAffine(image, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101))


def relight(image: Pixels, rng: np.random.Generator) -> Pixels:
    """Another day and another camera: gain, tint, contrast, saturation, haze, softness, noise."""
    light = image.astype(np.float32)
    light = light * rng.normal(1, 0.12) * rng.normal(1, 0.04, 3).astype(np.float32)
    mean = light.mean()
    light = (light - mean) * rng.uniform(0.75, 1.3) + mean + rng.normal(0, 10)
    if rng.random() < 0.5:
        grey = light.mean(axis=2, keepdims=True)
        light = grey + (light - grey) * rng.uniform(0.5, 1.4)
    if rng.random() < 0.15:
        light = light * 0.75 + 55
    if rng.random() < 0.25:
        light = cv2.GaussianBlur(light, (0, 0), rng.uniform(0.4, 1.2))
    if rng.random() < 0.25:
        light = light + rng.normal(0, rng.uniform(2, 7), light.shape)
    return _uint8(np.clip(light, 0, 255))


def degrade(image: Pixels, rng: np.random.Generator) -> Pixels:
    """What a picture suffers on its way to people: lossy compression, resampling, or fewer grey levels."""
    harm = rng.integers(3)
    if harm == 0:
        _, packed = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 85))])
        unpacked = cv2.imdecode(packed, cv2.IMREAD_COLOR)
        assert unpacked is not None, "what was just packed"
        return _uint8(unpacked)
    if harm == 1:
        height, width = image.shape[:2]
        scale = float(rng.uniform(0.4, 0.9))
        small = cv2.resize(image, (round(width * scale), round(height * scale)), interpolation=cv2.INTER_AREA)
        return _uint8(cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC))
    step = int(rng.choice([4, 8, 16]))
    return _uint8(image // step * step + step // 2)


def _uint8(image: npt.ArrayLike) -> Pixels:
    return np.asarray(image, np.uint8)
