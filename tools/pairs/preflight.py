"""The preflight card of a pair: properties and warnings before any inference. Knows no network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from mci_model.settings import TRAINED_RESOLUTION_M
from tools.html_table import Row, html_list, html_table
from tools.notices import notice
from tools.pairs.class_maps import is_class_pair
from tools.pairs.grid_reader import Values
from tools.pairs.pair import ImagePair, PairReader
from tools.pairs.radiometry import ValueKind, cloud_share, is_blank
from tools.pairs.registration import MAX_HARMLESS, Shift
from tools.rasters.blocks import blocks
from tools.types import Pixels

FIT_RESOLUTION_M = (0.3, 1.0)
"""Ground sizes of a pixel, metres, at which the networks have been trained or tested."""
NODATA_WARNED_FROM = 0.05
"""Share of the common ground without data from which a warning is given."""
REFUSED_FROM_M = 5.0
"""Ground size of a pixel from which interpretation is refused by default: a house is a pixel or two."""
MAX_ASPECT_RATIO = 1.25
"""Ratio of the sides of a pixel from which a warning is given."""
MAX_COMPARED = 2 * 10**8
"""Pixels up to which two files of different bytes are compared pixel by pixel."""
CLOUDS_WARNED_FROM = 0.05
"""Share of cloud-like pixels from which a warning is given."""

BY_RADAR = notice("by-radar", ", but terradelta radar tells what changed")
TOO_LITTLE = notice("too-little-to-compare", "There is too little to see whether the two dates lie on each other.")
UNLIKE = notice(
    "unlike",
    "Whether the two dates lie on each other cannot be told: they look unlike. Compare them by eye.",
)


@dataclass(frozen=True, slots=True)
class DateCard:
    """One image of a pair."""

    file: str
    width: int
    height: int
    bands: int
    dtype: str
    date: str | None
    cloud_share: float
    """Share of valid pixels that look like thick cloud, snow or glare, 0-1."""


@dataclass(frozen=True, slots=True)
class PairCard:
    """The preflight card."""

    pair: str
    before: DateCard
    after: DateCard
    crs: str | None
    bounds: tuple[float, float, float, float] | None
    """(left, bottom, right, top) in `crs`."""
    resolution_m: float | None
    """Ground size of a pixel, metres."""
    area_m2: float | None
    """Valid ground covered by both dates, square metres."""
    overlap: float
    """Share of the first image that both dates cover with valid pixels, 0-1."""
    nodata_share: float
    """Share of the common grid on which one date or both hold no data, 0-1."""
    values: ValueKind
    shift: Shift | None
    """The co-registration offset of the dates; None where there is too little to compare."""
    identical: bool
    """Pixel for pixel; above `MAX_COMPARED` pixels only files of the same bytes are known to be."""
    warnings: tuple[str, ...]
    """What matters most comes first."""
    picture_warnings: tuple[str, ...] = ()
    """Those of the warnings that concern only what is seen on the images as photographs."""

    @property
    def days_apart(self) -> int | None:
        """Days from the first date to the second; None where one is unknown."""
        if self.before.date is None or self.after.date is None:
            return None
        return (date.fromisoformat(self.after.date) - date.fromisoformat(self.before.date)).days

    def _repr_html_(self) -> str:
        """For notebooks: a small table, and the warnings below; all text escaped."""
        dates = (self.before, self.after)
        rows: list[Row] = [
            ("file", *(date.file for date in dates)),
            ("date", *(date.date or "unknown" for date in dates)),
            ("size", *(f"{date.width} x {date.height} px, {date.bands} x {date.dtype}" for date in dates)),
            ("cloud, snow or glare", *(f"{100 * date.cloud_share:.0f} %" for date in dates)),
        ]
        table = html_table(rows, ("before", "after"), f"Pair {self.pair}")
        return f"<div>{table}{html_table(_common_rows(self))}{html_list(self.warnings)}</div>"


def _common_rows(card: PairCard) -> list[Row]:
    """Rows of the card that concern both dates."""
    shift = card.shift
    return [
        ("CRS", card.crs or "not georeferenced"),
        ("bounds", "unknown" if card.bounds is None else ", ".join(f"{edge:.9g}" for edge in card.bounds)),
        ("pixel on the ground", "unknown" if card.resolution_m is None else f"{card.resolution_m:.3g} m"),
        ("valid ground", "unknown" if card.area_m2 is None else f"{card.area_m2:,.0f} m²"),
        ("covered by both dates", f"{100 * card.overlap:.3g} % of the first image"),
        ("no data", f"{100 * card.nodata_share:.3g} % of the common ground"),
        ("values", card.values),
        ("shift between the dates", f"{shift.pixels:.1f} px" if shift and shift.sure else "not known for sure"),
    ]


def inspect(pair: ImagePair) -> PairCard:
    """Inspect a pair by its headers, a sketch of both dates and nine windows; only small pairs are read whole."""
    grid = pair.georeference
    with pair.reading() as reader:
        sketches = reader.sketches()
        pictures = [pair.stretch.to_rgb(sketch) for sketch in sketches]
        identical = np.array_equal(pictures[0], pictures[1]) and _all_equal(pair, reader)
    valid = sketches[0].valid & sketches[1].valid
    clouds = [cloud_share(picture, sketch.valid) for picture, sketch in zip(pictures, sketches, strict=True)]
    dates = [
        DateCard(source.name, source.width, source.height, source.bands, source.dtype, source.date, share)
        for source, share in zip(pair.sources, clouds, strict=True)
    ]
    shift = None if identical else pair.shift
    covered = float(valid.mean())
    photographs = not any(source.content is not None for source in pair.sources)
    clouded = _cloud_warnings(dates) if photographs else ()
    radar = all(source.content is not None and source.content.kind == "radar" for source in pair.sources)
    of_pictures = (
        *(_content_warnings(pair) if radar else ()),
        *(resolution_warnings(pair) if photographs else ()),
        *(_blank_warnings(pair, pictures, sketches) if photographs else ()),
        *_unsure_warnings(shift, identical=identical),
        *(pair.picture_notes if photographs else ()),
    )
    return PairCard(
        pair=pair.id,
        before=dates[0],
        after=dates[1],
        crs=grid.crs if grid else None,
        bounds=grid.bounds if grid else None,
        resolution_m=grid.resolution_m if grid else None,
        area_m2=grid.area * covered if grid else None,
        overlap=covered * pair.grid.overlap,
        nodata_share=1 - covered,
        values=pair.stretch.kind,
        shift=shift,
        identical=identical,
        warnings=(
            *_sameness_warnings(identical=identical),
            *_shift_warnings(shift),
            *(() if radar else _content_warnings(pair)),
            *(note for note in pair.notes if note not in pair.picture_notes),
            *_nodata_warnings(1 - covered),
            *clouded,
            *of_pictures,
        ),
        picture_warnings=of_pictures,
    )


def _all_equal(pair: ImagePair, reader: PairReader) -> bool:
    """Whether no pixel differs: by the bytes of the files, which are few where a small file declares a large image."""
    first, second = pair.fingerprints
    if first == second and pair.corrected is None:
        return True
    if pair.size[0] * pair.size[1] > MAX_COMPARED:
        return False
    parts = (reader.read(window) for window in blocks(pair.size))
    return all(np.array_equal(part.before, part.after) for part in parts)


def _sameness_warnings(*, identical: bool) -> tuple[str, ...]:
    if not identical:
        return ()
    return (
        notice("identical", "The two images are identical, pixel for pixel: check that the right files were given."),
    )


def resolution_warnings(pair: ImagePair) -> tuple[str, ...]:
    """Warnings where pixels are far finer or coarser than in training, or upsampled from a coarser image."""
    grid, native = pair.georeference, pair.coarsest_m
    if grid is None or native is None:
        return ()
    (low, high), resolution = FIT_RESOLUTION_M, grid.resolution_m
    width, height = grid.pixel_sides_m
    found = []
    if not low * 0.99 <= resolution <= high * 1.01:
        found.append(_unfit(resolution, native))
    elif native > high * 1.01:
        found.append(
            notice(
                "coarser-image",
                "One image has pixels of {native:.2g} m and shows less than the {resolution:.2g} m of the grid.",
                native=native,
                resolution=resolution,
            )
        )
    if max(width, height) > MAX_ASPECT_RATIO * min(width, height):
        found.append(
            notice(
                "oblong-pixels",
                "Pixels are {width:.2g} m wide and {height:.2g} m high on the ground, so houses look stretched; "
                "make them square with --resample {metres}.",
                width=width,
                height=height,
                metres=str(TRAINED_RESOLUTION_M),
            )
        )
    return tuple(found)


def _unfit(resolution: float, native: float) -> str:
    """A warning of pixels other than those that the network learnt from, resampled or not."""
    low, high = FIT_RESOLUTION_M
    remedy = notice("try-resampling", "; try --resample {metres}", metres=str(TRAINED_RESOLUTION_M))
    return notice(
        "unfit-pixels",
        "A pixel is {resolution:.2g} m on the ground; the network learnt from {trained} m and is reliable from {low} "
        "to {high} m, so expect misses and false alarms{remedy}.",
        resolution=resolution,
        trained=TRAINED_RESOLUTION_M,
        low=low,
        high=high,
        remedy=remedy if native < REFUSED_FROM_M else "",
    )


def _content_warnings(pair: ImagePair) -> tuple[str, ...]:
    return tuple(
        notice(
            "no-photograph",
            "{name} holds {content} and is no photograph: buildings and roads are not looked for{remedy}.",
            name=source.name,
            content=source.content.words,
            remedy=BY_RADAR if source.content.kind == "radar" else "",
        )
        for source in pair.sources
        if source.content is not None
    )


def _unsure_warnings(shift: Shift | None, *, identical: bool) -> tuple[str, ...]:
    """A warning where the images are too unlike, or too plain, to see whether they lie on each other."""
    if shift is None:
        return () if identical else (TOO_LITTLE,)
    if shift.turn:
        return (
            notice(
                "turned",
                "The dates seem turned against each other by about {degrees:.0f} degrees: register them first.",
                degrees=shift.turn,
            ),
        )
    return () if shift.sure or shift.alike else (UNLIKE,)


def _shift_warnings(shift: Shift | None) -> tuple[str, ...]:
    """A warning of an offset that is certain, and large enough to cost accuracy."""
    if shift is not None and not shift.turn and shift.sure and shift.pixels > MAX_HARMLESS:
        return (
            notice(
                "shifted",
                "The second date lies {columns:.1f} px to the {side} and {rows:.1f} px {way}: register it first, since "
                "outlines are compared there.",
                columns=abs(shift.columns),
                side="right" if shift.columns > 0 else "left",
                rows=abs(shift.rows),
                way="down" if shift.rows > 0 else "up",
            ),
        )
    return ()


def _blank_warnings(pair: ImagePair, pictures: Sequence[Pixels], sketches: Sequence[Values]) -> tuple[str, ...]:
    # A PNG or the like with two values is a broken image rather than a class map.
    if pair.sources[0].driver == "GTiff" and is_class_pair(pair):
        return ()
    return tuple(
        notice(
            "blank",
            "{name} shows nothing: its pixels are all but alike; check that it is the right file.",
            name=source.name,
        )
        for source, picture, sketch in zip(pair.sources, pictures, sketches, strict=True)
        if is_blank(picture, sketch.valid)
    )


def _nodata_warnings(share: float) -> tuple[str, ...]:
    if share < NODATA_WARNED_FROM:
        return ()
    return (
        notice(
            "no-data",
            "{share:.0f} % of the common ground has no data on one date or both; nothing is known of it.",
            share=100 * share,
        ),
    )


def _cloud_warnings(dates: list[DateCard]) -> tuple[str, ...]:
    return tuple(
        notice(
            "clouds",
            "{share:.0f} % of {name} looks like cloud, snow or glare; what lies below is not seen.",
            share=100 * date.cloud_share,
            name=date.file,
        )
        for date in dates
        if date.cloud_share >= CLOUDS_WARNED_FROM
    )
