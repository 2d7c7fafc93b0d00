"""Declaration of a kind of file in which results are written. Knows no single kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd

from tools.change.change_map import NO_FILTER, ObjectFilter
from tools.errors import UnknownFormatError
from tools.outputs.artefacts import Artefact
from tools.pairs.pair import ImagePair
from tools.workspace.workspace import Workspace

Writer = Callable[[Workspace, ImagePair, Path], None]
TableWriter = Callable[[Path, gpd.GeoDataFrame], None]
Maker = Callable[[Workspace, ImagePair], Artefact]


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A kind of file."""

    name: str
    """By which it is requested, and under which its artefact is stored."""
    file: str
    """The file's name."""
    holds: str
    """What is in it, in words."""
    media_type: str
    """MIME type."""
    writer: Writer | None = None
    """Writes the file of a pair."""
    table_writer: TableWriter | None = None
    """In place of `writer`: writes the table of the changed objects, or of some of them."""
    maker: Maker | None = None
    """In place of `writer`, where the artefact is stored in another way than under its name alone."""
    rank: int = 1000
    """Position in lists: the lowest comes first."""
    asked: bool = True
    """Whether a user may request it."""
    in_run: int | None = None
    """Position among the files that every run writes; None: runs do not write it."""
    needs_change: bool = True
    """Whether it needs the change map."""
    needs_place: str = ""
    """Error message for a pair without georeference; empty where it can be written for any pair."""
    filtered: bool = True
    """Whether it depends on the object filter, so that another filter makes it stale."""

    def fits(self, pair: ImagePair) -> bool:
        """Whether it can be written of this pair."""
        return not self.needs_place or pair.georeference is not None

    def write(self, workspace: Workspace, pair: ImagePair) -> Artefact:
        """The file of a pair, written unless it exists.

        Raises:
            UnknownFormatError: the pair cannot be written so.
        """
        if not self.fits(pair):
            raise UnknownFormatError(self.needs_place)
        if self.maker is not None:
            return self.maker(workspace, pair)
        keep, writer = workspace.artefacts.keep, self.writer
        if self.table_writer is not None:
            return self.write_some(workspace, pair, NO_FILTER)
        assert writer is not None, f"{self.name} has neither writer nor maker"
        return keep(pair.id, self.name, self.file, lambda path: writer(workspace, pair, path), filtered=self.filtered)

    def write_some(self, workspace: Workspace, pair: ImagePair, limits: ObjectFilter) -> Artefact:
        """The file of the objects that limits keep, under a name of its own; without limits, of all that count.

        Raises:
            UnknownFormatError: the pair cannot be written so, or this is no table of objects.
        """
        if not self.fits(pair):
            raise UnknownFormatError(self.needs_place)
        write = self.table_writer
        if write is None:
            raise UnknownFormatError(
                f"{self.name} shows all objects that count; take a table of objects such as geojson, gpkg or csv for "
                "some of them, or set --min-area or --min-probability for all files."
            )

        def write_table(path: Path) -> None:
            table = workspace.outlines(pair)
            if not limits.keeps_all:
                change_map = workspace.told_change(pair)
                kept = change_map.filtered(change_map.object_filter.narrowed(limits)).everything
                table = table[table["id"].isin([obj.id for obj in kept])].reset_index(drop=True)
            write(path, table)

        suffix, name = _suffix(limits), Path(self.file)
        file = f"{name.stem}{suffix}{name.suffix}"
        return workspace.artefacts.keep(pair.id, f"{self.name}{suffix}", file, write_table, filtered=self.filtered)


def _suffix(limits: ObjectFilter) -> str:
    """What a file's name tells of limits: "-min100-max500-probable90"."""
    told = [f"-min{limits.min_area:g}"] if limits.min_area is not None else []
    told += [f"-max{limits.max_area:g}"] if limits.max_area is not None else []
    told += [f"-probable{100 * limits.min_probability:g}"] if limits.min_probability is not None else []
    return "".join(told)
