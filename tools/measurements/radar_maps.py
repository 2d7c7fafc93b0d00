"""Change by radar of a conversation's pairs: computed once for each way of looking, with its map files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tools.errors import RadarError
from tools.notices import notice
from tools.outputs.artefacts import Artefact
from tools.pairs.pair import ImagePair
from tools.radar.acquisitions.radar_scene import scene_of_pair
from tools.radar.change_pixels import Inside
from tools.radar.map_change import DEFAULT_ALPHA, RadarTest, change_of
from tools.radar.map_files import legend_of
from tools.radar.radar_change import MAP_FILES, MapName, RadarAbout, RadarChange
from tools.workspace.measurements import RadarKey
from tools.workspace.workspace import Workspace

KIND = "radar"
KINDS: dict[MapName, str] = {"picture": "radar_picture", "direction": "radar_classes", "water": "radar_classes"}
"""Kinds of the artefacts, of maps of classes and of the picture."""


def radar_change(
    workspace: Workspace,
    pair: ImagePair,
    about: RadarAbout = "change",
    looks: float | None = None,
    alpha: float = DEFAULT_ALPHA,
) -> RadarChange:
    """What changed between the radar images of a pair.

    Raises:
        RadarError: they are no radar, or cannot be compared so.
        RasterError, PairError: a file is damaged, or their pixels are of other sizes.
    """
    key = RadarKey(looks, alpha)
    found = workspace.measurements.once(pair.id, key, lambda: _computed(workspace, pair, key))
    return replace(found, about=about)


def is_radar(pair: ImagePair) -> bool:
    """Whether both images of a pair hold radar backscatter."""
    return all(source.content is not None and source.content.kind == "radar" for source in pair.sources)


def _computed(workspace: Workspace, pair: ImagePair, key: RadarKey) -> RadarChange:
    if not is_radar(pair):
        other = next(one for one in pair.sources if one.content is None or one.content.kind != "radar")
        raise RadarError(
            notice(
                "no-radar",
                "{name} is not known to hold radar; give Sentinel-1 images whose bands are called VV and VH, or whose "
                "file names say so.",
                name=other.name,
            )
        )
    scene = scene_of_pair(pair)
    if scene.size != pair.size:
        text = "Radar is compared on its own pixels, since other ones have other looks; leave --resample out."
        raise RadarError(notice("radar-resampled", text))
    folder = workspace.folder / f"pair{pair.id}" / str(key)
    area = workspace.area_of_interest(pair)
    inside: Inside | None = None if area is None else area.inside
    progress: Callable[[int, int], None] | None = workspace.progress
    test = RadarTest(key.looks, key.alpha)
    found = change_of(scene, folder, test, pair=pair.id, inside=inside, progress=progress)
    for name, _ in found.maps:
        workspace.artefacts.add(_artefact(pair, folder, key, name))
    maps = tuple((name, _artefact_id(pair, key, name)) for name, _ in found.maps)
    return replace(found, maps=maps)


def _artefact(pair: ImagePair, folder: Path, key: RadarKey, name: MapName) -> Artefact:
    kind = KINDS.get(name, KIND)
    return Artefact(_artefact_id(pair, key, name), kind, pair.id, folder / MAP_FILES[name], legend_of(name))


def _artefact_id(pair: ImagePair, key: RadarKey, name: MapName) -> str:
    """As its file is called; those of stated looks or another level hold them in their names."""
    file = Path(MAP_FILES[name])
    plain = key == RadarKey(None, DEFAULT_ALPHA)
    return f"{pair.id}:{file.name}" if plain else f"{pair.id}:{key}:{file.name}"
