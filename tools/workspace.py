"""One conversation's pairs, interpretations and files. Whoever asks for a tool never sees a path: only ids."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mci_model.settings import TRAINED_RESOLUTION_M
from tools.areas import AskedArea
from tools.change_map import ALL_CLASSES, ChangeClass, ChangeMap, Choice
from tools.errors import NoPairError, ResolutionError, UnknownPairError
from tools.executors import Executor, SerialExecutor
from tools.map_files import write_classes, write_probabilities
from tools.overlay import LegendEntry, draw, legend, preview, with_legend, write_png
from tools.pairs import ImagePair, open_pair
from tools.preflight import REFUSED_FROM_M, PairCard, inspect
from tools.scene import caption, interpret
from tools.scene_map import Eyes, make_map
from tools.scene_parts import Scene, SeenScene
from tools.vectors import outlines, write_csv, write_geojson, write_gpkg

if TYPE_CHECKING:
    from mci_model import Predictor

ArtefactKind = Literal["before", "after", "overlay", "geotiff", "probability", "gpkg", "geojson", "csv"]
OF_A_CHOICE = ("overlay", "geotiff", "gpkg", "geojson", "csv")
"""Kinds of files that show only what counts."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file made for the person, known to tools and models by its id alone."""

    id: str
    kind: ArtefactKind
    pair: str
    path: Path
    legend: tuple[LegendEntry, ...] = ()


class Workspace:
    """What the tools of one conversation work on; they get it by injection, a planner cannot choose it."""

    def __init__(
        self,
        folder: Path,
        predictor: Callable[[], Predictor],
        progress: Progress | None = None,
        executor: Executor | None = None,
    ) -> None:
        """Work in `folder`.

        Args:
            folder: where files of this conversation are written; made when first needed.
            predictor: called once, when a network is first needed.
            progress: told windows done and windows in all while a network works.
            executor: who interprets the parts of a scene; None: this process.
        """
        self.folder, self._load, self.progress = folder, predictor, progress
        self._predictor: Predictor | None = None
        self._pairs: dict[str, ImagePair] = {}
        self._maps: dict[str, ChangeMap] = {}
        self._seen: dict[str, SeenScene] = {}
        self.executor = executor or SerialExecutor(lambda: self.predictor)
        self.asked: AskedArea | None = None
        self.choice, self.any_resolution = Choice(), False
        self._cards: dict[str, PairCard] = {}
        self.artefacts: dict[str, Artefact] = {}
        self.current: str | None = None

    @property
    def predictor(self) -> Predictor:
        """The network, loaded at first use."""
        if self._predictor is None:
            self._predictor = self._load()
        return self._predictor

    @property
    def pairs(self) -> tuple[ImagePair, ...]:
        """All pairs, in the order in which they were opened."""
        return tuple(self._pairs.values())

    def open(self, before: Path, after: Path, *, align: bool = False) -> ImagePair:
        """Open two files as a pair and make it the current one; with `align`, a small shift is moved back.

        Raises:
            RasterError, PairError: the files cannot be used or compared; nothing of the conversation is lost.
        """
        pair = open_pair(before, after, name=str(len(self._pairs) + 1), align=align)
        self._pairs[pair.id] = pair
        self.current = pair.id
        return pair

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

    def change(self, pair: ImagePair) -> ChangeMap:
        """What changed in the pair, as the workspace's choice has it; the network looks once, whatever is asked.

        Raises:
            ResolutionError: the pixels are too coarse, and no one said to look all the same.
        """
        if pair.id not in self._maps:
            self._check_resolution(pair)
            folder = self.folder / f"pair{pair.id}"
            seen = interpret(Scene(pair, self.predictor.sha256, folder), self.executor, self.asked, self.progress)
            said = caption(seen, lambda: self.predictor)
            eyes = Eyes(self.predictor.name, self.predictor.tells_direction, self.predictor.area)
            self._seen[pair.id] = seen
            self._maps[pair.id] = make_map(seen, said, eyes, seen.scene.kept / self._raster_name(), self.asked)
        return self._maps[pair.id].chosen(self.choice)

    def _raster_name(self) -> str:
        """Each area of interest has a raster of its own."""
        if self.asked is None:
            return "objects.tif"
        return f"objects-{hashlib.sha256(self.asked.shape.wkb).hexdigest()[:8]}.tif"

    def choose(self, choice: Choice) -> None:
        """Let other objects count from now on; nothing is looked at again, and files of earlier choices go."""
        self.choice = choice
        for artefact in [a for a in self.artefacts.values() if a.kind in OF_A_CHOICE]:
            artefact.path.unlink(missing_ok=True)
            del self.artefacts[artefact.id]

    def _check_resolution(self, pair: ImagePair) -> None:
        metres = pair.georeference.resolution_m if pair.georeference else None
        if metres is not None and metres >= REFUSED_FROM_M and not self.any_resolution:
            raise ResolutionError(
                f"A pixel is {metres:.3g} m on the ground: no house can be told on it, and the network learnt from "
                f"{TRAINED_RESOLUTION_M} m. Give finer images, or pass --any-resolution to look all the same."
            )

    def previews(self, pair: ImagePair) -> tuple[Artefact, Artefact]:
        """Both dates as pictures."""
        return (
            self._keep(pair, "before", "before.png", lambda path: write_png(path, preview(pair)[0])),
            self._keep(pair, "after", "after.png", lambda path: write_png(path, preview(pair)[1])),
        )

    def show(self, pair: ImagePair, wanted: tuple[ChangeClass, ...] = ALL_CLASSES) -> Artefact:
        """Draw the change of the wanted classes and write it as picture and as map file; the picture's artefact."""
        found = self.change(pair)
        entries = legend(found, wanted)
        stem = "-".join(("change", *sorted(wanted)))
        picture = draw(pair, found, wanted)
        self.previews(pair)
        self._keep(pair, "geotiff", "change.tif", lambda path: write_classes(path, found, self._tags(pair)))
        return self._keep(
            pair, "overlay", f"{stem}.png", lambda path: write_png(path, with_legend(picture, entries)), entries
        )

    def export(self, pair: ImagePair) -> None:
        """Write probabilities and objects for GIS programs beside the picture and the map."""
        found, table = self.change(pair), outlines(self.change(pair))
        seen = self._seen[pair.id]
        self._keep(
            pair,
            "probability",
            "probability.tif",
            lambda path: write_probabilities(path, found, seen, self._tags(pair)),
        )
        self._keep(pair, "gpkg", "objects.gpkg", lambda path: write_gpkg(path, table))
        if pair.georeference is not None:
            self._keep(pair, "geojson", "objects.geojson", lambda path: write_geojson(path, table))
        self._keep(pair, "csv", "objects.csv", lambda path: write_csv(path, table))

    def _tags(self, pair: ImagePair) -> dict[str, str]:
        """What a map file tells of how it was made."""
        before, after = pair.fingerprints
        return {
            "SOFTWARE": f"terradelta {version('terradelta')}",
            "MODEL": self.predictor.name,
            "WEIGHTS_SHA256": self.predictor.sha256,
            "BEFORE_SHA256": before,
            "AFTER_SHA256": after,
            "MIN_AREA": str(self.choice.min_area),
            "MIN_PROBABILITY": str(self.choice.min_probability),
            "AREA_OF_INTEREST": self.asked.name if self.asked else "all",
        }

    def _keep(
        self,
        pair: ImagePair,
        kind: ArtefactKind,
        name: str,
        write: Callable[[Path], None],
        entries: tuple[LegendEntry, ...] = (),
    ) -> Artefact:
        """Write a file once and register it."""
        artefact_id = f"{pair.id}:{Path(name).stem if kind == 'overlay' else kind}"
        if artefact_id not in self.artefacts:
            path = self.folder / f"pair{pair.id}" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path)
            self.artefacts[artefact_id] = Artefact(artefact_id, kind, pair.id, path, entries)
        return self.artefacts[artefact_id]
