import json

import pytest

from agent.errors import QuestionFileError
from agent.evaluation.dialogues.dialogue_file import Turn, comparable, image_of, read_dialogues

TURN = {"user": "how many?", "must": [r"\b22\b"], "any": [["building", "house"]], "never": ["road"], "note": ""}
LINE = {"id": "1", "pair": {"before": "a.tif", "after": "b.tif", "place": "utm"}, "turns": [TURN]}


def written(tmp_path, *lines):
    file = tmp_path / "dialogues.jsonl"
    file.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines), encoding="utf-8")
    return file


def test_dialogues_are_read_line_by_line(tmp_path):
    (first, second) = read_dialogues(written(tmp_path, LINE, "", LINE | {"id": "2"}))
    assert (first.id, second.id) == ("1", "2")
    assert (first.files, first.pair.place) == (("a.tif", "b.tif"), "utm")
    assert first.turns == (Turn("how many?", (r"\b22\b",), (("building", "house"),), ("road",)),)


def test_images_have_no_place_unless_one_is_told(tmp_path):
    line = LINE | {"pair": {"before": "a.tif", "after": "b.tif"}}
    assert read_dialogues(written(tmp_path, line))[0].pair.place == "none"


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ((), "holds no dialogue"),
        (("{",), "is no file of dialogues"),
        (({"id": "1"},), "is no file of dialogues"),
        ((LINE | {"pair": LINE["pair"] | {"place": "mars"}},), "is no file of dialogues"),
        ((LINE | {"turns": [TURN | {"must": ["("]}]},), "is no regular expression"),
        ((LINE | {"turns": [TURN | {"any": [["("]]}]},), "is no regular expression"),
    ],
)
def test_files_of_another_form_are_refused(tmp_path, lines, reason):
    with pytest.raises(QuestionFileError, match=reason):
        read_dialogues(written(tmp_path, *lines))


def test_a_file_that_is_missing_is_refused(tmp_path):
    with pytest.raises(QuestionFileError, match=r"no\.jsonl could not be read"):
        read_dialogues(tmp_path / "no.jsonl")


@pytest.mark.parametrize(
    ("answer", "right", "clean"),
    [
        ("22 buildings changed.", True, True),
        ("22 Houses.", True, True),
        ("22 of them.", False, True),
        ("12 buildings.", False, True),
        ("22 buildings by a road.", False, False),
    ],
)
def test_an_answer_holds_all_that_it_must_one_of_each_group_and_nothing_forbidden(answer, right, clean):
    turn = Turn("?", (r"\b22\b",), (("building", "house"),), ("road",))
    assert (turn.is_right(answer), turn.is_clean(answer)) == (right, clean)


def test_answers_are_read_without_thousands_separators_and_raised_numbers():
    assert comparable("12,345 m² and 1\u202f200 m²") == "12345 m2 and 1200 m2"
    assert comparable("1, 2 and 3,5") == "1, 2 and 3,5"


def test_images_lie_beside_the_file_or_beside_its_folder(tmp_path):
    file = tmp_path / "sets" / "d.jsonl"
    file.parent.mkdir()
    (tmp_path / "above.tif").touch()
    (file.parent / "beside.tif").touch()
    assert image_of(file, "above.tif") == tmp_path / "above.tif"
    assert image_of(file, "beside.tif") == file.parent / "beside.tif"
    with pytest.raises(QuestionFileError, match=r"names no\.tif"):
        image_of(file, "no.tif")
