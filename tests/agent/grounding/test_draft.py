"""What of a text is shown while it is written."""

from agent.grounding import CheckedDraft


def test_sentences_are_shown_when_they_are_whole_and_sound(told):
    draft, steps = CheckedDraft([], ["How many?"]), list(told.values())
    shown = [
        text for part in ("7 buildings ", "appeared. ", "No road", " changed. ") for text in draft.add(part, steps)
    ]
    assert [text.strip() for text in shown] == ["7 buildings appeared.", "No road changed."]


def test_after_a_lie_nothing_more_is_shown(told):
    draft, steps = CheckedDraft([], ["How many?"]), list(told.values())
    assert list(draft.add("12 buildings appeared. No road changed. And so on. ", steps)) == []
    assert list(draft.add("No road changed. ", steps)) == []
