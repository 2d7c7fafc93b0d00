"""The tool on radar images. Its docstring is what a model reads."""

from __future__ import annotations

from tools.catalogue.declaration import tool
from tools.measurements import radar_maps
from tools.radar.map_change import DEFAULT_ALPHA
from tools.radar.radar_change import RadarAbout, RadarChange
from tools.workspace.workspace import Workspace


@tool(
    ability="tell from radar what changed under clouds, and likely open water",
    example="What does the radar tell under the clouds?",
    network="never",
    phrases=("what changed by radar", "what changed under the clouds", "radar change"),
)
def radar_change(
    workspace: Workspace,
    about: RadarAbout = "change",
    looks: float | None = None,
    alpha: float = DEFAULT_ALPHA,
    pair: str | None = None,
) -> RadarChange:
    """Tell what changed between radar images (Sentinel-1), also under clouds, and where likely open water is or is new.

    Args:
        about: What is asked: change of any kind, flood (new open water), water (open water at each date), certainty.
        looks: Equivalent number of looks, where the person states it; leave out to have it estimated.
        alpha: Share of unchanged pixels that may be flagged by chance.
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        Ground that changed, brighter, darker or mixed, in pixels, share and m²; likely open water at both dates, new
        and gone; looks, level and minimum mapping unit of the test; layer ids of maps and picture.
    """
    return radar_maps.radar_change(workspace, workspace.pair(pair), about, looks, alpha)
