"""KML as layers: the polygons of all placemarks, whatever folder they lie in. Links in it are never followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from tools.notices import reason_of
from tools.polygons.coordinate_systems import degrees
from tools.polygons.features import (
    MAX_FEATURES,
    Attribute,
    DamagedFileError,
    DamagedShapeError,
    Feature,
    Layer,
    attribute,
    text,
)
from tools.polygons.file_content import MAX_TEXT_BYTES, FileContent
from tools.polygons.rings import NO_NUMBERS, Corners, polygon

OTHERS = {"Point": "POINT (0 0)", "LineString": "LINESTRING (0 0, 1 1)", "Track": "LINESTRING (0 0, 1 1)"}
TOLD = ("name", "description")
NOT_KML = "it is XML, but no KML"


def layers(content: FileContent) -> Iterator[Layer]:
    """The one layer of a file.

    Raises:
        DamagedFileError: it is no KML, was cut short, or declares entities.
    """
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reading.start, reading.end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = reading.characters.append, _refuse
    try:
        parser.Parse(content.read(MAX_TEXT_BYTES), True)  # noqa: FBT003 - the last part
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise DamagedFileError("it is damaged, or was cut short; save or download it again") from error
    yield Layer(content.stem, degrees(), reading.features)


def _refuse(*_: object) -> None:
    raise DamagedFileError("it declares entities, which KML does not have")


@dataclass
class _Placemark:
    """What has been read of one so far."""

    attributes: dict[str, Attribute]
    rings: list[list[str]] = field(default_factory=list)
    """Of each polygon the coordinates of its rings, the outline first."""
    others: list[str] = field(default_factory=list)
    """Shapes that are no polygons, as well-known text."""


class _Reading:
    """Placemarks, as a parser comes upon their elements."""

    def __init__(self) -> None:
        self.features: list[Feature] = []
        self.characters: list[str] = []
        self._open: list[str] = []
        self._folders: list[str] = []
        self._placemark: _Placemark | None = None
        self._column = ""

    def start(self, name: str, given: dict[str, str]) -> None:
        """An element begins."""
        tag = name.rpartition(" ")[2]
        if not self._open and tag != "kml":
            raise DamagedFileError(NOT_KML)
        self._open.append(tag)
        self.characters.clear()
        if tag in ("Folder", "Document"):
            self._folders.append("")
        elif tag == "Placemark":
            folder = "/".join(part for part in self._folders[1:] if part)
            self._placemark = _Placemark({"folder": folder} if folder else {})
        elif self._placemark is not None:
            self._start_within(self._placemark, tag, given)

    def _start_within(self, placemark: _Placemark, tag: str, given: dict[str, str]) -> None:
        if tag == "Polygon":
            placemark.rings.append([])
        elif tag in OTHERS:
            placemark.others.append(OTHERS[tag])
        elif tag in ("Data", "SimpleData"):
            self._column = text(given.get("name", ""))

    def end(self, name: str) -> None:
        """An element ends."""
        tag = name.rpartition(" ")[2]
        written = "".join(self.characters).strip()
        self._open.pop()
        self.characters.clear()
        parent = self._open[-1] if self._open else ""
        if tag in ("Folder", "Document"):
            self._folders.pop()
        elif tag == "Placemark" and self._placemark is not None:
            self._finish(self._placemark)
        elif self._placemark is not None:
            self._end_within(self._placemark, tag, parent, written)
        elif tag == "name" and parent in ("Folder", "Document") and self._folders:
            self._folders[-1] = text(written)

    def _end_within(self, placemark: _Placemark, tag: str, parent: str, written: str) -> None:
        if tag == "coordinates" and parent == "LinearRing" and placemark.rings and "Polygon" in self._open:
            is_outline = "outerBoundaryIs" in self._open
            placemark.rings[-1].insert(0 if is_outline else len(placemark.rings[-1]), written)
        elif tag in TOLD and parent == "Placemark":
            placemark.attributes[tag] = attribute(written)
        elif self._column and (tag == "SimpleData" or (tag == "value" and parent == "Data")):
            placemark.attributes[self._column] = attribute(written)

    def _finish(self, placemark: _Placemark) -> None:
        self._placemark = None
        number = len(self.features) + 1
        if number > MAX_FEATURES:
            raise DamagedFileError(f"it holds more than {MAX_FEATURES:,} placemarks")
        try:
            feature = Feature(number, _shape(placemark), placemark.attributes)
        except DamagedShapeError as problem:
            feature = Feature(number, None, placemark.attributes, reason_of(problem))
        self.features.append(feature)


def _shape(placemark: _Placemark) -> BaseGeometry:
    polygons = [polygon([_corners(ring) for ring in rings]) for rings in placemark.rings if rings]
    if not polygons and not placemark.others:
        raise DamagedShapeError("has no shape")
    return shapely.geometrycollections([*polygons, *map(shapely.from_wkt, placemark.others)])


def _corners(coordinates: str) -> Corners:
    """Positions `longitude,latitude,height` with space between them; a height need not be there."""
    try:
        positions = [position.split(",")[:2] for position in coordinates.split()]
        return np.array([[float(longitude), float(latitude)] for longitude, latitude in positions]).reshape(-1, 2)
    except ValueError as error:
        raise DamagedShapeError(NO_NUMBERS) from error
