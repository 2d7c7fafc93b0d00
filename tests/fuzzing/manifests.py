"""Lists of pairs for `batch`, put to work on files that are no images."""

from __future__ import annotations

from pathlib import Path

from tests.factories.predictors import KnownMaskPredictor
from tests.fuzzing.mutations import ODD_TEXTS, dice, encoded, mutate_bytes
from tools.errors import ToolError
from tools.inference.executors import SerialExecutor
from tools.pairs.pair_list import read_manifest
from tools.runs.batch import run_batch
from tools.workspace.run_settings import RunSettings
from ui.commands.batch import tell

ROWS = 'before,after,id\nno_image.tif,no_image.tif,first\ngone.tif,no_image.tif,\n"a, b.tif",gone.tif,third\n'


def mutated(seed: int, folder: Path) -> Path:
    """A manifest in `folder`, a function of the seed."""
    rng = dice("manifests", seed)
    (folder / "no_image.tif").write_bytes(b"no image")
    text = ROWS
    for _ in range(rng.choice((0, 1, 2))):
        old = rng.choice(("no_image.tif", "gone.tif", "first", "third", "before", "after", "id", "\n", ","))
        text = text.replace(old, rng.choice(ODD_TEXTS), rng.choice((1, -1)))
    content = encoded(rng, text) if rng.random() < 0.1 else text.encode("utf-8", "surrogatepass")
    path = folder / "pairs.csv"
    path.write_bytes(mutate_bytes(rng, content) if rng.random() < 0.6 else content)
    return path


def attempt(path: Path) -> None:
    """Work through it: a pair that fails does not end the batch."""
    executor = SerialExecutor(KnownMaskPredictor)
    try:
        run_batch(read_manifest(path), path.parent / "out", executor, RunSettings(), tell)
    except ToolError:
        return
