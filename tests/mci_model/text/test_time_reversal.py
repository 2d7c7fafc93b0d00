import pytest

from mci_model.text.time_reversal import States, mentions_new_buildings, reverse, states


@pytest.mark.parametrize(
    ("sentence", "backwards"),
    [
        ("a house is built beside the road", "a house is removed beside the road"),
        ("Some trees have disappeared and a road appears.", "some trees have appeared and a road disappears"),
        ("two villas show up", "two villas disappear"),
        ("a villa appears in the woods", "a villa disappears in the woods"),
        ("houses replace the forest", "the forest replaces houses"),
        ("the woods have been replaced by villas", "villas have been replaced by the woods"),
        ("the desert has turned into roads", "roads have turned into the desert"),
        ("most of the trees are removed and a house appears", "most of the trees appear and a house disappears"),
        (
            "a road with villas built along replaces half of the woods",
            "half of the woods replaces a road with villas along",
        ),
        ("houses appear in the cleared woods", "houses disappear in the cleared woods"),
        ("the road is rebuilt and a house appears", None),
        ("a ring of houses surrounds the square", None),
        ("", None),
    ],
)
def test_sentences_are_reversed_where_a_rule_exists(sentence, backwards):
    assert reverse(sentence) == backwards


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("a house is built beside the road", States(None, "a house beside the road")),
        ("trees and sand are removed and a road appears", States("trees and sand", "a road")),
        ("many villas replace the woods", States("the woods", "many villas")),
        ("the woods are replaced by many villas", States("the woods", "many villas")),
        ("the desert turns into a road", States("the desert", "a road")),
        ("no change has occurred", States(None, None)),
    ],
)
def test_sentences_of_change_are_reduced_to_either_date(sentence, dates):
    assert states(sentence) == dates


def test_sentences_about_new_buildings_are_recognised():
    assert mentions_new_buildings("two villas have been constructed")
    assert not mentions_new_buildings("a road appears")
    assert not mentions_new_buildings("some houses are removed")
