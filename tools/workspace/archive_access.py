"""The archive that one conversation searches: what it was found to hold, and which part of that was opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mci_model.errors import WeightsError
from tools.errors import ArchiveError

if TYPE_CHECKING:
    from mci_model.change_predictor import ChangePredictor
    from mci_model.prediction import Window
    from tools.archive import Archive, ChangeEmbedder, Found


@dataclass(frozen=True, slots=True)
class OpenedPart:
    """A part that was found and opened."""

    number: int
    """Its place among what was found, from 1."""
    pair: str
    """Id of the pair that it was opened as."""
    window: Window
    """Where it lies there, in the pair's pixels."""


class ArchiveAccess:
    """An archive, opened at first use, and the latest search in it."""

    def __init__(self, predictor: Callable[[], ChangePredictor], embedder: Callable[[], ChangeEmbedder] | None) -> None:
        """Search nothing yet.

        Args:
            predictor: the network, to whose weights an embedder belongs.
            embedder: called once, when an archive is first searched; None: the one that belongs to the network.
        """
        self._predictor, self._load_embedder = predictor, embedder
        self._embedder: ChangeEmbedder | None = None
        self._archive: Archive | None = None
        self._found: tuple[Found, ...] = ()
        self._opened: OpenedPart | None = None

    def archive(self, folder: Path | None) -> Archive:
        """The archive in a folder.

        Raises:
            ArchiveError: none was given, there is none, or it is damaged.
        """
        from tools.archive import open_archive  # whose rooms stand on this one

        if folder is None:
            raise ArchiveError("No archive was given; name one with --archive, made by terradelta index add.")
        if self._archive is None or self._archive.folder != folder:
            self._archive = open_archive(folder)
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
            return load_embedder(predictor=self._predictor())
        except WeightsError as error:
            raise ArchiveError(str(error)) from error

    @property
    def found(self) -> tuple[Found, ...]:
        """What the archive was last found to hold, the best first."""
        return self._found

    @property
    def opened(self) -> OpenedPart | None:
        """Which of it was opened last."""
        return self._opened

    def keep_found(self, found: tuple[Found, ...]) -> None:
        """Remember what a search found; nothing of it is open."""
        self._found, self._opened = found, None

    def keep_opened(self, part: OpenedPart) -> None:
        """Remember which part was opened."""
        self._opened = part
