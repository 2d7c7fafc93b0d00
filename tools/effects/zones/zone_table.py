"""Zones with an outcome, a treatment and covariates, from a table or a vector file, checked before a fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

import numpy as np
import numpy.typing as npt
from shapely.geometry.base import BaseGeometry

from tools.errors import ZoneEffectError
from tools.notices import notice
from tools.polygons.attribute_table import read_table
from tools.polygons.features import Attribute, Feature
from tools.polygons.polygon_source import PolygonSource

Numbers = npt.NDArray[np.float64]
LEAST_ZONES, LEAST_EACH = 100, 25
"""Zones below which differences of effects cannot be told, in all and with each treatment."""
MOST_COLUMNS = 4_096
YES, NO = ("1", "1.0", "true", "yes", "treated"), ("0", "0.0", "false", "no", "control")
PLACES = (("x", "y"), ("longitude", "latitude"), ("lon", "lat"))
"""Columns that place a zone without a shape."""


@dataclass(frozen=True)
class CovariateSet:
    """Covariates that are used together: those of a table, of an image, or of a sequence of images."""

    name: str
    columns: tuple[str, ...]
    values: Numbers
    """(zones, columns)."""


@dataclass(frozen=True)
class ZoneTable:
    """The zones that are used, and their columns as arrays of the same order."""

    names: tuple[str, ...]
    outcome: Numbers
    treated: npt.NDArray[np.bool_]
    sets: tuple[CovariateSet, ...]
    """In the order in which they were given: the first one is what map and groups are made by."""
    probability: Numbers | None
    """Of treatment, where it is known from the design of a trial."""
    places: Numbers | None
    """(zones, 2) x and y in any unit; None where no zone is placed."""
    blocks: tuple[str, ...] | None
    """Names of the blocks that a person states; None: made of the places."""
    shapes: tuple[BaseGeometry | None, ...]
    crs: str | None
    """Of the shapes."""
    left_out: int
    """Zones with a value missing."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table are what."""

    outcome: str
    treatment: str
    covariates: Mapping[str, Sequence[str]]
    """Names or patterns with * of columns, by the name of their set."""
    probability: str | None = None
    block: str | None = None
    id: str | None = None


def read_zones(source: PolygonSource, columns: Columns) -> ZoneTable:
    """The zones of a file.

    Args:
        source: CSV, GeoPackage, GeoJSON or another vector file; a row or feature a zone.
        columns: which are what.

    Raises:
        AreaError: the file cannot be read.
        ZoneEffectError: a column is missing or no number, or the zones are too few for any answer.
    """
    layer = read_table(source)
    features = tuple(layer.features)
    chosen = {name: _matching(features, patterns) for name, patterns in columns.covariates.items()}
    _check_columns(features, columns, chosen)
    needed = [columns.outcome, *(one for listed in chosen.values() for one in listed)]
    needed += [one for one in (columns.treatment, columns.probability, columns.block) if one is not None]
    whole = [one for one in features if all(one.attributes.get(name) is not None for name in needed)]
    treated = np.array([_is_treated(one, columns.treatment) for one in whole], bool)
    _check_size(len(whole), len(features) - len(whole), treated)
    return ZoneTable(
        names=_names(whole, columns.id),
        outcome=_column(whole, columns.outcome),
        treated=treated,
        sets=tuple(_set(whole, name, listed) for name, listed in chosen.items()),
        probability=None if columns.probability is None else _probability(whole, columns.probability),
        places=_places(whole),
        blocks=None if columns.block is None else tuple(str(one.attributes[columns.block]) for one in whole),
        shapes=tuple(one.shape for one in whole),
        crs=None if layer.crs is None else str(layer.crs.to_string()),
        left_out=len(features) - len(whole),
    )


def _matching(features: Sequence[Feature], patterns: Sequence[str]) -> tuple[str, ...]:
    """Columns that names or patterns name, each once."""
    known = list(features[0].attributes)
    found: dict[str, None] = {}
    for pattern in patterns:
        named = [name for name in known if name == pattern or fnmatchcase(name, pattern)]
        if not named:
            raise _no_column(pattern, known)
        found |= dict.fromkeys(named)
    return tuple(found)


def _check_columns(features: Sequence[Feature], columns: Columns, chosen: Mapping[str, Sequence[str]]) -> None:
    known = list(features[0].attributes)
    for name in (columns.outcome, columns.treatment, columns.probability, columns.block, columns.id):
        if name is not None and name not in known:
            raise _no_column(name, known)
    if not chosen or any(len(listed) > MOST_COLUMNS for listed in chosen.values()):
        raise ZoneEffectError(
            notice("zone-covariates", "Name 1 to {most} covariates a set, known before treatment.", most=MOST_COLUMNS)
        )
    for listed in chosen.values():
        for name in (columns.outcome, columns.treatment):
            if name in listed:
                text = "{column} is what is explained, so it cannot be a covariate, too; leave it out of them."
                raise ZoneEffectError(notice("zone-own-covariate", text, column=name))


def _no_column(name: str, known: Sequence[str]) -> ZoneEffectError:
    text = "There is no column {name}; there is {known}."
    return ZoneEffectError(notice("zone-no-column", text, name=name, known=", ".join(known[:12])))


def _check_size(zones: int, left_out: int, treated: npt.NDArray[np.bool_]) -> None:
    each = min(int(treated.sum()), int((~treated).sum()))
    if zones < LEAST_ZONES:
        text = (
            "{count} zones with all values are too few to tell where an effect is larger ({left} more lack a value); "
            "about {least} or more would be needed."
        )
        raise ZoneEffectError(notice("zones-too-few", text, count=zones, left=left_out, least=LEAST_ZONES))
    if each < LEAST_EACH:
        text = (
            "{treated} zones were treated and {others} were not; at least {least} of each would be needed to compare "
            "them."
        )
        told = {"treated": int(treated.sum()), "others": int((~treated).sum()), "least": LEAST_EACH}
        raise ZoneEffectError(notice("zones-of-one-treatment", text, **told))


def _is_treated(feature: Feature, column: str) -> bool:
    value = str(feature.attributes[column]).strip().lower()
    if value not in (*YES, *NO):
        text = "Row {row} has {value} in {column}; treatment is written 1 or 0."
        value = repr(feature.attributes[column])
        raise ZoneEffectError(notice("zone-treatment", text, row=feature.number, value=value, column=column))
    return value in YES


def _number(feature: Feature, column: str) -> float:
    value: Attribute = feature.attributes[column]
    if isinstance(value, (bool, int, float)):
        return float(value)
    text = "Row {row} has {value} in {column}, where a number is needed; code classes as columns of 0 and 1."
    raise ZoneEffectError(notice("zone-no-number", text, row=feature.number, value=repr(value), column=column))


def _column(whole: Sequence[Feature], name: str) -> Numbers:
    values = np.array([_number(one, name) for one in whole])
    if values.min() == values.max():
        text = "{column} is {value:g} in all zones; an outcome that differs between zones would be needed."
        raise ZoneEffectError(notice("zone-constant", text, column=name, value=float(values[0])))
    return values


def _probability(whole: Sequence[Feature], name: str) -> Numbers:
    values = np.array([_number(one, name) for one in whole])
    if not ((values > 0) & (values < 1)).all():
        text = "{column} must hold probabilities of treatment between 0 and 1, without these."
        raise ZoneEffectError(notice("zone-probability", text, column=name))
    return values


def _set(whole: Sequence[Feature], name: str, columns: Sequence[str]) -> CovariateSet:
    values = np.array([[_number(one, column) for column in columns] for one in whole])
    varies = values.min(0) < values.max(0)
    if not varies.any():
        text = "The covariates of {set} are the same in all zones; name some that differ."
        raise ZoneEffectError(notice("zone-constant-covariates", text, set=name))
    kept = tuple(column for column, differs in zip(columns, varies, strict=True) if differs)
    return CovariateSet(name, kept, values[:, varies])


def _names(whole: Sequence[Feature], column: str | None) -> tuple[str, ...]:
    if column is None:
        return tuple(str(one.number) for one in whole)
    return tuple(str(one.attributes.get(column) or one.number) for one in whole)


def _places(whole: Sequence[Feature]) -> Numbers | None:
    """A point in each zone; None where a zone has neither shape nor coordinates."""
    if all(one.shape is not None and not one.shape.is_empty for one in whole):
        points = [one.shape.representative_point() for one in whole if one.shape is not None]
        return np.array([[point.x, point.y] for point in points])
    for pair in PLACES:
        if all(isinstance(one.attributes.get(name), (int, float)) for one in whole for name in pair):
            return np.array([[_number(one, name) for name in pair] for one in whole])
    return None
