"""Class maps as a person has them: published numbers, own tables, colour tables, and pictures that are none."""

import json
from dataclasses import replace

import numpy as np
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from mci_model.prediction import Window
from tests.factories.class_rasters import SIDE, patches, write
from tools.errors import InputError
from tools.landcover.class_rasters import class_rasters
from tools.landcover.legends import coding_of, recognised
from tools.landcover.published_legends import PUBLISHED, WORLDCOVER
from tools.landcover.transitions.transitions import tabulate
from tools.pairs.areas import read_area_of_interest
from tools.pairs.class_maps import is_class_pair
from tools.pairs.pair import open_pair
from tools.rasters.gdal_warnings import without_gdal_warnings


def opened(tmp_path, before, after, names=("a.tif", "b.tif"), **profile):
    files = [write(tmp_path / name, one, **profile) for name, one in zip(names, (before, after), strict=True)]
    with without_gdal_warnings():
        return open_pair(*files)


def with_colours(tmp_path, pair, colours):
    """A pair whose files have tables of colours."""
    sources = []
    for number, source in enumerate(pair.sources):
        with source.reading() as file:
            path = write(tmp_path / f"coloured{number}.tif", file.read(1), colours=colours)
        sources.append(replace(source, path=path, stamp=None))
    return replace(pair, sources=tuple(sources))


def codes(maps, date="before"):
    whole = np.full(maps.pair.size, 99, np.uint8)
    for window, (part,) in maps.read((date,)):
        whole[window.slices] = part
    return whole


def test_named_products_tell_what_numbers_mean(tmp_path):
    numbers = patches(10, 40, 50, 80, 0)
    maps = class_rasters(opened(tmp_path, numbers, numbers), "WorldCover")
    names = np.array(["unknown", *maps.legend.names])[codes(maps)]
    for value, name in ((10, "tree cover"), (40, "cropland"), (50, "built-up"), (80, "permanent water bodies")):
        assert set(names[numbers == value]) == {name}
    assert set(names[numbers == 0]) == {"unknown"}
    assert "Zanaga" in maps.method
    assert any("different versions of its algorithm" in told for told in maps.warnings)


@pytest.mark.parametrize(
    ("legend", "value", "name"),
    [
        ("esri", 1, "water"), ("esri", 7, "built-up area"), ("esri", 11, "rangeland"), ("esri", 3, "rangeland"),
        ("esri", 10, None), ("esri", 0, None), ("dynamic-world", 0, "water"), ("dynamic world", 6, "built-up area"),
        ("Dynamic_World", 1, "trees"), ("corine", 1, "artificial surfaces"), ("corine", 12, "agricultural areas"),
        ("corine", 23, "forest and semi-natural areas"), ("corine", 34, "forest and semi-natural areas"),
        ("corine", 35, "wetlands"), ("corine", 44, "water bodies"), ("corine", 142, "artificial surfaces"),
        ("corine", 128, None), ("corine", 311, "forest and semi-natural areas"),
        ("corine", 523, "water bodies"), ("corine", 48, None), ("worldcover", 95, "mangroves"),
    ],
)  # fmt: skip
def test_published_numbers_are_those_of_the_products(legend, value, name):
    coding = coding_of(legend)
    if name is None:
        assert value in coding.unknown
        assert value not in coding.values
    else:
        assert coding.legend.names[coding.values[value] - 1] == name


def test_every_published_legend_is_sound():
    assert len(PUBLISHED["corine"].values) == 2 * 44
    for coding in PUBLISHED.values():
        assert set(coding.values.values()) == set(range(1, 1 + len(coding.legend.classes)))
        assert not set(coding.values) & coding.unknown
        assert len(set(coding.legend.names)) == len(coding.legend.classes)
        assert coding.legend.source


def test_numbers_alone_are_not_taken_for_a_product(tmp_path):
    numbers = patches(10, 20, 60, 80)  # GlobeLand30 means fields by 10, forest by 20
    maps = class_rasters(opened(tmp_path, numbers, numbers), None)
    assert maps.legend.names == ("class 10", "class 20", "class 60", "class 80")
    (warning,) = maps.warnings
    assert "--legend" in warning
    assert all(name in warning for name in PUBLISHED)
    assert len({one.colour for one in maps.legend.classes}) == 4


def test_file_names_a_number_of_its_own_or_colours_give_a_product_away(tmp_path):
    numbers = patches(10, 40, 80)
    names = ("ESA_WorldCover_10m_2020_v100_N39E012_Map.tif", "ESA_WorldCover_10m_2021_v200_N39E012_Map.tif")
    assert "recognised by file names" in class_rasters(opened(tmp_path, numbers, numbers, names), None).method
    mixed = opened(tmp_path, numbers, numbers, (names[0], "other.tif"))
    assert class_rasters(mixed, None).legend.names[0] == "class 10"
    mangroves = patches(10, 95)
    assert "recognised by numbers" in class_rasters(opened(tmp_path, mangroves, mangroves), None).method
    plain = opened(tmp_path, numbers, numbers)
    published = {10: (0, 100, 0, 255), 40: (240, 150, 255, 255), 80: (0, 100, 200, 255)}
    assert "recognised by colour tables" in class_rasters(with_colours(tmp_path, plain, published), None).method
    other = class_rasters(with_colours(tmp_path, plain, published | {40: (1, 2, 3, 255)}), None)
    assert other.legend.names == ("class 10", "class 40", "class 80")
    assert other.legend.classes[1].colour == (1, 2, 3), "the colours of the files"
    coloured = with_colours(tmp_path, plain, published).sources[0]
    bare = replace(plain, sources=(coloured, plain.sources[1]))
    assert class_rasters(bare, None).legend.names[0] == "class 10", "only one of them has colours"


def test_recognition_needs_every_value(tmp_path):
    names = ["clc2012.tif", "U2018_CLC2018_V2020.tif"]
    assert recognised({1, 12, 44, 48}, {}, names)[0] is PUBLISHED["corine"]
    assert recognised({1, 12, 77}, {}, names) is None
    assert recognised({0, 3, 8}, {}, ["dynamicworld-a.tif", "Dynamic_World_2020.tif"])[0] is PUBLISHED["dynamic-world"]
    assert recognised({1, 11}, {}, ["38T_20200101-20210101.tif", "38T_20210101-20220101.tif"])[0] is PUBLISHED["esri"]


def test_a_value_that_the_legend_lacks_is_named(tmp_path):
    pair = opened(tmp_path, patches(10, 40), patches(10, 41, 43))
    with pytest.raises(InputError, match=r"b\.tif holds values that the legend ESA WorldCover does not have: 41, 43\."):
        class_rasters(pair, "worldcover")
    many = opened(tmp_path, patches(*range(101, 120)), patches(10))
    with pytest.raises(InputError, match=r"101, 102, .*108, \.\.\.\. Name"):
        class_rasters(many, "worldcover")


def test_a_rare_value_is_found_too(tmp_path):
    numbers = np.full((1500, 1400), 10, np.uint8)
    numbers[1201, 1307] = 41
    with pytest.raises(InputError, match="41"):
        class_rasters(opened(tmp_path, numbers, numbers), "worldcover")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("own.json", '{"1": "open water", "2": "forest", "3": "forest", "9": null}'),
        ("own.csv", "value,name\n1,open water\n2,forest\n\n3,forest\n9,\n"),
        ("own.csv", "\ufeff1,open water\r\n2,forest\r\n3, forest \r\n9,\r\n"),
    ],
)
def test_a_persons_own_table_merges_and_leaves_out(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    numbers = patches(1, 2, 3, 9)
    maps = class_rasters(opened(tmp_path, numbers, numbers), str(tmp_path / name))
    assert maps.legend.names == ("open water", "forest")
    expected = np.select([numbers == 1, numbers == 9], [1, 0], 2)
    assert (codes(maps) == expected).all()
    assert str(tmp_path) not in maps.method


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("own.json", "{", "is no JSON"),
        ("own.json", "[" * 100_000, "is no JSON"),
        ("own.json", "[1, 2]", "no table of values and names"),
        ("own.json", '{"1": {"name": "water"}}', "the name of 1 is no text"),
        ("own.json", '{"one": "water"}', "'one' is no value of a class map"),
        ("own.json", '{"1": "water", "1": "wood"}', "names the value 1 twice"),
        ("own.json", "{}", "names 0 classes"),
        ("own.json", json.dumps({str(n): f"class {n}" for n in range(256)}), "names 256 classes"),
        ("own.json", json.dumps({"1": "x" * 61}), "longer than 60 letters"),
        ("own.json", '{"1000000000000000000000": "water"}', "is no value of a class map"),
        ("own.json", '{"1.5": "water"}', "'1.5' is no value"),
        ("own.csv", "1\n2\n", "row without a name"),
        ("own.csv", "1,water\nx,wood\n", "'x' is no value"),
        ("own.csv", "", "names 0 classes"),
        ("own.txt", "1,water", "no known legend; take one of worldcover, esri"),
    ],
)
def test_tables_that_cannot_be_used_are_refused_in_words(tmp_path, name, text, told):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=told) as caught:
        coding_of(str(tmp_path / name))
    assert str(tmp_path) not in str(caught.value)


def test_tables_that_are_not_there_or_no_text_are_refused(tmp_path):
    with pytest.raises(InputError, match="was not found"):
        coding_of(str(tmp_path / "gone.json"))
    (tmp_path / "odd.csv").write_bytes(b"1,\xff\xfe")
    with pytest.raises(InputError, match="in UTF-8"):
        coding_of(str(tmp_path / "odd.csv"))
    (tmp_path / "big.csv").write_bytes(b"1,water\n" * 200_000)
    with pytest.raises(InputError, match="larger than a legend"):
        coding_of(str(tmp_path / "big.csv"))


def test_names_are_one_plain_line(tmp_path):
    (tmp_path / "own.json").write_text(json.dumps({"1": "wet\u202e\nland <b>"}), encoding="utf-8")
    assert coding_of(str(tmp_path / "own.json")).legend.names == ("wet land <b>",)


def test_what_is_declared_as_no_data_is_unknown_and_told_where_it_would_be_a_class(tmp_path):
    numbers = patches(0, 1, 4)
    maps = class_rasters(opened(tmp_path, numbers, numbers, nodata=0), "dynamic-world")
    assert (codes(maps)[numbers == 0] == 0).all()
    assert any("a.tif declares 0 as no data, which stands for water" in told for told in maps.warnings)
    unnamed = class_rasters(opened(tmp_path, numbers, numbers, nodata=0), None)
    assert unnamed.legend.names == ("class 1", "class 4")
    assert len(unnamed.warnings) == 1
    zero = class_rasters(opened(tmp_path, numbers, numbers), None)
    assert zero.legend.names[0] == "class 0"
    assert any("gdal_edit.py -a_nodata 0" in told for told in zero.warnings)


def test_maps_on_other_grids_keep_their_numbers(tmp_path):
    fine = np.random.default_rng(3).choice([10, 30, 80], (96, 96)).astype(np.uint8)
    before = write(tmp_path / "coarse.tif", patches(10, 80, side=32), pixel=30)
    after = write(tmp_path / "fine.tif", fine, pixel=10)
    with without_gdal_warnings():
        maps = class_rasters(open_pair(before, after), "worldcover")
    middles = fine[1::3, 1::3]
    assert (codes(maps, "after") == np.vectorize(WORLDCOVER.values.get)(middles)).all()


def test_only_the_area_of_interest_is_known(tmp_path):
    numbers = patches(10, 40)
    pair = opened(tmp_path, numbers, numbers, place=False)
    maps = class_rasters(pair, "worldcover", read_area_of_interest("0,0,10,20", pair))
    known = codes(maps) > 0
    assert known[:20, :10].all()
    assert known.sum() == 200


def test_transitions_of_class_maps_are_those_of_their_numbers(tmp_path):
    before, after = patches(1, 2, 3), patches(1, 2, 3, 5)
    maps = class_rasters(opened(tmp_path, before, after), None)
    found = tabulate(maps.pair, maps, "x", lambda *_: None)
    for cell in found.cells:
        values = [int(name.removeprefix("class ")) for name in (cell.before, cell.after)]
        assert cell.pixels == ((before == values[0]) & (after == values[1])).sum()
    assert found.known.pixels == SIDE**2


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(["uint8", "int16", "uint16", "int32", "uint32"]), st.sets(st.integers(0, 250), min_size=1))
def test_numbers_of_every_kind_become_codes(tmp_path_factory, dtype, held):
    values = sorted(held)[:36]
    numbers = patches(*values, dtype=dtype)
    maps = class_rasters(opened(tmp_path_factory.mktemp("kinds"), numbers, numbers), None)
    assert maps.legend.names == tuple(f"class {value}" for value in values)
    assert (np.array(values)[codes(maps) - 1] == numbers).all()


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "int32"])
def test_patches_of_few_numbers_are_class_maps(tmp_path, dtype):
    assert is_class_pair(opened(tmp_path, patches(1, 2, 4, 7, dtype=dtype), patches(1, 2, dtype=dtype)))
    many = patches(*range(0, 33, 3), side=96, dtype=dtype)
    assert is_class_pair(opened(tmp_path, many, many))
    lonely = np.full((SIDE, SIDE), 3, dtype)
    assert is_class_pair(opened(tmp_path, lonely, patches(3, 4, dtype=dtype)))
    assert not is_class_pair(opened(tmp_path, lonely, lonely)), "one number tells nothing"


def test_pictures_are_no_class_maps(tmp_path, sample):
    grey = np.asarray(Image.open(sample.before).convert("L"))
    noise = np.random.default_rng(0).integers(100, 110, (SIDE, SIDE), np.uint8)
    slope = np.linspace(0, 30, 96 * 96).reshape(96, 96).T.astype(np.uint8)
    for picture in (grey, grey // 8, noise, slope, slope.astype(np.uint16) * 100):
        assert not is_class_pair(opened(tmp_path, picture, picture))
        mixed = patches(1, 2, side=96)
        if picture.shape == mixed.shape:
            assert not is_class_pair(opened(tmp_path, mixed, picture))


def test_averaged_overviews_do_not_hide_a_class_map(tmp_path):
    numbers = np.kron(np.random.default_rng(1).choice([10, 30, 80], (256, 256)), np.ones((8, 8))).astype(np.uint8)
    plain = write(tmp_path / "plain.tif", numbers)
    with without_gdal_warnings(), rasterio.open(plain) as file:
        rasterio.shutil.copy(file, tmp_path / "cog.tif", driver="COG", overview_resampling="CUBIC")
    with without_gdal_warnings():
        pair = open_pair(tmp_path / "cog.tif", tmp_path / "cog.tif")
    with pair.reading() as reader:
        assert len(np.unique(reader.sketches()[0].pixels)) > 3, "the sketch is spoiled"
    assert is_class_pair(pair)
    assert class_rasters(pair, "worldcover").legend.name == "ESA WorldCover"


def test_files_that_hold_no_classes_are_refused(tmp_path):
    real = opened(tmp_path, patches(1, 2).astype("float32"), patches(1, 2).astype("float32"))
    assert not is_class_pair(real)
    with pytest.raises(InputError, match=r"a\.tif is no class map: it holds 1 band of float32"):
        class_rasters(real, None)
    busy = np.arange(SIDE * SIDE).reshape(SIDE, SIDE).astype("uint16") % 70
    with pytest.raises(InputError, match=r"a\.tif holds more than 64 different values"):
        class_rasters(opened(tmp_path, busy, busy), None)


def test_a_class_map_of_one_date_is_read_in_any_order(tmp_path):
    before, after = patches(1, 2), patches(2, 3)
    maps = class_rasters(opened(tmp_path, before, after), None)
    (window, (later, earlier)) = next(iter(maps.read(("after", "before"))))
    assert window == Window(0, 0, SIDE, SIDE)
    assert (earlier == before).all()
    assert (later == after).all()
