"""Two layers of parcels."""

import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.parcels.layer_comparison import compared


def test_what_became_of_parcels_is_told():
    before = [shapely.box(left, 0, left + 10, 10) for left in (0, 20, 40, 50, 80, 100)]
    after = [
        shapely.box(0, 0, 10, 10),
        shapely.box(20, 0, 25, 10), shapely.box(25, 0, 30, 10),
        shapely.box(40, 0, 60, 10),
        shapely.box(80, 0, 90, 7),
        shapely.box(200, 0, 210, 10),
    ]  # fmt: skip
    told = {one.fate: (one.before, one.after) for one in compared(before, after)}
    assert told == {
        "unchanged": ((0,), (0,)),
        "split": ((1,), (1, 2)),
        "merged": ((2, 3), (3,)),
        "reshaped": ((4,), (4,)),
        "gone": ((5,), ()),
        "added": ((), (5,)),
    }


BOX = st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(1, 9), st.integers(1, 9))


@given(st.lists(BOX, max_size=8), st.lists(BOX, max_size=8))
@settings(deadline=None, max_examples=60)
def test_every_parcel_stands_in_one_group(before, after):
    old, new = ([shapely.box(x, y, x + w, y + h) for x, y, w, h in some] for some in (before, after))
    found = compared(old, new)
    assert sorted(place for one in found for place in one.before) == list(range(len(old)))
    assert sorted(place for one in found for place in one.after) == list(range(len(new)))


def test_a_layer_beside_itself_is_unchanged():
    layer = [shapely.box(x, 0, x + 5, 5) for x in range(0, 50, 5)]
    assert {one.fate for one in compared(layer, layer)} == {"unchanged"}
