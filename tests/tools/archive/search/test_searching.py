"""Cells are found: by words, by pairs, by places, days, classes and areas; nothing else is given."""

from datetime import date

import pytest
import rasterio

from tests.tools.archive.small_archive import ColourEmbedder, fill, write_pair
from tools.archive import VIEWS, Filters, box_of, day_from, open_archive, search, similar, similar_to_cell
from tools.errors import ArchiveError, AreaError, PairError, RasterError
from tools.rasters.gdal_warnings import without_gdal_warnings

HERE, FAR = (500_000.0, 5_900_000.0), (700_000.0, 5_900_000.0)


@pytest.fixture(scope="module")
def pairs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("found") / "pairs"
    write_pair(folder, "small", "red", days=("2010-05-01", "2012-05-01"), corner=HERE)
    write_pair(folder, "large", "red", square=40, days=("2018-05-01", "2020-05-01"), corner=FAR)
    write_pair(folder, "lake", "blue", days=("2018-05-01", "2019-05-01"), corner=FAR)
    write_pair(folder, "road", "grey", days=("2014-05-01", ""), corner=HERE)
    write_pair(folder, "gone", "green", was="red", corner=HERE)
    write_pair(folder, "same", "green", days=("2011-01-01", "2016-01-01"), corner=HERE)
    write_pair(folder, "plain", "red", crs=None, seed=1)
    return folder


@pytest.fixture(scope="module")
def archive(pairs):
    fill(pairs.parent / "archive", pairs)
    return open_archive(pairs.parent / "archive")


@pytest.fixture(scope="module")
def embedder():
    return ColourEmbedder()


def names(answer):
    return [found.before.stem for found in answer.found]


def chosen(archive, embedder, **filters):
    answer = search(archive, embedder, "houses", filters=Filters(**filters))
    assert answer.matching == len(answer.found)
    return set(names(answer))


def test_a_sentence_finds_what_it_tells_of(archive, embedder, pairs):
    answer = search(archive, embedder, "red houses", k=3)
    assert set(names(answer)) == {"small", "large", "plain"}
    assert (answer.searched, answer.matching, answer.notes) == (7, 7, ())
    best = answer.found[0]
    assert best.score == 1
    assert best.similarity > 0.6
    assert best.caption == "red houses are built"
    assert best.before.resolve().parent == (pairs / "A").resolve()
    assert best.thumbnail.is_file()
    assert names(search(archive, embedder, "blue", k=1)) == ["lake"]


@pytest.mark.parametrize("text", ["something changed", "places that changed most", "the biggest differences"])
def test_a_question_that_names_no_kind_of_change_gives_the_most_changed_first(archive, embedder, text):
    answer = search(archive, embedder, text, k=2)
    assert names(answer)[0] == "large"
    assert "names no kind of change" in answer.notes[0]
    assert not search(archive, embedder, "more red houses", k=2).notes


def test_the_direction_of_time_counts(archive, embedder, pairs):
    places = names(search(archive, embedder, "red", k=7))
    assert places.index("gone") > places.index("small"), "red that disappears is not red that appears"
    assert names(similar(archive, embedder, pairs / "A" / "gone.tif", pairs / "B" / "gone.tif", k=1)) != ["small"]


def test_a_pair_finds_its_like_and_not_itself(archive, embedder, pairs):
    answer = similar(archive, embedder, pairs / "A" / "small.tif", pairs / "B" / "small.tif", k=2)
    assert set(names(answer)) == {"large", "plain"}
    assert answer.found[0].similarity > 0.9
    assert answer.question == "small.tif and small.tif"


def test_a_pair_that_is_not_in_the_archive_finds_its_like(archive, embedder, tmp_path):
    before, after = write_pair(tmp_path, "other", "blue", seed=9)
    assert names(similar(archive, embedder, before, after, k=1)) == ["lake"]


def test_a_cell_finds_its_like_by_the_beginning_of_its_id(archive, embedder):
    (lake,) = search(archive, embedder, "blue", k=1).found
    whole, short = similar_to_cell(archive, lake.id, k=3), similar_to_cell(archive, lake.id[:11], k=3)
    assert whole.found == short.found
    assert "lake" not in names(whole)
    for wrong in ("0000000000", "small", lake.id[:5], ""):
        with pytest.raises(ArchiveError, match="holds no cell"):
            similar_to_cell(archive, wrong)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"bbox": box_of("8.9,53,9.1,54")}, {"small", "road", "gone", "same"}),
        ({"bbox": (11, 53, 13, 54)}, {"large", "lake"}),
        ({"bbox": (170, 53, 9.1, 54)}, {"small", "road", "gone", "same"}),
        ({"bbox": (-10, -10, 0, 0)}, set()),
        ({"since": day_from("2019-06-01")}, {"large"}),
        ({"until": date(2013, 1, 1)}, {"small", "same"}),
        ({"since": date(2012, 1, 1), "until": date(2012, 12, 31)}, {"small", "same"}),
        ({"object_class": "building"}, {"small", "large", "plain"}),
        ({"object_class": "road"}, {"lake", "road", "gone"}),
        ({"object_class": "any"}, {"small", "large", "plain", "lake", "road", "gone"}),
        ({"min_area": 100}, {"large"}),
        ({"min_area": 10, "object_class": "road"}, {"lake", "road", "gone"}),
        ({"sensor": "3 Bands"}, {"small", "large", "plain", "lake", "road", "gone", "same"}),
        ({"sensor": "sentinel-2-l2a"}, set()),
        ({"bbox": (8, 53, 10, 54), "object_class": "road", "since": date(2000, 1, 1)}, set()),
    ],
)
def test_filters_leave_what_is_as_asked(archive, embedder, filters, expected):
    assert chosen(archive, embedder, **filters) == expected


def test_filters_hold_for_pairs_too(archive, embedder, pairs):
    far = Filters(bbox=(11, 53, 13, 54))
    answer = similar(archive, embedder, pairs / "A" / "small.tif", pairs / "B" / "small.tif", filters=far)
    assert names(answer) == ["large", "lake"]
    assert answer.matching == 2


@pytest.mark.parametrize("box", ["1,2,3", "a,b,c,d", "1,5,2,4", "1,2,3,nan", "1,2,300,4", "1,-91,2,3"])
def test_an_area_that_is_none(box):
    with pytest.raises(AreaError, match="west,south,east,north"):
        box_of(box)


@pytest.mark.parametrize(
    ("filters", "why"),
    [
        ({"since": date(2020, 1, 1), "until": date(2019, 1, 1)}, "No day is since 2020-01-01 and until 2019-01-01"),
        ({"min_area": -1}, "-1 is no area"),
        ({"min_area": float("nan")}, "nan is no area"),
    ],
)
def test_filters_that_nothing_can_be(filters, why):
    with pytest.raises(ArchiveError, match=why):
        Filters(**filters)


def test_a_day_that_is_none():
    with pytest.raises(ArchiveError, match=r"'next week' is no day; write it as in"):
        day_from("next week")


def test_questions_that_should_be_asked_otherwise(archive, embedder):
    with pytest.raises(ArchiveError, match="blank"):
        search(archive, embedder, "  ")
    answer = search(archive, embedder, "x" * 10_000)
    assert len(answer.question) <= 500
    assert answer.notes[0].startswith("The question was cut")
    assert "reads English" in answer.notes[1]
    for text in ("neue Gebäude", "новые дома", "新しい家"):
        answer = search(archive, embedder, text)
        assert any("reads English" in note for note in answer.notes)
        assert len(answer.found) == 7, "what is found is shown all the same"


@pytest.mark.parametrize("k", [0, -1, 1001])
def test_a_number_that_cannot_be_shown(archive, embedder, k):
    with pytest.raises(ArchiveError, match="ask for 1 to 1000"):
        search(archive, embedder, "red", k=k)


def test_pairs_that_cannot_be_asked_with(archive, embedder, pairs, tmp_path):
    with pytest.raises(RasterError, match="not found"):
        similar(archive, embedder, tmp_path / "no.tif", tmp_path / "no.tif")
    with pytest.raises(PairError, match="cover different ground and share no pixel"):
        similar(archive, embedder, pairs / "A" / "small.tif", pairs / "A" / "large.tif")
    before, after = write_pair(tmp_path, "huge", size=(16, 4200), square=8)
    with pytest.raises(ArchiveError, match="4200 x 16 px, more than one change; cut out what is meant"):
        similar(archive, embedder, before, after)


@pytest.mark.parametrize(
    ("view", "text", "best"),
    [
        ("after", "red", "red"),
        ("before", "blue", "from-blue"),
        ("became", "grey", "grey"),
        ("became", "green", "from-blue"),
    ],
)
def test_a_single_date_and_what_became_of_it_are_searched_too(tmp_path, view, text, best):
    for colour in ("red", "grey"):
        write_pair(tmp_path / "pairs", colour, colour, square=40)
    write_pair(tmp_path / "pairs", "from-blue", "green", was="blue", square=40)
    fill(tmp_path / "archive", tmp_path / "pairs")
    answer = search(open_archive(tmp_path / "archive"), ColourEmbedder(), text, 3, view=view)
    assert answer.found[0].after.stem == best
    assert any("roughly" in note for note in answer.notes)


def test_what_became_is_the_later_date_less_the_earlier_one(tmp_path):
    before, after = write_pair(tmp_path / "pairs", "red", "red", square=40)
    fill(tmp_path / "archive", tmp_path / "pairs")
    table, embedder = open_archive(tmp_path / "archive").table, ColourEmbedder()
    vector = embedder.embed_text(["red"])[0]
    near = {view: float(table.similarity(vector, view)[0]) for view in VIEWS}
    pictures = [open_source_pixels(path) for path in (before, after)]
    expected = [float(embedder.embed_image(picture) @ vector) for picture in pictures]
    assert [near["before"], near["after"]] == pytest.approx(expected, abs=1e-5)
    assert near["became"] == pytest.approx(near["after"] - near["before"], abs=1e-6)


def open_source_pixels(path):
    with without_gdal_warnings(), rasterio.open(path) as file:
        return file.read().transpose(1, 2, 0)
