"""An archive of pairs: what changed where, kept once, found again by a sentence, a pair or a place. Knows no screen.

list_pairs -> look (cells, captions, areas, vectors) -> Writer (Chroma store) -> Table -> search -> ArchiveAnswer
"""

from __future__ import annotations

from tools.archive.adding import AddResult, add_pairs, makers_of
from tools.archive.archive import Archive, open_archive
from tools.archive.filters import Filters, box_of, day_from
from tools.archive.info import ArchiveInfo, inform
from tools.archive.looking import ChangeEmbedder, Eyes
from tools.archive.notes import Note, NotesAnswer, add_note, search_notes
from tools.archive.searching import ArchiveAnswer, Found, search, similar, similar_to_cell
from tools.archive.views import VIEWS, View
from tools.archive.writer import make_archive

__all__ = [
    "Archive",
    "open_archive",
    "make_archive",
    "add_pairs",
    "AddResult",
    "makers_of",
    "search",
    "similar",
    "similar_to_cell",
    "VIEWS",
    "View",
    "ArchiveAnswer",
    "Found",
    "Filters",
    "box_of",
    "day_from",
    "add_note",
    "search_notes",
    "Note",
    "NotesAnswer",
    "ArchiveInfo",
    "inform",
    "ChangeEmbedder",
    "Eyes",
]
