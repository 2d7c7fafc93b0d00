import time

import pytest

from agent.grounding.text.sentences import TOKEN, readable, sentences, without_markers


def plain(text):
    return [sentence.plain for sentence in sentences(readable(text))]


def test_sentences_end_at_marks_and_lines_but_not_within_numbers_files_and_short_forms():
    assert plain("It is 3.5 m2. See objects.csv!\nApprox. 7 houses") == [
        "it is 3.5 m2 .",
        "see objects.csv !",
        "approx . 7 houses",
    ]


def test_a_sentence_keeps_its_place_in_the_text():
    text = "One house. **7** roads."
    spans = [text[sentence.start : sentence.end] for sentence in sentences(readable(text))]
    assert spans == ["One house.", " **7** roads."]


def test_markers_go_but_intervals_stay():
    text, marked = without_markers("7 houses. [3][2] Between [700, 900] m2 [4, 5].")
    assert text == "7 houses. Between [700, 900] m2."
    assert [number for _, number in marked] == [3, 2, 4, 5]


def test_list_numbers_are_hidden_only_while_they_count_up():
    assert plain("1. houses\n2. roads\n12. castles") == ["houses", "roads", "12 .", "castles"]


def test_names_of_results_are_hidden():
    assert "12" not in readable("Parcel 12: houses", ["Parcel 12"])


def test_an_and_between_things_keeps_them_in_one_clause():
    (one,) = sentences("no houses and roads changed")
    assert len(one.clauses) == 1
    (two,) = sentences("7 houses appeared and no road changed")
    assert len(two.clauses) == 2


@pytest.mark.parametrize("text", ["EPSG:32614", "WGS 84", "uint8", "1:csv", "v1.2", "1.2.3", "change_map.tif"])
def test_numbers_within_names_are_no_numbers(text):
    assert [match.lastgroup for match in TOKEN.finditer(text)] in (["name"], ["word"])


@pytest.mark.parametrize(
    "bait", ["." * 20_000, "1," * 10_000, "111," * 5_000, "a." * 10_000, "-" * 20_000, "[1" * 10_000]
)
def test_bait_for_slow_patterns_is_read_fast(bait):
    started = time.process_time()
    list(sentences(readable(without_markers(bait + "x")[0])))
    assert time.process_time() - started < 2
