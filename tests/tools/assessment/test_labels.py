import threading

import pytest

from tools.assessment.labels import CANNOT_TELL, LabelBook
from tools.errors import AssessmentError

CLASSES = ("unchanged", "road", "building")


@pytest.fixture
def book(tmp_path):
    return LabelBook(tmp_path, CLASSES, range(1, 11))


def test_each_label_is_on_disk_at_once_and_resumed(book, tmp_path):
    book.give("anna", 3, "road")
    book.give("anna", 1, CANNOT_TELL)
    again = LabelBook(tmp_path, CLASSES, range(1, 11))
    assert again.of("anna") == {3: "road", 1: CANNOT_TELL}
    assert again.people == ("anna",)


def test_a_label_is_changed_and_taken_back(book):
    book.give("anna", 3, "road")
    book.give("anna", 3, "building")
    assert book.of("anna") == {3: "building"}
    book.give("anna", 3, None)
    assert book.of("anna") == {}
    assert book.people == ()


@pytest.mark.parametrize("name", ["", "../anna", "a/b", "anna.csv", "-a", "_a", "a" * 41, "a b", "a\n"])
def test_names_that_are_no_file_names_are_refused(book, tmp_path, name):
    with pytest.raises(AssessmentError, match="letters, digits"):
        book.give(name, 1, "road")
    assert not (tmp_path / "labels").exists()


def test_names_in_any_script_are_names(book):
    book.give("Jürgen", 1, "road")
    book.give("小林", 1, "road")
    assert set(book.people) == {"Jürgen", "小林"}


def test_other_classes_and_points_are_refused(book):
    with pytest.raises(AssessmentError, match="unchanged, road, building"):
        book.give("anna", 1, "castle")
    with pytest.raises(AssessmentError, match="no point 11"):
        book.give("anna", 11, "road")


def test_people_who_label_at_once_lose_nothing(book, tmp_path):
    def label(person):
        for point in range(1, 11):
            book.give(person, point, "road")

    threads = [threading.Thread(target=label, args=(f"p{number % 2}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    again = LabelBook(tmp_path, CLASSES, range(1, 11))
    assert {person: len(again.of(person)) for person in again.people} == {"p0": 10, "p1": 10}
    assert list((tmp_path / "labels").glob(".*")) == []


@pytest.mark.parametrize(
    "text", ["", "a,b\n1,2\n", "id,label\nx,road\n", "id,label\n1,castle\n", "id,label\n99,road\n"]
)
def test_damaged_files_are_told(tmp_path, text):
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "anna.csv").write_text(text, encoding="utf-8")
    if text:
        with pytest.raises(AssessmentError, match=r"anna\.csv"):
            LabelBook(tmp_path, CLASSES, range(1, 11))
    else:
        assert LabelBook(tmp_path, CLASSES, range(1, 11)).people == ()
