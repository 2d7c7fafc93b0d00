"""Pairs are added: scenes in cells, each once, and what is broken is named and holds nothing up."""

import shutil

import cv2
import numpy as np
import pytest
import rasterio

from mci_model.prediction import Window
from tests.tools.archive.small_archive import SAME, ColourEmbedder, ColourEyes, fill, write_pair
from tools.archive import add_note, inform, open_archive
from tools.archive.filling.listing import list_pairs
from tools.errors import ManifestError


@pytest.fixture
def archive(tmp_path):
    return tmp_path / "archive"


@pytest.fixture
def pairs(tmp_path):
    return tmp_path / "pairs"


def cells(archive):
    table = open_archive(archive).table
    return [table.cell(row) for row in range(len(table))]


def test_a_cell_tells_what_was_seen_and_where(pairs, archive):
    before, after = write_pair(pairs, "one", "red", days=("2018-05-01", "2020-06-30"))
    result = fill(archive, pairs)
    assert (result.added, result.kept, result.failed, result.cells, result.cells_in_archive) == (1, 0, 0, 1, 1)
    (cell,) = cells(archive)
    assert cell.caption == "red houses are built"
    assert (cell.building_pixels, cell.road_pixels) == (256, 0)
    assert cell.building_m2 == pytest.approx(64, rel=1e-3)
    assert cell.road_m2 == 0
    assert cell.days == ("2018-05-01", "2020-06-30")
    assert cell.window == Window(0, 0, 64, 64)
    assert cell.sensor == "3 bands"
    assert (archive / cell.before).resolve() == before.resolve()
    assert (archive / cell.after).resolve() == after.resolve()
    west, south, east, north = cell.bbox
    assert 9.0 - 1e-3 < west < east < 9.001
    assert 53 < south < north < 54
    picture = cv2.imread(str(open_archive(archive).thumbnail(cell.id)), cv2.IMREAD_COLOR_RGB)
    assert picture.shape == (64, 64 + 2 + 64, 3)
    assert picture[10, 10, 0] < picture[10, 76, 0], "before is on the left, the red square on the right"


def test_a_scene_is_cut_and_what_holds_no_data_is_left_out(pairs, archive):
    write_pair(pairs, "scene", "red", size=(300, 600), square=40)
    for path in pairs.rglob("*.tif"):
        with rasterio.open(path, "r+") as file:
            file.nodata = 0
            pixels = file.read()
            pixels[:, :, 400:] = 0
            file.write(pixels)
    told = []
    result = fill(archive, pairs, progress=lambda *done: told.append(done))
    assert (result.added, result.cells) == (1, 4)
    assert [cell.window for cell in cells(archive)] == [
        Window(0, 0, 150, 200),
        Window(0, 200, 150, 200),
        Window(150, 0, 150, 200),
        Window(150, 200, 150, 200),
    ]
    assert [cell.caption for cell in cells(archive)] == ["red houses are built", SAME, SAME, SAME]
    assert {cell.of for cell in cells(archive)} == {6}
    assert told[-1] == (6, 6)
    again = fill(archive, pairs)
    assert (again.added, again.kept, again.cells) == (0, 1, 0)


def test_what_is_there_is_not_looked_at_again_wherever_it_lies(pairs, archive, tmp_path):
    for name in ("one", "two"):
        write_pair(pairs, name)
    fill(archive, pairs)
    shutil.copytree(pairs, tmp_path / "copied")
    write_pair(tmp_path / "copied", "three", "blue")
    embedder = ColourEmbedder()
    result = fill(archive, tmp_path / "copied", embedder)
    assert (result.added, result.kept, result.cells_in_archive) == (1, 2, 3)
    assert embedder.predictor.looks == 1
    assert len({cell.id for cell in cells(archive)}) == 3


def test_a_changed_file_is_another_pair(pairs, archive):
    write_pair(pairs, "one", "red")
    fill(archive, pairs)
    write_pair(pairs, "one", "blue")
    assert fill(archive, pairs).added == 1
    assert [cell.caption for cell in cells(archive)] == ["red houses are built", "blue houses are built"]


def test_broken_pairs_are_named_and_hold_nothing_up(pairs, archive):
    for name in ("a", "b", "c"):
        write_pair(pairs, name)
    (pairs / "B" / "b.tif").write_bytes(b"<html>404</html>")
    (pairs / "A" / "c.tif").write_bytes((pairs / "A" / "c.tif").read_bytes()[:2000])
    (pairs / "B" / "alone.png").write_bytes(b"")
    (pairs / "A" / "notes.txt").write_text("no image", encoding="utf-8")
    result = fill(archive, pairs)
    assert (result.added, result.failed) == (1, 3)
    assert result.failures[0] == "B/alone.png: no image of its name is in A."
    assert result.failures[1].startswith("b: told: b.tif is not an image")
    assert result.failures[2].startswith("c: told: c.tif is damaged")
    assert len(cells(archive)) == 1


def test_a_bug_in_one_pair_takes_no_other_along(pairs, archive):
    class Failing(ColourEyes):
        def see(self, before, after):
            if self.looks == 1:
                self.looks += 1
                raise ZeroDivisionError("a bug")
            return super().see(before, after)

    for name in ("a", "b", "c"):
        write_pair(pairs, name)
    result = fill(archive, pairs, eyes=Failing())
    assert (result.added, result.failures) == (2, ("b: told: a bug",))


def test_a_list_is_read_as_batch_reads_it(pairs, archive, tmp_path):
    write_pair(pairs, "one")
    rows = ["before,after,id", "pairs/A/one.tif,pairs/B/one.tif,x", "pairs/A/one.tif,pairs/B/no.tif,y"]
    rows.append("pairs/A/one.tif,pairs/B/one.tif,x")
    (tmp_path / "list.csv").write_text("\n".join(rows), encoding="utf-8")
    result = fill(archive, tmp_path / "list.csv")
    assert (result.added, result.kept, result.failed) == (1, 1, 1)
    assert result.failures[0].startswith("Line 3 (y): told: no.tif was not found")


def test_folders_are_found_at_any_depth(tmp_path):
    for part in ("images/train", "images/test"):
        write_pair(tmp_path / "data" / part, "one")
    write_pair(tmp_path / "other", "x")
    (tmp_path / "other" / "A").rename(tmp_path / "other" / "before")
    (tmp_path / "other" / "B").rename(tmp_path / "other" / "after")
    assert [pair.name for pair in list_pairs(tmp_path).pairs] == [
        "data/images/test/one",
        "data/images/train/one",
        "other/x",
    ]


def test_a_place_without_pairs_is_refused(tmp_path, archive):
    (tmp_path / "empty").mkdir()
    with pytest.raises(ManifestError, match="holds no pairs: expected folders A and B"):
        fill(archive, tmp_path / "empty")
    with pytest.raises(ManifestError, match="cannot be read"):
        fill(archive, tmp_path / "nowhere.csv")
    assert not archive.exists()


def test_fine_pixels_are_brought_to_what_the_network_knows(pairs, archive):
    write_pair(pairs, "fine", "red", size=(640, 640), square=160, metres=0.1)
    fill(archive, pairs)
    (cell,) = cells(archive)
    assert cell.window.height == pytest.approx(128, abs=1)
    assert cell.building_m2 == pytest.approx(256, rel=0.05)


def test_coarse_pixels_are_refused_unless_one_says_so(pairs, archive):
    write_pair(pairs, "coarse", metres=10)
    result = fill(archive, pairs)
    assert result.failed == 1
    assert "10 m on the ground" in result.failures[0]
    assert fill(archive, pairs, any_resolution=True).added == 1


def test_maps_of_classes_are_no_pictures(pairs, archive):
    paths = write_pair(pairs, "classes")
    for path in paths:
        with rasterio.open(path) as file:
            profile = file.profile | {"count": 1}
        with rasterio.open(path, "w", **profile) as file:
            codes = np.kron(np.arange(16).reshape(4, 4) % 3, np.ones((16, 16))).astype(np.uint8)
            file.write(codes + (path == paths[1]), 1)
            file.write_colormap(1, {value: (value * 60, 9, 9, 255) for value in range(4)})
    assert "maps of classes" in fill(archive, pairs).failures[0]


def test_pictures_without_a_place_are_kept_without_one(pairs, archive):
    write_pair(pairs, "plain", crs=None)
    fill(archive, pairs)
    (cell,) = cells(archive)
    assert (cell.bbox, cell.building_m2, cell.building_pixels) == (None, None, 256)


def test_another_archive_gives_its_pairs_and_notes(pairs, archive, tmp_path):
    for name in ("one", "two"):
        write_pair(pairs, name)
    fill(archive, pairs)
    add_note(open_archive(archive), ColourEmbedder(), "two houses were found", "record 7", (9, 53, 10, 54))
    shutil.rmtree(pairs / "B")
    write_pair(pairs, "one")
    newer = tmp_path / "newer"
    result = fill(newer, archive, ColourEmbedder("f" * 64))
    assert (result.added, result.failed) == (1, 1)
    assert result.failures[0].startswith("two.tif: told: two.tif was not found")
    told = inform(open_archive(newer))
    assert (told.pairs, told.cells, told.notes) == (1, 1, 1)
    assert told.made_by.embedder_sha256 == "f" * 64
    assert inform(open_archive(archive)).cells == 2, "the other one is as it was"


def test_stopped_by_hand_it_goes_on(pairs, archive):
    for name in ("a", "b", "c"):
        write_pair(pairs, name)

    def stop(done, _):
        if done == 2:
            raise KeyboardInterrupt("Ctrl-C")

    with pytest.raises(KeyboardInterrupt, match="Ctrl-C"):
        fill(archive, pairs, progress=stop)
    assert len(cells(archive)) == 2
    result = fill(archive, pairs)
    assert (result.added, result.kept) == (1, 2)
    assert not list(archive.rglob(".*.partial*"))


def test_an_archive_told_in_numbers(pairs, archive):
    write_pair(pairs, "one", days=("2018-05-01", "2020-06-30"))
    write_pair(pairs, "two", days=("2016-05-01", ""), corner=(510_000, 5_900_000))
    write_pair(pairs, "three", crs=None)
    fill(archive, pairs)
    told = inform(open_archive(archive))
    assert (told.pairs, told.cells, told.placed, told.notes) == (3, 3, 2, 0)
    assert told.days == ("2016-05-01", "2020-06-30")
    assert told.sensors == {"3 bands": 3}
    assert told.bbox[2] - told.bbox[0] == pytest.approx(0.15, abs=0.01)
    assert told.megabytes > 0.1
