import stat
import threading

import pytest

from agent import ChangeAgent
from agent.models.language_models import choose_language_model
from tests.factories.predictors import KnownMaskPredictor
from ui.errors import BusyError, QuotaError, StoppedError
from ui.page.visiting.visitor import Quota
from ui.page.visiting.visitors import Visitors


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


def test_there_is_room_for_so_many_and_who_is_away_makes_room(visitors, sample):
    for name in ("one", "other"):
        visitors.enter(name).open(sample.before, sample.after)
    with pytest.raises(BusyError, match="try again"):
        visitors.enter("third")
    gone = visitors.get("one")
    gone.seen -= 4000
    third = visitors.enter("third")
    assert visitors.get("one") is None
    assert not gone.folder.exists()
    assert third.folder.exists()


def test_keys_without_images_shut_nobody_out(visitors, sample):
    visitors.enter("one").open(sample.before, sample.after)
    for number in range(20):
        visitors.enter(f"invented {number}")
    assert visitors.get("one") is not None
    assert visitors.get("invented 19") is not None
    assert visitors.get("invented 18") is None


def test_one_piece_of_work_at_a_time(visitors, monkeypatch):
    monkeypatch.setattr("ui.page.visiting.visitor.LOCK_S", 0.05)
    visitor, begun, over = visitors.enter("one"), threading.Event(), threading.Event()

    def work():
        with visitor.alone():
            begun.set()
            assert over.wait(20)

    other = threading.Thread(target=work)
    other.start()
    assert begun.wait(20)
    with pytest.raises(BusyError, match="wait for its answer"), visitor.alone():
        pass
    over.set()
    other.join(20)
    with visitor.alone():
        pass


def test_who_leaves_is_forgotten_files_and_all(visitors, sample):
    visitor = visitors.enter("one")
    visitor.open(sample.before, sample.after)
    visitor.layers().tile("before", 0, 0, 0)
    visitors.leave("one")
    assert visitor.gone
    assert not visitor.folder.exists()
    visitors.leave("one")
    visitors.leave("nobody")


def test_no_visitor_takes_more_room_than_there_is_for_one(visitors, sample):
    visitor = visitors.enter("one")
    assert visitor.room() == 1_000_000
    (visitor.folder / "large.bin").write_bytes(b"0" * 1_200_000)
    assert visitor.room() == -200_000
    with pytest.raises(QuotaError, match="delete your data"):
        visitor.check_room()
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
    assert len([path for path in visitors.root.iterdir() if path.is_dir()]) == 1


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


def test_the_work_of_who_has_closed_the_page_ends(visitors):
    visitor, other = visitors.enter("one"), visitors.enter("other")
    for one in (visitor, other):
        one.questions.add("What changed?")
    visitors.stop_absent(lambda key: False)
    assert not visitor.stopping.is_set(), "a lost connection may come back"
    visitor.seen -= 100
    other.seen -= 100
    visitors.stop_absent(lambda key: key == "other")
    assert visitor.stopping.is_set()
    assert not other.stopping.is_set()


def test_dates_are_swapped_back_to_the_pair_that_is_there(visitors, sample):
    visitor = visitors.enter("one")
    first = visitor.open(sample.before, sample.after)
    visitor.choose(min_area=130.0)
    workspace = visitor.session.workspace
    visitor.swap()
    assert [source.path for source in workspace.pair().sources] == [sample.after, sample.before]
    assert workspace.settings.min_area is None, "what counts holds for one pair"
    visitor.swap()
    assert workspace.pair().id == first.id
    assert len(workspace.pairs) == 2
