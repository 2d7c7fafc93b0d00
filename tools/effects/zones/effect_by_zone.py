"""A table of zones to effects over them and their files."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tools.effects.zones.estimate import Fitted, estimate
from tools.effects.zones.zone_effects import ZoneEffects
from tools.effects.zones.zone_files import write_picture, write_zone_map, write_zone_table, zone_rows
from tools.effects.zones.zone_table import Columns, ZoneTable, read_zones
from tools.errors import ZoneEffectError
from tools.notices import notice
from tools.polygons.attribute_table import read_table
from tools.polygons.features import Feature
from tools.polygons.polygon_source import PolygonSource

PICTURE, TABLE, MAP = "zone-effects.png", "zone-effects.csv", "zone-effects.gpkg"
OUTCOMES = ("outcome", "result", "response", "y")
TREATMENTS = ("treatment", "treated", "programme", "program", "intervention", "w")
"""Names by which columns are known where no one names them."""
NO_COVARIATES = frozenset("id fid zone zones name x y lon lat longitude latitude area area_m2".split())
NUMBERED = re.compile(r"(?P<stem>.*?)[_-]?\d+")
LEAST_OF_A_SET = 3
"""Numbered columns of one stem that are a set of their own: the parts of an embedding."""
ALL = "together"


def effects_over_zones(
    source: PolygonSource, columns: Columns, folder: Path, seed: int = 0
) -> tuple[ZoneEffects, tuple[Path, ...]]:
    """Estimate effects over the zones of a file, and write picture, table and map; errors as for `fitted_zones`."""
    table, fitted = fitted_zones(source, columns, seed)
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / PICTURE, folder / TABLE]
    rows = zone_rows(table, fitted)
    write_picture(files[0], table, fitted)
    write_zone_table(files[1], rows)
    if rows.geometry.notna().any():
        files.append(folder / MAP)
        write_zone_map(files[2], rows)
    return replace(fitted.effects, chart=PICTURE, table=TABLE), tuple(files)


def fitted_zones(source: PolygonSource, columns: Columns, seed: int = 0) -> tuple[ZoneTable, Fitted]:
    """The zones of a file, and what was estimated on them.

    Raises:
        AreaError: the file cannot be read.
        ZoneEffectError: its columns or zones do not allow it.
    """
    table = read_zones(source, columns)
    return table, estimate(table, columns.outcome, columns.treatment, seed)


def usual_columns(source: PolygonSource, outcome: str | None, treatment: str | None) -> Columns:
    """The columns of a file by their usual names, where no one names them; all other numbers are covariates.

    Raises:
        AreaError: the file cannot be read.
        ZoneEffectError: no column is known for outcome or treatment, or none is left as covariate.
    """
    features = tuple(read_table(source).features)
    known = tuple(features[0].attributes)
    explained = outcome or _usual(known, OUTCOMES, "outcome")
    treated = treatment or _usual(known, TREATMENTS, "treatment")
    taken = NO_COVARIATES | {explained.lower(), treated.lower()}
    rest = [name for name in known if name.lower() not in taken and _is_number(features, name)]
    if not rest:
        text = "The zones have no other column of numbers; covariates known before treatment would be needed."
        raise ZoneEffectError(notice("zones-no-covariates", text))
    identity = next((name for name in known if name.lower() in ("id", "zone", "name")), None)
    return Columns(explained, treated, _sets(rest), id=identity)


def _usual(known: Sequence[str], names: Sequence[str], role: str) -> str:
    found = next((column for name in names for column in known if column.lower() == name), None)
    if found is None:
        text = "No column of the zones is named {role}; say which of {known} it is."
        raise ZoneEffectError(notice("zones-which-column", text, role=role, known=", ".join(known[:12])))
    return found


def _is_number(features: Sequence[Feature], name: str) -> bool:
    values = [one.attributes.get(name) for one in features]
    return all(value is None or isinstance(value, (int, float)) for value in values) and any(
        value is not None for value in values
    )


def _sets(columns: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """All columns; beside them those that are numbered alike, and those that are not numbered."""
    stems: dict[str, list[str]] = {}
    for name in columns:
        numbered = NUMBERED.fullmatch(name)
        stems.setdefault(numbered["stem"] if numbered is not None else "", []).append(name)
    parts = {stem or "table": tuple(names) for stem, names in stems.items() if not stem or len(names) >= LEAST_OF_A_SET}
    return {ALL: tuple(columns)} | (parts if len(parts) > 1 else {})
