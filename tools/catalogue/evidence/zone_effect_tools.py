"""The tool on effects that differ over zones. Its docstring is what a model reads."""

from __future__ import annotations

from dataclasses import replace

from tools.catalogue.declaration import tool
from tools.effects.zones.effect_by_zone import PICTURE, TABLE, fitted_zones, usual_columns
from tools.effects.zones.zone_effects import ZoneEffects
from tools.effects.zones.zone_files import write_picture, write_zone_table, zone_rows
from tools.workspace.workspace import Workspace

EFFECTS = "effects"
"""In place of a pair's id: the files belong to the zones."""


@tool(
    ability="tell where a programme was most effective over zones with an outcome and a treatment",
    example="Where was the programme most effective?",
    network="never",
    phrases=("most effective", "treatment effect", "effect by zone", "heterogeneous effect"),
)
def effect_by_zone(workspace: Workspace, outcome: str | None = None, treatment: str | None = None) -> ZoneEffects:
    """Tell where a treatment had larger effects over the open zones, by their columns, and whether that can be told.

    Args:
        outcome: Column of what the programme should change; leave out where it is named outcome.
        treatment: Column of 1 (treated) and 0; leave out where it is named treatment, treated or programme.

    Returns:
        Mean effect, effect in the thirds with the largest and smallest predicted effects (of data that the prediction
        did not see), AUTOC and QINI of each set of covariates by T- and X-learner, covariates that tell the groups
        apart, zones with the largest predicted effects, ids of picture and table.
    """
    _, source = workspace.zone_source()
    columns = usual_columns(source, outcome, treatment)
    table, fitted = fitted_zones(source, columns)
    keep, rows = workspace.artefacts.keep, zone_rows(table, fitted)
    chart = keep(
        EFFECTS, "effect_chart", f"{columns.outcome}-{PICTURE}", lambda path: write_picture(path, table, fitted),
        filtered=False,
    )  # fmt: skip
    told = keep(
        EFFECTS, "effect_table", f"{columns.outcome}-{TABLE}", lambda path: write_zone_table(path, rows), filtered=False
    )
    return replace(fitted.effects, chart=chart.id, table=told.id)
