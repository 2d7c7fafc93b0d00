"""Label-preserving augmentation: geometry for both dates together, illumination for each date separately."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES, LabelledPair
from mci_model.prediction import Pixels

FLIPPED_HORIZONTALLY = {"left": "right", "right": "left"}
FLIPPED_VERTICALLY = {
    "top": "bottom",
    "bottom": "top",
    "upper": "lower",
    "lower": "upper",
    "above": "below",
    "below": "above",
}


def crop(pair: LabelledPair, side: int, rng: np.random.Generator) -> LabelledPair:
    """Crop a square of the pair and resize it to `side` pixels; a captioned pair is not cropped."""
    height, width = pair.label.shape
    shorter_side = min(height, width)
    if pair.captions:
        cut = shorter_side
    elif shorter_side > 256:  # a scene at one metre: crop a part and enlarge it to the scale of the tiles
        cut = int(rng.uniform(0.25, 0.55) * shorter_side)
    else:
        cut = int(rng.uniform(0.75, 1.0) * shorter_side)
    top, left = (int(rng.integers(0, extent - cut + 1)) for extent in (height, width))
    window = (slice(top, top + cut), slice(left, left + cut))
    method = cv2.INTER_AREA if cut > side else cv2.INTER_CUBIC
    before, after = (
        cv2.resize(image[window], (side, side), interpolation=method) for image in (pair.before, pair.after)
    )
    label = cv2.resize(pair.label[window], (side, side), interpolation=cv2.INTER_NEAREST)
    return replace(pair, before=_uint8(before), after=_uint8(after), label=_uint8(label))


def turn(pair: LabelledPair, rng: np.random.Generator) -> LabelledPair:
    """Flip the pair and, without captions, rotate it by 90 degrees; words for sides in captions follow."""
    flip_horizontal, flip_vertical, rotations = rng.random() < 0.5, rng.random() < 0.5, int(rng.integers(0, 2))
    captions = pair.captions
    for applies, words in ((flip_horizontal, FLIPPED_HORIZONTALLY), (flip_vertical, FLIPPED_VERTICALLY)):
        if applies:
            captions = tuple(" ".join(words.get(w, w) for w in sentence.split()) for sentence in captions)

    def apply(image: Pixels) -> Pixels:
        image = image[:, ::-1] if flip_horizontal else image
        image = image[::-1] if flip_vertical else image
        return _uint8(np.ascontiguousarray(image if pair.captions else np.rot90(image, rotations)))

    return replace(pair, before=apply(pair.before), after=apply(pair.after), label=apply(pair.label), captions=captions)


def repeat_one_date(pair: LabelledPair, rng: np.random.Generator) -> LabelledPair:
    """Repeat one date: an unchanged pair, however it is relit."""
    image = pair.before if rng.random() < 0.5 else pair.after
    empty = np.zeros_like(pair.label)
    same = replace(pair, before=image, after=image, label=empty, captions=UNCHANGED_SENTENCES)
    return replace(same, has_roads=True, composed=False)


def shift(image: Pixels, rng: np.random.Generator, limit: float = 1.0) -> Pixels:
    """Shift an image by a fraction of a pixel, as imperfect co-registration does."""
    matrix = np.array([[1, 0, rng.uniform(-limit, limit)], [0, 1, rng.uniform(-limit, limit)]], np.float32)
    size = (image.shape[1], image.shape[0])
    return _uint8(cv2.warpAffine(image, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101))


def relight(image: Pixels, rng: np.random.Generator) -> Pixels:
    """Simulate another day and sensor: gain, tint, contrast, saturation, haze, blur, noise."""
    pixels = image.astype(np.float32)
    pixels = pixels * rng.normal(1, 0.12) * rng.normal(1, 0.04, 3).astype(np.float32)
    mean = pixels.mean()
    pixels = (pixels - mean) * rng.uniform(0.75, 1.3) + mean + rng.normal(0, 10)
    if rng.random() < 0.5:
        grey = pixels.mean(axis=2, keepdims=True)
        pixels = grey + (pixels - grey) * rng.uniform(0.5, 1.4)
    if rng.random() < 0.15:
        pixels = pixels * 0.75 + 55
    if rng.random() < 0.25:
        pixels = cv2.GaussianBlur(pixels, (0, 0), rng.uniform(0.4, 1.2))
    if rng.random() < 0.25:
        pixels = pixels + rng.normal(0, rng.uniform(2, 7), pixels.shape)
    return _uint8(np.clip(pixels, 0, 255))


def degrade(image: Pixels, rng: np.random.Generator) -> Pixels:
    """Degrade an image by lossy compression, resampling, or fewer grey levels."""
    kind = rng.integers(3)
    if kind == 0:
        _, encoded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 85))])
        decoded = cv2.imdecode(encoded, cv2.IMREAD_COLOR)
        assert decoded is not None, "it was encoded one line above"
        return _uint8(decoded)
    if kind == 1:
        height, width = image.shape[:2]
        scale = float(rng.uniform(0.4, 0.9))
        small = cv2.resize(image, (round(width * scale), round(height * scale)), interpolation=cv2.INTER_AREA)
        return _uint8(cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC))
    step = int(rng.choice([4, 8, 16]))
    return _uint8(image // step * step + step // 2)


def _uint8(image: npt.ArrayLike) -> Pixels:
    return np.asarray(image, np.uint8)
