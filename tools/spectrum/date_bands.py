"""Which bands a date of a pair holds, and a reader of any of them on the pair's grid. Knows no scale.

a person's statement, or names, colours and number of the bands -> band numbers by spyndex's short names
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import spyndex

from tools.errors import ReflectanceError
from tools.notices import conjoined, notice
from tools.pairs.grid_reader import GridReader
from tools.pairs.pair import ImagePair
from tools.rasters.opener import RasterSource
from tools.sensors.recognition import (
    WAYS_OUT,
    FileFacts,
    KnownBands,
    in_order,
    recognised,
    requested_sensor,
    with_near_infrared,
)
from tools.types import Date

SKETCH_SIDE = 256
COVERAGE_SHARE = 0.9
"""Share of an alpha band that is all or nothing, from which it tells nothing but coverage; the rest are soft edges."""
PRODUCT_TAGS = re.compile(
    "PLATFORM|SPACECRAFT|SENSOR|MISSION|CONSTELLATION|PRODUCT|SATELLITE|COLLECTION|SOURCE|INSTRUMENT|STAC",
    re.IGNORECASE,
)


@contextmanager
def band_reader(
    pair: ImagePair, date: Date, numbers: tuple[int, ...], *, of_classes: bool = False
) -> Iterator[GridReader]:
    """A reader of these bands of a date on the pair's grid."""
    later = date == "after"
    source = replace(pair.sources[later], colours=numbers)
    part = pair.grid.second if later else pair.grid.first
    with GridReader(source, pair.grid, part, of_classes=of_classes, band_by_band=not of_classes) as reader:
        yield reader


def bands_of_date(
    pair: ImagePair,
    date: Date,
    names: Sequence[str | None],
    colours: tuple[str, ...],
    tags: Mapping[str, str],
    requested: str | None,
) -> KnownBands:
    """The bands of a date, as a person names them or as its file tells them.

    Args:
        pair: the pair.
        date: which of the two.
        names: name of each band.
        colours: GDAL's colour interpretation of each band, in lower case.
        tags: of the file.
        requested: what a person says, as `requested_sensor` reads it.

    Raises:
        UnknownSensorError: there is no such sensor or band.
        ReflectanceError: nothing tells what the bands are, or a person named more than there are.
    """
    source = pair.sources[date == "after"]
    if requested is not None:
        return _requested(source, requested)
    products = [value for name, value in tags.items() if PRODUCT_TAGS.search(name)]
    facts = FileFacts(
        tuple(names), colours, source.dtype, source.side_m, (source.path.stem, *products),
        lambda number: _is_coverage(pair, date, number), lambda numbers: _means(pair, date, numbers),
    )  # fmt: skip
    known = recognised(facts)
    if known is None:
        raise ReflectanceError(_unknown(source))
    return known


def band_words(keys: Sequence[str]) -> str:
    """Bands by their names in words, from spyndex's short ones."""
    return conjoined([notice("band", "{name}", name=spyndex.bands[key].long_name, key=key) for key in keys])


def _unknown(source: RasterSource) -> str:
    if source.bands == 1:
        text = "Nothing tells for sure what is in the one band of {name}; {ways}."
        return notice("unknown-band", text, name=source.name, ways=WAYS_OUT)
    return notice(
        "unknown-bands",
        "Nothing tells for sure what is in the {count} bands of {name}; {ways}.",
        count=source.bands,
        name=source.name,
        ways=WAYS_OUT,
    )


def _requested(source: RasterSource, requested: str) -> KnownBands:
    sensor, bands = requested_sensor(requested)
    if len(bands) > source.bands:
        raise ReflectanceError(
            notice(
                "too-many-bands-named",
                "{name} has {count} bands, {sensor} {named}; name the bands that it holds in their order, for example "
                "--sensor {example}.",
                name=source.name,
                count=source.bands,
                sensor=notice("the-list", "the list") if sensor is None else sensor.name,
                named=len(bands),
                example="bands:red,green,blue,nir" if sensor is None else f"{sensor.id}:B02,B03,B04,B08",
            )
        )
    return with_near_infrared(KnownBands(sensor, in_order(bands), "a person said so"))


def _means(pair: ImagePair, date: Date, numbers: tuple[int, ...]) -> list[float]:
    """Mean of each of a date's bands with these numbers."""
    with band_reader(pair, date, numbers) as reader:
        values = reader.sketch(SKETCH_SIDE).pixels.astype(np.float64)
    return [float(values[..., place].mean()) for place in range(len(numbers))]


def _is_coverage(pair: ImagePair, date: Date, number: int) -> bool:
    """Whether a band tells nothing but coverage: it is all or nothing nearly everywhere."""
    with band_reader(pair, date, (number,)) as reader:
        values = reader.sketch(SKETCH_SIDE).pixels
    full = np.iinfo(values.dtype.str).max if values.dtype.kind in "ui" else 1
    nothing, everything = values == 0, values == values.max()
    told = bool(nothing.any()) or values.max() == full
    return told and bool((nothing | everything).mean() >= COVERAGE_SHARE)
