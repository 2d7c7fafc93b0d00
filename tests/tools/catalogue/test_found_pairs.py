"""An archive in a conversation: real Chroma stores, cards with pictures, opening, notes."""

from dataclasses import replace

import numpy as np
import pytest

from tests.tools.archive.small_archive import ColourEmbedder, fill, write_pair
from tools.archive import open_archive, search_notes
from tools.catalogue.archive_tools import find_changes, find_places, find_similar, open_found, recall
from tools.catalogue.remembering import keep_answer
from tools.errors import ArchiveError, PairError, RasterError, UnknownObjectError
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace


@pytest.fixture
def space(tmp_path):
    """A conversation with an archive of three pairs, and none open."""
    for number, colour in enumerate(("red", "grey", "blue")):
        write_pair(
            tmp_path / "pairs", colour, colour, days=("2019-05-01", "2021-05-01"), corner=(5e5 + 1e4 * number, 59e5)
        )
    embedder = ColourEmbedder()
    fill(tmp_path / "archive", tmp_path / "pairs", embedder)
    settings = RunSettings(archive=tmp_path / "archive")
    return Workspace(tmp_path / "work", lambda: embedder.predictor, settings=settings, embedder=lambda: embedder)


def test_cards_tell_the_nearest_first_and_hold_no_path(space):
    found = find_changes(space, "blue", 2)
    assert [card.number for card in found.cards] == [1, 2]
    best = found.cards[0]
    assert (best.before, best.after, best.dates) == ("blue.tif", "blue.tif", ("2019-05-01", "2021-05-01"))
    assert best.road_m2 == pytest.approx(16 * 16 * 0.25, rel=0.01)
    assert best.lonlat == pytest.approx((9.3, 53.2), abs=0.3)
    assert "/" not in repr(found.cards)
    assert found.searched == 3
    assert space.artefacts[best.thumbnail].path.read_bytes().startswith(b"\x89PNG")


def test_places_are_found_by_what_is_there_at_a_date(space):
    assert find_places(space, "blue", k=1).cards[0].after == "blue.tif"
    assert find_places(space, "green", "before", 3).warnings
    assert open_found(space, 2).number == 2


def test_the_second_one_is_opened_and_is_the_current_pair(space):
    second = find_changes(space, "blue", 3).cards[1]
    opened = open_found(space, 2)
    assert space.current == opened.pair
    assert [source.name for source in space.pair().sources] == [second.before, second.after]
    assert (opened.columns, opened.rows) == ((0, 63), (0, 63))
    again = open_found(space, 2)
    assert again.pair == opened.pair


def test_what_is_opened_is_shown_where_it_lies_on_the_images_own_pixels(space, tmp_path):
    # At 0.25 m an archive cuts cells of 0.5 m; the conversation opens the images as they are.
    write_pair(tmp_path / "fine", "fine", "red", size=(640, 640), metres=0.25, square=600)
    fill(tmp_path / "archive", tmp_path / "fine", space.embedder)
    cards = find_changes(space, "red", 7).cards
    rows = {open_found(space, card.number).rows for card in cards if card.after == "fine.tif"}
    assert rows == {(0, 319), (320, 639)}
    pair, window = space.search.opened.pair, space.search.opened.window
    assert (pair, window.height, window.width) == (space.current, 320, 320)
    find_changes(space, "red")
    assert space.search.opened is None, "another search"


def test_an_area_of_interest_is_left_with_its_pair(space):
    find_changes(space, "red", 2)
    open_found(space, 1)
    corners = space.pair().georeference.lonlats(np.array([2.0, 30.0]), np.array([30.0, 2.0]))
    (west, east), (south, north) = corners
    space.choose(replace(space.settings, area_of_interest=f"{west},{south},{east},{north}"))
    assert open_found(space, 1).warnings == ()
    assert space.settings.area_of_interest is not None
    second = space.search.found[1].after
    whole = second.read_bytes()
    second.write_bytes(b"no image")
    with pytest.raises(RasterError, match="is not an image of a known kind"):
        open_found(space, 2)
    assert space.settings.area_of_interest is not None, "what cannot be opened takes no area away"
    second.write_bytes(whole)
    assert "whole of this one" in open_found(space, 2).warnings[0]
    assert space.settings.area_of_interest is None


def test_what_is_like_the_open_pair_leaves_it_out_and_like_this_means_the_best_where_none_is_open(space):
    assert find_changes(space, "red", 1).cards[0].after == "red.tif"
    like = find_similar(space)
    assert {card.after for card in like.cards} == {"grey.tif", "blue.tif"}
    open_found(space, 1)
    opened = space.pair().sources[1].name
    assert opened not in {card.after for card in find_similar(space).cards}


def test_others_like_what_was_opened_are_like_the_part_that_was_found(space, tmp_path):
    # Red appears in one quarter alone: as a whole, the pair is as grey as the others are.
    write_pair(tmp_path / "wide", "wide", "red", size=(512, 512), square=200)
    fill(tmp_path / "archive", tmp_path / "wide", space.embedder)
    numbers = [card.number for card in find_changes(space, "red", 7).cards if card.after == "wide.tif"]
    asked = space.search.found[numbers[0] - 1]
    open_found(space, numbers[0])
    assert find_similar(space).query == asked.id


@pytest.mark.parametrize("number", [4, 99])
def test_a_number_that_was_not_found_is_refused(space, number):
    with pytest.raises(UnknownObjectError, match="Nothing was found yet"):
        open_found(space, 1)
    find_changes(space, "red", 3)
    with pytest.raises(UnknownObjectError, match=f"no number {number}.*1 to 3"):
        open_found(space, number)


def test_images_that_are_gone_are_told(space, tmp_path):
    find_changes(space, "red", 1)
    (tmp_path / "pairs" / "B" / "red.tif").unlink()
    with pytest.raises(PairError, match="not where they were"):
        open_found(space, 1)


def test_without_an_archive_one_sentence_says_how_to_name_one(tmp_path):
    bare = Workspace(tmp_path, lambda: None)
    for ask in (lambda: find_changes(bare, "red"), lambda: recall(bare, "red")):
        with pytest.raises(ArchiveError, match="--archive"):
            ask()


def test_an_answer_is_kept_with_its_source_and_found_again_once(space, tmp_path):
    find_changes(space, "red", 1)
    open_found(space, 1)
    for _ in range(2):
        keep_answer(space, "Which red houses are new?", "7 red houses appeared [1].")
    found = recall(space, "red houses")
    assert [one.text for one in found.remembered] == ["Which red houses are new? 7 red houses appeared."]
    assert "red.tif and red.tif" in found.remembered[0].source
    note = search_notes(open_archive(tmp_path / "archive"), ColourEmbedder(), "red").found[0].note
    assert note.bbox == pytest.approx((9.0, 53.25, 9.0, 53.25), abs=0.05)
    assert recall(space, "red", 1).remembered[0].day == note.day
