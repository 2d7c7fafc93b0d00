import numpy as np
import pytest
import rasterio
from affine import Affine

from tests.factories.assessment.assessed_maps import mapped, write_map
from tools.assessment.sampling.strata import NO_CLASS, stratified
from tools.errors import AssessmentError


def test_classes_are_named_by_the_maps_own_tags_and_counted(tmp_path):
    of = stratified(write_map(tmp_path / "change.tif"))
    assert of.names == ("unchanged", "building", "road")
    counts = {name: int((mapped() == value).sum()) for name, value in (("unchanged", 0), ("road", 1), ("building", 2))}
    assert {stratum.name: stratum.pixels for stratum in of.strata} == counts
    assert sum(of.weights) == pytest.approx(1)
    assert of.strata[1].area_m2 == pytest.approx(100 * counts["building"], rel=0.01)


def test_each_pixel_has_its_stratum(tmp_path):
    of = stratified(write_map(tmp_path / "change.tif"))
    ((_, numbers),) = of.read()
    assert ((numbers == NO_CLASS) == (mapped() == 255)).all()
    assert ((numbers == of.names.index("road")) == (mapped() == 1)).all()


def test_a_map_of_dates_is_stratified_by_year(tmp_path):
    days = np.array([[-1, 0, 20190501, 20191201, 20210101]] * 5, np.int32).repeat(8, 0).repeat(8, 1)
    path = write_map(tmp_path / "first_change.tif", days, tags=False, nodata=-1)
    with rasterio.open(path, "r+") as file:
        file.update_tags(LEGEND="YYYYMMDD of the first clear date of the new level; 0: no change; -1: unknown")
    assert set(stratified(path).names) == {"no change", "changed in 2019", "changed in 2021"}


def test_without_a_name_classes_are_numbers_and_a_legend_names_them(tmp_path):
    path, legend = write_map(tmp_path / "map.tif", tags=False), tmp_path / "legend.csv"
    assert set(stratified(path).names) == {"class 0", "class 1", "class 2"}
    legend.write_text("value,name\n0,same\n1,new\n2,new\n", encoding="utf-8")
    assert stratified(path, str(legend)).names == ("same", "new")


def test_without_georeference_shares_are_of_pixels(tmp_path):
    of = stratified(write_map(tmp_path / "map.tif", place=False))
    assert of.strata[0].area_m2 is None
    assert of.weights[0] == of.strata[0].pixels / of.pixels


def test_pixels_of_degrees_differ_in_size(tmp_path):
    numbers = np.repeat(np.arange(2, dtype=np.uint8), 60)[:, None].repeat(40, 1)
    wide = {"crs": "EPSG:4326", "transform": Affine(0.5, 0, 10, 0, -0.5, 60)}
    assert stratified(write_map(tmp_path / "map.tif", numbers, **wide)).size_spread > 0.9
    assert stratified(write_map(tmp_path / "even.tif")).size_spread < 0.001


def test_a_class_that_is_declared_and_not_shown_may_be_labelled(tmp_path):
    numbers = np.where(mapped() == 1, 0, mapped()).astype(np.uint8)
    of = stratified(write_map(tmp_path / "change.tif", numbers))
    assert of.names == ("unchanged", "building", "road")
    assert (of.strata[2].pixels, of.weights[2]) == (0, 0)


@pytest.mark.parametrize(
    ("numbers", "complaint"),
    [
        (np.zeros((32, 32), np.float32), "no map of classes"),
        (np.zeros((32, 32), np.uint8), "1 class"),
        (np.arange(32 * 32, dtype=np.uint16).reshape(32, 32) % 200, "200 classes"),
    ],
)
def test_what_is_no_map_of_classes_is_refused(tmp_path, numbers, complaint):
    with pytest.raises(AssessmentError, match=complaint):
        stratified(write_map(tmp_path / "map.tif", numbers, tags=False, nodata=None))
