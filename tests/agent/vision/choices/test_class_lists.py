"""The lists that a model chooses from are those of the data sets that it is scored on."""

import pytest

from agent.vision.choices.class_lists import BIGEARTHNET_19, BIGEARTHNET_43, EUROSAT
from tools.landcover.datasets.eurosat import CLASSES
from tools.landcover.datasets.nomenclature import CLASSES as BIGEARTHNET


@pytest.mark.parametrize(
    ("options", "classes"), [(EUROSAT, CLASSES), (BIGEARTHNET_19, BIGEARTHNET[19]), (BIGEARTHNET_43, BIGEARTHNET[43])]
)
def test_names_and_their_order_are_those_of_the_data_set(options, classes):
    assert options.names == classes
    assert len(options.descriptions) == len(classes)
