"""One conversation's pairs, interpretations and files. Whoever asks for a tool never sees a path: only ids."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tools.change import ALL_CLASSES, ChangeClass, ChangeMask, to_change_mask
from tools.errors import NoPairError, UnknownPairError
from tools.overlay import LegendEntry, draw, legend, with_legend, write_geotiff, write_png
from tools.pairs import ImagePair, open_pair
from tools.preflight import PairCard, inspect

if TYPE_CHECKING:
    from mci_model import Predictor

ArtefactKind = Literal["before", "after", "overlay", "geotiff"]
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

    def __init__(self, folder: Path, predictor: Callable[[], Predictor], progress: Progress | None = None) -> None:
        """Work in `folder`.

        Args:
            folder: where files of this conversation are written; made when first needed.
            predictor: called once, when a network is first needed.
            progress: told windows done and windows in all while a network works.
        """
        self.folder, self._load, self.progress = folder, predictor, progress
        self._predictor: Predictor | None = None
        self._pairs: dict[str, ImagePair] = {}
        self._masks: dict[str, ChangeMask] = {}
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

    def change(self, pair: ImagePair) -> ChangeMask:
        """What changed in the pair; the network looks once, whatever is asked afterwards."""
        if pair.id not in self._masks:
            seen = self.predictor.predict(pair.before, pair.after, progress=self.progress)
            self._masks[pair.id] = to_change_mask(pair, seen, self.predictor.name, self.predictor.area)
        return self._masks[pair.id]

    def previews(self, pair: ImagePair) -> tuple[Artefact, Artefact]:
        """Both dates as pictures."""
        return (
            self._keep(pair, "before", "before.png", lambda path: write_png(path, pair.before)),
            self._keep(pair, "after", "after.png", lambda path: write_png(path, pair.after)),
        )

    def show(self, pair: ImagePair, wanted: tuple[ChangeClass, ...] = ALL_CLASSES) -> Artefact:
        """Draw the change of the wanted classes and write it as picture and as map file; the picture's artefact."""
        mask = self.change(pair)
        entries = legend(mask, wanted)
        stem = "-".join(("change", *sorted(wanted)))
        picture = draw(pair, mask, wanted)
        self.previews(pair)
        tags = {"SOFTWARE": "terradelta", "MODEL": mask.model, "WEIGHTS_SHA256": self.predictor.sha256}
        self._keep(pair, "geotiff", "change.tif", lambda path: write_geotiff(path, mask, tags))
        return self._keep(
            pair, "overlay", f"{stem}.png", lambda path: write_png(path, with_legend(picture, entries)), entries
        )

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
