"""Bytes of a polygon file on disk or in a ZIP archive, never more than a limit, and of the files beside it."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from stat import S_ISLNK
from typing import Protocol

from tools.polygons.features import DamagedFileError

HEAD = 64
MAX_TEXT_BYTES, MAX_BINARY_BYTES = 100_000_000, 500_000_000
"""Of one file that is read as text, and of any other."""
MAX_MEMBERS = 10_000
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class FileContent(Protocol):
    """A file that can be read."""

    @property
    def stem(self) -> str:
        """Its name without ending."""

    @property
    def path(self) -> Path | None:
        """Where it lies; None in an archive."""

    def read(self, most: int = MAX_BINARY_BYTES) -> bytes:
        """All of it; raises `DamagedFileError` where it is larger than `most` or cannot be read."""

    def head(self) -> bytes:
        """Its first bytes."""

    def beside(self, ending: str) -> FileContent | None:
        """The file of the same name with another ending, in lower or upper case; None where there is none."""


@dataclass(frozen=True)
class OnDisk:
    """A file of its own."""

    path: Path

    @property
    def stem(self) -> str:
        """Its name without ending."""
        return self.path.stem

    def read(self, most: int = MAX_BINARY_BYTES) -> bytes:
        """As `FileContent.read`."""
        return self._first(most + 1) if self._size() <= most else _too_large(most)

    def head(self) -> bytes:
        """As `FileContent.head`."""
        return self._first(HEAD)

    def beside(self, ending: str) -> FileContent | None:
        """As `FileContent.beside`."""
        paths = (self.path.with_suffix(written) for written in (ending, ending.upper()))
        return next((OnDisk(path) for path in paths if path.is_file()), None)

    def _size(self) -> int:
        return self.path.stat().st_size

    def _first(self, most: int) -> bytes:
        with self.path.open("rb") as file:
            return file.read(most)


@dataclass(frozen=True)
class InArchive:
    """A member of an archive, read into memory."""

    archive: zipfile.ZipFile
    member: zipfile.ZipInfo
    path: None = None

    @property
    def stem(self) -> str:
        """Its name without folder and ending."""
        return PurePosixPath(self.member.filename).stem

    def read(self, most: int = MAX_BINARY_BYTES) -> bytes:
        """As `FileContent.read`; what the archive says of its size is not believed."""
        data = self._first(most + 1)
        return data if len(data) <= most else _too_large(most)

    def head(self) -> bytes:
        """As `FileContent.head`."""
        return self._first(HEAD)

    def beside(self, ending: str) -> FileContent | None:
        """As `FileContent.beside`."""
        wanted = str(PurePosixPath(self.member.filename).with_suffix(ending)).lower()
        members = (member for member in self.archive.infolist() if member.filename.lower() == wanted)
        return next((InArchive(self.archive, member) for member in members), None)

    def _first(self, most: int) -> bytes:
        if self.member.compress_type not in METHODS or self.member.flag_bits & 1:
            raise DamagedFileError("it is compressed in an unusual way or with a password; unpack it and give the file")
        try:
            with self.archive.open(self.member) as file:
                return file.read(most)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
            raise DamagedFileError("the archive is damaged; pack or download it again") from error


def _too_large(most: int) -> bytes:
    raise DamagedFileError(f"it is larger than {most // 1_000_000} MB; save the part around the images as a GeoPackage")


def members(archive: zipfile.ZipFile) -> list[InArchive]:
    """The files of an archive but for those that its maker's system hides in it.

    Raises:
        DamagedFileError: it holds too many, links, or names that lead out of it.
    """
    if len(archive.infolist()) > MAX_MEMBERS:
        raise DamagedFileError(f"it holds more than {MAX_MEMBERS:,} files; give the one with the polygons")
    for member in archive.infolist():
        place = PurePosixPath(member.filename.replace("\\", "/"))
        if place.is_absolute() or ".." in place.parts or S_ISLNK(member.external_attr >> 16):
            raise DamagedFileError("it holds links or names that lead out of it; give the file with the polygons alone")
    # Asked of the name itself: Python's own `is_dir` fails on a name without a letter.
    shown = (member for member in archive.infolist() if member.filename and not member.filename.endswith("/"))
    return [InArchive(archive, one) for one in shown if not one.filename.startswith(("__MACOSX", "."))]
