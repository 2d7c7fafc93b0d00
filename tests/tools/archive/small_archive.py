"""Small real parts of an archive: eyes and an embedding by colours, and pairs in which one colour becomes another."""

import hashlib

import numpy as np
import rasterio
from affine import Affine

from mci_model.prediction import Prediction, Window
from tools.archive import add_pairs
from tools.rasters.gdal_warnings import without_gdal_warnings

COLOURS = {"red": (200, 40, 40), "grey": (120, 120, 120), "blue": (40, 60, 200), "green": (60, 140, 60)}
SAME = "the scene is the same as before"


def shares(picture):
    """(4,) of the pixels that are of each colour."""
    distances = np.stack([np.abs(picture.astype(int) - colour).sum(-1) for colour in COLOURS.values()])
    return np.array([(distances.argmin(0) == number).mean() for number in range(len(COLOURS))])


class ColourEyes:
    """See red as buildings and grey as roads, and tell which colour there is more of."""

    name = "colours"

    def __init__(self, sha256="e" * 64):
        self.sha256, self.looks = sha256, 0

    def predict_batch(self, pairs):
        return [self.see(before, after) for before, after in pairs]

    def see(self, before, after):
        self.looks += 1
        changed = (np.abs(before.astype(int) - after).sum(-1) > 60).astype(np.uint8)
        more = shares(after) - shares(before)
        mask = changed * (2 if more.argmax() == 0 else 1)
        caption = f"{list(COLOURS)[more.argmax()]} houses are built" if changed.any() else SAME
        whole = Window(0, 0, *mask.shape)
        probabilities = np.eye(3, dtype=np.float32)[mask].transpose(2, 0, 1)
        return Prediction(mask, probabilities, None, caption, [2, 3], whole, 0.9 if changed.any() else 0.1)


class ColourEmbedder:
    """What there is more of, and other words by their hashes."""

    name, dimensions = "colours", 16

    def __init__(self, sha256="d" * 64):
        self.sha256, self.predictor = sha256, ColourEyes()

    def embed_pair(self, before, after):
        return unit(np.concatenate([shares(after) - shares(before), np.zeros(11), [1e-3]]))

    def embed_image(self, image):
        return unit(np.concatenate([shares(image), np.zeros(11), [1e-3]]))

    def embed_pairs(self, pairs):
        rows = [self.embed_pair(*pair) for pair in pairs]
        return np.stack(rows) if rows else np.zeros((0, self.dimensions), np.float32)

    def embed_text(self, texts):
        return np.stack([unit(self.read(text)) for text in texts])

    def read(self, text):
        vector = np.zeros(self.dimensions)
        vector[-1] = 1e-3
        for word in text.lower().split():
            if word in COLOURS:
                vector[list(COLOURS).index(word)] += 1
            else:
                vector[4 + hashlib.sha256(word.encode()).digest()[0] % 11] += 0.1
        return vector


def unit(vector):
    return (vector / np.linalg.norm(vector)).astype(np.float32)


def write_pair(
    folder,
    name,
    colour="red",
    *,
    was="green",
    size=(64, 64),
    square=16,
    days=("", ""),
    corner=(500_000.0, 5_900_000.0),
    metres=0.5,
    crs="EPSG:32632",
    seed=0,
):
    """Two dates in FOLDER/A and FOLDER/B: a square of a colour appears on the ground of another."""
    rng = np.random.default_rng([seed, *name.encode()])
    before = np.array(COLOURS[was]) + rng.integers(-8, 8, (*size, 3))
    after = before.copy()
    after[4 : 4 + square, 4 : 4 + square] = COLOURS[colour]
    paths = []
    for part, day, pixels in zip("AB", days, (before, after), strict=True):
        path = folder / part / f"{name}.tif"
        path.parent.mkdir(parents=True, exist_ok=True)
        place = {} if crs is None else {"crs": crs, "transform": Affine(metres, 0, corner[0], 0, -metres, corner[1])}
        shape = {"height": size[0], "width": size[1], "count": 3, "dtype": "uint8"}
        with without_gdal_warnings(), rasterio.open(path, "w", driver="GTiff", **shape, **place) as file:
            file.write(pixels.astype(np.uint8).transpose(2, 0, 1))
            if day:
                file.update_tags(TIFFTAG_DATETIME=f"{day.replace('-', ':')} 12:00:00")
        paths.append(path)
    return tuple(paths)


def say(error):
    return f"told: {error}"


def fill(archive, source, embedder=None, eyes=None, **options):
    """Add pairs with the small parts."""
    embedder = embedder or ColourEmbedder()
    return add_pairs(archive, source, embedder, eyes or embedder.predictor, say, **options)
