"""A sensor is added by one file in the folder of platforms, and all that reads images knows it."""

import sys

import numpy as np
import pytest
import rasterio
from affine import Affine

from tools.catalogue.land_tools import compute_index
from tools.errors import RasterError
from tools.rasters.band_folder import stack_bands
from tools.rasters.opener import open_source
from tools.sensors import platforms, registry
from tools.sensors.registry import SENSORS
from tools.spectrum.reflectance import SpectralReader, spectral_date
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace

DECLARATION = """
from tools.sensors.sensor import CloudBand, FolderNames, LaterBaseline, Sensor, bands_of

SENSORS = (
    Sensor(
        "dummy-sat", "Dummy satellite", "Dummy",
        bands_of("", "X1:B X2:G X3:R X4:N X5:S1", 20.0),
        scale=0.001, offset=-0.05, source="a test", by_count="sure",
        clouds=CloudBand("DUMMY_QA", "classes", (7,), 0, "a test"),
        later_baseline=LaterBaseline(
            2.0, -0.15, "2020-01-01", r"_V(\\d{2})(\\d{2})_", "*.none", "none", "dummy:version", "dummy:done"
        ),
        folder=FolderNames(r"X\\d", ("20m",), "^LOOK_", ("^RAW_", "is raw; take it calibrated.")),
        nodata=65535,
    ),
)
"""
SIDE = 32
VALUES = {"X1": 100, "X2": 150, "X3": 200, "X4": 650, "X5": 300}


@pytest.fixture
def dummy(tmp_path, monkeypatch):
    """The sensor, found as all others are; gone after the test."""
    folder = tmp_path / "platforms"
    folder.mkdir()
    (folder / "dummy_sat.py").write_text(DECLARATION, encoding="utf-8")
    monkeypatch.setattr(platforms, "__path__", [*platforms.__path__, str(folder)])
    sensor = registry.collect()["dummy-sat"]
    monkeypatch.setitem(SENSORS, sensor.id, sensor)
    yield sensor
    name = f"{platforms.__name__}.dummy_sat"
    del sys.modules[name]
    delattr(platforms, "dummy_sat")


def _write(path, bands, names=None):
    path.parent.mkdir(parents=True, exist_ok=True)
    place = Affine(20, 0, 500_000, 0, -20, 5_400_000)
    options = {"count": len(bands), "height": SIDE, "width": SIDE, "dtype": "uint16", "crs": "EPSG:32631"}
    with rasterio.open(path, "w", driver="GTiff", transform=place, **options) as file:
        file.write(np.stack([np.broadcast_to(value, (SIDE, SIDE)) for value in bands]).astype("uint16"))
        file.descriptions = names or (None,) * len(bands)
    return path


def _folder(folder, **others):
    """A product with a file a band, the western half of it under cloud."""
    quality = np.where(np.arange(SIDE) < SIDE // 2, 7, 1)
    for name, value in (VALUES | {"DUMMY_QA": quality} | others).items():
        _write(folder / f"scene_{name}_20m.tif", [value])
    _write(folder / "LOOK_X1.tif", [9])
    return folder


def test_its_folder_becomes_reflectance_without_clouds(dummy, tmp_path):
    space = Workspace(tmp_path / "work", lambda: None, settings=RunSettings())
    pair = space.open(_folder(tmp_path / "first_20190101"), _folder(tmp_path / "second_V0210_20210101"))
    before, after = (spectral_date(pair, date) for date in ("before", "after"))
    assert (before.bands.sensor, before.bands.numbers) == (dummy, {"B": 1, "G": 2, "R": 3, "N": 4, "S1": 5})
    assert (before.scale, before.offset, after.offset) == (0.001, -0.05, -0.15)
    with SpectralReader(pair, before, ("R",)).reading() as reader:
        values, known = reader.sketch(SIDE)
    assert values["R"] == pytest.approx(0.15)
    assert known[:, SIDE // 2 :].all()
    assert not known[:, : SIDE // 2].any()
    assert compute_index(space, "ndvi", "before").values.mean == pytest.approx((0.6 - 0.15) / (0.6 + 0.15), abs=1e-4)


def test_its_folder_is_named_and_refused_as_it_says(dummy, tmp_path):
    stacked = stack_bands(_folder(tmp_path / "scene"), tmp_path / "out")
    with rasterio.open(stacked) as file:
        assert file.descriptions == (*VALUES, "DUMMY_QA")
        assert file.nodata == 65535
    _write(tmp_path / "raw" / "RAW_X1.tif", [1])
    with pytest.raises(RasterError, match=r"RAW_X1.tif is raw; take it calibrated\."):
        stack_bands(tmp_path / "raw", tmp_path / "out")


def test_its_unnamed_bands_are_told_by_their_number(dummy, tmp_path):
    path = _write(tmp_path / "five.tif", list(VALUES.values()))
    source = open_source(path)
    assert source.colours == (3, 2, 1)
    assert "as Dummy has; 3, 2, 1 are red" in source.notes[0]
    pair = Workspace(tmp_path / "work", lambda: None, settings=RunSettings()).open(path, path)
    assert spectral_date(pair, "before").bands.sensor is dummy


def test_it_is_gone_after_the_test():
    assert "dummy-sat" not in registry.collect()
    assert "dummy-sat" not in SENSORS
