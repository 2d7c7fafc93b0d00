"""The command `terradelta radar`: what changed between radar images of two or more dates."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from ui import options
from ui.progress import progress_bar

if TYPE_CHECKING:
    from tools.radar.radar_change import RadarChange

Images = Annotated[
    list[Path],
    typer.Argument(
        help="Sentinel-1 images of VV and VH (GeoTIFF, power or decibels), one a date; a folder with a file a "
        "polarisation for each; or one folder with all dates.",
        show_default=False,
    ),
]
Looks = Annotated[
    Optional[float],  # noqa: UP045
    typer.Option(help="Equivalent number of looks, 4.4 for GRD of 10 m; default: estimated where nothing changed."),
]
Alpha = Annotated[float, typer.Option(help="Share of unchanged pixels that may be flagged by chance.")]
Bands = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(help="Polarisations of the bands, in order: VV,VH; default: the files tell."),
]
MinArea = Annotated[
    Optional[float],  # noqa: UP045
    typer.Option(help="Leave out smaller pieces: square metres, pixels if not georeferenced. Default: 20 pixels."),
]
Dem = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option(help="Elevations in metres: likely open water is told on flat ground alone."),
]
ValueUnit = Annotated[str, typer.Option("--unit", help="power, db or auto: what the numbers are; auto: they tell.")]
MixedOrbits = Annotated[bool, typer.Option("--mixed-orbits", help="Compare dates of different orbits all the same.")]


def radar(
    images: Images,
    out: options.Out = options.FOLDER / "radar",
    looks: Looks = None,
    alpha: Alpha = 0.01,
    bands: Bands = None,
    min_area: MinArea = None,
    dem: Dem = None,
    unit: ValueUnit = "auto",
    mixed_orbits: MixedOrbits = False,
    as_json: options.Json = False,
) -> None:
    """Map what changed between radar images, also under clouds: areas, direction, likely open water."""
    from agent.wording import told
    from tools.radar.acquisitions.radar_scene import radar_request
    from tools.radar.map_change import RadarTest, radar_change

    request = radar_request(bands, unit, mixed_orbits=mixed_orbits)
    with progress_bar("looking") as report:
        found = radar_change(images, out, RadarTest(looks, alpha, min_area, dem), request, report)
    if as_json:
        print(json.dumps(_json(found)))
        return
    print(told(replace(found, warnings=())))
    for name, layer in found.maps:
        print(f"  {name}: {layer}")
    options.warn(found.warnings)


def _json(found: RadarChange) -> dict[str, Any]:
    """The object of the contract, with areas beside it."""
    from tools.json_values import to_json

    whole = to_json(found)
    head = {
        "dates": whole["dates"],
        "looks": found.looks,
        "changed_share": found.changed.share,
        "layers": dict(found.map_layers),
        "picture": dict(found.maps)["picture"],
    }
    beside = {name: value for name, value in whole.items() if name not in (*head, "pair", "maps", "about")}
    return head | beside
