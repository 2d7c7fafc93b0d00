"""What a training needs, in archives below a size; on the other machine, a check that all have arrived."""

from __future__ import annotations

import json
import tarfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from pathlib import Path

from pydantic import TypeAdapter

from mci_model.data.hybrids import RoadImages
from mci_model.data.labelled_pairs import PairFolder
from mci_model.errors import TrainingError
from mci_model.files.json_files import SETTINGS, read_json
from mci_model.training.recipe import TrainingRecipe

RECIPE, VOCABULARY, MANIFEST = "recipe.json", "vocab.json", "manifest.json"
DATA, ROADS, INITIAL, WHEELS = "data", "roads", "initial", "wheels"
PACKAGE = Path(__file__).parents[1]
LEVEL = 6
"""Of compression; images that were saved in haste lose a fifth."""
HEADER = 512
"""Bytes that an archive adds to a compressed file, at most."""


def needed_files(recipe: TrainingRecipe, vocabulary: Path, wheels: Path | None = None) -> dict[str, Path]:
    """Files of a training by their names in the archives: code, data, initial weights, vocabulary, wheels.

    Args:
        recipe: its data, roads and initial weights are taken.
        vocabulary: the file of words.
        wheels: folder of packages that the other machine lacks.

    Raises:
        DatasetError: the data are not there.
    """
    files = {f"{PACKAGE.name}/{path.relative_to(PACKAGE)}": path for path in sorted(PACKAGE.rglob("*.py"))}
    root = Path(recipe.data)
    for split, _ in recipe.splits:
        files |= {f"{DATA}/{path.relative_to(root)}": path for path in PairFolder(root, split).all_files()}
    if recipe.roads:
        # Those held out, too: which are held out follows from their number.
        pairs = [one for held_out in (False, True) for one in RoadImages(Path(recipe.roads), held_out=held_out).files]
        files |= {f"{ROADS}/{path.relative_to(recipe.roads)}": path for pair in pairs for path in pair}
    if recipe.initial:
        weights = Path(recipe.initial)
        files |= {INITIAL + part.suffix: part for part in (weights, weights.with_suffix(".json"))}
    files |= {f"{WHEELS}/{path.name}": path for path in sorted(wheels.glob("*.whl"))} if wheels else {}
    return files | {VOCABULARY: vocabulary}


def write_recipe(recipe: TrainingRecipe, folder: Path) -> Path:
    """Write a recipe with the places that data and weights have in the archives."""
    there = replace(
        recipe, data=DATA, roads=ROADS if recipe.roads else "", initial=f"{INITIAL}.safetensors" * bool(recipe.initial)
    )
    path = folder / RECIPE
    path.write_text(json.dumps(asdict(there), indent=1), encoding="utf-8")
    return path


def distribute(sizes: Mapping[str, int], limit: int) -> list[list[str]]:
    """Names of files in as few archives as the largest-first rule needs, each below `limit` bytes.

    Args:
        sizes: compressed, bytes.
        limit: of an archive, bytes.

    Raises:
        TrainingError: one file is larger than an archive may be.
    """
    bins: list[tuple[int, list[str]]] = []
    for name, size in sorted(sizes.items(), key=lambda one: (-one[1], one[0])):
        needed = size + HEADER
        if needed > limit:
            raise TrainingError(f"{name} has {size} bytes and fits into no archive of {limit}; give a larger limit.")
        place = next((i for i, (filled, _) in enumerate(bins) if filled + needed <= limit), len(bins))
        if place == len(bins):
            bins.append((0, []))
        bins[place] = (bins[place][0] + needed, [*bins[place][1], name])
    return [sorted(names) for _, names in bins]


def pack(files: Mapping[str, Path], recipe: TrainingRecipe, out: Path, limit: int) -> list[Path]:
    """Write archives OUT/pack_1.tgz, ... that hold the files, the recipe, and the list of all of them.

    Args:
        files: by their names in the archives.
        recipe: of the training.
        out: folder, made if need be.
        limit: bytes of an archive.

    Raises:
        TrainingError: a file is missing, or larger than an archive may be.
    """
    if missing := [str(path) for path in files.values() if not path.is_file()]:
        raise TrainingError(f"{missing[0]} is missing; a training without it cannot be packed.")
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("pack_*.tgz"):
        old.unlink()
    whole = dict(files) | {RECIPE: write_recipe(recipe, out)}
    manifest = out / MANIFEST
    sizes = {name: path.stat().st_size for name, path in whole.items()}
    manifest.write_text(json.dumps(sizes), encoding="utf-8")
    whole[MANIFEST] = manifest
    compressed = {name: len(zlib.compress(path.read_bytes(), LEVEL)) for name, path in whole.items()}
    bins = distribute(compressed, limit)
    archives = [_archive(out / f"pack_{number}.tgz", names, whole) for number, names in enumerate(bins, 1)]
    for part in (whole[RECIPE], manifest):
        part.unlink()
    return archives


def unpacked_recipe(folder: Path) -> TrainingRecipe:
    """The recipe of a folder into which all archives were unpacked, with its paths in that folder.

    Raises:
        TrainingError: a file is missing or cut short.
    """
    if not (folder / MANIFEST).is_file():
        raise TrainingError(f"{folder} holds no {MANIFEST}; unpack every archive there: tar -xzf pack_N.tgz -C FOLDER.")
    sizes = read_json(folder / MANIFEST, TypeAdapter(dict[str, int]))
    wrong = [name for name, size in sizes.items() if not _holds(folder / name, size)]
    if wrong:
        raise TrainingError(
            f"{len(wrong)} of {len(sizes)} files are missing in {folder} or cut short, among them {wrong[0]}; unpack"
            " every archive there."
        )
    recipe = TrainingRecipe.from_json(read_json(folder / RECIPE, SETTINGS))
    places = {name: str(folder / value) for name in (DATA, ROADS, INITIAL) if (value := getattr(recipe, name))}
    return replace(recipe, data=places[DATA], roads=places.get(ROADS, ""), initial=places.get(INITIAL, ""))


def _holds(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size


def _archive(path: Path, names: Iterable[str], files: Mapping[str, Path]) -> Path:
    with tarfile.open(path, "w:gz", compresslevel=LEVEL) as archive:
        for name in names:
            archive.add(files[name], name, filter=_plain)
    return path


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """A file that anybody may read, without its owner."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mode = 0o644
    return entry
