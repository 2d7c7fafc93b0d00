import stat
import threading

import pytest

from agent import ChangeAgent
from agent.models.language_models import choose_language_model
from tests.factories.predictors import KnownMaskPredictor
from ui.errors import BusyError, QuotaError, StoppedError, UploadError
from ui.page.visitors import Quota, Visitors


@pytest.fixture
def visitors():
    agent, eyes = ChangeAgent(choose_language_model()), KnownMaskPredictor()
    agent.predictor = lambda: eyes
    everyone = Visitors(agent, Quota(visitors=2, megabytes=1, pairs=2))
    yield everyone
    everyone.close()
    assert not everyone.root.exists()


def test_each_key_has_a_folder_of_its_own_that_no_one_else_can_read(visitors):
    one, other = visitors.enter("one"), visitors.enter("other")
    assert visitors.enter("one") is one
    assert one.folder != other.folder
    assert stat.S_IMODE(one.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(visitors.root.stat().st_mode) == 0o700
    assert visitors.get("third") is visitors.get(None) is None
    assert len({Visitors.new_key() for _ in range(100)}) == 100


def test_there_is_room_for_so_many_and_who_is_away_makes_room(visitors):
    visitors.enter("one"), visitors.enter("other")
    with pytest.raises(BusyError, match="try again"):
        visitors.enter("third")
    gone = visitors.get("one")
    gone.seen -= 4000
    third = visitors.enter("third")
    assert visitors.get("one") is None
    assert not gone.folder.exists()
    assert third.folder.exists()


def test_who_leaves_is_forgotten_files_and_all(visitors, sample):
    visitor = visitors.enter("one")
    visitor.open(sample.before, sample.after)
    visitor.layers().tile("before", 0, 0, 0)
    visitors.leave("one")
    assert visitor.gone
    assert not visitor.folder.exists()
    visitors.leave("one")
    visitors.leave("nobody")


def test_uploads_are_moved_where_no_one_else_reaches_them(visitors, tmp_path):
    visitor = visitors.enter("one")
    for number in range(2):
        upload = tmp_path / "a.tif"
        upload.write_bytes(b"12345")
        visitor.take_in(("before", "after")[number], upload)
        assert not upload.exists()
    kept = list(visitor.waiting.values())
    assert [path.name for path in kept] == ["a.tif", "a.tif"]
    assert kept[0].parent != kept[1].parent, "two files of one name do not meet"
    with pytest.raises(UploadError, match="choose the file again"):
        visitor.take_in("before", tmp_path / "a.tif")


def test_no_visitor_takes_more_room_than_there_is_for_one(visitors, tmp_path, sample):
    visitor = visitors.enter("one")
    (tmp_path / "large.tif").write_bytes(b"0" * 1_200_000)
    with pytest.raises(QuotaError, match="delete your data"):
        visitor.take_in("before", tmp_path / "large.tif")
    for _ in range(2):
        visitor.open(sample.before, sample.after)
    with pytest.raises(QuotaError, match="2 pairs"):
        visitor.open(sample.before, sample.after)


def test_what_counts_is_chosen_without_looking_again(visitors, sample):
    visitor = visitors.enter("one")
    pair = visitor.open(sample.before, sample.after)
    whole = visitor.session.workspace.change(pair)
    looks, version = visitor.session.workspace.predictor.looks, visitor.version
    visitor.selected = 3
    visitor.choose(min_area=130.0)
    assert 0 < len(visitor.session.workspace.known_change(pair).objects) < len(whole.objects)
    assert visitor.session.workspace.predictor.looks == looks
    assert visitor.version > version
    assert visitor.selected is None


def test_work_is_stopped_where_it_tells_of_progress(visitors):
    visitor, heard = visitors.enter("one"), []
    visitor.on_progress = lambda done, of: heard.append((done, of))
    visitor.report(1, 4)
    visitor.stopping.set()
    with pytest.raises(StoppedError, match="what was looked at is kept"):
        visitor.report(2, 4)
    assert heard == [(1, 4)]


def test_many_at_once_get_one_visitor_for_a_key(visitors):
    found = []
    threads = [threading.Thread(target=lambda: found.append(visitors.enter("same"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id(visitor) for visitor in found}) == 1
    assert len(list(visitors.root.iterdir())) == 1


def test_what_was_drawn_on_one_pair_is_no_area_of_another(visitors, sample, write_raster):
    visitor = visitors.enter("one")
    first = visitor.open(sample.before, sample.after)
    west, south, east, north = visitor.layers().grid.bounds
    visitor.choose(area_of_interest=f"{west},{south},{east},{north}")
    far = [write_raster(f"{name}.tif", crs="EPSG:32633") for name in "ab"]
    second = visitor.open(*far)
    assert visitor.session.workspace.settings.area_of_interest is None
    west, south, east, north = visitor.layers().grid.bounds
    visitor.choose(area_of_interest=f"{west},{south},{east},{north}")
    visitor.turn(first.id)
    assert visitor.session.workspace.pair() is first
    assert visitor.session.workspace.settings.area_of_interest is None
    assert second.id != first.id
