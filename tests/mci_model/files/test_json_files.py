"""JSON that people give: sound values are typed, and each way of being wrong is one sentence."""

from dataclasses import dataclass

import pytest
from pydantic import TypeAdapter

from mci_model.errors import JsonFileError
from mci_model.files.json_files import plain_json, read_json


@dataclass(frozen=True)
class Part:
    name: str
    sizes: tuple[int, ...]
    weight: float = 1.0


KIND = TypeAdapter(Part)
SOUND = b'{"name": "caf\xc3\xa9", "sizes": [1, 2]}'


def reason(content, tmp_path, **limits):
    (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(JsonFileError, match=r"^a\.json cannot be used as JSON: .+\.$") as caught:
        read_json(tmp_path / "a.json", KIND, **limits)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 300
    return caught.value.reason


@pytest.mark.parametrize("content", [SOUND, b"\xef\xbb\xbf" + SOUND, SOUND.replace(b"2]", b'2], "more": 3')])
def test_a_sound_file_is_read_with_or_without_a_byte_order_mark(tmp_path, content):
    (tmp_path / "a.json").write_bytes(content)
    assert read_json(tmp_path / "a.json", KIND) == Part("café", (1, 2))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (SOUND.decode().encode("utf-16"), "it is not written in UTF-8"),
        (SOUND.decode().encode("latin-1"), "it is not written in UTF-8"),
        (b"[" * 100_000, "it is nested more than 200 levels deep"),
        (b'{"a":' * 300 + b"1" + b"}" * 300, "it is nested more than 200 levels deep"),
        (b'{"name": "\\ud800", "sizes": []}', "it is no JSON (unexpected end of hex escape at line 1 column 17)"),
        (b'{"name": "a", "sizes": [1,', "it is no JSON (EOF while parsing a value at line 1 column 26)"),
        (b"", "it is no JSON (EOF while parsing a value at line 1 column 0)"),
        (
            b'{"name": "a", "sizes": [1' + b"0" * 5_000 + b"]}",
            "it is no JSON (number out of range at line 1 column 4326)",
        ),
        (b"[]", "Input should be an object"),
        (b'{"name": 3, "sizes": []}', "at name: Input should be a valid string"),
        (b'{"name": "a", "sizes": [1, "2"]}', "at sizes.1: Input should be a valid integer"),
        (b'{"name": "a", "sizes": [], "weight": "1"}', "at weight: Input should be a valid number"),
        (b'{"name": "a"}', "at sizes: Field required"),
    ],
)
def test_what_is_wrong_is_told_by_its_place(tmp_path, content, told):
    assert reason(content, tmp_path) == told


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    assert reason(SOUND, tmp_path, most_bytes=10) == "it is larger than the 1e-05 MB that such a file may have"


@pytest.mark.parametrize("name", ["none.json", "n" * 300 + ".json", "a\0.json"])
def test_a_file_that_is_not_there_is_told(tmp_path, name):
    with pytest.raises(JsonFileError):
        read_json(tmp_path / name, KIND)


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(JsonFileError, match="was not found"):
        read_json(tmp_path, KIND)


def test_names_that_stand_twice_can_be_told():
    assert plain_json(b'{"a": 1, "a": {"b": 2}}', "table", list) == [("a", 1), ("a", [("b", 2)])]


def test_a_place_in_the_file_is_shown_without_what_turns_text(tmp_path):
    kind = TypeAdapter(dict[str, int])
    (tmp_path / "a.json").write_bytes('{"\u202e\\n%s": "x"}'.encode() % (b"n" * 500))
    with pytest.raises(JsonFileError) as caught:
        read_json(tmp_path / "a.json", kind)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 300
