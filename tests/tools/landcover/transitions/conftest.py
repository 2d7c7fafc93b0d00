"""Pairs whose land cover is drawn: one georeferenced and one not."""

import pytest

from tests.factories.transitions import pair_of


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    return pair_of(tmp_path_factory.mktemp("pair"))


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory):
    return pair_of(tmp_path_factory.mktemp("nowhere"), ("one", "two"), place=None)
