"""One conversation's pairs, interpretations and files. Whoever asks for a tool never sees a path: only ids."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd

from tools.change.change_map import ChangeMap
from tools.errors import NoZonesError, UnknownZonesError
from tools.inference.executor import Executor
from tools.inference.executors import SerialExecutor
from tools.inference.parts import InterpretedScene
from tools.outputs.artefacts import Artefact, ArtefactStore
from tools.pairs.areas import AreaOfInterest
from tools.pairs.pair import ImagePair
from tools.pairs.preflight import PairCard
from tools.types import Progress
from tools.workspace.archive_access import ArchiveAccess
from tools.workspace.change_maps import ChangeMaps
from tools.workspace.measurements import Measurements
from tools.workspace.object_focus import ObjectFocus
from tools.workspace.pair_registry import PairRegistry
from tools.workspace.polygon_files import PolygonFiles
from tools.workspace.run_settings import AS_IT_LIES, RunSettings

if TYPE_CHECKING:
    from mci_model.change_predictor import ChangePredictor
    from tools.archive import Archive, ChangeEmbedder


class Workspace:
    """What the tools of one conversation work on; they get it by injection, a planner cannot choose it.

    Its parts have one duty each: `pairs` which images there are, `search` what an archive was found to hold,
    `measurements` what was measured on bands, `focus` which object is spoken of, `artefacts` which files were made.
    """

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
        self.folder, self._load, self._progress, self._settings = folder, predictor, progress, settings
        self._predictor: ChangePredictor | None = None
        self.artefacts = ArtefactStore(folder)
        self.pairs = PairRegistry(folder)
        self.focus = ObjectFocus()
        self.measurements = Measurements()
        self.search = ArchiveAccess(lambda: self.predictor, embedder)
        self._polygons = PolygonFiles(changed=self._count_anew)
        who = executor or SerialExecutor(lambda: self.predictor)
        self._maps = ChangeMaps(folder, lambda: self.predictor, who, self._polygons)
        if settings.zones is not None:
            self.add_zones(settings.zones)

    @property
    def settings(self) -> RunSettings:
        """How pairs are brought together, and what counts; see `choose`."""
        return self._settings

    @property
    def predictor(self) -> ChangePredictor:
        """The network, loaded at first use."""
        if self._predictor is None:
            self._predictor = self._load()
        return self._predictor

    @property
    def archive(self) -> Archive:
        """What is searched; errors as for `ArchiveAccess.archive`."""
        return self.search.archive(self.settings.archive)

    @property
    def embedder(self) -> ChangeEmbedder:
        """What turns changes and sentences into vectors; errors as for `ArchiveAccess.embedder`."""
        return self.search.embedder

    @property
    def current(self) -> str | None:
        """Id of the pair that is spoken of."""
        return self.pairs.current

    def report_to(self, progress: Progress | None) -> None:
        """Tell another one, from now on, how many windows are done while a network works."""
        self._progress = progress

    def open(self, before: Path, after: Path) -> ImagePair:
        """Open two files, or folders with a file a band, as a pair, and make it the current one.

        Raises:
            RasterError, PairError: the files cannot be used or compared; nothing of the conversation is lost.
            AreaError: the area of interest or the zones cannot be used; told before anything is looked at.
        """
        wish = self.settings
        pair = self.pairs.read(before, after, align=wish.align, resample=wish.resample)
        self.area_of_interest(pair)
        if wish.zones is not None:
            self._polygons.zones(wish.zones, pair)
        return self.pairs.add(pair)

    def turn_to(self, before: Path, after: Path) -> ImagePair:
        """Make the pair of these files the current one; it is opened if it is not yet.

        Raises:
            RasterError, PairError, AreaError: as for `open`.
        """
        known = self.pairs.known(before, after)
        return self.open(before, after) if known is None else self.pairs.select(known.id)

    def pair(self, name: str | None = None) -> ImagePair:
        """The pair called `name` (its id or a file's stem), or the current one; errors as for `PairRegistry.get`."""
        return self.pairs.get(name)

    def card(self, pair: ImagePair) -> PairCard:
        """The pair's preflight card, made once."""
        return self.pairs.card(pair)

    def choose(self, settings: RunSettings) -> None:
        """Count otherwise from now on; nothing is looked at again, and files of the earlier choice go.

        How pairs were opened stays as it was.
        """
        kept = self.settings
        self._settings = replace(settings, align=kept.align, resample=kept.resample, zones=kept.zones)
        self._count_anew()

    def _count_anew(self) -> None:
        self._maps.drop_outlines()
        self.focus.clear()
        self.measurements.clear()
        self.artefacts.drop_filtered()

    def change(self, pair: ImagePair) -> ChangeMap:
        """What changed in the pair, as the settings have it; the network looks once, whatever is asked.

        Errors as for `ChangeMaps.of`.
        """
        return self._maps.of(pair, self.settings, self._progress)

    def known_change(self, pair: ImagePair) -> ChangeMap | None:
        """What changed, if it was looked for already; nothing is looked at for this."""
        return self._maps.known(pair, self.settings)

    def seen(self, pair: ImagePair) -> InterpretedScene:
        """The parts of the pair that are asked for, interpreted; errors as for `change`."""
        return self._maps.seen(pair, self.settings, self._progress)

    def outlines(self, pair: ImagePair) -> gpd.GeoDataFrame:
        """The objects that count with their outlines, as `tools.outputs.vectors.outlines`; drawn once."""
        return self._maps.outlines(pair, self.settings, self._progress)

    def area_of_interest(self, pair: ImagePair) -> AreaOfInterest | None:
        """The area of interest on the pair's grid; None where all of it is asked for.

        Raises:
            AreaError: it cannot be used, or lies elsewhere.
        """
        text = self.settings.area_of_interest
        return None if text is None else self._polygons.area_of_interest(text, pair)

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
        return chosen[-1], self._polygons.zones(chosen[-1].path, pair)
