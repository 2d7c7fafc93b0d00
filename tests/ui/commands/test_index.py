"""`terradelta index` as a person types it: what is printed where, and what is told of bad input."""

import json

import pytest

from tests.tools.archive.small_archive import ColourEmbedder, write_pair
from ui import cli
from ui.commands import index


@pytest.fixture
def weights(monkeypatch):
    """Which embedding is loaded; it may be changed."""
    chosen = {"sha256": "d" * 64}
    monkeypatch.setattr(index, "_embedder", lambda: ColourEmbedder(chosen["sha256"]))
    return chosen


@pytest.fixture
def pairs(tmp_path):
    write_pair(tmp_path / "pairs", "red one", "red", days=("2018-05-01", "2020-06-30"))
    write_pair(tmp_path / "pairs", "blue", "blue", crs=None)
    return tmp_path / "pairs"


@pytest.fixture
def run(capsys, weights):
    def call(*arguments):
        code = cli.run(["index", *map(str, arguments)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


@pytest.fixture
def archive(run, pairs, tmp_path):
    assert run("add", tmp_path / "archive", pairs)[0] == 0
    return tmp_path / "archive"


def test_adding_tells_what_became_of_the_pairs(run, pairs, tmp_path):
    (pairs / "A" / "bad.tif").write_bytes(b"")
    (pairs / "B" / "bad.tif").write_bytes(b"")
    code, out, _ = run("add", tmp_path / "archive", pairs)
    assert code == 0
    assert "2 pairs added in 2 cells, 1 failed." in out
    assert "bad: bad.tif is empty (0 bytes)" in out
    assert "holds 2 cells" in out
    _, out, _ = run("add", tmp_path / "archive", pairs, "--json")
    told = json.loads(out)
    assert (told["added"], told["kept"], told["failed"], told["cells_in_archive"]) == (0, 2, 1, 2)


def test_searching_tells_what_was_found(run, archive, pairs):
    code, out, _ = run("search", archive, "red houses", "--k", 1)
    assert code == 0
    assert out.startswith("1. red houses are built (score 1.00")
    assert "2018-05-01 to 2020-06-30; longitude 9.000" in out
    assert "buildings 64 m², roads 0 m²" in out
    assert f"before: {pairs / 'A' / 'red one.tif'}" in out
    assert "1 shown of 2 that may be shown, in 2 cells." in out
    _, out, _ = run("search", archive, "красный", "--json", "--class", "road")
    told = json.loads(out)
    assert [found["caption"] for found in told["found"]] == ["blue houses are built"]
    assert told["matching"] == 1
    assert told["found"][0]["place"] is None
    assert any("reads English" in note for note in told["notes"])


def test_places_and_days_are_typed(run, archive):
    code, out, _ = run("search", archive, "houses", "--bbox", "8,53,10,54", "--since", "2020-01-01", "--json")
    assert [found["building_m2"] for found in json.loads(out)["found"]] == [pytest.approx(64, rel=1e-2)]
    for option, value in (("--bbox", "8,53"), ("--since", "soon"), ("--min-area", "-5"), ("--class", "tree")):
        code, out, err = run("search", archive, "houses", option, value)
        assert (code, out) == (2, "")
        assert "Traceback" not in err


def test_pairs_and_cells_find_their_like(run, archive, tmp_path):
    before, after = write_pair(tmp_path / "other", "x", "red", seed=4)
    code, out, _ = run("similar", archive, before, after, "--k", 1)
    assert code == 0
    assert out.startswith("1. red houses are built")
    found = json.loads(run("search", archive, "blue", "--k", 1, "--json")[1])["found"][0]
    code, out, _ = run("similar", archive, found["id"][:12], "--json")
    assert [like["caption"] for like in json.loads(out)["found"]] == ["red houses are built"]
    code, _, err = run("similar", archive, "nothing")
    assert code == 2
    assert "holds no cell 'nothing'; give an id that a search has told, or two images" in err


def test_an_archive_is_told_of(run, archive):
    code, out, _ = run("info", archive)
    assert code == 0
    assert "2 pairs in 2 cells, 0 notes" in out
    assert "days: 2018-05-01 to 2020-06-30" in out
    assert "made by: colours (dddddddddddd), colours (eeeeeeeeeeee)" in out
    told = json.loads(run("info", archive, "--json")[1])
    assert told["sensors"] == {"3 bands": 2}


def test_notes_are_kept_and_found(run, archive):
    code, out, _ = run("note", archive, "Twelve houses here.", "--source", "record 7", "--day", "2024-06-30")
    assert code == 0
    assert out.startswith("Kept as ")
    code, out, _ = run("notes", archive, "what did we find here last time?")
    assert code == 0
    assert "1. Twelve houses here.\n   source: record 7, 2024-06-30" in out
    told = json.loads(run("notes", archive, "houses", "--json")[1])
    assert told["found"][0]["note"]["source"] == "record 7"
    assert run("note", archive, "Twelve houses here.")[0] == 2, "a note needs a source"


def test_what_cannot_be_done_is_a_sentence(run, archive, weights, tmp_path, pairs):
    for arguments, told in (
        (("search", tmp_path / "nowhere", "x"), "is no archive of pairs; make one: terradelta index add"),
        (("search", archive, " "), "The question is blank"),
        (("add", tmp_path / "new", tmp_path / "nothing.csv"), "cannot be read"),
    ):
        code, out, err = run(*arguments)
        assert (code, out) == (2, "")
        assert told in err
        assert "Traceback" not in err
    weights["sha256"] = "f" * 64
    code, _, err = run("search", archive, "red")
    assert code == 2
    assert f"terradelta index add {archive}-new {archive}" in err
    assert run("add", f"{archive}-new", archive)[0] == 0
    assert run("search", f"{archive}-new", "red")[0] == 0
