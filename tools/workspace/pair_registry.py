"""The pairs of one conversation, in the order in which they were opened, and which of them is the current one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tools.errors import NoPairError, UnknownPairError
from tools.notices import notice
from tools.pairs.pair import ImagePair, StatedDays, open_pair
from tools.pairs.preflight import PairCard, inspect
from tools.rasters.band_folder import one_file

BANDS = "bands"
"""Folder for files merged from folders with one file per band."""


class PairRegistry:
    """Pairs by their ids, with their preflight cards."""

    def __init__(self, folder: Path) -> None:
        """Hold none yet; `folder` is that of the conversation."""
        self._bands = folder / BANDS
        self._pairs: dict[str, ImagePair] = {}
        self._cards: dict[str, PairCard] = {}
        self._current: str | None = None

    def __iter__(self) -> Iterator[ImagePair]:
        return iter(tuple(self._pairs.values()))

    def __len__(self) -> int:
        return len(self._pairs)

    @property
    def current(self) -> str | None:
        """Id of the pair that is spoken of; None before one was opened."""
        return self._current

    def read(
        self, before: Path, after: Path, *, align: bool, resample: float | None, days: StatedDays = (None, None)
    ) -> ImagePair:
        """Open two files, or folders with a file a band; the pair is not one of these yet.

        Raises:
            RasterError, PairError, StatementError: the files cannot be used or compared, or were not taken so.
        """
        before, after = self._files(before, after)
        return open_pair(before, after, name=str(len(self) + 1), align=align, resample=resample, days=days)

    def add(self, pair: ImagePair) -> ImagePair:
        """Take in a pair, and make it the current one."""
        self._pairs[pair.id] = pair
        self._current = pair.id
        return pair

    def known(self, before: Path, after: Path) -> ImagePair | None:
        """The pair of these files, if it was opened; errors as for `read`."""
        wanted = tuple(path.absolute() for path in self._files(before, after))
        return next((pair for pair in self if tuple(one.path.absolute() for one in pair.sources) == wanted), None)

    def select(self, name: str) -> ImagePair:
        """Make a pair the current one; errors as for `get`."""
        pair = self.get(name)
        self._current = pair.id
        return pair

    def get(self, name: str | None = None) -> ImagePair:
        """The pair called `name` (its id or a file's stem), or the current one.

        Raises:
            NoPairError: no pair has been opened.
            UnknownPairError: none has this name.
        """
        if self._current is None:
            text = "There are no images yet; open a before and an after image first."
            raise NoPairError(notice("no-images", text))
        if name is None:
            return self._pairs[self._current]
        for pair in self:
            stems = {Path(source.name).stem.lower() for source in pair.sources}
            if name.lower() in {pair.id.lower(), *stems}:
                return pair
        known = ", ".join(self._pairs)
        text = "There is no pair {name} in this conversation; there is {known}."
        raise UnknownPairError(notice("no-pair", text, name=repr(name), known=known))

    def card(self, pair: ImagePair) -> PairCard:
        """The pair's preflight card, made once."""
        if pair.id not in self._cards:
            self._cards[pair.id] = inspect(pair)
        return self._cards[pair.id]

    def _files(self, before: Path, after: Path) -> tuple[Path, Path]:
        return one_file(before, self._bands), one_file(after, self._bands)
