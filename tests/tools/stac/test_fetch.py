"""Imagery over real HTTP from a STAC API on this machine: values, clouds, grids, refused hosts, and sentences."""

import json
import sys

import numpy as np
import pytest
import rasterio
from affine import Affine
from pyproj import Transformer

pytest.importorskip("odc.stac", reason="needs the extra [stac]")
pytest.importorskip("pystac_client", reason="needs the extra [stac]")

from tests.stac_server import Answer, StacServer, serving
from tools.errors import ImageryError, RefusedHostError
from tools.pairs.pair import open_pair
from tools.spectrum.cloud_mask import cloud_mask
from tools.stac import fetch as imagery
from tools.stac import hosts as allowed_hosts
from tools.stac import search as stac_search
from tools.stac.fetch import fetch_pair
from tools.stac.request import read_request

pytestmark = [  # odc-geo 0.5.3 calls what shapely 2.2 and affine 3.0 have deprecated
    pytest.mark.filterwarnings(r"ignore:The 'shapely.ops.transform\(\)' function is deprecated"),
    pytest.mark.filterwarnings("ignore:Use `@` matmul instead of `\\*` mul operator"),
]
LEFT, TOP, SIDE = 500_000, 5_400_000, 120
BANDS = ("red", "green", "blue")


def ground(seed):
    """(120, 120) values, 1 or more."""
    return np.random.default_rng(seed).integers(1, 3000, (SIDE, SIDE)).astype(np.uint16)


def colours(seed):
    return {band: ground(seed + number) for number, band in enumerate(BANDS)}


def classes(cloudy=(slice(0, 0), slice(0, 0)), kind=9):
    """(60, 60) scene classes at half the resolution: bare ground, and a kind of cloud somewhere."""
    scl = np.full((SIDE // 2, SIDE // 2), 5, np.uint8)
    scl[cloudy] = kind
    return scl


def box(left=20, top=30, right=100, bottom=90, crs="EPSG:32633"):
    """west,south,east,north around an inner part of the scenes, told in their pixels."""
    turn = Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
    west, north = turn.transform(LEFT + 10 * left, TOP - 10 * top)
    east, south = turn.transform(LEFT + 10 * right, TOP - 10 * bottom)
    return f"{west},{south},{east},{north}"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served")
    with serving(folder) as port:
        yield port, folder


@pytest.fixture
def new_server(served):
    """Another server, with addresses of its own: GDAL remembers what it read from an address."""
    return lambda: StacServer(served[0], served[1] / f"part{len(list(served[1].iterdir()))}")


@pytest.fixture
def server(new_server):
    return new_server()


@pytest.fixture
def pair_of_scenes(server):
    """Two clear days; the later one has a cloud over rows 40-59, columns 30-49."""
    truth = colours(0), colours(10)
    server.add("early", "2021-06-01T10:00:00Z", truth[0] | {"scl": classes()}, eo__cloud_cover=2.0)
    cloudy = classes((slice(20, 30), slice(15, 25)))
    server.add("late", "2023-06-03T10:00:00Z", truth[1] | {"scl": cloudy}, eo__cloud_cover=7.0)
    return truth


def ask(server, where=None, before="2021-06-01", after="2023-06-01", bands="red,green,blue", **others):
    server.save()
    options = {"collection": "sentinel-2-l2a", "api": f"{server.url}/"} | others
    return read_request(where or box(), before, after, bands, options.pop("hosts", ["127.0.0.1"]), **options)


def cut(truth, file):
    """What the scenes hold under a file that lies on their pixels."""
    column, row = (file.transform.c - LEFT) / 10, (TOP - file.transform.f) / 10
    assert column == int(column)
    assert row == int(row)
    rows, columns = slice(int(row), int(row) + file.height), slice(int(column), int(column) + file.width)
    return np.stack([truth[band][rows, columns] for band in BANDS]), rows, columns


def test_pixels_are_those_of_the_scenes_and_clouds_are_no_data(server, pair_of_scenes, tmp_path):
    fetched = fetch_pair(ask(server), tmp_path / "out")
    with rasterio.open(fetched.before.path) as early, rasterio.open(fetched.after.path) as late:
        expected, rows, columns = cut(pair_of_scenes[0], early)
        np.testing.assert_array_equal(early.read(), expected)
        expected, _, _ = cut(pair_of_scenes[1], late)
        cloud = np.zeros((SIDE, SIDE), bool)
        cloud[40:60, 30:50] = True
        expected[:, cloud[rows, columns]] = 0
        np.testing.assert_array_equal(late.read(), expected)
        assert (late.dataset_mask() == 0).sum() == 400
        assert (early.transform, early.shape, early.crs) == (late.transform, late.shape, late.crs)
        assert early.nodata == late.nodata == 0
        assert late.descriptions == BANDS
        assert late.dtypes == ("uint16",) * 3
        assert late.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        tags = late.tags()
    assert tags["TIFFTAG_DATETIME"] == "2023:06:03 11:00:01"
    assert (tags["STAC_ITEMS"], tags["STAC_COLLECTION"], tags["CLOUD_MASK"]) == ("late", "sentinel-2-l2a", "SCL")
    assert fetched.after.date == "2023-06-03"
    assert fetched.after.clear == pytest.approx(1 - 400 / (fetched.height * fetched.width))
    assert fetched.before.clear == 1
    assert (fetched.masked_by, fetched.notes, fetched.crs) == ("SCL", (), "EPSG:32633")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["after.tif", "before.tif"]


def test_the_files_open_as_a_pair(server, pair_of_scenes, tmp_path):
    fetched = fetch_pair(ask(server), tmp_path)
    pair = open_pair(tmp_path / "before.tif", tmp_path / "after.tif")
    assert pair.size == (fetched.height, fetched.width)
    assert [source.date for source in pair.sources] == ["2021-06-01", "2023-06-03"]
    assert [source.colours for source in pair.sources] == [(1, 2, 3)] * 2
    assert (~pair.valid).sum() == 400


def test_the_next_best_scenes_fill_in(server, pair_of_scenes, tmp_path):
    other = colours(20)
    server.page = 1
    server.add("later", "2023-06-05T10:00:00Z", other | {"scl": classes()}, eo__cloud_cover=9.0)
    server.add("overcast", "2023-06-01T10:00:00Z", other | {"scl": classes()}, eo__cloud_cover=88.0)
    told = fetch_pair(ask(server), tmp_path)
    with rasterio.open(told.after.path) as late:
        expected, rows, columns = cut(pair_of_scenes[1], late)
        cloud = np.zeros((SIDE, SIDE), bool)
        cloud[40:60, 30:50] = True
        hidden = cloud[rows, columns]
        expected[:, hidden] = cut(other, late)[0][:, hidden]
        np.testing.assert_array_equal(late.read(), expected)
        assert late.tags()["STAC_ITEMS"] == "late later"
    assert [(scene.id, scene.date, scene.cloud) for scene in told.after.scenes] == [
        ("late", "2023-06-03", 7.0),
        ("later", "2023-06-05", 9.0),
    ]
    assert told.after.scenes[1].share == pytest.approx(400 / (told.height * told.width))
    assert told.notes == ("after.tif is put together from 2 scenes, from 2023-06-03 to 2023-06-05.",)
    assert not [path for path in server.asked if path.startswith("/overcast")]


def test_clear_scenes_are_enough_alone(server, pair_of_scenes, tmp_path):
    server.add("spare", "2021-06-09T10:00:00Z", colours(30) | {"scl": classes()}, eo__cloud_cover=0.0)
    fetch_pair(ask(server), tmp_path)
    assert not [path for path in server.asked if path.startswith("/spare")], "what is not needed is not asked for"


def test_tiles_side_by_side_make_one_image(server, pair_of_scenes, tmp_path):
    truth = pair_of_scenes[0]
    halves = slice(0, 60), slice(60, 120)
    server.items.pop(0)
    for number, half in enumerate(halves):
        images = {band: truth[band][:, half] for band in BANDS} | {"scl": classes()[:, :30]}
        place = Affine(10, 0, LEFT + 600 * number, 0, -10, TOP)
        server.add(f"half{number}", "2021-06-01T10:00:00Z", images, transform=place, eo__cloud_cover=1.0)
    fetched = fetch_pair(ask(server, where=box(5, 5, 115, 115)), tmp_path)
    with rasterio.open(fetched.before.path) as early:
        np.testing.assert_array_equal(early.read(), cut(truth, early)[0])
    assert {scene.id for scene in fetched.before.scenes} == {"half0", "half1"}
    assert fetched.before.clear == 1


def test_large_areas_are_put_together_block_by_block(server, pair_of_scenes, tmp_path, monkeypatch):
    monkeypatch.setattr(imagery, "BLOCK", 32)
    done = []
    fetched = fetch_pair(ask(server), tmp_path, lambda *parts: done.append(parts))
    with rasterio.open(fetched.before.path) as early:
        np.testing.assert_array_equal(early.read(), cut(pair_of_scenes[0], early)[0])
    assert done[0][0] == 1
    assert done[-1][0] == done[-1][1] == len(done) > 4


def test_landsat_tells_clouds_in_bits(server, tmp_path):
    truth = colours(40)
    for name, when in (("one", "2021-06-01T10:00:00Z"), ("two", "2023-06-01T10:00:00Z")):
        quality = np.full((SIDE, SIDE), 1 << 6, np.uint16)
        for bit in range(5):
            quality[50 + bit, 40:45] = 1 << bit
        quality[60, 40:45] = (1 << 5) | (1 << 7)
        server.add(name, when, truth | {"qa_pixel": quality}, collection="landsat-c2-l2", nodata=None)
    fetched = fetch_pair(ask(server, collection="landsat-c2-l2"), tmp_path)
    assert fetched.masked_by == "QA_PIXEL"
    with rasterio.open(fetched.before.path) as early:
        expected, rows, columns = cut(truth, early)
        expected[:, 50 - rows.start : 55 - rows.start, 40 - columns.start : 45 - columns.start] = 0
        np.testing.assert_array_equal(early.read(), expected)


@pytest.mark.parametrize(("kind", "hidden"), [(kind, kind in (0, 1, 3, 8, 9, 10)) for kind in range(12)])
def test_scene_classes(kind, hidden):
    assert cloud_mask(["B04", "SCL"]).hidden(np.array([[kind]], np.uint8)).tolist() == [[hidden]]


def test_collections_without_a_mask_are_said_to_be_unmasked(server, tmp_path):
    server.add("one", "2021-06-01T10:00:00Z", colours(0), collection="plain")
    server.add("two", "2023-06-01T10:00:00Z", colours(0), collection="plain")
    told = fetch_pair(ask(server, collection="plain"), tmp_path)
    assert told.masked_by is None
    assert "plain has no band that tells clouds" in told.notes[0]
    with rasterio.open(told.before.path) as early:
        assert early.tags()["CLOUD_MASK"] == "none"


@pytest.mark.parametrize(
    ("properties", "raised"),
    [
        ({"s2__processing_baseline": "05.09"}, 1000),
        ({"s2__processing_baseline": "05.09", "earthsearch__boa_offset_applied": True}, 0),
        ({"s2__processing_baseline": "03.00"}, 0),
        ({}, 0),
    ],
)
def test_sentinel_values_of_all_years_are_alike(server, pair_of_scenes, tmp_path, properties, raised):
    shifted = {band: values + np.uint16(raised) for band, values in pair_of_scenes[1].items()}
    server.items.pop(1)
    server.add("late", "2023-06-01T10:00:00Z", shifted | {"scl": classes()}, **properties)
    fetched = fetch_pair(ask(server), tmp_path)
    with rasterio.open(fetched.after.path) as late:
        np.testing.assert_array_equal(late.read(), cut(pair_of_scenes[1], late)[0])


def test_bands_of_one_file_and_dark_pixels(server, tmp_path):
    """As NAIP is told: one file of four bands, no no-data value, black is a colour."""
    values = np.random.default_rng(5).integers(0, 9, (4, SIDE, SIDE)).astype(np.uint8)
    values[3] = 200
    for name, when in (("one", "2021-06-01T10:00:00Z"), ("two", "2023-06-01T10:00:00Z")):
        item = server.add(name, when, {"image": values}, collection="naip", nodata=None)
        names = [{"name": band.title(), "common_name": band} for band in (*BANDS, "nir")]
        item["assets"]["image"]["eo:bands"] = names
    fetched = fetch_pair(ask(server, collection="naip", bands="nir,red,green,blue"), tmp_path)
    with rasterio.open(fetched.before.path) as early:
        truth = dict(zip(BANDS, values, strict=False))
        np.testing.assert_array_equal(early.read([2, 3, 4]), np.maximum(cut(truth, early)[0], 1))
        assert (early.read(1) == 200).all()
        assert early.descriptions == ("nir", *BANDS)
    assert fetched.before.clear == 1
    pair = open_pair(tmp_path / "before.tif", tmp_path / "after.tif")
    assert pair.sources[0].colours == (2, 3, 4)
    assert pair.valid.all()


def test_another_zone_is_brought_onto_the_grid_of_the_earlier_date(server, pair_of_scenes, tmp_path):
    def hill(xs, ys):
        return 1500 + 900 * np.sin((xs - LEFT) / 170) * np.cos((ys - TOP) / 210)

    def seen(crs, left, top, side):
        rows, columns = np.mgrid[:side, :side] * 10.0 + 5
        xs, ys = Transformer.from_crs(crs, "EPSG:32633", always_xy=True).transform(left + columns, top - rows)
        return dict.fromkeys(BANDS, hill(xs, ys).round().astype(np.uint16))

    server.items.clear()
    server.add("early", "2021-06-01T10:00:00Z", seen("EPSG:32633", LEFT, TOP, SIDE) | {"scl": classes()})
    left, top = Transformer.from_crs("EPSG:32633", "EPSG:32634", always_xy=True).transform(LEFT, TOP)
    place = Affine(10, 0, round(left) - 503, 0, -10, round(top) + 507)
    images = seen("EPSG:32634", place.c, place.f, 240) | {"scl": np.full((120, 120), 4, np.uint8)}
    server.add("late", "2023-06-01T10:00:00Z", images, transform=place, crs="EPSG:32634")
    fetched = fetch_pair(ask(server), tmp_path)
    with rasterio.open(fetched.before.path) as early, rasterio.open(fetched.after.path) as late:
        assert (early.transform, early.crs) == (late.transform, late.crs)
        assert np.abs(early.read().astype(int) - late.read()).max() <= 15
    assert fetched.after.clear == 1


def test_pixels_of_a_wanted_size(server, pair_of_scenes, tmp_path):
    fetched = fetch_pair(ask(server, resolution=20), tmp_path)
    with rasterio.open(fetched.before.path) as early:
        assert early.res == (20, 20)
    assert 30 <= fetched.height <= 32
    assert 40 <= fetched.width <= 42


def test_nothing_is_left_when_the_second_date_fails(server, pair_of_scenes, tmp_path):
    server.instead["/late_blue.tif"] = Answer(404)
    with pytest.raises(ImageryError, match=r"Image blue of late is not to be had from 127.0.0.1"):
        fetch_pair(ask(server), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_files_that_break_off_are_told(server, pair_of_scenes, tmp_path):
    path = server.folder / "late_red.tif"
    path.write_bytes(path.read_bytes()[:-9000])
    with pytest.raises(ImageryError, match="late"):
        fetch_pair(ask(server), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def tell_image(server, other):
    server.items[1]["assets"]["red"]["href"] = f"{other}/secret.tif"


def redirect_image(server, other):
    server.instead["/late_red.tif"] = Answer(302, headers={"Location": f"{other}/x.tif"})


def redirect_landing(server, other):
    server.instead["/"] = Answer(307, headers={"Location": f"{other}/"})


def redirect_search(server, other):
    server.instead["/search"] = Answer(307, headers={"Location": f"{other}/search"})


def tell_search(server, other):
    landing = server.landing()
    landing["links"][-1]["href"] = f"{other}/search"
    server.instead["/"] = Answer(body=json.dumps(landing))


def tell_next_page(server, other):
    page = {"type": "FeatureCollection", "features": server.items[:1]}
    page["links"] = [{"rel": "next", "href": f"{other}/search"}]
    server.instead["/search"] = Answer(body=json.dumps(page))


@pytest.mark.parametrize(
    "lead", [tell_image, redirect_image, redirect_landing, redirect_search, tell_search, tell_next_page]
)
def test_hosts_that_are_not_listed_are_never_contacted(server, new_server, pair_of_scenes, tmp_path, lead):
    other = new_server()
    lead(server, other.url_at("localhost"))
    with pytest.raises(RefusedHostError, match=r"localhost is not among .*--allow-host localhost"):
        fetch_pair(ask(server), tmp_path / "out")
    assert other.asked == []
    assert not (tmp_path / "out").exists()


def test_the_api_itself_must_be_listed(server, pair_of_scenes, tmp_path):
    with pytest.raises(RefusedHostError, match=r"add --allow-host 127.0.0.1"):
        fetch_pair(ask(server, hosts=[]), tmp_path)
    assert server.asked == []


def test_a_listed_host_may_be_elsewhere(server, new_server, pair_of_scenes, tmp_path):
    other = new_server()
    (server.folder / "late_red.tif").rename(other.folder / "moved.tif")
    there = other.url_at("localhost")
    server.instead["/late_red.tif"] = Answer(302, headers={"Location": f"{there}/moved.tif"})
    fetched = fetch_pair(ask(server, hosts=["127.0.0.1", there]), tmp_path / "out")
    assert set(other.asked) == {"/moved.tif"}
    with rasterio.open(fetched.after.path) as late:
        assert late.read(1).max() > 1000


@pytest.mark.parametrize(
    "href",
    [
        "file:///etc/passwd",
        "/etc/passwd",
        "/vsicurl/https://elsewhere.example/a.tif",
        "s3://private-bucket/a.tif",
        "ftp://127.0.0.1/a.tif",
        "http://user:word@127.0.0.1/a.tif",
        "http://elsewhere.example\\@127.0.0.1/a.tif",
        "zip+https://127.0.0.1/a.zip!b.tif",
    ],
)
def test_other_ways_to_files_are_refused(server, pair_of_scenes, tmp_path, href):
    server.items[1]["assets"]["red"]["href"] = href
    with pytest.raises(RefusedHostError, match=r"is no https address|is not among the hosts that may be contacted"):
        fetch_pair(ask(server), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_search_links_to_local_files_are_refused(server, pair_of_scenes, tmp_path):
    landing = server.landing()
    landing["links"][-1]["href"] = "file:///etc/passwd"
    server.instead["/"] = Answer(body=json.dumps(landing))
    with pytest.raises(ImageryError, match="file:///etc/passwd is no https address"):
        fetch_pair(ask(server), tmp_path / "out")


def test_known_hosts_are_contacted_over_https_only():
    hosts = allowed_hosts.AllowedHosts()
    for host in allowed_hosts.KNOWN_HOSTS:
        hosts.check(f"https://{host}/a?b=c")
        with pytest.raises(RefusedHostError, match="over https only"):
            hosts.check(f"http://{host}/a")
    with pytest.raises(RefusedHostError, match=r"evil.example"):
        hosts.check("https://planetarycomputer.microsoft.com.evil.example/a")


def test_open_buckets_are_read_over_https(server, pair_of_scenes, tmp_path, monkeypatch):
    server.items[1]["assets"]["red"]["href"] = "s3://here/late_red.tif"
    monkeypatch.setattr(stac_search, "PUBLIC_BUCKETS", {"here": "elsewhere.example"})
    with pytest.raises(RefusedHostError, match=r"elsewhere.example"):
        fetch_pair(ask(server), tmp_path)


def test_tokens_are_fetched_once_and_shown_to_their_hosts_alone(server, pair_of_scenes, tmp_path, monkeypatch):
    server.token = "sig=abc"
    monkeypatch.setattr(stac_search, "TOKENS", {"127.0.0.1": f"{server.url}/token/{{collection}}"})
    monkeypatch.setattr(stac_search, "TOKEN_HOSTS", ("127.0.0.1",))
    fetched = fetch_pair(ask(server), tmp_path)
    assert server.asked.count("/token/sentinel-2-l2a") == 1
    assert fetched.before.clear == 1
    with rasterio.open(fetched.after.path) as late:
        assert "abc" not in str(late.tags())
    monkeypatch.setattr(stac_search, "TOKEN_HOSTS", (".elsewhere.example",))
    with pytest.raises(ImageryError, match="error 409"):
        fetch_pair(ask(server), tmp_path)


def nothing_there(server):
    server.items.clear()
    return {}, "sentinel-2-l2a has no scene of this area from 2021-05-17 to 2021-06-16; give more --days"


def all_too_cloudy(server):
    server.items[0]["properties"]["eo:cloud_cover"] = 61.4
    return {}, "All 1 scenes from .* are cloudier than 30 %; give --cloud 62 or more, or more --days"


def all_cloud(server):
    server.add("dull", "2023-06-01T10:00:00Z", colours(0) | {"scl": classes((slice(None), slice(None)))})
    server.items.pop(1)
    return {}, "In all 1 scenes from .* the area is cloud or no data; give more --days or another date"


def band_missing(server):
    return {"bands": "red,green,nir"}, "early has no band 'nir'; choose with --bands from: red, green, blue, scl"


def kinds_mixed(server):
    return {"bands": "red,scl"}, "hold uint16 and uint8; choose --bands of one kind"


def no_tiff(server):
    (server.folder / "early_red.tif").write_bytes(b"<VRTDataset/>")
    return {}, "Image red of early is no GeoTIFF"


def damaged_tiff(server):
    (server.folder / "early_red.tif").write_bytes(b"II*\0" + b"\xff" * 40)
    return {}, "Image red of early is damaged"


def too_large(server):
    return {"resolution": 0.01}, r"px, more than 100,000,000 px in all; give a smaller --bbox or --resolution 0\.1"


def too_small(server):
    return {"where": box(40, 40, 45, 45)}, r"The area is only 5 x \d px; give a --bbox of 16 px or more a side"


def api_fails(server):
    server.instead["/search"] = Answer(503, "<html>" * 1000)
    return {}, "127.0.0.1 answered with error 503; check --api and --collection"


def api_is_html(server):
    server.instead["/"] = Answer(200, "<html>hello</html>")
    return {}, "answered with something that is no STAC"


def api_is_a_list(server):
    server.instead["/search"] = Answer(200, "[1, 2]")
    return {}, "answered with something that is no STAC"


def items_are_nonsense(server):
    server.instead["/search"] = Answer(200, '{"features": [{"type": "Feature", "id": 3}]}')
    return {}, "answered with something that is no STAC"


def cloud_is_nonsense(server):
    server.items[0]["properties"]["eo:cloud_cover"] = "little"
    return {}, "answered with something that is no STAC"


def no_search(server):
    server.instead["/"] = Answer(body=json.dumps(server.landing() | {"links": [], "conformsTo": []}))
    return {}, "answered with something that is no STAC"


@pytest.mark.parametrize(
    "spoil",
    [
        nothing_there,
        all_too_cloudy,
        all_cloud,
        band_missing,
        kinds_mixed,
        no_tiff,
        damaged_tiff,
        too_large,
        too_small,
        api_fails,
        api_is_html,
        api_is_a_list,
        items_are_nonsense,
        cloud_is_nonsense,
        no_search,
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(server, pair_of_scenes, tmp_path, spoil):
    options, complaint = spoil(server)
    with pytest.raises(ImageryError, match=complaint) as caught:
        fetch_pair(ask(server, **options), tmp_path / "out")
    assert str(caught.value).endswith((".", "scl."))
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300
    assert not (tmp_path / "out").exists()


def test_an_api_that_is_down_is_told(tmp_path):
    (tmp_path / "served").mkdir()
    with serving(tmp_path / "served") as port:
        request = ask(StacServer(port, tmp_path / "served" / "part"))
    with pytest.raises(ImageryError, match=r"127.0.0.1 cannot be reached; check the network and --api"):
        fetch_pair(request, tmp_path)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"where": "1,2,3"}, "is not four numbers with commas"),
        ({"where": "a,b,c,d"}, "is not four numbers with commas"),
        ({"where": "nan,0,1,1"}, "outside the world"),
        ({"where": "-181,0,1,1"}, "outside the world"),
        ({"where": "0,0,1,91"}, "outside the world"),
        ({"where": "5,0,5,1"}, "is empty: west must be less than east"),
        ({"where": "0,2,1,1"}, "is empty"),
        ({"before": "June 2021"}, "--before 'June 2021' is no day; write it as in 2024-06-30"),
        ({"after": "2023-02-30"}, "--after '2023-02-30' is no day"),
        ({"before": "2024-01-01"}, "--before 2024-01-01 is not earlier than --after 2023-06-01"),
        ({"before": "2023-06-01"}, "is not earlier"),
        ({"bands": "red,,blue"}, "--bands 'red,,blue' must be up to 16 different names"),
        ({"bands": "red,red"}, "different names"),
        ({"resolution": 0.0}, "--resolution 0 is no size of a pixel"),
        ({"resolution": float("nan")}, "is no size of a pixel"),
    ],
)
def test_bad_requests_are_told_before_anything_is_asked(server, change, complaint):
    with pytest.raises(ImageryError, match=complaint):
        ask(server, **change)
    assert server.asked == []


def test_dates_near_each_other_share_no_scene(server, pair_of_scenes, tmp_path):
    server.items.clear()
    for day in (1, 4, 7):
        server.add(f"day{day}", f"2021-06-0{day}T10:00:00Z", colours(day) | {"scl": classes()}, eo__cloud_cover=day)
    fetched = fetch_pair(ask(server, before="2021-06-03", after="2021-06-05"), tmp_path)
    assert fetched.before.date <= "2021-06-04" < fetched.after.date


def test_a_missing_extra_is_told(server, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "odc.stac", None)
    with pytest.raises(ImageryError, match=r"pip install 'terradelta\[stac\]'"):
        fetch_pair(ask(server), tmp_path)
