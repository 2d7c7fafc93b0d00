import pytest

from mci_model.text.claims import Claim, Claims, read_claims


def house(at_least, at_most, *, appeared=True, large=False):
    return Claim("building", appeared, at_least, at_most, large)


ROAD, ROADS = Claim("road", True, 1, 1, False), Claim("road", True, 1, None, False)


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("a house is built beside the road", (house(1, 1),)),
        ("A villa appears near the woods.", (house(1, 1),)),
        ("two houses are built", (house(2, 2),)),
        ("some buildings appear in the open space", (house(2, None),)),
        ("a row of houses is built along the road", (house(3, None),)),
        ("two rows of houses are built on both sides of the road", (house(4, None),)),
        ("a residential area with many houses and roads appears", (house(5, None), house(5, None), ROADS)),
        ("a large building appears", (house(1, 1, large=True),)),
        ("a house is removed", (house(1, 1, appeared=False),)),
        ("some trees are removed and a road appears", (Claim("vegetation", False, 1, None, False), ROAD)),
    ],
)
def test_numbers_kinds_and_directions_are_read(sentence, things):
    claims = read_claims(sentence)
    assert claims is not None
    assert claims.things == things


@pytest.mark.parametrize(
    ("place", "sides"),
    [
        ("at the top", {"top"}),
        ("in the lower-left corner of the scene", {"bottom", "left"}),
        ("in the upper right", {"top", "right"}),
        ("at the left corner", {"left"}),
        ("in the middle", {"middle"}),
        ("at the corner of the scene", {"corner"}),
        ("on both sides of the road", set()),
    ],
)
def test_one_place_is_read(place, sides):
    assert read_claims(f"a house is built {place}") == Claims((house(1, 1),), frozenset(sides))


@pytest.mark.parametrize(
    "sentence",
    [
        "a playground appears",  # no map knows it
        "half of the woods are replaced by villas",
        "the road is widened and a house appears",
        "a house is built at the top and a villa is built at the bottom",  # whose place is which
        "two vertical roads appear",
        "the scene looks different",
        "",
    ],
)
def test_what_leaves_a_doubt_is_not_read(sentence):
    assert read_claims(sentence) is None
