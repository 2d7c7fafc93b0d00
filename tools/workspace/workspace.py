"""One conversation's pairs, interpretations and files. Whoever asks for a tool never sees a path: only ids."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd

from mci_model.errors import WeightsError
from mci_model.settings import TRAINED_RESOLUTION_M
from tools.change.change_map import ChangeMap
from tools.change.make_map import make_map
from tools.errors import (
    ArchiveError,
    ClassMapError,
    NoPairError,
    NoZonesError,
    ResolutionError,
    UnknownPairError,
    UnknownZonesError,
)
from tools.inference.executor import Executor
from tools.inference.executors import SerialExecutor
from tools.inference.interpret import caption, interpret
from tools.inference.parts import InterpretedScene, SceneParts
from tools.outputs.artefacts import Artefact, ArtefactStore
from tools.outputs.regularising import regularised
from tools.outputs.vectors import outlines
from tools.pairs.areas import AreaOfInterest, read_area_of_interest, read_areas
from tools.pairs.class_maps import is_class_pair
from tools.pairs.pair import ImagePair, open_pair
from tools.pairs.preflight import REFUSED_FROM_M, PairCard, inspect
from tools.rasters.band_folder import one_file
from tools.spectrum.reflectance import finest_m
from tools.types import Progress
from tools.workspace.run_settings import RunSettings

if TYPE_CHECKING:
    from mci_model.change_predictor import ChangePredictor
    from mci_model.prediction import Window
    from tools.archive import Archive, ChangeEmbedder, Found

AS_IT_LIES = RunSettings()
BANDS = "bands"
"""Where folders with a file a band become one file."""


class Workspace:
    """What the tools of one conversation work on; they get it by injection, a planner cannot choose it."""

    def __init__(
        self,
        folder: Path,
        predictor: Callable[[], ChangePredictor],
        progress: Progress | None = None,
        executor: Executor | None = None,
        settings: RunSettings = AS_IT_LIES,
        embedder: Callable[[], ChangeEmbedder] | None = None,
    ) -> None:
        """Work in `folder`.

        Args:
            folder: where files of this conversation are written; made when first needed.
            predictor: called once, when a network is first needed.
            progress: told windows done and windows in all while a network works.
            executor: who interprets the parts of a scene; None: this process.
            settings: how pairs are brought together, and what counts.
            embedder: called once, when an archive is first searched; None: the one that belongs to the network.
        """
        self._load_embedder = embedder
        self.folder, self._load, self.progress, self.settings = folder, predictor, progress, settings
        self.executor = executor or SerialExecutor(lambda: self.predictor)
        self.artefacts = ArtefactStore(folder)
        self.current: str | None = None
        self.focus: dict[str, int] = {}
        """Number of the object spoken of last, by pair."""
        self.measured: dict[tuple[str, str], Any] = {}
        """What was measured without the network, by pair and name; as the settings have it."""
        self.found: tuple[Found, ...] = ()
        """What the archive was last found to hold, the best first."""
        self.opened: tuple[int, str, Window] | None = None
        """Which of it was opened, from 1; as which pair; where it lies there, in the pair's pixels."""
        self._predictor: ChangePredictor | None = None
        self._embedder: ChangeEmbedder | None = None
        self._archive: Archive | None = None
        self._pairs: dict[str, ImagePair] = {}
        self._cards: dict[str, PairCard] = {}
        self._seen: dict[tuple[str, str | None], InterpretedScene] = {}
        self._maps: dict[tuple[str, str | None], ChangeMap] = {}
        self._outlines: dict[str, gpd.GeoDataFrame] = {}
        if settings.zones is not None:
            self.add_zones(settings.zones)

    @property
    def predictor(self) -> ChangePredictor:
        """The network, loaded at first use."""
        if self._predictor is None:
            self._predictor = self._load()
        return self._predictor

    @property
    def archive(self) -> Archive:
        """What is searched.

        Raises:
            ArchiveError: none was given, there is none, or it is damaged.
        """
        from tools.archive import open_archive  # whose rooms stand on this one

        if self.settings.archive is None:
            raise ArchiveError("No archive was given; name one with --archive, made by terradelta index add.")
        if self._archive is None or self._archive.folder != self.settings.archive:
            self._archive = open_archive(self.settings.archive)
        return self._archive

    @property
    def embedder(self) -> ChangeEmbedder:
        """What turns changes and sentences into vectors, loaded at first use.

        Raises:
            ArchiveError: there is none for these weights.
        """
        if self._embedder is None:
            self._embedder = self._load_embedder() if self._load_embedder else self._fitting_embedder()
        return self._embedder

    def _fitting_embedder(self) -> ChangeEmbedder:
        from mci_model.retrieval import load_embedder

        try:
            return load_embedder(predictor=self.predictor)
        except WeightsError as error:
            raise ArchiveError(str(error)) from error

    @property
    def pairs(self) -> tuple[ImagePair, ...]:
        """All pairs, in the order in which they were opened."""
        return tuple(self._pairs.values())

    def open(self, before: Path, after: Path) -> ImagePair:
        """Open two files, or folders with a file a band, as a pair, and make it the current one.

        Raises:
            RasterError, PairError: the files cannot be used or compared; nothing of the conversation is lost.
            AreaError: the area of interest or the zones cannot be used; told before anything is looked at.
        """
        wish = self.settings
        name = str(len(self._pairs) + 1)
        before, after = (one_file(path, self.folder / BANDS) for path in (before, after))
        pair = open_pair(before, after, name=name, align=wish.align, resample=wish.resample)
        self.area_of_interest(pair)
        if wish.zones is not None:
            read_areas(wish.zones, pair)
        self._pairs[pair.id] = pair
        self.current = pair.id
        return pair

    def turn_to(self, before: Path, after: Path) -> ImagePair:
        """Make the pair of these files the current one; it is opened if it is not yet.

        Raises:
            RasterError, PairError, AreaError: as for `open`.
        """
        known = self.known_pair(before, after)
        if known is None:
            return self.open(before, after)
        self.current = known.id
        return known

    def known_pair(self, before: Path, after: Path) -> ImagePair | None:
        """The pair of these files, if it was opened; errors as for `open`."""
        files = (one_file(path, self.folder / BANDS).absolute() for path in (before, after))
        wanted = tuple(files)
        return next((pair for pair in self.pairs if _files(pair) == wanted), None)

    def pair(self, name: str | None = None) -> ImagePair:
        """The pair called `name` (its id or a file's stem), or the current one.

        Raises:
            NoPairError: no pair has been opened.
            UnknownPairError: none has this name.
        """
        if self.current is None:
            raise NoPairError("There are no images yet; open a before and an after image first.")
        if name is None:
            return self._pairs[self.current]
        for pair in self.pairs:
            stems = {Path(source.name).stem.lower() for source in pair.sources}
            if name.lower() in {pair.id.lower(), *stems}:
                return pair
        known = ", ".join(self._pairs)
        raise UnknownPairError(f"There is no pair {name!r} in this conversation; there is {known}.")

    def card(self, pair: ImagePair) -> PairCard:
        """The pair's preflight card, made once."""
        if pair.id not in self._cards:
            self._cards[pair.id] = inspect(pair)
        return self._cards[pair.id]

    def choose(self, settings: RunSettings) -> None:
        """Count otherwise from now on; nothing is looked at again, and files of the earlier choice go.

        How pairs were opened stays as it was.
        """
        kept = self.settings
        self.settings = replace(settings, align=kept.align, resample=kept.resample, zones=kept.zones)
        self._outlines.clear()
        self.focus.clear()
        self.measured.clear()
        self.artefacts.drop_filtered()

    def change(self, pair: ImagePair) -> ChangeMap:
        """What changed in the pair, as the settings have it; the network looks once, whatever is asked.

        Raises:
            ResolutionError: the pixels are too coarse, and no one said to look all the same.
            AreaError: the area of interest cannot be used.
        """
        place = pair.id, self.settings.area_of_interest
        if place not in self._maps:
            seen, asked = self.seen(pair), self.area_of_interest(pair)
            said = caption(seen, lambda: self.predictor, asked)
            self._maps[place] = make_map(seen, said, self.predictor, seen.scene.kept / _raster_name(asked), asked)
        return self._maps[place].filtered(self.settings.object_filter)

    def known_change(self, pair: ImagePair) -> ChangeMap | None:
        """What changed, if it was looked for already; nothing is looked at for this."""
        found = self._maps.get((pair.id, self.settings.area_of_interest))
        return None if found is None else found.filtered(self.settings.object_filter)

    def seen(self, pair: ImagePair) -> InterpretedScene:
        """The parts of the pair that are asked for, interpreted; errors as for `change`."""
        place = pair.id, self.settings.area_of_interest
        if place not in self._seen:
            self._check_pictures(pair)
            self._check_resolution(pair)
            scene = SceneParts(pair, self.predictor.sha256, self.folder / f"pair{pair.id}")
            self._seen[place] = interpret(scene, self.executor, self.area_of_interest(pair), self.progress)
        return self._seen[place]

    def outlines(self, pair: ImagePair) -> gpd.GeoDataFrame:
        """The objects that count with their outlines, as `tools.outputs.vectors.outlines`; drawn once."""
        if pair.id not in self._outlines:
            table = outlines(self.change(pair))
            regular = self.settings.regularise
            self._outlines[pair.id] = regularised(table, pair.georeference) if regular else table
        return self._outlines[pair.id]

    def area_of_interest(self, pair: ImagePair) -> AreaOfInterest | None:
        """The area of interest on the pair's grid; None where all of it is asked for.

        Raises:
            AreaError: it cannot be used, or lies elsewhere.
        """
        text = self.settings.area_of_interest
        return None if text is None else read_area_of_interest(text, pair)

    def _check_pictures(self, pair: ImagePair) -> None:
        if self.settings.legend is not None or is_class_pair(pair):
            raise ClassMapError("These are maps of classes, not pictures; ask what became what, or give the images.")

    def _check_resolution(self, pair: ImagePair) -> None:
        metres = pair.coarsest_m or finest_m(pair, self.settings.sensor)
        if metres is not None and metres >= REFUSED_FROM_M and not self.settings.any_resolution:
            raise ResolutionError(
                f"A pixel is {metres:.3g} m on the ground: no house can be told on it, and the network learnt from "
                f"{TRAINED_RESOLUTION_M} m. Give finer images, or pass --any-resolution to look all the same."
            )

    def add_zones(self, path: Path) -> Artefact:
        """Take in a polygon file whose zones can be asked for; read when it is first needed."""
        return self.artefacts.add(Artefact(f"zones:{path.stem}", "zones", "", path, filtered=False))

    def zones(self, pair: ImagePair, artefact_id: str | None = None) -> tuple[Artefact, tuple[AreaOfInterest, ...]]:
        """The zones of that id, or those given last, on the pair's grid.

        Raises:
            NoZonesError: none were given.
            UnknownZonesError: none have this id.
            AreaError: their file cannot be used, or lies elsewhere.
        """
        known = [artefact for artefact in self.artefacts if artefact.kind == "zones"]
        if not known:
            raise NoZonesError("No zones were given; pass a polygon file with --zones.")
        chosen = [artefact for artefact in known if artefact_id in (None, artefact.id)]
        if not chosen:
            raise UnknownZonesError(f"There are no zones {artefact_id!r}; there is {', '.join(a.id for a in known)}.")
        return chosen[-1], read_areas(chosen[-1].path, pair)


def _files(pair: ImagePair) -> tuple[Path, ...]:
    return tuple(source.path.absolute() for source in pair.sources)


def _raster_name(asked: AreaOfInterest | None) -> str:
    """Each area of interest has a raster of its own."""
    if asked is None:
        return "objects.tif"
    return f"objects-{hashlib.sha256(asked.shape.wkb).hexdigest()[:8]}.tif"
