"""Declaration of a kind of file in which results are written. Knows no single kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd

from tools.change.change_map import NO_FILTER, ChangedObject, ChangeMap, ObjectClass, ObjectFilter, Status
from tools.change.criteria import Criteria, lying_in
from tools.change.places import Part
from tools.change.shapes.nearness import Nearness
from tools.errors import UnknownFormatError
from tools.measurements.land.cover_polygons import LandPolygons, land_polygons
from tools.measurements.land.land_change import Cover
from tools.notices import notice
from tools.outputs.artefacts import Artefact
from tools.pairs.pair import ImagePair
from tools.workspace.workspace import Workspace

Writer = Callable[[Workspace, ImagePair, Path], None]
TableWriter = Callable[[Path, gpd.GeoDataFrame], None]
Maker = Callable[[Workspace, ImagePair], Artefact]
LAND = "-land-"
"""In the names of artefacts that hold a kind of land in place of objects: between the format and the land."""
LAND_HOLDS = "what one kind of land lost and gained"


@dataclass(frozen=True, slots=True)
class WantedObjects:
    """Which of the objects that count a file is to hold."""

    limits: ObjectFilter = NO_FILTER
    """Beside the filter of the conversation: of both, the narrower limit holds."""
    object_class: ObjectClass = "any"
    status: Status = "any"
    part: Part = "whole"
    """In which their centre lies."""
    nearness: Nearness | None = None
    """How far they lie from others; None where that does not matter."""

    @property
    def all_kinds(self) -> bool:
        """Whether class and status do not matter."""
        return self.object_class == "any" and self.status == "any"

    @property
    def keeps_all(self) -> bool:
        """Whether the file holds every object that counts."""
        return self.all_kinds and self.limits.keeps_all and self.part == "whole" and self.nearness is None

    @property
    def suffix(self) -> str:
        """What a file's name tells of them: "-building-appeared-min100"."""
        kinds = [f"-{name}" for name in (self.object_class, self.status, self.part) if name not in ("any", "whole")]
        return "".join(kinds) + _suffix(self.limits) + _near_suffix(self.nearness)

    def within(self, workspace: Workspace, pair: ImagePair) -> tuple[ChangedObject, ...]:
        """These objects of a pair.

        Raises:
            UnknownStatusError: as for `of`.
            ResolutionError: a class of objects is wanted, and pixels are too coarse to tell it.
        """
        by_class = self.object_class != "any"
        return self.of(workspace.change(pair) if by_class else workspace.told_change(pair))

    def of(self, change_map: ChangeMap) -> tuple[ChangedObject, ...]:
        """These objects of a change map.

        Raises:
            UnknownStatusError: as for `ChangeMap.with_status`.
        """
        counted = change_map.filtered(change_map.object_filter.narrowed(self.limits))
        if not self.all_kinds:
            counted.with_status(self.object_class, self.status)
        kept = [
            obj
            for obj in counted.everything
            if self.object_class in ("any", obj.object_class) and self.status in ("any", obj.status)
        ]
        return tuple(lying_in(counted, kept, Criteria(within=self.part, nearness=self.nearness)))


EVERY_OBJECT = WantedObjects()


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
            return self.write_some(workspace, pair, EVERY_OBJECT)
        assert writer is not None, f"{self.name} has neither writer nor maker"
        return keep(pair.id, self.name, self.file, lambda path: writer(workspace, pair, path), filtered=self.filtered)

    @property
    def lists_objects(self) -> bool:
        """Whether it is a table of objects, which can hold some of them alone."""
        return self.table_writer is not None

    def write_some(self, workspace: Workspace, pair: ImagePair, wanted: WantedObjects) -> Artefact:
        """The file of some objects, under a name of its own; of all that count where all are wanted.

        Raises:
            UnknownFormatError: the pair cannot be written so, or this is no table of objects.
            UnknownStatusError: the change map does not tell what appeared.
        """
        if not self.fits(pair):
            raise UnknownFormatError(self.needs_place)
        write = self.table_writer
        if write is None:
            text = (
                "{name} shows all objects that count; take a table of objects such as geojson, gpkg or csv for some of "
                "them, or set --min-area or --min-probability for all files."
            )
            raise UnknownFormatError(notice("format-shows-all", text, name=self.name))
        kept = None if wanted.keeps_all else [obj.id for obj in wanted.within(workspace, pair)]

        def write_table(path: Path) -> None:
            table = workspace.outlines(pair)
            write(path, table if kept is None else table[table["id"].isin(kept)].reset_index(drop=True))

        name = Path(self.file)
        file = f"{name.stem}{wanted.suffix}{name.suffix}"
        kind = f"{self.name}{wanted.suffix}"
        return workspace.artefacts.keep(pair.id, kind, file, write_table, filtered=self.filtered)

    def write_land(self, workspace: Workspace, pair: ImagePair, cover: Cover) -> tuple[Artefact, LandPolygons]:
        """The file of what a kind of land lost and gained as polygons, and what it holds.

        Raises:
            UnknownFormatError: the pair cannot be written so, or this is no table.
            MissingBandsError, ...: as for `land_polygons`.
        """
        if not self.fits(pair):
            raise UnknownFormatError(self.needs_place)
        write = self.table_writer
        if write is None:
            text = "{name} holds no polygons of land; take geojson, gpkg, shapefile, kml, csv or xlsx for them."
            raise UnknownFormatError(notice("format-without-land", text, name=self.name))
        found = land_polygons(workspace, pair, cover)
        kind, file = f"{self.name}{LAND}{cover}", f"land-{cover}{Path(self.file).suffix}"
        kept = workspace.artefacts.keep(
            pair.id, kind, file, lambda path: write(path, found.table), filtered=self.filtered
        )
        return kept, found


def _suffix(limits: ObjectFilter) -> str:
    """What a file's name tells of limits: "-min100-max500-probable90"."""
    told = [f"-min{limits.min_area:g}"] if limits.min_area is not None else []
    told += [f"-max{limits.max_area:g}"] if limits.max_area is not None else []
    told += [f"-probable{100 * limits.min_probability:g}"] if limits.min_probability is not None else []
    told += [f"-unsure{100 * limits.max_probability:g}"] if limits.max_probability is not None else []
    return "".join(told)


def _near_suffix(near: Nearness | None) -> str:
    """What a file's name tells of distances: "-beyond20-within50-road"."""
    if near is None:
        return ""
    told = [f"-beyond{near.min_distance:g}"] if near.min_distance is not None else []
    told += [f"-within{near.max_distance:g}"] if near.max_distance is not None else []
    return "".join(told) + f"-{near.to}"
