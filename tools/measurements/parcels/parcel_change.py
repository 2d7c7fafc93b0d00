"""What changed in a person's parcels between two dates: ranked, judged by a rule, with table, files and picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from tools.errors import StatementError
from tools.measurements.parcels.parcel_files import can_write_parquet, files_table, write_parquet
from tools.measurements.parcels.parcel_picture import write_picture
from tools.measurements.parcels.parcel_table import ALL, ParcelTable, Share, parcel_table
from tools.notices import listed, notice, term
from tools.outputs.vectors import write_csv, write_gpkg
from tools.pairs.areas import LeftOut
from tools.pairs.pair import ImagePair
from tools.parcels.verdict_rules import Verdict, VerdictRule, Way, read_rule
from tools.paths import file_stem
from tools.workspace.workspace import Workspace

MAX_NAMED = 5
BY_BANDS = "from-to map of land cover summed up by parcel; limits as errors of both maps can move a share"


@dataclass(frozen=True, slots=True)
class ParcelRow:
    """One parcel."""

    parcel: str
    """Its name or id in the file."""
    pixels: int
    """That changed as asked."""
    share: float
    """Of its known pixels, 0-1."""
    low_share: float
    """Lower limit of it."""
    high_share: float
    area_m2: float | None
    unknown_share: float
    """Of all its pixels in the images, 0-1."""
    ndvi_difference: float | None
    """Mean, later less earlier."""
    verdict: Verdict | None
    """By the rule; None where none is set."""


@dataclass(frozen=True, slots=True)
class ParcelChange:
    """Parcels by how much of each changed as asked, most first."""

    pair: str
    zones: str
    """Artefact id of the parcels."""
    kind: str
    """What is asked about: any, water, trees, vegetation, snow, bare, building, road."""
    way: Way
    parcels: int
    """How many were measured."""
    unmeasured: int
    """Of these, how many have no known pixel."""
    touched: int
    """In how many any pixel changed as asked."""
    certain: int
    """In how many more changed than errors of the maps can make."""
    has_limits: bool
    pixels: int
    """That changed as asked, in all parcels together; where parcels overlap, in each of them."""
    area_m2: float | None
    rows: tuple[ParcelRow, ...]
    """The first of them, the largest share first."""
    rule: str | None
    """As the person wrote it."""
    holds: int
    """In how many parcels the rule holds beyond doubt."""
    undecided: int
    """In how many the limits of the share leave it open."""
    accuracy: float | None
    """Of each map, for the limits."""
    method: str
    table: str
    """Artefact id of the table with all parcels."""
    files: tuple[str, ...]
    """Artefact ids of picture, GeoPackage, and GeoParquet where it can be written."""
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def layers(self) -> tuple[str, ...]:
        """Artefact ids of the files that show it."""
        return self.files

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences about features that became no parcels, parcels that overlap, and the maps."""
        return (*(one.told("parcel") for one in self.left_out), *self.notes)


@dataclass(frozen=True, slots=True)
class ParcelWish:
    """What is asked of parcels."""

    kind: str | None = None
    """None: that of the rule; without a rule any change."""
    way: Way | None = None
    """None: that of the rule, or lost, or changed where kinds have no way."""
    rule: str | None = None
    k: int = 5
    zones: str | None = None


def parcel_change(workspace: Workspace, pair: ImagePair, wish: ParcelWish) -> ParcelChange:
    """How much of each parcel changed, with a table, a GeoPackage, a GeoParquet file and a picture of all.

    Raises:
        StatementError: the rule is none, or the images do not tell its kind of ground.
        NoZonesError, UnknownZonesError, AreaError: there are no such parcels, or their file cannot be used.
        InputError: as for `Workspace.told_change`.
    """
    rule = None if wish.rule is None else read_rule(wish.rule)
    artefact, given = workspace.zones(pair, wish.zones)
    table = parcel_table(workspace, pair, given)
    kind, way = _asked(table, wish, rule)
    verdicts = None if rule is None else judged(table, rule)
    files, csv = _written(workspace, pair, table, (kind, way), rule, verdicts, artefact.id.partition(":")[2])
    found = _told(pair, table, table.shares[kind, way], verdicts, wish.k)
    return replace(
        found, zones=artefact.id, kind=kind, way=way, rule=None if rule is None else rule.words, table=csv,
        files=files, left_out=given.left_out, notes=tuple(_notes(table)),
    )  # fmt: skip


def _asked(table: ParcelTable, wish: ParcelWish, rule: VerdictRule | None) -> tuple[str, Way]:
    """What is ranked by: what is asked for, else what the rule is about, else any change."""
    kind = wish.kind or (rule.kind if rule else ALL)
    ways = [way for name, way in table.shares if name == kind]
    way = wish.way or (rule.way if rule and rule.kind == kind else None)
    if not ways:
        _refuse(table, kind)
    return kind, way if way in ways else ways[0]


def _refuse(table: ParcelTable, kind: str) -> None:
    known = listed([term("parcel-kind", name) for name in dict.fromkeys(name for name, _ in table.shares)])
    text = "These images do not tell {kind} in parcels; they tell {known}."
    raise StatementError(notice("no-kind-in-parcels", text, kind=term("parcel-kind", kind), known=known))


def judged(table: ParcelTable, rule: VerdictRule) -> tuple[Verdict, ...]:
    """The verdict on each parcel.

    Raises:
        StatementError: the images do not tell the kind of ground.
    """
    share = table.shares.get((rule.kind, rule.way))
    if share is None:
        _refuse(table, f"{rule.kind} {rule.way}")
        raise AssertionError
    rows = zip(share.low, share.high, table.known_pixels, strict=True)
    return tuple(rule.verdict(float(low), float(high)) if known else "unknown" for low, high, known in rows)


def _written(
    workspace: Workspace, pair: ImagePair, table: ParcelTable, key: tuple[str, Way], rule: VerdictRule | None,
    verdicts: tuple[Verdict, ...] | None, stem: str,
) -> tuple[tuple[str, ...], str]:  # fmt: skip
    """Artefact ids of picture and map files, and of the table."""
    kept = workspace.artefacts.keep
    parts = ["parcels", stem, *([] if rule is None else [rule.words.replace("<", "under").replace(">", "over")])]
    name = file_stem("-".join(parts))
    whole = files_table(table, pair.georeference, rule, verdicts)
    csv = kept(pair.id, "zone_table", f"{name}.csv", lambda path: write_csv(path, whole))
    picture = kept(
        pair.id, "zone_map", f"{name}-{key[0]}-{key[1]}.png",
        lambda path: write_picture(path, pair, table, key, verdicts),
    )  # fmt: skip
    gpkg = kept(pair.id, "zone_map", f"{name}.gpkg", lambda path: write_gpkg(path, whole, "parcels"))
    files = [picture.id, gpkg.id]
    if can_write_parquet():
        parquet = kept(pair.id, "zone_map", f"{name}.parquet", lambda path: write_parquet(path, whole))
        files.append(parquet.id)
    return tuple(files), csv.id


def order(share: Share) -> npt.NDArray[np.int64]:
    """Places of parcels, the largest share first, unknown ones last; of equal ones in the order of the file."""
    found: npt.NDArray[np.int64] = np.argsort(-np.nan_to_num(share.share, nan=-1.0), kind="stable")
    return found


def _told(
    pair: ImagePair, table: ParcelTable, share: Share, verdicts: tuple[Verdict, ...] | None, k: int
) -> ParcelChange:
    known = table.known_pixels > 0
    rows = [_row(table, share, verdicts, int(place)) for place in order(share)[:k] if share.pixels[place]]
    total = float(share.area_m2.sum()) if table.has_areas else None
    certain = int((share.low[known] > 0).sum())
    return ParcelChange(
        pair.id, "", "", "changed", len(known), int((~known).sum()), int((share.pixels > 0).sum()), certain,
        table.by_bands, int(share.pixels.sum()), total, tuple(rows), None,
        0 if verdicts is None else verdicts.count("yes"), 0 if verdicts is None else verdicts.count("open"),
        table.accuracy, BY_BANDS if table.by_bands else table.method, "", (),
    )  # fmt: skip


def _row(table: ParcelTable, share: Share, verdicts: tuple[Verdict, ...] | None, place: int) -> ParcelRow:
    known, unknown = int(table.known_pixels[place]), int(table.unknown_pixels[place])
    difference = None if table.index_difference is None else float(table.index_difference[place])
    return ParcelRow(
        table.zones.areas[place].name, int(share.pixels[place]), float(share.share[place]), float(share.low[place]),
        float(share.high[place]), float(share.area_m2[place]) if table.has_areas else None,
        unknown / max(1, known + unknown), None if difference is None or np.isnan(difference) else difference,
        None if verdicts is None else verdicts[place],
    )  # fmt: skip


def _notes(table: ParcelTable) -> Iterator[str]:
    pairs = table.grid.overlapping
    if len(pairs):
        names = [f"{table.zones.areas[one].name} / {table.zones.areas[other].name}" for one, other in pairs[:MAX_NAMED]]
        more = ", ..." if len(pairs) > MAX_NAMED else ""
        yield notice(
            "parcels-overlap",
            "Parcels overlap ({count:,} pairs: {named}); each is measured on its own, so their sum counts ground "
            "that they share twice.",
            count=len(pairs),
            named=", ".join(names) + more,
        )
    if not can_write_parquet():
        yield notice(
            "no-parquet", "No GeoParquet file is written, since pyarrow is not installed (the extra `parquet` has it)."
        )
    yield from table.warnings
