import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.assessment.agreement import agreement, decided

FLEISS_1971 = [
    (0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7),
]  # fmt: skip


def test_kappa_of_two_people_is_cohens():
    """The textbook table of 20 yes-yes, 5 yes-no, 10 no-yes and 15 no-no: 0.7 agree, kappa 0.4."""
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    labels = {name: {point: pair[who] for point, pair in enumerate(pairs)} for who, name in enumerate(("anna", "ben"))}
    found = agreement(labels)
    assert (found.points, found.agreement_share, found.method) == (50, 0.7, "Cohen 1960")
    assert found.kappa == pytest.approx(0.4)


def test_kappa_of_more_people_is_fleiss():
    """Ten subjects and fourteen raters of the worked example: kappa 0.210."""
    ratings = [[str(kind) for kind, count in enumerate(row) for _ in range(count)] for row in FLEISS_1971]
    labels = {f"p{who}": {point: row[who] for point, row in enumerate(ratings)} for who in range(14)}
    found = agreement(labels)
    assert found.kappa == pytest.approx(0.210, abs=0.0005)
    assert found.method == "Fleiss 1971"


def test_points_that_not_all_have_labelled_do_not_count():
    found = agreement({"anna": {1: "road", 2: "road", 3: "building"}, "ben": {2: "road", 3: "building"}})
    assert (found.points, found.agreement_share, found.kappa) == (2, 1, 1)
    assert agreement({"anna": {1: "road"}}) is None
    assert agreement({"anna": {1: "road"}, "ben": {2: "road"}}) is None


def test_one_class_alone_has_no_kappa():
    assert agreement({"anna": {1: "road", 2: "road"}, "ben": {1: "road", 2: "road"}}).kappa is None


names = st.sampled_from(["road", "building", "unchanged"])


@given(st.lists(st.tuples(names, names, names), min_size=1, max_size=40))
def test_kappa_is_at_most_one_and_exactly_one_where_all_agree(rows):
    labels = {str(who): dict(enumerate(row[who] for row in rows)) for who in range(3)}
    found = agreement(labels)
    if found.kappa is not None:
        assert found.kappa <= 1 + 1e-12
        assert (found.agreement_share == 1) == (found.kappa == pytest.approx(1))


def test_most_people_decide_and_a_tie_is_shared():
    people = {"a": {1: "road", 2: "road", 3: "road"}, "b": {1: "road", 2: "building"}, "c": {1: "building"}}
    assert decided(people) == {1: ("road",), 2: ("building", "road"), 3: ("road",)}
