import numpy as np
import pytest

from agent.evaluation.qa.questions import DECLINED, SAME, questions, with_unanswerable
from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES, LabelledPair
from mci_model.settings import BUILDING, ROAD


def pair(label, name="one", *, has_roads=True, captions=()):
    image = np.zeros((*label.shape, 3), np.uint8)
    return LabelledPair(name, image, image, label, has_roads, captions)


@pytest.fixture
def label():
    """Two buildings at the top left and one at the bottom right, a road in the middle; 60 px a side."""
    label = np.zeros((60, 60), np.uint8)
    label[2:12, 2:12] = label[2:6, 14:19] = label[50:56, 50:54] = BUILDING
    label[28:30, 22:38] = ROAD
    return label


def truths(asked, kind):
    return {(question.form, question.object_class): question.truth for question in asked if question.kind == kind}


def test_answers_follow_from_the_mask(label):
    asked = questions(pair(label))
    assert truths(asked, "count") == {("number", "building"): 3, ("number", "road"): 1}
    assert truths(asked, "yes_no") == dict.fromkeys([("yes_no", name) for name in ("building", "road", "any")], True)
    largest = truths(asked, "largest")
    assert (largest["pixels", "building"], largest["place", "building"]) == (100, "north-west")
    assert (largest["pixels", "road"], largest["place", "road"]) == (32, "centre")
    assert truths(asked, "where")["field", "building"] == "north-west"
    (share,) = (question for question in asked if question.kind == "share")
    percents = {"building": 144 / 36, "road": 32 / 36, "any": 176 / 36}
    assert share.truth == pytest.approx(percents[share.object_class])


def test_halves_are_told_for_both_axes(label):
    halves = [q for seed in range(12) for q in questions(pair(label), seed) if q.form == "half"]
    assert {question.truth for question in halves if question.object_class == "building"} == {"north", "west"}
    assert all(any(word in q.text for word in ("top", "upper", "north")) for q in halves if q.truth == "north")


def test_where_it_is_a_near_tie_no_one_is_asked():
    label = np.zeros((60, 60), np.uint8)
    label[2:12, 2:12] = label[48:58, 48:58] = BUILDING
    asked = questions(pair(label))
    assert not truths(asked, "where")
    assert set(truths(asked, "largest")) == {("pixels", "building")}


def test_of_roads_nothing_is_asked_where_they_are_not_labelled(label):
    label[label == ROAD] = 0
    asked = [q for seed in range(8) for q in questions(pair(label, has_roads=False), seed)]
    about = {question.object_class for question in asked if question.view == "as it is"}
    assert about == {"building", "any"}
    empty = np.zeros_like(label)
    asked = questions(pair(empty, has_roads=False))
    assert ("yes_no", "any") not in truths(asked, "yes_no")
    asked = questions(pair(empty, has_roads=False, captions=(UNCHANGED_SENTENCES[0],)))
    assert truths(asked, "yes_no")["yes_no", "any"] is False


def test_directions_are_asked_only_where_nothing_came_or_went(label):
    many = range(20)
    changed = {q.form for seed in many for q in questions(pair(label), seed) if q.kind == "count"}
    unchanged = {q.form for seed in many for q in questions(pair(np.zeros_like(label)), seed) if q.kind == "count"}
    assert changed == {"number"}
    assert unchanged == {"number", "appeared", "disappeared"}


def test_one_image_twice_is_unchanged_and_the_other_order_has_the_same_counts(label):
    asked = questions(pair(label))
    identical = [question for question in asked if question.kind == "identical"]
    assert [(q.view, q.truth) for q in identical] == [("identical", False), ("identical", 0)]
    assert [(q.view, q.truth) for q in asked if q.kind == "swapped"] == [("swapped", SAME)]


def test_wordings_follow_the_seed_and_the_pair_alone(label):
    assert questions(pair(label)) == questions(pair(label))
    texts = {tuple(question.text for question in questions(pair(label), seed)) for seed in range(5)}
    assert len(texts) == 5
    assert not any("{" in question.text or "  " in question.text for question in questions(pair(label)))


def test_one_question_in_ten_cannot_be_answered(label):
    asked = [question for name in ("one", "two", "three") for question in questions(pair(label, name))]
    everything = with_unanswerable(asked)
    added = [question for question in everything if question.kind == "unanswerable"]
    assert len(added) == round(len(everything) / 10)
    assert {question.truth for question in added} == {DECLINED}
    assert [question for question in everything if question not in added] == asked
    assert with_unanswerable([]) == []
