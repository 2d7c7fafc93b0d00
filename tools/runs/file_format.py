"""Declaration of a kind of file in which results are written. Knows no single kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tools.errors import UnknownFormatError
from tools.outputs.artefacts import Artefact
from tools.pairs.pair import ImagePair
from tools.workspace.workspace import Workspace

Writer = Callable[[Workspace, ImagePair, Path], None]
Maker = Callable[[Workspace, ImagePair], Artefact]


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A kind of file."""

    name: str
    """By which it is requested, and under which its artefact is stored."""
    file: str
    """The file's name."""
    holds: str
    """What is in it, in words."""
    media_type: str
    """MIME type."""
    writer: Writer | None = None
    """Writes the file of a pair."""
    maker: Maker | None = None
    """In place of `writer`, where the artefact is stored in another way than under its name alone."""
    rank: int = 1000
    """Position in lists: the lowest comes first."""
    asked: bool = True
    """Whether a user may request it."""
    in_run: int | None = None
    """Position among the files that every run writes; None: runs do not write it."""
    needs_change: bool = True
    """Whether it needs the change map."""
    needs_place: str = ""
    """Error message for a pair without georeference; empty where it can be written for any pair."""
    filtered: bool = True
    """Whether it depends on the object filter, so that another filter makes it stale."""

    def fits(self, pair: ImagePair) -> bool:
        """Whether it can be written of this pair."""
        return not self.needs_place or pair.georeference is not None

    def write(self, workspace: Workspace, pair: ImagePair) -> Artefact:
        """The file of a pair, written unless it exists.

        Raises:
            UnknownFormatError: the pair cannot be written so.
        """
        if not self.fits(pair):
            raise UnknownFormatError(self.needs_place)
        if self.maker is not None:
            return self.maker(workspace, pair)
        keep, writer = workspace.artefacts.keep, self.writer
        assert writer is not None, f"{self.name} has neither writer nor maker"
        return keep(pair.id, self.name, self.file, lambda path: writer(workspace, pair, path), filtered=self.filtered)
