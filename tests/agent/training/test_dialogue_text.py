"""Training dialogues: files that are read, and what is no dialogue."""

import pytest

from agent.training.dialogue_text import DialogueTextError, dialogues, read_dialogues

TEXT = """# rgb 0.5 m | a planner
Q: How many houses were built?
A: count building new
ALT: count building

Q: and their area, and who owns them
A: area building new ; cannot "who owns them"
# png | a student
Q: hello
A: hello
"""


def test_turns_are_read_with_their_lines(tmp_path):
    file = tmp_path / "en.txt"
    file.write_text(TEXT, encoding="utf-8")
    first, second = read_dialogues(file)
    assert first.language == "en"
    assert [turn.lines for turn in first.turns] == [
        ("count building new",),
        ("area building new", 'cannot "who owns them"'),
    ]
    assert first.turns[0].others == (("count building",),)
    assert second.turns[0].question == "hello"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# a\nQ: x\nA: count house\n", "line 3"),
        ("# a\nhow many?\n", "line 2"),
        ("Q: x\nA: count building\n", "line 2"),
        ("# a\nA: count building\n", "line 2"),
    ],
)
def test_what_is_no_dialogue_is_named_with_its_line(tmp_path, text, place):
    file = tmp_path / "en.txt"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DialogueTextError, match=place):
        read_dialogues(file)


def test_the_training_text_can_be_read_in_five_languages():
    taught = dialogues()
    assert {dialogue.language for dialogue in taught} == {"de", "en", "es", "fr", "zh"}
    assert sum(len(dialogue.turns) for dialogue in taught) > 6000
