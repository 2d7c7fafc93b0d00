"""`terradelta radar`: what it prints and writes, and bad input in one sentence with the way out, nothing written."""

import json

import numpy as np
import pytest
import rasterio
from scipy import ndimage

from tests.factories.radar.images import SIDE, flooded, ground, pair, power
from tools.benchmarks.radar.radar_scenes import TAGS, speckled, write_radar
from ui.cli import run
from ui.error_table import BAD_INPUT, DONE

DESCENDING = {"ORBIT_DIRECTION": "DESCENDING", "RELATIVE_ORBIT_NUMBER": "168"}


def refused(capsys, out, *arguments):
    assert run(["radar", *map(str, arguments), "--out", str(out)]) == BAD_INPUT
    told = capsys.readouterr()
    assert told.out == ""
    assert not out.exists() or list(out.rglob("*")) == [], "nothing half-written"
    (line,) = told.err.strip().splitlines()
    return line


def test_the_flood_is_told_with_its_files(tmp_path, capsys):
    assert run(["radar", *map(str, pair(tmp_path)), "--out", str(tmp_path / "out")]) == DONE
    told = capsys.readouterr()
    assert told.out.startswith("Radar shows change on 42")
    assert "Likely open water came to cover" in told.out
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "radar-change.png", "radar-count.tif", "radar-direction.tif", "radar-first-change.tif",
        "radar-last-change.tif", "radar-water.tif",
    ]  # fmt: skip


def test_the_object_of_the_contract(tmp_path, capsys):
    arguments = [*map(str, pair(tmp_path)), "--looks", "4.4", "--alpha", "0.01", "--bands", "VV,VH", "--json"]
    assert run(["radar", *arguments, "--out", str(tmp_path / "out")]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["dates"] == ["2021-07-01", "2021-07-13"]
    assert told["looks"] == 4.4
    assert told["changed_share"] == pytest.approx(60 * 70 / SIDE**2, rel=0.03)
    assert {"first_change", "last_change", "count", "direction"} <= set(told["layers"])
    with rasterio.open(told["layers"]["first_change"]) as file:
        assert set(np.unique(file.read())) == {0, 20210713}
    assert told["method"].startswith("log-ratio F test")
    assert told["warnings"] == []


def test_a_folder_of_dates_with_a_file_a_polarisation(tmp_path, capsys):
    files = tmp_path / "series"
    files.mkdir()
    for number, wet in enumerate((False, False, True, True)):
        values = power(number, flooded() if wet else ground())
        for name, band in zip(("VV", "VH"), values, strict=True):
            write_radar(files / f"S1_2021070{number + 1}_{name}.tif", band[None], names=(None,))
    assert run(["radar", str(files), "--json", "--out", str(tmp_path / "out")]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["dates"] == [f"2021-07-0{day}" for day in (1, 2, 3, 4)]
    assert told["polarisations"] == ["VV", "VH"]
    assert told["method"].startswith("sequential omnibus")
    shares = [one["ground"]["share"] for one in told["intervals"]]
    assert shares[1] == pytest.approx(60 * 70 / SIDE**2, rel=0.05)
    assert max(shares[0], shares[2]) < 0.01


def test_decibels_stated_as_power(tmp_path, capsys):
    files = [write_radar(tmp_path / f"{day}.tif", 10 * np.log10(power(day))) for day in (1, 2)]
    told = refused(capsys, tmp_path / "out", *files, "--unit", "power")
    assert "are negative, as decibels are and power never is; leave --unit out" in told


def test_decibels_and_power_are_told_apart(tmp_path, capsys):
    before, after = pair(tmp_path)
    with rasterio.open(after) as file:
        write_radar(after.with_name("radar_2021-07-14.tif"), 10 * np.log10(file.read()))
    files = [str(before), str(after.with_name("radar_2021-07-14.tif"))]
    assert run(["radar", *files, "--json", "--out", str(tmp_path / "out")]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["changed_share"] == pytest.approx(60 * 70 / SIDE**2, rel=0.03)
    assert told["warnings"] == ["radar_2021-07-14.tif holds decibels, which were turned into power."]


def test_one_polarisation_is_missing(tmp_path, capsys):
    before, after = pair(tmp_path)
    with rasterio.open(after) as file:
        one = write_radar(after.with_name("radar_2021-07-14.tif"), file.read([1]), names=("VV",))
    assert run(["radar", str(before), str(one), "--json", "--out", str(tmp_path / "out")]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["polarisations"] == ["VV"]
    assert told["warnings"] == ["Only VV is compared, since not all dates have VH."]


def test_no_polarisation_in_common(tmp_path, capsys):
    files = [
        write_radar(tmp_path / f"{name}.tif", power()[:1], names=(name,)) for name in ("VV", "VH")
    ]  # fmt: skip
    told = refused(capsys, tmp_path / "out", *files)
    assert "no polarisation in common: VV.tif has VV; VH.tif has VH; give the same one of all dates" in told


def test_mixed_orbits_are_refused_unless_asked_for(tmp_path, capsys):
    before, _ = pair(tmp_path)
    after = write_radar(tmp_path / "radar_2021-07-14.tif", power(7), tags=DESCENDING)
    told = refused(capsys, tmp_path / "out", before, after)
    assert "different orbits (ascending and descending pass)" in told
    assert "--mixed-orbits" in told
    arguments = [str(before), str(after), "--mixed-orbits", "--json", "--out", str(tmp_path / "out")]
    assert run(["radar", *arguments]) == DONE
    assert "different orbits" in json.loads(capsys.readouterr().out)["warnings"][0]


@pytest.mark.parametrize(
    ("looks", "told"), [("100", "the images show about 4"), ("0", "0 looks cannot be"), ("nan", "nan looks cannot be")]
)
def test_impossible_looks(tmp_path, capsys, looks, told):
    assert told in refused(capsys, tmp_path / "out", *pair(tmp_path), "--looks", looks)


@pytest.mark.parametrize("looks", ["22", "1"])
def test_wrong_looks_are_warned_of(tmp_path, capsys, looks):
    assert run(["radar", *map(str, pair(tmp_path)), "--looks", looks, "--json", "--out", str(tmp_path / "out")]) == DONE
    (warning,) = json.loads(capsys.readouterr().out)["warnings"]
    assert f"{looks} looks were stated, but the images show about 4" in warning
    assert "leave --looks out" in warning


def test_borders_of_zeros_are_unknown(tmp_path, capsys):
    values = [power(1), power(2)]
    values[0][:, :, :32] = 0
    files = [
        write_radar(tmp_path / f"radar_2021-07-0{day}.tif", one) for day, one in enumerate(values, 1)
    ]  # fmt: skip
    assert run(["radar", *map(str, files), "--json", "--out", str(tmp_path / "out")]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["unknown_share"] == 0.25
    assert told["changed"]["pixels"] == 0
    assert told["warnings"] == [
        "25 % of radar_2021-07-01.tif is 0, as beyond the border of a scene; nothing is known of it."
    ]
    with rasterio.open(told["layers"]["first_change"]) as file:
        assert (file.read(1)[:, :32] == -1).all()
        assert (file.read(1)[:, 32:] == 0).all()


def test_nothing_but_zeros(tmp_path, capsys):
    before, _ = pair(tmp_path)
    empty = write_radar(tmp_path / "radar_2021-07-14.tif", np.full((2, SIDE, SIDE), 1e-30), nodata=0)
    told = refused(capsys, tmp_path / "out", before, empty)
    assert "holds no backscatter: all its numbers are alike or missing" in told


def test_speckle_filtered_input_is_told(tmp_path, capsys):
    files = [
        write_radar(tmp_path / f"radar_2021-07-0{day}.tif", ndimage.uniform_filter(power(day), (0, 3, 3)))
        for day in (1, 2)
    ]
    assert run(["radar", *map(str, files), "--json", "--out", str(tmp_path / "out")]) == DONE
    (warning,) = json.loads(capsys.readouterr().out)["warnings"]
    assert "speckle-filtered or averaged: looks no longer hold" in warning


def test_pixels_of_another_size(tmp_path, capsys):
    before, _ = pair(tmp_path)
    after = write_radar(tmp_path / "radar_2021-07-14.tif", power(7), pixel_m=20.0)
    told = refused(capsys, tmp_path / "out", before, after)
    assert "pixels of 10 m and radar_2021-07-14.tif of 20 m, which have different looks; take both from one" in told


def test_another_grid_is_read_by_its_nearest_pixels(tmp_path, capsys):
    before, _ = pair(tmp_path)
    after = write_radar(tmp_path / "radar_2021-07-14.tif", power(7), origin=(500_003.0, 5_300_004.0))
    assert run(["radar", str(before), str(after), "--json", "--out", str(tmp_path / "out")]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert "another grid and was read by its nearest pixels" in told["warnings"][0]
    assert told["looks"] == pytest.approx(4.4, rel=0.1), "nearest pixels keep the looks"
    assert told["changed"]["pixels"] == 0


def test_another_place(tmp_path, capsys):
    before, _ = pair(tmp_path)
    after = write_radar(tmp_path / "radar_2021-07-14.tif", power(7), origin=(600_000.0, 5_300_000.0))
    assert "share no pixel; give two images of one place" in refused(capsys, tmp_path / "out", before, after)


def test_other_sizes_without_georeference(tmp_path, capsys):
    files = [
        write_radar(tmp_path / f"{side}.tif", speckled(ground(side), np.random.default_rng(side)), pixel_m=None)
        for side in (64, 96)
    ]
    assert "give georeferenced images, or two of one size" in refused(capsys, tmp_path / "out", *files)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--alpha", "0"), "is no level of a test"),
        (("--bands", "VV,XX"), "XX is no polarisation"),
        (("--bands", "VV"), "has 2 bands, and 1 polarisations were stated"),
        (("--unit", "lumen"), "lumen is no unit of radar"),
        (("--min-area", "-5"), "minimum mapping unit of -5 cannot be"),
    ],
)
def test_options_that_cannot_be(tmp_path, capsys, options, told):
    assert told in refused(capsys, tmp_path / "out", *pair(tmp_path), *options)


def test_one_date_alone(tmp_path, capsys):
    told = refused(capsys, tmp_path / "out", pair(tmp_path)[0])
    assert "give two or more: terradelta radar BEFORE AFTER" in told


def test_two_files_of_one_day(tmp_path, capsys):
    before, _ = pair(tmp_path)
    twin = write_radar(tmp_path / "other_2021-07-01.tif", power(9), tags=TAGS)
    assert "are of 2021-07-01; give one a date" in refused(capsys, tmp_path / "out", before, twin)


def test_a_photograph_is_no_radar(tmp_path, capsys):
    photo = np.random.default_rng(0).integers(0, 255, (3, SIDE, SIDE)).astype(np.uint8)
    files = [write_radar(tmp_path / f"{day}.tif", photo, names=(None,) * 3) for day in (1, 2)]
    told = refused(capsys, tmp_path / "out", *files)
    assert "3 bands without names" in told


def test_elevations_leave_out_slopes(tmp_path, capsys):
    files = pair(tmp_path)
    columns = np.tile(np.arange(SIDE, dtype=float), (SIDE, 1))
    dem = write_radar(tmp_path / "dem.tif", np.maximum(0, columns - 75)[None] * 3, names=("elevation",))
    run(["radar", *map(str, files), "--dem", str(dem), "--json", "--out", str(tmp_path / "out")])
    told = json.loads(capsys.readouterr().out)
    assert told["water"]["on_flat_ground"]
    assert told["water"]["appeared"]["pixels"] == pytest.approx(60 * 35, rel=0.06)
    assert told["darker"]["pixels"] == pytest.approx(60 * 70, rel=0.03), "change itself is told on slopes, too"


def test_elevations_of_another_place(tmp_path, capsys):
    dem = write_radar(
        tmp_path / "dem.tif", np.ones((1, SIDE, SIDE)), names=("elevation",), origin=(500_200.0, 5_300_000.0)
    )
    told = refused(capsys, tmp_path / "out", *pair(tmp_path / "in"), "--dem", dem)
    assert "covers only a part of the images; give elevations of all of their ground" in told


@pytest.mark.parametrize("command", ["detect", "describe"])
def test_other_commands_lead_here(tmp_path, capsys, command):
    assert run([command, *map(str, pair(tmp_path)), "--out", str(tmp_path / "out")]) == BAD_INPUT
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert line.startswith("terradelta: radar_2021-07-01.tif holds radar backscatter and is no photograph")
    assert line.endswith("or run terradelta radar BEFORE AFTER.")
