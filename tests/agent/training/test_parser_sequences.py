"""Dialogues as tokens: only plan lines are learnt, and batches keep to their size."""

from itertools import islice
from types import SimpleNamespace

import pytest
import torch

from agent.training.dialogue_text import Dialogue, TaughtTurn
from agent.training.parser_sequences import IGNORED, Encoder, TokenRow, batches, padded, rows


class Letters:
    """A tokenizer of letters."""

    bos_token_id = 1

    def __call__(self, text, *, add_special_tokens):
        assert not add_special_tokens
        return SimpleNamespace(input_ids=[ord(letter) for letter in text])


TURNS = (TaughtTurn("new houses?", ("count building new",)), TaughtTurn("ha", ("area building new ha", "describe")))


@pytest.fixture
def encoder():
    return Encoder(Letters())


def learnt(row):
    return "".join(chr(label) for label in row.labels if label != IGNORED)


def test_only_plan_lines_are_learnt(encoder):
    row = encoder.row(TURNS, teaches_first=True)
    text = "".join(map(chr, row.ids[1:]))
    assert text == "new houses?\n> count building new\nha\n> area building new ha ; describe\n"
    assert learnt(row) == " count building new\n area building new ha ; describe\n"
    assert len(row.ids) == len(row.labels)


def test_lines_of_a_turn_that_leans_on_others_are_given(encoder):
    assert learnt(encoder.row(TURNS, teaches_first=False)) == " area building new ha ; describe\n"


def test_rows_hold_dialogues_and_older_lessons(encoder):
    source = rows([Dialogue("en", TURNS)], encoder, seed=3)
    texts = ["".join(map(chr, row.ids[1:])) for row in islice(source, 60)]
    ours = sum("count building new" in text for text in texts)
    assert 30 < ours < 60


def test_batches_keep_to_their_tokens():
    def source():
        length = 0
        while True:
            length = length % 90 + 5
            yield TokenRow([7] * length, [IGNORED] * length)

    for some in islice(batches(source(), 300, seed=2), 40):
        assert max(len(row.ids) for row in some) * len(some) <= 300


def test_padding_is_never_learnt():
    ids, labels = padded([TokenRow([1, 2, 3], [IGNORED, 2, 3]), TokenRow([1], [IGNORED])])
    assert ids.shape == labels.shape == torch.Size([2, 3])
    assert labels.tolist() == [[IGNORED, 2, 3], [IGNORED, IGNORED, IGNORED]]
