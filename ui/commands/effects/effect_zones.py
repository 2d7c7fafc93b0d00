"""`terradelta effect-zones`: where a programme was most effective, and whether that can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional

import typer

from ui import options

if TYPE_CHECKING:
    from tools.effects.zones.zone_table import Columns

UNNAMED = "covariates"
"""Name of a set that is given without one."""


def effect_zones(
    table: Annotated[str, typer.Argument(help="CSV, GeoPackage or GeoJSON with a row a zone.", show_default=False)],
    outcome: Annotated[str, typer.Option(help="Column of what the programme should change.", show_default=False)],
    treatment: Annotated[str, typer.Option(help="Column of 1 (treated) and 0.", show_default=False)],
    covariates: Annotated[
        list[str],
        typer.Option(
            help="Columns known before treatment: a,b,c* or NAME=a,b,c*; given again, sets are held against each "
            "other, and map and groups are those of the first.",
            show_default=False,
        ),
    ],
    probability: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(help="Column of the probability of treatment, where the design tells it; default: estimated."),
    ] = None,
    block: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(help="Column of blocks whose zones belong together; default: by nearness."),
    ] = None,
    zone_id: options.ZoneId = None,
    seed: Annotated[int, typer.Option(help="Of the dice.", min=0)] = 0,
    out: options.Out = options.FOLDER / "effects",
    as_json: options.Json = False,
) -> None:
    """Tell where a treatment had the larger effects over zones, by covariates, with standard errors."""
    from agent.wording import told
    from tools.effects.zones.effect_by_zone import effects_over_zones
    from tools.json_values import to_json
    from tools.polygons.polygon_source import PolygonSource

    columns = _columns(outcome, treatment, covariates, probability, block, zone_id)
    effects, files = effects_over_zones(PolygonSource.named(table), columns, out, seed)
    if as_json:
        options.print_json(to_json(effects) | {"files": {path.name: str(path) for path in files}})
        return
    print(told(effects))
    for path in files:
        print(f"  {path.name}: {path}")


def _columns(
    outcome: str, treatment: str, covariates: list[str], probability: str | None, block: str | None, zone_id: str | None
) -> Columns:
    from tools.effects.zones.zone_table import Columns

    sets: dict[str, tuple[str, ...]] = {}
    for text in covariates:
        name, equals, listed = text.partition("=")
        name, listed = (name.strip(), listed) if equals else (UNNAMED, text)
        names = tuple(one.strip() for one in listed.split(",") if one.strip())
        if not names or not name or name in sets:
            raise typer.BadParameter(f"{text} is no set of covariates; write a,b,c or NAME=a,b,c, each name once.")
        sets[name] = names
    return Columns(outcome, treatment, sets, probability, block, zone_id)
