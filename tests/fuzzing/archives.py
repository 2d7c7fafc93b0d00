"""Archives of pairs: a store, tables and notes whose bytes were changed, searched and told about."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

from tests.fuzzing.mutations import dice, json_bytes, mutate_bytes
from tests.tools.archive.small_archive import ColourEmbedder, fill, write_pair
from tools.archive import inform, open_archive, search, similar_to_cell
from tools.archive.storage.notes import all_notes
from tools.archive.storage.store import Makers
from tools.errors import ToolError

MAKERS = Makers("colours", "d" * 64, 16, "colours", "e" * 64)


def mutated(seed: int, folder: Path) -> Path:
    """An archive in `folder`, a function of the seed."""
    rng = dice("archives", seed)
    archive = folder / "archive"
    shutil.copytree(_sound_archive(), archive)
    files = sorted(path for path in archive.rglob("*") if path.is_file() and path.suffix not in (".png", ".lock"))
    tables = [path for path in files if path.suffix != ".sqlite3"]
    path = rng.choice(tables if rng.random() < 0.8 else files)
    if path.name == "made-by.json" and rng.random() < 0.8:
        path.write_bytes(json_bytes(rng, MAKERS.to_metadata()))
    else:
        path.write_bytes(mutate_bytes(rng, path.read_bytes()))
    for extra in rng.sample(("behind", "00001.npz", ".00000.7.partial.npz"), rng.choice((0, 0, 0, 1))):
        (archive / "table" / extra).write_bytes(mutate_bytes(rng, b"PK\3\4" + bytes(60)))
    return archive


def attempt(path: Path) -> None:
    """Open it, tell what it holds, and search it."""
    embedder = ColourEmbedder()
    try:
        archive = open_archive(path)
        inform(archive)
        found = search(archive, embedder, "red houses").found
        similar_to_cell(archive, found[0].id)
        all_notes(path)
    except ToolError:
        return


@cache
def _sound_archive() -> Path:
    """A small archive; it lasts as long as the process."""
    folder = Path(tempfile.mkdtemp(prefix="fuzzed-archive-"))
    for number, colour in enumerate(("red", "grey", "blue")):
        write_pair(folder / "pairs", f"pair{number}", colour, days=("2019-05-01", "2021-05-01"))
    fill(folder / "archive", folder / "pairs")
    return folder / "archive"
