"""Data sets of labelled scenes, written in every form in which they come."""

import builtins
import json

import numpy as np
import pytest
import rasterio
from safetensors.numpy import save

from tools.errors import DatasetFolderError, RasterError
from tools.landcover.datasets import open_scenes, read_eurosat
from tools.landcover.datasets.nomenclature import BY_CODE, CLASSES, TO_19, to_19
from tools.rasters.gdal_warnings import without_gdal_warnings

S2 = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B11", "B12")
SIDES = dict.fromkeys(S2, 60) | dict.fromkeys(("B02", "B03", "B04", "B08"), 120) | dict.fromkeys(("B01", "B09"), 20)
KEYS = {"A", "B", "G", "R", "RE1", "RE2", "RE3", "N", "N2", "WV", "S1", "S2"}
TILE = "S2A_MSIL2A_20170613T101031_N9999_R022_T33UUP"
ONE, TWO, THREE = (f"{TILE}_{number}_43" for number in (26, 27, 28))
TABLE = {
    ONE: (["Coniferous forest", "Inland waters"], "train"),
    TWO: (["Arable land"], "test"),
    THREE: (["Pastures", "Urban fabric"], "test"),
}


def write(path, bands, **profile):
    """A raster of (bands, H, W) numbers."""
    path.parent.mkdir(parents=True, exist_ok=True)
    count, height, width = bands.shape
    shape = {"count": count, "height": height, "width": width, "dtype": bands.dtype, "driver": "GTiff"}
    with without_gdal_warnings(), rasterio.open(path, "w", **(shape | profile)) as file:
        file.write(bands)
    return path


def chip(values):
    """13 bands of 64 pixels, each of one number."""
    return np.repeat(np.array(values, np.uint16), 64 * 64).reshape(13, 64, 64)


B8A_LAST = [100, 200, 300, 400, 500, 600, 700, 800, 900, 10, 1100, 1200, 850]


@pytest.fixture
def eurosat(tmp_path):
    root = tmp_path / "EuroSAT_MS"
    write(root / "Forest" / "Forest_1.tif", chip(B8A_LAST))
    write(root / "SeaLake" / "SeaLake_1.tif", chip([*B8A_LAST[:8], 850, 900, 10, 1100, 1200]))
    (root / "Forest" / "readme.txt").write_text("not an image", encoding="utf-8")
    return root


def numbers(seed=0):
    rng = np.random.default_rng(seed)
    return {name: rng.integers(1, 4000, (side, side), np.uint16) for name, side in SIDES.items()}


def write_table(path, rows=None):
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    rows = TABLE if rows is None else rows
    told = {
        "patch_id": list(rows), "labels": [labels for labels, _ in rows.values()],
        "split": [split for _, split in rows.values()], "country": ["Austria"] * len(rows),
    }  # fmt: skip
    parquet.write_table(pa.table(told), path)


@pytest.fixture
def patches(tmp_path):
    """The GeoTIFF form, of which the third patch was not downloaded."""
    root = tmp_path / "BigEarthNet"
    for seed, name in enumerate((ONE, TWO)):
        for band, values in numbers(seed).items():
            write(root / "BigEarthNet-S2" / TILE / name / f"{name}_{band}.tif", values[None])
    write_table(root / "metadata.parquet")
    return root


@pytest.fixture
def database(tmp_path):
    """The same in an LMDB, with a patch of radar that is none of them."""
    lmdb = pytest.importorskip("lmdb")
    folder = tmp_path / "Encoded" / "BigEarthNet.lmdb"
    folder.mkdir(parents=True)
    file = lmdb.open(str(folder), map_size=2**24)
    with file.begin(write=True) as inside:
        for seed, name in enumerate((ONE, TWO)):
            inside.put(name.encode(), save(numbers(seed)))
        inside.put(b"S1A_IW_GRDH_1SDV_20170613T165043_33UUP_26_43", save({"VV": np.zeros((120, 120), np.float32)}))
        inside.put(THREE.encode(), b"no safetensors")
    file.close()
    write_table(folder.parent / "metadata.parquet")
    return folder.parent


def test_eurosat_of_13_bands_in_both_orders(eurosat):
    scenes = open_scenes(eurosat)
    assert (scenes.title, scenes.single, scenes.names) == (
        "EuroSAT", True, ("Forest/Forest_1.tif", "SeaLake/SeaLake_1.tif")
    )  # fmt: skip
    for name in scenes.names:
        scene = scenes.read(name)
        assert scene.names == (name.split("/")[0],)
        assert set(scene.bands) == KEYS
        told = {key: round(float(values.mean()) * 10_000) for key, values in scene.bands.items()}
        assert (told["A"], told["R"], told["N"], told["N2"]) == (100, 400, 800, 850)
        assert (told["WV"], told["S1"], told["S2"]) == (900, 1100, 1200)
        assert all(values.dtype == np.float32 and values.shape == (64, 64) for values in scene.bands.values())
    assert [scene.name for scene in read_eurosat(eurosat)] == list(scenes.names)


def test_eurosat_in_colours_below_the_folders_of_its_archive(tmp_path):
    colours = np.zeros((3, 64, 64), np.uint8)
    colours[0], colours[2] = 200, 50
    path = write(tmp_path / "EuroSAT" / "2750" / "River" / "River_7.jpg", colours, driver="JPEG", quality=95)
    scene = open_scenes(tmp_path).read("River/River_7.jpg")
    assert (set(scene.bands), scene.names) == ({"R", "G", "B"}, ("River",))
    assert scene.bands["R"].mean() == pytest.approx(200 / 255, abs=0.02)
    assert scene.bands["B"].mean() == pytest.approx(50 / 255, abs=0.02)
    before = scene.sha256
    write(path, colours + 5, driver="JPEG", quality=95)
    assert open_scenes(tmp_path).read("River/River_7.jpg").sha256 != before


def test_broken_chips_are_named_with_what_is_wrong(eurosat):
    (eurosat / "Forest" / "Forest_2.tif").write_bytes((eurosat / "Forest" / "Forest_1.tif").read_bytes()[:5000])
    (eurosat / "Forest" / "Forest_3.jpg").write_bytes(b"\xff\xd8\xff nothing")
    write(eurosat / "Forest" / "Forest_4.tif", np.ones((5, 64, 64), np.uint16))
    scenes = open_scenes(eurosat)
    assert len(scenes.names) == 5
    for name, reason in (("2.tif", "damaged"), ("3.jpg", "damaged"), ("4.tif", "5 bands of uint16")):
        with pytest.raises(RasterError, match=f"Forest_{name}.*{reason}"):
            scenes.read(f"Forest/Forest_{name}")


def test_eurosat_has_splits_only_where_folders_make_them(eurosat, tmp_path):
    with pytest.raises(DatasetFolderError, match="leave out --split"):
        open_scenes(eurosat, "test")
    write(tmp_path / "parted" / "test" / "River" / "River_1.tif", chip(B8A_LAST))
    write(tmp_path / "parted" / "train" / "Forest" / "Forest_1.tif", chip(B8A_LAST))
    assert open_scenes(tmp_path / "parted", "test").names == ("River/River_1.tif",)


def test_bigearthnet_is_the_same_in_both_forms(patches, database):
    from_files, stored = open_scenes(patches, "all"), open_scenes(database, "all")
    assert from_files.names == (ONE, TWO)
    assert stored.names == (ONE, TWO, THREE)
    assert from_files.notes == ("1 of 3 labelled patches of this split are not here.",)
    assert stored.notes == ()
    assert from_files.classes == CLASSES[19]
    assert not from_files.single
    for seed, name in enumerate((ONE, TWO)):
        one, other = from_files.read(name), stored.read(name)
        assert one.names == other.names == tuple(TABLE[name][0])
        assert set(one.bands) == KEYS
        for key, values in one.bands.items():
            assert values.shape == (120, 120)
            assert np.array_equal(values, other.bands[key])
        assert np.allclose(one.bands["R"] * 10_000, numbers(seed)["B04"], atol=1e-2)
    with pytest.raises(RasterError, match="rico-hdl"):
        stored.read(THREE)


def test_splits_are_those_of_the_table(patches):
    tested = open_scenes(patches)
    assert (tested.names, tested.training) == ((TWO,), (ONE,))
    assert tested.notes == ("1 of 2 labelled patches of this split are not here.",)
    trained = open_scenes(patches, "train")
    assert (trained.names, trained.training) == ((ONE,), ())
    with pytest.raises(DatasetFolderError, match="No patch of the split 'validation'"):
        open_scenes(patches, "val")
    with pytest.raises(DatasetFolderError, match="choose from train, validation, test, all"):
        open_scenes(patches, "tset")


def test_coarser_bands_are_brought_to_ten_metres(tmp_path):
    ramp = np.tile(np.arange(20, dtype=np.uint16) * 100, (20, 1))
    values = {name: np.full((side, side), 1234, np.uint16) for name, side in SIDES.items()} | {"B09": ramp}
    for band, told in values.items():
        write(tmp_path / "BigEarthNet-S2" / TILE / ONE / f"{ONE}_{band}.tif", told[None])
    write_table(tmp_path / "metadata.parquet")
    scene = open_scenes(tmp_path, "train").read(ONE)
    assert all(np.allclose(scene.bands[key], 0.1234) for key in KEYS - {"WV"})
    rising = scene.bands["WV"]
    assert (np.diff(rising, axis=1) >= 0).all()
    assert np.ptp(rising, axis=0).max() < 1e-6
    # Centres: the middle of six fine pixels lies where the coarse one has its number, half-way between 2.5 and 3.5.
    assert rising[0, 62:64].mean() == pytest.approx(0.1, abs=1e-5)
    assert rising[0, 0] == 0
    assert rising[0, -1] == pytest.approx(0.19)


def test_a_patch_that_lacks_a_band_is_named(patches):
    (patches / "BigEarthNet-S2" / TILE / TWO / f"{TWO}_B05.tif").unlink()
    with pytest.raises(RasterError, match=r"B05\.tif was not found"):
        open_scenes(patches).read(TWO)


def test_43_classes_are_told_by_the_reference_maps(patches):
    with pytest.raises(DatasetFolderError, match="give --nomenclature 19, or put Reference_Maps"):
        open_scenes(patches, "all", 43)
    codes = np.full((1, 120, 120), 211, np.uint16)
    codes[:, :40], codes[:, 40:50] = 112, 999
    write(patches / "Reference_Maps" / TILE / TWO / f"{TWO}_reference_map.tif", codes)
    write(patches / "Reference_Maps" / TILE / ONE / f"{ONE}_reference_map.tif", np.full_like(codes, 999))
    scenes = open_scenes(patches, "all", 43)
    assert len(scenes.classes) == 43
    assert scenes.read(TWO).names == ("Discontinuous urban fabric", "Non-irrigated arable land")
    with pytest.raises(DatasetFolderError, match="none of CORINE's codes"):
        scenes.read(ONE)


def test_a_table_of_43_classes_serves_for_both(patches):
    write_table(
        patches / "metadata.parquet", {ONE: (["Vineyards", "Airports"], "test"), TWO: (["Burnt areas"], "test")}
    )
    assert open_scenes(patches, "test", 43).read(ONE).names == ("Vineyards", "Airports")
    nineteen = open_scenes(patches, "test", 19)
    assert nineteen.names == (ONE,)
    assert nineteen.read(ONE).names == ("Permanent crops",)
    write_table(patches / "metadata.parquet", {ONE: (["Moon dust"], "test")})
    with pytest.raises(DatasetFolderError, match="'Moon dust' is no class"):
        open_scenes(patches)


def test_the_first_version_has_labels_beside_its_patches(tmp_path):
    name = "S2A_MSIL2A_20170717T113321_28_88"
    root = tmp_path / "BigEarthNet-v1.0"
    for band, values in numbers().items():
        write(root / name / f"{name}_{band}.tif", values[None])
    told = root / name / f"{name}_labels_metadata.json"
    told.write_text(json.dumps({"labels": ["Sea and ocean", "Estuaries", "Salines"]}), encoding="utf-8")
    assert open_scenes(tmp_path).read(name).names == ("Coastal wetlands", "Marine waters")
    assert open_scenes(root, None, 43).read(name).names == ("Salines", "Estuaries", "Sea and ocean")
    with pytest.raises(DatasetFolderError, match="tells no splits"):
        open_scenes(root, "test")
    for broken in ("{", '{"labels": ["Moon dust"]}', '{"labels": ["Airports"]}'):
        told.write_text(broken, encoding="utf-8")
        with pytest.raises(DatasetFolderError, match="labels_metadata"):
            open_scenes(root).read(name)


def test_the_nomenclatures_are_the_published_ones():
    assert (len(CLASSES[43]), len(set(CLASSES[43]))) == (43, 43)
    assert (len(CLASSES[19]), set(CLASSES[19])) == (19, {new for new in TO_19.values() if new})
    assert sum(new is None for new in TO_19.values()) == 11
    assert list(BY_CODE) == sorted(BY_CODE)
    assert to_19(["Sparsely vegetated areas", "Peatbogs", "Natural grassland", "Bare rock"]) == (
        "Natural grassland and sparsely vegetated areas", "Inland wetlands"
    )  # fmt: skip


def test_unknown_and_half_layouts_say_what_is_expected(tmp_path, patches, database):
    (tmp_path / "empty").mkdir()
    for root in (tmp_path / "empty", tmp_path / "nowhere"):
        with pytest.raises(DatasetFolderError, match=r"expected EuroSAT .* or BigEarthNet"):
            open_scenes(root)
    (patches / "BigEarthNet-S2").rename(tmp_path / "elsewhere")
    with pytest.raises(DatasetFolderError, match="unpack BigEarthNet-S2 beside it"):
        open_scenes(patches)
    (database / "metadata.parquet").write_bytes(b"no table")
    with pytest.raises(DatasetFolderError, match="patch_id, labels, split"):
        open_scenes(database)
    (database / "metadata.parquet").unlink()
    with pytest.raises(DatasetFolderError, match=r"put metadata\.parquet beside"):
        open_scenes(database)
    (database / "BigEarthNet.lmdb" / "data.mdb").write_bytes(b"no database")
    with pytest.raises(DatasetFolderError, match="cannot be read as an LMDB"):
        open_scenes(database)


@pytest.mark.parametrize("library", ["lmdb", "pyarrow"])
def test_without_the_extra_it_is_named(database, monkeypatch, library):
    real = builtins.__import__

    def without(name, *rest):
        if name.partition(".")[0] == library:
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(DatasetFolderError, match=r"pip install 'terradelta\[eval\]'"):
        open_scenes(database)


def test_real_chips_are_in_the_order_that_is_expected(shared):
    root = shared / "data" / "eurosat_ms"
    if not root.is_dir():
        pytest.skip("needs the chips of EuroSAT in ../shared/data/eurosat_ms")
    scenes = open_scenes(root)
    assert len(scenes.names) == 60
    for name in scenes.names:
        with without_gdal_warnings(), rasterio.open(root / name) as file:
            means = file.read().mean(axis=(1, 2))
        assert means.argmin() == 9, "the band of cirrus is dark"
        scene = scenes.read(name)
        assert scene.bands["N2"].mean() == pytest.approx(means[12] / 10_000, rel=1e-5)
        assert 0.3 < scene.bands["N2"].mean() / scene.bands["N"].mean() < 2
    water, wood = (
        [scenes.read(name) for name in scenes.names if name.startswith(kind)] for kind in ("SeaLake", "Forest")
    )
    assert all(scene.bands["N"].mean() < scene.bands["G"].mean() for scene in water)
    assert all(scene.bands["N"].mean() > 2 * scene.bands["R"].mean() for scene in wood)
