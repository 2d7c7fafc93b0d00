"""How fast an archive is searched and built, and how much memory it takes, on this machine. Knows no network.

Vectors are random, so none is near another, and no search can stop early. Embedding a question is not measured here: it
takes the same time however large the archive is.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from mci_model.prediction import Window
from tools.archive.search.filters import NO_FILTER, Filters
from tools.archive.search.searching import search, similar_to_cell
from tools.archive.storage.archive import open_archive
from tools.archive.storage.cells import Cell, Days, cell_id
from tools.archive.storage.embedder import Vectors
from tools.archive.storage.embedding_views import VIEWS_PER_CELL, View, width
from tools.archive.storage.store import Makers
from tools.archive.storage.writer import open_writer
from tools.benchmarks.scene_benchmark import forget_peak, in_fresh_process, memory_mib
from tools.types import Pixels, Progress

CELLS_PER_BATCH = 1000
OBJECT_WORDS = "house villa road street parking-lot warehouse bungalow building roundabout tree meadow forest".split()
OTHER_WORDS = (
    "built appear removed replaced beside along desert woods corner row many several left right new some".split()
)
FILTERS = {
    "no filter": NO_FILTER,
    "class and area": Filters(object_class="building", min_area=500),
    "place": Filters(bbox=(0, 40, 20, 55)),
    "days": Filters(since=date(2018, 1, 1), until=date(2019, 12, 31)),
    "all of them": Filters((0, 0, 90, 60), date(2016, 1, 1), None, "building", 200, "3 bands"),
}


@dataclass(frozen=True, slots=True)
class SearchFigures:
    """One kind of search, ten results of it."""

    what: str
    p50_ms: float
    p95_ms: float
    matching: int
    """Cells that match the filters."""


@dataclass(frozen=True, slots=True)
class ArchiveBenchmark:
    """All that was measured."""

    cells: int
    dimensions: int
    build_seconds: float
    """Writing store and table; interpreting images is left out."""
    megabytes: float
    """On disk, without thumbnails."""
    open_seconds: float
    """Opening it and the first search, which reads the table."""
    searches: tuple[SearchFigures, ...]
    peak_mib_above_start: float
    """Peak resident memory of the process that searches, less what it took before it opened the archive."""


class RandomEmbedder:
    """Random vectors, the same for the same text."""

    name, sha256 = "drawn by lot", "0" * 64

    def __init__(self, dimensions: int) -> None:
        self.dimensions = dimensions

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """(n, D) of length 1."""
        seeds = [int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") for text in texts]
        return np.concatenate([random_vectors(np.random.default_rng(seed), 1, self.dimensions) for seed in seeds])

    def embed_pairs(self, pairs: Sequence[tuple[Pixels, Pixels]]) -> Vectors:
        """(n, D) of length 1, by the pixels."""
        return self.embed_text([f"{before.tobytes()!r}{after.tobytes()!r}" for before, after in pairs])

    def embed_image(self, image: Pixels) -> Vectors:
        """(D,) of length 1, by the pixels."""
        vector: Vectors = self.embed_text([repr(image.tobytes())])[0]
        return vector

    def embed_pair(self, before: Pixels, after: Pixels) -> Vectors:
        """(D,) of length 1."""
        vector: Vectors = self.embed_pairs([(before, after)])[0]
        return vector


def benchmark_archive(
    cells: int = 100_000,
    dimensions: int = 256,
    repeats: int = 200,
    folder: Path | None = None,
    progress: Progress | None = None,
) -> ArchiveBenchmark:
    """Build an archive of random cells, and search it in a process of its own.

    Args:
        cells: how many.
        dimensions: of their vectors.
        repeats: searches of each kind.
        folder: where it is built; it is removed in the end. None: where temporary files go.
        progress: called with cells added and cells in all.

    Raises:
        OSError, ArchiveError: the disk is full.
        WorkerError: the process that searches was killed.
    """
    with TemporaryDirectory(prefix="terradelta-bench-", dir=folder) as temporary:
        place, started = Path(temporary) / "archive", time.perf_counter()
        build(place, cells, dimensions, progress)
        spent = time.perf_counter() - started
        size = sum(path.stat().st_size for path in place.rglob("*") if path.is_file()) / 1e6
        seconds, searches, peak = in_fresh_process(measure, place, dimensions, repeats)
    return ArchiveBenchmark(cells, dimensions, spent, size, seconds, searches, peak)


def build(folder: Path, cells: int, dimensions: int, progress: Progress | None = None) -> None:
    """Fill an archive with random cells."""
    rng, embedder = np.random.default_rng(7), RandomEmbedder(dimensions)
    makers = Makers(embedder.name, embedder.sha256, dimensions, "none", "0" * 64)
    with open_writer(folder, makers) as writer:
        for start in range(0, cells, CELLS_PER_BATCH):
            some = [_random_cell(rng, number) for number in range(start, min(start + CELLS_PER_BATCH, cells))]
            rows = random_vectors(rng, VIEWS_PER_CELL * len(some), dimensions).reshape(len(some), width(dimensions))
            writer.add(some, rows)
            if progress:
                progress(start + len(some), cells)


def random_vectors(rng: np.random.Generator, count: int, dimensions: int) -> Vectors:
    """(n, D) of length 1."""
    values = rng.standard_normal((count, dimensions), np.float32)
    vectors: Vectors = values / np.linalg.norm(values, axis=1, keepdims=True)
    return vectors


def _random_cell(rng: np.random.Generator, number: int) -> Cell:
    pair, window = hashlib.sha256(str(number).encode()).hexdigest(), Window(0, 0, 256, 256)
    west, south, spent = rng.uniform(-179, 178), rng.uniform(-60, 70), int(rng.integers(100, 3000))
    first = int(rng.integers(date(2010, 1, 1).toordinal(), date(2020, 1, 1).toordinal()))
    building, road = rng.exponential(400), rng.exponential(150)
    words = [*rng.choice(OBJECT_WORDS, 3), *rng.choice(OTHER_WORDS, 5)]
    return Cell(
        id=cell_id(pair, window),
        pair=pair,
        of=1,
        window=window,
        caption=" ".join(words),
        changed=float(rng.uniform()),
        building_pixels=int(building * 4),
        road_pixels=int(road * 4),
        building_m2=float(building),
        road_m2=float(road),
        bbox=(west, south, west + 0.002, south + 0.001),
        days=Days(date.fromordinal(first).isoformat(), date.fromordinal(first + spent).isoformat()),
        sensor=str(rng.choice(["3 bands", "4 bands", "sentinel-2-l2a"])),
        before=f"../pairs/A/{number:06d}.png",
        after=f"../pairs/B/{number:06d}.png",
    )


def measure(folder: Path, dimensions: int, repeats: int) -> tuple[float, tuple[SearchFigures, ...], float]:
    """Seconds to open, figures of searches, peak memory; to be called in a fresh process."""
    embedder, rng = RandomEmbedder(dimensions), np.random.default_rng(3)
    forget_peak()
    before, started = memory_mib("VmRSS"), time.perf_counter()
    archive = open_archive(folder)
    search(archive, embedder, "houses built beside a road")
    opened = time.perf_counter() - started

    def search_once(filters: Filters, view: View = "change") -> int:
        text = f"{' '.join(rng.choice(OBJECT_WORDS, 2))} {' '.join(rng.choice(OTHER_WORDS, 2))}"
        return search(archive, embedder, text, 10, filters, view=view).matching

    def similar_once(row: int) -> int:
        return similar_to_cell(archive, archive.table.cell(row).id).matching

    figures = [_timed(name, repeats, partial(search_once, chosen)) for name, chosen in FILTERS.items()]
    figures.append(_timed("what became, no filter", repeats, partial(search_once, Filters(), "became")))
    rows = iter(rng.integers(0, len(archive.table), repeats).tolist())
    figures.append(_timed("like another cell", repeats, lambda: similar_once(next(rows))))
    return opened, tuple(figures), memory_mib("VmHWM") - before


def _timed(what: str, repeats: int, work: Callable[[], int]) -> SearchFigures:
    spent, matching = [], 0
    for _ in range(repeats):
        started = time.perf_counter()
        matching = work()
        spent.append(1000 * (time.perf_counter() - started))
    return SearchFigures(what, float(np.percentile(spent, 50)), float(np.percentile(spent, 95)), matching)
