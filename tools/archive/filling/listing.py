"""The pairs of a folder, a list, or another archive. Knows no pixels and no store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from os.path import normpath
from pathlib import Path

from tools.archive.storage.table import read_segment, segment_paths
from tools.errors import ManifestError
from tools.pairs.pair_list import read_manifest

DATES = (("A", "B"), ("before", "after"))
"""Names of folders that lie beside each other, of the earlier and the later date, as LEVIR-CC and others have them."""
IMAGES = frozenset((".tif", ".tiff", ".png", ".jpg", ".jpeg", ".webp"))


@dataclass(frozen=True, slots=True)
class ListedPair:
    """Two files of one place."""

    name: str
    """Name in messages."""
    before: Path
    after: Path


@dataclass(frozen=True, slots=True)
class Listing:
    """Pairs of a source."""

    pairs: tuple[ListedPair, ...]
    alone: tuple[str, ...] = ()
    """A sentence for each image without its other date."""


def list_pairs(source: Path) -> Listing:
    """The pairs of a list (see `tools.pairs.pair_list.read_manifest`), a folder, or another archive.

    A folder holds, at any depth, folders A and B, or before and after, with images of the same names.

    Raises:
        ManifestError: the source does not exist, or holds no pair.
    """
    if not source.is_dir():
        rows = read_manifest(source)
        return Listing(tuple(ListedPair(f"Line {row.line} ({row.id})", row.before, row.after) for row in rows))
    listing = _of_archive(source) if segment_paths(source) else _of_folder(source)
    if not listing.pairs and not listing.alone:
        raise ManifestError(
            f"{source} holds no pairs: expected folders A and B, or before and after, with images of the same names, "
            "or give a CSV file with the columns before and after."
        )
    return listing


def _of_archive(source: Path) -> Listing:
    """Every pair of another archive once, by its table, which is there even if the store is damaged."""
    pairs: dict[str, ListedPair] = {}
    for path in segment_paths(source):
        part = read_segment(path)
        cells = (part.cell(row) for row in range(len(part.ends))) if part else iter(())
        for cell in cells:
            before, after = (Path(normpath(source / file)) for file in (cell.before, cell.after))
            pairs.setdefault(cell.pair, ListedPair(before.name, before, after))
    return Listing(tuple(pairs.values()))


def _of_folder(source: Path) -> Listing:
    pairs: list[ListedPair] = []
    alone: list[str] = []
    for first, second in _beside(source):
        before, after = _by_stem(first), _by_stem(second)
        for name in sorted(before.keys() & after.keys()):
            name_in_source = (first.parent / name).relative_to(source).as_posix()
            pairs.append(ListedPair(name_in_source, before[name], after[name]))
        for name in sorted(before.keys() ^ after.keys()):
            there, other = (before[name], second) if name in before else (after[name], first)
            alone.append(f"{there.relative_to(source).as_posix()}: no image of its name is in {other.name}.")
    return Listing(tuple(pairs), tuple(alone))


def _beside(source: Path) -> Iterator[tuple[Path, Path]]:
    for folder in (source, *sorted(path for path in source.rglob("*") if path.is_dir())):
        for first, second in DATES:
            if (folder / first).is_dir() and (folder / second).is_dir():
                yield folder / first, folder / second


def _by_stem(folder: Path) -> dict[str, Path]:
    files = sorted(folder.iterdir())
    return {path.stem: path for path in files if path.suffix.lower() in IMAGES and not path.name.startswith(".")}
