"""A recipe of four steps on drawn pairs."""

import pytest

from tests.factories.trainings import drawn_split, short_recipe


@pytest.fixture(scope="package")
def recipe(tmp_path_factory):
    root = tmp_path_factory.mktemp("data")
    drawn_split(root)
    return short_recipe(root)
