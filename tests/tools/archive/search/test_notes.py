"""Notes are kept once, and found again with their sources."""

from datetime import date

import pytest

from tests.tools.archive.small_archive import ColourEmbedder, ColourEyes, fill, write_pair
from tools.archive import Filters, add_note, inform, make_archive, makers_of, open_archive, search_notes
from tools.archive.storage.store import writing
from tools.errors import ArchiveError, AreaError


@pytest.fixture
def embedder():
    return ColourEmbedder()


@pytest.fixture
def archive(tmp_path, embedder):
    return make_archive(tmp_path / "archive", makers_of(embedder, ColourEyes()))


def sources(answer):
    return [found.note.source for found in answer.found]


def test_what_was_found_last_time_comes_with_its_source(archive, embedder):
    add_note(
        archive, embedder, "Twelve houses were built at the harbour.", "runs/harbour/record.json", day=date(2024, 6, 30)
    )
    add_note(archive, embedder, "NDVI is (N - R) / (N + R).", "Rouse et al. 1974")
    answer = search_notes(archive, embedder, "what did we find at the harbour last time?")
    assert sources(answer) == ["runs/harbour/record.json", "Rouse et al. 1974"]
    assert answer.found[0].note.day == "2024-06-30"
    assert answer.searched == 2
    assert sources(search_notes(archive, embedder, "how is NDVI defined", k=1)) == ["Rouse et al. 1974"]


def test_a_note_is_kept_once(archive, embedder):
    one = add_note(archive, embedder, "Twelve houses.", "record 1", (9, 53, 10, 54))
    assert add_note(archive, embedder, "  Twelve houses.\n", "record 1", (9, 53, 10, 54)) == one
    assert add_note(archive, embedder, "Twelve houses.", "record 2", (9, 53, 10, 54)).id != one.id
    assert inform(open_archive(archive.folder)).notes == 2
    kept = search_notes(archive, embedder, "houses").found[0].note
    assert kept.bbox == (9, 53, 10, 54)


def test_a_note_holds_no_hidden_letters(archive, embedder):
    add_note(archive, embedder, "Twelve\x00 houses\ud800,\ntwo roads\u202e. 🏠", "record\u200b 1")
    kept = search_notes(archive, embedder, "houses").found[0].note
    assert (kept.text, kept.source) == ("Twelve houses,\ntwo roads. 🏠", "record 1")


def test_notes_are_found_by_place_and_day(archive, embedder):
    add_note(archive, embedder, "Houses here.", "here", (9, 53, 10, 54), date(2020, 1, 1))
    add_note(archive, embedder, "Houses there.", "there", (20, 53, 21, 54), date(2022, 1, 1))
    add_note(archive, embedder, "Houses in general.", "everywhere")

    def found(**filters):
        return set(sources(search_notes(archive, embedder, "houses", filters=Filters(**filters))))

    assert found() == {"here", "there", "everywhere"}
    assert found(bbox=(9.5, 53.5, 9.6, 53.6)) == {"here"}
    assert found(since=date(2021, 1, 1)) == {"there"}
    assert found(until=date(2021, 1, 1)) == {"here"}


def test_without_notes_there_is_a_sentence(archive, embedder):
    answer = search_notes(archive, embedder, "houses")
    assert answer.found == ()
    assert "holds no notes yet" in answer.notes[-1]


@pytest.mark.parametrize(
    ("text", "source", "complaint"),
    [
        (" ", "x", "note is blank"),
        ("x", "", "source of a note is blank"),
        ("x" * 4001, "x", "note has 4,001 letters; give at most 4,000"),
        ("x", "x" * 501, "source of a note has 501 letters"),
    ],
)
def test_notes_that_cannot_be_kept(archive, embedder, text, source, complaint):
    with pytest.raises(ArchiveError, match=complaint):
        add_note(archive, embedder, text, source)


def test_an_area_that_is_none_is_not_kept(archive, embedder):
    with pytest.raises(AreaError, match="9,54,10,53 is no area; give west,south,east,north"):
        add_note(archive, embedder, "x", "x", (9, 54, 10, 53))


def test_notes_of_other_weights_are_refused(archive):
    other = ColourEmbedder("f" * 64)
    for use in (lambda: add_note(archive, other, "x", "x"), lambda: search_notes(archive, other, "x")):
        with pytest.raises(ArchiveError, match="cannot be compared with"):
            use()


def test_notes_wait_for_who_is_writing(archive, embedder):
    with writing(archive.folder):
        with pytest.raises(ArchiveError, match="Another terradelta is writing"):
            add_note(archive, embedder, "x", "x")
        assert search_notes(archive, embedder, "x").searched == 0


def test_notes_lie_beside_cells(archive, embedder, tmp_path):
    add_note(archive, embedder, "Houses here.", "here")
    write_pair(tmp_path / "pairs", "one")
    fill(archive.folder, tmp_path / "pairs", embedder)
    told = inform(open_archive(archive.folder))
    assert (told.cells, told.notes) == (1, 1)
