"""Tools on the ground, by bands or radar: indices, land cover, change. Their docstrings are what a model reads."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from pydantic import Field

from tools.catalogue.declaration import tool
from tools.change.places import Part
from tools.change.summary import ObjectUnit, Unit
from tools.landcover.land_cover import LandCover
from tools.landcover.spectral_zones import MAX_ZONES, MIN_ZONES
from tools.landcover.transitions.cover_change import Transitions
from tools.measurements import cover_maps as cover_layers
from tools.measurements import index_maps as index_layers
from tools.measurements import radar_maps
from tools.measurements.land.land_change import Cover, LandAspect, LandChange, LandWay, Wish
from tools.measurements.land.land_patches import LandPatches, PatchWay, PatchWish, land_patches
from tools.measurements.land.seen_land import told_land_change
from tools.measurements.parcels.parcel_change import ParcelChange, ParcelWish
from tools.measurements.parcels.parcel_change import parcel_change as by_parcel
from tools.parcels.verdict_rules import Kind, Way
from tools.radar.map_change import DEFAULT_ALPHA
from tools.radar.radar_change import RadarAbout, RadarChange
from tools.spectrum.indices import IndexChange, IndexMap
from tools.types import Date
from tools.workspace.workspace import Workspace

MOST_PATCHES = 100
SizeLimit = Annotated[float, Field(ge=0)]


@tool(
    ability="compute spectral indices and their change", example="What is the NDVI of the later image?", network="never"
)
def compute_index(workspace: Workspace, index: str, date: Date, pair: str | None = None) -> IndexMap:
    """Compute a spectral index at one date: how its values are spread, and the area of its published classes.

    Args:
        index: Name of the index in lower case, such as ndvi, ndwi, ndbi, nbr, ndmi, ndsi, evi or savi.
        date: Which date.
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        Mean, deviation, 5th, 50th and 95th percentile, unknown share, area of its published classes, formula
        and sources, layer id (a float GeoTIFF).
    """
    return index_layers.compute_index(workspace, workspace.pair(pair), index, date)


@tool(ability="", example="How did the NDVI change?", network="never")
def compare_index(workspace: Workspace, index: str, pair: str | None = None) -> IndexChange:
    """Tell how a spectral index changed between the dates: vegetation (ndvi), water (ndwi), fire (nbr), snow and more.

    Args:
        index: Name of the index in lower case, such as ndvi, ndwi, ndbi, nbr, ndmi, ndsi, evi or savi.
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        The same of both dates and of their difference (later less earlier), area by class of change, layer id.
    """
    return index_layers.compare_index(workspace, workspace.pair(pair), index)


@tool(
    ability="tell land cover and what became what", example="What is the land cover on the later date?", network="never"
)
def classify_landcover(workspace: Workspace, date: Date, pair: str | None = None) -> LandCover:
    """Tell the land cover at one date: water, snow, trees, low vegetation, bare or built-up ground, with their shares.

    Args:
        date: Which date.
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        Classes with pixels, share and m², unknown share, method, layer id (a class GeoTIFF); for Sentinel-2 of
        about 10 m also the land use of cells of 640 m.
    """
    return cover_layers.classify_landcover(workspace, workspace.pair(pair), date)


@tool(ability="", example="Which land cover became which?", network="never")
def land_cover_transitions(workspace: Workspace, pair: str | None = None) -> Transitions:
    """Tabulate which land cover became which between the dates, in square metres and shares, unchanged included.

    Args:
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        From-to table, unchanged included, in pixels, m² and shares; gain, loss, net, intensity and quantity,
        exchange, shift by class; noise floor; layer id, CSV, SVG.
    """
    return cover_layers.land_cover_transitions(workspace, workspace.pair(pair))


@tool(ability="", example="Has the lake shrunk?", network="always", shows_change=True)
def land_change(
    workspace: Workspace,
    cover: Cover,
    pair: str | None = None,
    within: Part = "whole",
    tell: LandAspect = "balance",
    unit: Unit | None = None,
    way: LandWay = "both",
) -> LandChange:
    """Tell how one kind of land changed: how much there was and is, what was lost and gained, where, what it became.

    Args:
        cover: Water, trees, vegetation (trees and grass together), snow, bare or built-up ground, or burnt ground.
        pair: Another pair of this conversation; leave out for the current one.
        within: Only this part of the image.
        tell: Balance: how much there was, is, was lost and gained; where it was lost and gained; what it became, and
            what gained ground was before; rate: how much a year.
        unit: Of all sizes; leave out for hectares.
        way: Which comes first, what was lost or what was gained.

    Returns:
        Ground at both dates, lost, gained and net, in pixels, share and m²; lost and gained by field and half; what
        lost ground became, what gained ground was; years between the dates; what maps of this accuracy would show as
        lost if nothing had changed; method, layer id.
    """
    return replace(told_land_change(workspace, workspace.pair(pair), cover, Wish(within, tell, unit)), way=way)


@tool(
    ability="list pieces of land one by one",
    example="List the largest patches of forest that were lost.",
    network="always",
    shows_change=True,
)
def find_patches(
    workspace: Workspace,
    cover: Cover,
    way: PatchWay = "lost",
    within: Part = "whole",
    min_area: SizeLimit | None = None,
    max_area: SizeLimit | None = None,
    k: Annotated[int, Field(ge=1, le=MOST_PATCHES)] = 5,
    rank: Annotated[int, Field(ge=1)] = 1,
    unit: ObjectUnit | None = None,
    pair: str | None = None,
) -> LandPatches:
    """List the pieces of one kind of land that were lost or gained, the largest first, such as clearings or new ponds.

    Args:
        cover: Water, trees, vegetation (trees and grass together), snow, bare or built-up ground.
        way: Lost or gained.
        within: Only pieces in this part of the image.
        min_area: Smallest size, m2 (pixels without georeference).
        max_area: Largest size, likewise.
        k: How many are listed.
        rank: Rank by size of the first that is listed; 2 for the second largest.
        unit: Of all sizes; leave out for hectares.
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        How many match and their ground; of those listed rank, size, place, coordinates, land cover before and after.
    """
    wish = PatchWish(way, within, min_area, max_area, k, rank, unit)
    return land_patches(workspace, workspace.pair(pair), cover, wish)


@tool(
    ability="group the ground into zones of like spectrum",
    example="Cluster the ground into six zones without labels.",
    network="never",
)
def find_zones(
    workspace: Workspace, zones: Annotated[int, Field(ge=MIN_ZONES, le=MAX_ZONES)] = 6, pair: str | None = None
) -> Transitions:
    """Group the ground into zones of like spectrum, without any class list, and tabulate what moved between them.

    Args:
        zones: How many zones, 2 to 12.
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        The same of zones of like spectrum, which no one named.
    """
    return cover_layers.find_zones(workspace, workspace.pair(pair), zones)


@tool(
    ability="rank parcels by what changed in them",
    example="Which parcels lost vegetation?",
    network="always",
    shows_change=True,
)
def parcel_change(
    workspace: Workspace,
    kind: Kind | None = None,
    way: Way | None = None,
    rule: str | None = None,
    k: Annotated[int, Field(ge=1, le=MOST_PATCHES)] = 5,
    pair: str | None = None,
) -> ParcelChange:
    """Rank the parcels (fields, plots) of the person's file by the share of each that was lost, gained or changed.

    Args:
        kind: Water, trees, vegetation, snow, bare ground, buildings, roads, or any change; leave out for any, or for
            that of the rule.
        way: Lost, gained or changed.
        rule: What each parcel is judged by, such as "vegetation lost > 30 %".
        k: How many are listed.
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        How many parcels changed, and how many more than errors of the maps can make; per listed parcel share with
        limits, size, NDVI change, verdict; in how many the rule holds; table id, GeoPackage, GeoParquet, picture.
    """
    return by_parcel(workspace, workspace.pair(pair), ParcelWish(kind, way, rule, k))


@tool(
    ability="tell from radar what changed under clouds",
    example="What changed by radar?",
    network="never",
    phrases=("changed by radar", "change by radar", "radar tell"),
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
