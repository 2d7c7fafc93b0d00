"""`terradelta fetch` as a person types it, against a STAC API on this machine."""

import json

import numpy as np
import pytest

pytest.importorskip("odc.stac", reason="needs the extra [stac]")
pytest.importorskip("pystac_client", reason="needs the extra [stac]")

from tests.stac_server import StacServer, serving
from tools.stac import gazetteer
from ui import cli

pytestmark = [  # odc-geo 0.5.3 calls what shapely 2.2 and affine 3.0 have deprecated
    pytest.mark.filterwarnings(r"ignore:The 'shapely.ops.transform\(\)' function is deprecated"),
    pytest.mark.filterwarnings("ignore:Use `@` matmul instead of `\\*` mul operator"),
]
BOX = "15.003,48.747,15.012,48.751"


@pytest.fixture(autouse=True)
def few_places(monkeypatch):
    hidden = {"name": "Hidden", "countrycode": "AT", "admin1code": "", "latitude": 48.749, "longitude": 15.0075}
    monkeypatch.setattr(gazetteer, "_cities", lambda: [(1, hidden | {"population": 0, "alternatenames": []})])
    gazetteer._by_name.cache_clear()
    yield
    gazetteer._by_name.cache_clear()


@pytest.fixture
def server(tmp_path):
    (tmp_path / "served").mkdir()
    with serving(tmp_path / "served") as port:
        one = StacServer(port, tmp_path / "served" / "part")
        for name, year in (("early", 2021), ("late", 2023)):
            values = np.random.default_rng(year).integers(1, 3000, (120, 120)).astype(np.uint16)
            images = dict.fromkeys(("red", "green", "blue"), values) | {"scl": np.full((60, 60), 5, np.uint8)}
            one.add(name, f"{year}-06-01T10:00:00Z", images, eo__cloud_cover=1.0)
        yield one


def run(capsys, server, *more, where=("--bbox", BOX), days=("2021-06-01", "2023-06-01"), host="127.0.0.1"):
    server.save()
    dates = ("--before", days[0], "--after", days[1])
    options = ("--collection", "sentinel-2-l2a", "--api", f"{server.url}/", "--allow-host", host)
    code = cli.run(["fetch", *where, *dates, *options, *map(str, more)])
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err
    return code, printed.out, printed.err


def test_fetch_tells_what_it_wrote_and_what_to_ask(capsys, server, tmp_path):
    code, out, err = run(capsys, server, "--out", tmp_path / "o")
    assert (code, err.strip()) == (0, "")
    first, second, last = out.strip().splitlines()
    assert first == f"{tmp_path}/o/before.tif: 2021-06-01, 100% clear, from early (100%)"
    assert second.startswith(f"{tmp_path}/o/after.tif: 2023-06-01")
    assert last == f'Now ask: terradelta ask {tmp_path}/o/before.tif {tmp_path}/o/after.tif "What has changed?"'


def test_json_is_one_object_and_nothing_else(capsys, server, tmp_path):
    code, out, _ = run(capsys, server, "--out", tmp_path / "o", "--json")
    told = json.loads(out)
    assert code == 0
    assert list(told) == ["before", "after", "crs", "height", "width", "masked_by", "notes"]
    assert told["after"]["scenes"] == [{"id": "late", "date": "2023-06-01", "cloud": 1.0, "share": 1.0}]


def test_a_place_is_a_square_around_it(capsys, server, tmp_path):
    code, out, err = run(capsys, server, "--out", tmp_path / "o", where=("--place", "Hidden", "--size", "0.3"))
    assert code == 0
    assert err.strip() == "Hidden, AT (48.75, 15.01): a square of 0.3 km around it."
    assert "before.tif: 2021-06-01" in out


def test_warnings_go_to_stderr(capsys, server, tmp_path):
    for item in server.items:
        del item["assets"]["scl"]
    code, _, err = run(capsys, server, "--out", tmp_path / "o")
    assert code == 0
    assert err.strip().startswith("Warning: sentinel-2-l2a has no band that tells clouds")


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"where": ("--bbox", "1,2,3")}, "is not four numbers"),
        ({"where": ()}, "give either --bbox west,south,east,north or --place NAME"),
        ({"where": ("--bbox", BOX, "--place", "Lahr")}, "give either --bbox"),
        ({"where": ("--place", "Nowhere")}, "No place 'Nowhere' is known here"),
        ({"days": ("2021", "2023-06-01")}, "is no day"),
        ({"days": ("2011-06-01", "2023-06-01")}, "has no scene of this area"),
        ({"host": "elsewhere.example"}, "127.0.0.1 is not among the hosts that may be contacted"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_two(capsys, server, tmp_path, monkeypatch, change, complaint):
    monkeypatch.chdir(tmp_path)
    code, out, err = run(capsys, server, **change)
    assert (code, out) == (2, "")
    assert complaint in err
    assert len(err.strip().splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["served"], "nothing is left behind"
