"""An archive of changes in image pairs, searched by a sentence, a pair or a place. Knows no screen.

list_pairs -> describe_cells (captions, areas) -> Writer (Chroma store) -> Table -> search -> ArchiveAnswer
"""

from __future__ import annotations

from tools.archive.filling.add_pairs import AddResult, add_pairs, makers_of
from tools.archive.search.filters import Filters, box_of, day_from
from tools.archive.search.info import ArchiveInfo, inform
from tools.archive.search.notes import NotesAnswer, add_note, search_notes
from tools.archive.search.searching import ArchiveAnswer, Found, search, similar, similar_to_cell
from tools.archive.storage.archive import Archive, open_archive
from tools.archive.storage.embedder import ChangeEmbedder
from tools.archive.storage.embedding_views import VIEWS, View
from tools.archive.storage.notes import Note
from tools.archive.storage.writer import make_archive

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
]
