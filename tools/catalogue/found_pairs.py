"""Changes found in an archive, as a conversation tells of them: numbered cards, of which one can be opened.

Whoever asks sees numbers, captions and places, never a path; pictures are artefacts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mci_model.prediction import Window
from tools.archive import ArchiveAnswer, Found, NotesAnswer, search, search_notes, similar, similar_to_cell
from tools.archive.filling.cell_contents import open_to_cut
from tools.errors import PairError, ToolError, UnknownObjectError
from tools.notices import notice
from tools.outputs.artefacts import Artefact
from tools.pairs.pair import ImagePair
from tools.types import Date
from tools.workspace.archive_access import OpenedPart
from tools.workspace.workspace import Workspace

THUMBNAIL = "found:{}"
AREA_LEFT = notice(
    "area-left",
    "The area of interest was one of the pair that was open before; the whole of this one is asked about.",
)


@dataclass(frozen=True, slots=True)
class Card:
    """One change that was found."""

    number: int
    """From 1, the best first: by it the pair is opened."""
    caption: str
    score: float
    """0-1 in this answer."""
    similarity: float
    """Cosine of the vectors, -1 to 1."""
    changed: float
    """Probability of any change, 0-1."""
    building_m2: float | None
    road_m2: float | None
    building_pixels: int
    road_pixels: int
    lonlat: tuple[float, float] | None
    """Of its middle, degrees on WGS 84."""
    before: str
    """Name of the earlier file."""
    after: str
    dates: tuple[str | None, str | None]
    """ISO 8601, where they are known."""
    thumbnail: str
    """Artefact id of a picture of both dates."""


@dataclass(frozen=True, slots=True)
class FoundPairs:
    """What an archive holds of a wish."""

    query: str
    """As it was read."""
    cards: tuple[Card, ...]
    searched: int
    """Parts of pairs in the archive."""
    warnings: tuple[str, ...]

    @property
    def layers(self) -> tuple[str, ...]:
        """Artefact ids of the pictures that show it."""
        return tuple(card.thumbnail for card in self.cards)


@dataclass(frozen=True, slots=True)
class OpenedPair:
    """A found pair that is the current one now."""

    pair: str
    number: int
    caption: str
    before: str
    after: str
    columns: tuple[int, int]
    """First and last column of the part that was found, in the pair's pixels."""
    rows: tuple[int, int]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remembered:
    """A note of an archive."""

    text: str
    source: str
    day: str | None
    """ISO 8601."""
    score: float
    """0-1 in this answer."""


@dataclass(frozen=True, slots=True)
class Memories:
    """What was answered before, or how things are done."""

    query: str
    remembered: tuple[Remembered, ...]
    warnings: tuple[str, ...]


def find_changes(workspace: Workspace, text: str, k: int) -> FoundPairs:
    """Changes that a sentence tells of.

    Raises:
        ArchiveError: there is no archive, it is empty or damaged, or made by other weights; or the sentence is blank.
    """
    return _told(workspace, search(workspace.archive, workspace.embedder, text, k))


def find_places(workspace: Workspace, text: str, date: Date, k: int) -> FoundPairs:
    """Places where a sentence tells what is there at a date; errors as for `find_changes`."""
    return _told(workspace, search(workspace.archive, workspace.embedder, text, k, view=date))


def find_similar(workspace: Workspace, pair: str | None, k: int) -> FoundPairs:
    """Changes like that of a pair, or of the part of it that a search had found; like the best card where none is open.

    Errors as for `find_changes`.

    Raises:
        RasterError, PairError, ResolutionError: as for opening the pair.
    """
    opened = workspace.search.opened
    if pair is None and opened is not None and opened.pair == workspace.current:
        return _find_like(workspace, opened.number, k)  # the part that was found: a scene shows many changes at once
    if pair is None and workspace.current is None and workspace.search.found:
        return _find_like(workspace, 1, k)
    before, after = (source.path for source in workspace.pair(pair).sources)
    wish = workspace.settings.any_resolution
    return _told(workspace, similar(workspace.archive, workspace.embedder, before, after, k, any_resolution=wish))


def _find_like(workspace: Workspace, number: int, k: int) -> FoundPairs:
    """Changes like that of a card."""
    return _told(workspace, similar_to_cell(workspace.archive, _of(workspace.search.found, number).id, k))


def open_found(workspace: Workspace, number: int) -> OpenedPair:
    """Make the pair of a card the current one.

    Raises:
        UnknownObjectError: there is no such card.
        RasterError, PairError: its files are gone or cannot be used any more.
    """
    found = _of(workspace.search.found, number)
    if not (found.before.is_file() and found.after.is_file()):
        text = "The images of number {number} are not where they were when they were added; add them anew."
        raise PairError(notice("found-gone", text, number=number))
    kept = workspace.settings
    warnings = _leave_area(workspace, found)
    try:
        pair = workspace.turn_to(found.before, found.after)
    except ToolError:
        workspace.choose(kept)  # the pair before stays open, with its area
        raise
    window = _window_on(pair, found, workspace.archive.folder)
    workspace.search.keep_opened(OpenedPart(number, pair.id, window))
    return OpenedPair(
        pair.id, number, found.caption, found.before.name, found.after.name,
        (window.left, window.left + window.width - 1), (window.top, window.top + window.height - 1), warnings,
    )  # fmt: skip


def _leave_area(workspace: Workspace, found: Found) -> tuple[str, ...]:
    """An area of interest of one pair is none of another: it is asked for no more."""
    known = workspace.pairs.known(found.before, found.after)
    here = known is not None and known.id == workspace.current
    if here or workspace.settings.area_of_interest is None:
        return ()
    workspace.choose(replace(workspace.settings, area_of_interest=None))
    return (AREA_LEFT,)


def _window_on(pair: ImagePair, found: Found, folder: Path) -> Window:
    """A part in the pair's pixels; archives cut images finer than the network's scale at that scale."""
    cut = open_to_cut(found.before, found.after, folder, any_resolution=True).pair
    down, across = (whole / of for whole, of in zip(pair.size, cut.size, strict=True))
    part = found.window
    top, bottom = (round(down * row) for row in (part.top, part.top + part.height))
    left, right = (round(across * column) for column in (part.left, part.left + part.width))
    return Window(top, left, bottom - top, right - left)


def recall(workspace: Workspace, text: str, k: int) -> Memories:
    """Notes of the archive that a sentence asks for; errors as for `find_changes`."""
    answer: NotesAnswer = search_notes(workspace.archive, workspace.embedder, text, k)
    told = tuple(Remembered(one.note.text, one.note.source, one.note.day, one.score) for one in answer.found)
    return Memories(answer.question, told, answer.notes)


def _of(found: Sequence[Found], number: int) -> Found:
    if not found:
        raise UnknownObjectError(notice("nothing-found-yet", "Nothing was found yet; search the archive first."))
    if not 1 <= number <= len(found):
        text = "There is no number {number} among what was found; there are 1 to {count}."
        raise UnknownObjectError(notice("no-number-found", text, number=number, count=len(found)))
    return found[number - 1]


def _told(workspace: Workspace, answer: ArchiveAnswer) -> FoundPairs:
    workspace.search.keep_found(answer.found)
    cards = tuple(_card(workspace, number, one) for number, one in enumerate(answer.found, 1))
    return FoundPairs(answer.question, cards, answer.searched, answer.notes)


def thumbnail_id(found: Found) -> str:
    """Of the picture of a part that was found, on the shelf of a conversation."""
    return THUMBNAIL.format(found.id[:16])


def _card(workspace: Workspace, number: int, found: Found) -> Card:
    picture = Artefact(thumbnail_id(found), "thumbnail", "", found.thumbnail, filtered=False)
    if found.thumbnail.is_file():
        workspace.artefacts.add(picture)
    return Card(
        number, found.caption, found.score, found.similarity, found.changed, found.building_m2, found.road_m2,
        found.building_pixels, found.road_pixels, found.place, found.before.name, found.after.name,
        (found.days.before, found.days.after), picture.id,
    )  # fmt: skip
