"""`terradelta fetch`: two dates of imagery of a place, from a STAC API. Knows options and words, no pixels."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Optional

import typer

from ui.progress import progress_bar


def fetch(
    before: Annotated[str, typer.Option(help="The earlier day, as in 2021-06-30.", show_default=False)],
    after: Annotated[str, typer.Option(help="The later day.", show_default=False)],
    collection: Annotated[
        str, typer.Option(help="What the API calls the imagery, as in sentinel-2-l2a.", show_default=False)
    ],
    bbox: Annotated[
        Optional[str],  # noqa: UP045 - typer reads this form on every version
        typer.Option(help="west,south,east,north in degrees.", show_default=False),
    ] = None,
    place: Annotated[
        Optional[str],  # noqa: UP045 - typer reads this form on every version
        typer.Option(help="Instead of --bbox a place by name, as in Bungku or 'Lahr, DE'.", show_default=False),
    ] = None,
    size: Annotated[float, typer.Option(help="Kilometres of the side of the square around --place.")] = 2.0,
    api: Annotated[Optional[str], typer.Option(help="Root of a STAC API; default: Earth Search.")] = None,  # noqa: UP045
    out: Annotated[Path, typer.Option(help="Folder for before.tif and after.tif.")] = Path("terradelta-out"),
    bands: Annotated[str, typer.Option(help="Names of assets or bands.")] = "red,green,blue",
    resolution: Annotated[
        Optional[float],  # noqa: UP045 - typer reads this form on every version
        typer.Option(help="Metres a pixel; default: the imagery's own."),
    ] = None,
    days: Annotated[int, typer.Option(help="How far scenes may lie from the days.", min=0, max=3660)] = 15,
    cloud: Annotated[float, typer.Option(help="Percent of cloud that a scene may have.", min=0, max=100)] = 30,
    allow_host: Annotated[
        Optional[list[str]],  # noqa: UP045 - typer reads this form on every version
        typer.Option(help="Another host that may be contacted; may be given again.", show_default=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Get two dates of imagery of one place through a STAC API, ready for terradelta ask."""
    from tools.json_values import to_json
    from tools.stac.fetch import fetch_pair
    from tools.stac.request import EARTH_SEARCH, read_request

    request = read_request(
        _box(bbox, place, size),
        before,
        after,
        bands,
        allow_host or (),
        collection=collection,
        api=api or EARTH_SEARCH,
        resolution=resolution,
        days=days,
        cloud=cloud,
    )
    with progress_bar("fetching") as report:
        pair = fetch_pair(request, out, report)
    if as_json:
        print(json.dumps(to_json(pair)))
        return
    for image in (pair.before, pair.after):
        scenes = ", ".join(f"{scene.id} ({scene.share:.0%})" for scene in image.scenes)
        print(f"{image.path}: {image.date}, {image.clear:.0%} clear, from {scenes}")
    print(f'Now ask: terradelta ask {pair.before.path} {pair.after.path} "What has changed?"')
    for note in pair.notes:
        print(f"Warning: {note}", file=sys.stderr)


def _box(bbox: str | None, place: str | None, size: float) -> str:
    """The area that is stated, or a square around a place."""
    from tools.errors import ImageryError
    from tools.stac.gazetteer import find_place, square_around

    if (bbox is None) == (place is None):
        raise ImageryError("Say where: give either --bbox west,south,east,north or --place NAME.")
    if place is None:
        return bbox or ""
    found = find_place(place)
    print(f"{found}: a square of {size:g} km around it.", file=sys.stderr)
    return square_around(found, size)
