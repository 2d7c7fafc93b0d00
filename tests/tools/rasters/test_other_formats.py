"""Formats that are not read: one sentence that names the format and holds the command that helps."""

import numpy as np
import pytest
import rasterio
from affine import Affine

from tools.errors import RasterError
from tools.rasters.opener import open_source

HEADS = {
    "T30UXC_20200601T110621_TCI_10m.jp2": (b"\0\0\0\x0cjP  \r\n\x87\n", "a JPEG 2000 file", "gdal_translate T30"),
    "scene.jp2": (b"\xff\x4f\xff\x51\0\0", "a JPEG 2000 file", "gdal_translate scene.jp2 scene.tif"),
    "cube.nc": (b"\x89HDF\r\n\x1a\n" + bytes(99), "a NetCDF or HDF5 file", "NETCDF:cube.nc:VARIABLE cube.tif"),
    "old cube.nc": (b"CDF\1" + bytes(9), "a NetCDF file", "NETCDF:'old cube.nc':VARIABLE 'old cube'.tif"),
    "S2A_MSIL2A_20230601T110621.SAFE.zip": (b"PK\x03\x04\x14", "a zip archive", "unzip S2A_MSIL2A_"),
    "claims.tif": (b"PK\x03\x04\x14\0a zip that claims to be a TIFF", "a zip archive", "unzip claims.tif"),
    "LC08.tar": (bytes(257) + b"ustar", "a tar archive", "tar -xf LC08.tar"),
    "MOD09A1.hdf": (b"\x0e\x03\x13\x01", "an HDF4 file", "gdalinfo MOD09A1.hdf"),
    "scene.dat": (b"\1\2\3\4", "an ENVI raster", "gdal_translate scene.dat scene.tif"),
}


@pytest.mark.parametrize("name", HEADS)
def test_the_format_and_the_command_are_told(tmp_path, name):
    head, words, command = HEADS[name]
    (tmp_path / name).write_bytes(head)
    with pytest.raises(RasterError) as caught:
        open_source(tmp_path / name)
    sentence = str(caught.value)
    assert f"is {words}, which is not read; " in sentence
    assert command in sentence
    assert "\n" not in sentence
    assert [path.name for path in tmp_path.iterdir()] == [name], "nothing is unpacked"


@pytest.mark.parametrize(("name", "driver"), [("scene.img", "HFA"), ("scene.jp2", "JP2OpenJPEG")])
def test_real_files_of_other_formats_are_told_too(tmp_path, name, driver):
    place = {"crs": "EPSG:32630", "transform": Affine(10, 0, 500_000, 0, -10, 5_300_000)}
    shape = {"count": 3, "height": 64, "width": 64, "dtype": "uint16"}
    with rasterio.open(tmp_path / name, "w", driver=driver, **shape, **place) as file:
        file.write(np.full((3, 64, 64), 700, np.uint16))
    with pytest.raises(RasterError, match=f"gdal_translate {name} scene.tif"):
        open_source(tmp_path / name)
