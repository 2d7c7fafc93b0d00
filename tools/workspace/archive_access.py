"""The archive of one conversation, the matches of the latest search, and the match that was opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mci_model.errors import WeightsError
from tools.errors import ArchiveError
from tools.notices import notice, reason_of

if TYPE_CHECKING:
    from mci_model.change_predictor import ChangePredictor
    from mci_model.prediction import Window
    from tools.archive import Archive, ChangeEmbedder, Found


@dataclass(frozen=True, slots=True)
class OpenedPart:
    """A match that was opened as a pair."""

    number: int
    """Rank of the match, from 1."""
    pair: str
    """Id of the opened pair."""
    window: Window
    """The matching part, in the pair's pixels."""


class ArchiveAccess:
    """An archive, opened at first use, and the latest search in it."""

    def __init__(self, predictor: Callable[[], ChangePredictor], embedder: Callable[[], ChangeEmbedder] | None) -> None:
        """Open no archive yet.

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
        from tools.archive import open_archive  # imported here, since the archive imports this package

        if folder is None:
            text = "No archive was given; name one with --archive, made by terradelta index add."
            raise ArchiveError(notice("no-archive", text))
        if self._archive is None or self._archive.folder != folder:
            self._archive = open_archive(folder)
        return self._archive

    @property
    def embedder(self) -> ChangeEmbedder:
        """The embedder of changes and sentences, loaded at first use.

        Raises:
            ArchiveError: there is none for these weights.
        """
        if self._embedder is None:
            self._embedder = self._load_embedder() if self._load_embedder else self._matching_embedder()
        return self._embedder

    def _matching_embedder(self) -> ChangeEmbedder:
        from mci_model.retrieval import load_embedder

        try:
            return load_embedder(predictor=self._predictor())
        except WeightsError as error:
            raise ArchiveError(reason_of(error)) from error

    @property
    def found(self) -> tuple[Found, ...]:
        """Matches of the latest search, the best first."""
        return self._found

    @property
    def opened(self) -> OpenedPart | None:
        """The match that was opened last."""
        return self._opened

    def keep_found(self, found: tuple[Found, ...]) -> None:
        """Store the matches of a search; none of them is open."""
        self._found, self._opened = found, None

    def keep_opened(self, part: OpenedPart) -> None:
        """Store which match was opened."""
        self._opened = part
