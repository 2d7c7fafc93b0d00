"""Change maps of the pairs of one conversation, cached by pair, area of interest and filter."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd

from mci_model.settings import TRAINED_RESOLUTION_M
from tools.alteration.band_layers import BandLayers, write_layers
from tools.alteration.band_map import map_by_bands
from tools.alteration.band_scene import BandScene
from tools.change.change_map import ChangeMap, ObjectFilter
from tools.change.make_map import make_map
from tools.errors import (
    AreaError,
    ClassMapError,
    MissingBandsError,
    NoPhotographError,
    ReflectanceError,
    ResolutionError,
    StatementError,
    UnknownSensorError,
)
from tools.inference.executor import Executor
from tools.inference.interpret import caption, interpret
from tools.inference.parts import InterpretedScene, SceneParts
from tools.notices import in_a_row, notice, reason_of
from tools.outputs.regularising import regularised
from tools.outputs.vectors import outlines
from tools.pairs.areas import AreaOfInterest
from tools.pairs.class_maps import is_class_pair
from tools.pairs.pair import ImagePair
from tools.pairs.preflight import REFUSED_FROM_M
from tools.sensors.sensor import COLOURS
from tools.sensors.statement import Statement
from tools.spectrum.reflectance import finest_m
from tools.types import Progress
from tools.workspace.polygon_files import PolygonFiles
from tools.workspace.run_settings import RunSettings

if TYPE_CHECKING:
    from mci_model.change_predictor import ChangePredictor

REMEDIES = {
    "elevation": notice(
        "subtract-heights",
        "give the images, and for the change of height subtract one file from the other: "
        "gdal_calc.py -A after.tif -B before.tif --calc=A-B --outfile=rise.tif.",
    ),
    "radar": notice(
        "ask-by-radar", "ask what changed by radar or whether it was flooded, or run terradelta radar BEFORE AFTER."
    ),
    "index": notice("ask-of-index", "ask how the index changed, or give the images."),
    "values": notice(
        "save-as-whole-numbers",
        "if it is a photograph, save it as whole numbers: gdal_translate -ot Byte -scale in.tif out.tif.",
    ),
}
"""What to do with images that are no photographs, by what they hold."""
Place = tuple[str, str | None]
"""A pair's id, and the checksum of the area of interest within it; None: all of the pair."""


class ChangeMaps:
    """Change maps, the interpreted scenes behind them, and outlines of their objects."""

    def __init__(
        self, folder: Path, predictor: Callable[[], ChangePredictor], executor: Executor, polygons: PolygonFiles
    ) -> None:
        """Hold no map yet.

        Args:
            folder: where each pair has a folder of its own.
            predictor: the network, loaded when it is first needed.
            executor: interprets the parts of a scene.
            polygons: reads areas of interest.
        """
        self._folder, self._predictor, self._executor, self._polygons = folder, predictor, executor, polygons
        self._seen: dict[Place, InterpretedScene] = {}
        self._bands: dict[str, tuple[Statement, BandLayers]] = {}
        self._by_bands: dict[Place, ChangeMap] = {}
        self._unfiltered: dict[Place, ChangeMap] = {}
        self._filtered: dict[Place, ChangeMap] = {}
        self._outlines: dict[Place, gpd.GeoDataFrame] = {}

    def of(self, pair: ImagePair, settings: RunSettings, progress: Progress | None = None) -> ChangeMap:
        """The change map of the pair with these settings.

        Raises:
            ClassMapError: the images are maps of classes.
            ResolutionError: the pixels are too coarse, and `any_resolution` is not set.
            AreaError: the area of interest cannot be used.
        """
        area = self._area(pair, settings)
        place = _place(pair, area)
        if place not in self._unfiltered:
            interpreted = self.seen(pair, settings, progress)
            scene_caption = caption(interpreted, self._predictor, area)
            self._unfiltered[place] = make_map(
                interpreted, scene_caption, self._predictor(), interpreted.scene.parts_folder / _raster_name(area), area
            )
        return self._counted(place, settings)

    def told(self, pair: ImagePair, settings: RunSettings, progress: Progress | None = None) -> ChangeMap:
        """The change map of the pair, or where its pixels are too coarse for the network, the one that its bands tell.

        Errors as for `of`; a `ResolutionError` where the bands tell nothing either.
        """
        try:
            return self.of(pair, settings, progress)
        except (ClassMapError, NoPhotographError):
            raise
        except ResolutionError as too_coarse:
            scene = _band_scene(pair, settings, too_coarse)
            return self._of_bands(pair, scene, settings, progress)

    def _of_bands(
        self, pair: ImagePair, scene: BandScene, settings: RunSettings, progress: Progress | None
    ) -> ChangeMap:
        area, folder = self._area(pair, settings), self._folder / f"pair{pair.id}"
        place, statement = _place(pair, area), settings.statement
        if pair.id not in self._bands or self._bands[pair.id][0] != statement:
            folder.mkdir(parents=True, exist_ok=True)
            self._bands[pair.id] = statement, write_layers(folder / "bands.tif", scene, progress)
            self._by_bands = {known: found for known, found in self._by_bands.items() if known[0] != pair.id}
        if place not in self._by_bands:
            raster = folder / _raster_name(area).replace("objects", "regions", 1)
            self._by_bands[place] = map_by_bands(pair, self._bands[pair.id][1], raster, area)
            self._filtered.pop(place, None)
        return self._counted(place, settings)

    def band_layers(self, pair: ImagePair) -> BandLayers | None:
        """What the bands of a pair were found to tell; None where they were not asked."""
        return self._bands[pair.id][1] if pair.id in self._bands else None

    def known(self, pair: ImagePair, settings: RunSettings) -> ChangeMap | None:
        """The change map, if it exists and the area of interest can be read; nothing is looked at for it."""
        try:
            place = _place(pair, self._area(pair, settings))
        except AreaError:
            return None
        return self._counted(place, settings) if place in self._unfiltered or place in self._by_bands else None

    def _counted(self, place: Place, settings: RunSettings) -> ChangeMap:
        """The filtered map; the latest is cached, since its lookup table is slow to build."""
        made = self._unfiltered.get(place) or self._by_bands[place]
        cached = self._filtered.get(place)
        metres = settings.pixel_size_m if made.georeference is None else None
        if cached is None or _made_so(cached) != (settings.object_filter, made.raster, metres):
            cached = made.assuming(settings.pixel_size_m).filtered(settings.object_filter)
            self._filtered[place] = cached
        return cached

    def seen(self, pair: ImagePair, settings: RunSettings, progress: Progress | None = None) -> InterpretedScene:
        """The interpreted parts of the pair within the area of interest; errors as for `of`."""
        area = self._area(pair, settings)
        place = _place(pair, area)
        if place not in self._seen:
            _check_pictures(pair, settings)
            _check_resolution(pair, settings)
            eyes = self._predictor()
            scene = SceneParts(pair, eyes.sha256, self._folder / f"pair{pair.id}", backend=eyes.backend)
            self._seen[place] = interpret(scene, self._executor, area, progress)
        return self._seen[place]

    def outlines(self, pair: ImagePair, settings: RunSettings, progress: Progress | None = None) -> gpd.GeoDataFrame:
        """The objects that count with their outlines, as `tools.outputs.vectors.outlines`; drawn once."""
        place = _place(pair, self._area(pair, settings))
        if place not in self._outlines:
            table = outlines(self.told(pair, settings, progress))
            self._outlines[place] = regularised(table, pair.georeference) if settings.regularise else table
        return self._outlines[place]

    def drop_outlines(self) -> None:
        """Forget outlines, because the filter has changed."""
        self._outlines.clear()

    def _area(self, pair: ImagePair, settings: RunSettings) -> AreaOfInterest | None:
        text = settings.area_of_interest
        return None if text is None else self._polygons.area_of_interest(text, pair)


def _made_so(cached: ChangeMap) -> tuple[ObjectFilter, Path, float | None]:
    return cached.object_filter, cached.raster, cached.pixel_size_m


def _place(pair: ImagePair, area: AreaOfInterest | None) -> Place:
    return pair.id, None if area is None else f"{area.name} {area.sha256}"


def _raster_name(area: AreaOfInterest | None) -> str:
    """Each area of interest has a raster of its own."""
    return "objects.tif" if area is None else f"objects-{area.sha256[:8]}.tif"


def _check_pictures(pair: ImagePair, settings: RunSettings) -> None:
    source = next((one for one in pair.sources if one.content is not None), None)
    if settings.legend is not None or (source is None and is_class_pair(pair)):
        text = "These are maps of classes, not pictures; ask what became what, or give the images."
        raise ClassMapError(notice("class-maps", text))
    if source is not None and source.content is not None:
        raise NoPhotographError(
            notice(
                "unseen-content",
                "{name} holds {content} and is no photograph, so that buildings and roads cannot be looked for on it; "
                "{remedy}",
                name=source.name,
                content=source.content.words,
                remedy=REMEDIES[source.content.kind],
            )
        )


def _check_resolution(pair: ImagePair, settings: RunSettings) -> None:
    metres = pair.coarsest_m or finest_m(pair, settings.statement)
    if metres is not None and metres >= REFUSED_FROM_M and not settings.any_resolution:
        raise ResolutionError(
            notice(
                "too-coarse",
                "A pixel is {metres:.3g} m on the ground: no house can be told on it, and the network learnt from "
                "{trained} m. Give finer images, or pass --any-resolution to look all the same.",
                metres=metres,
                trained=TRAINED_RESOLUTION_M,
            )
        )


def bands_tell(pair: ImagePair, settings: RunSettings) -> bool:
    """Whether the pixels are too coarse for the network, and the bands tell change of any kind; none is looked at."""
    try:
        _check_pictures(pair, settings)
        _check_resolution(pair, settings)
    except (ClassMapError, NoPhotographError):
        return False
    except ResolutionError as too_coarse:
        with suppress(ResolutionError):
            _band_scene(pair, settings, too_coarse)
            return True
    return False


def _band_scene(pair: ImagePair, settings: RunSettings, too_coarse: ResolutionError) -> BandScene:
    """The bands of a pair whose pixels are too coarse for the network.

    Raises:
        ResolutionError: they tell no change.
    """
    try:
        return BandScene(pair, settings.statement)
    except (MissingBandsError, ReflectanceError, UnknownSensorError, StatementError) as lacking:
        several = max(source.bands for source in pair.sources) > len(COLOURS)
        reasons = [reason_of(one) for one in ((too_coarse, lacking) if several else (too_coarse,))]
        raise ResolutionError(in_a_row(reasons)) from lacking
