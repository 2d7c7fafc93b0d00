"""Other words come to lie where the learnt ones lie, and nothing else of the towers moves."""

import numpy as np
import pytest
import torch

from mci_model.evaluation.retrieval.other_words import OTHER_WORDS
from mci_model.retrieval.settings import EmbeddingSettings
from mci_model.retrieval.towers import ChangeTowers
from mci_model.training.retrieval.paraphrases import WORDINGS, reworded
from mci_model.training.retrieval.recipe import RetrievalRecipe
from mci_model.training.retrieval.sentence_cache import Readings
from mci_model.training.retrieval.widening import widen

CPU = torch.device("cpu")
TOLD = ["many houses are built along the road", "some trees are removed", "a lake disappears", "a road appears"]


def towers():
    torch.manual_seed(0)
    small = {"dimensions": 16, "width": 16, "heads": 2, "layers": 1, "queries": 2, "text_width": 32, "dropout": 0.0}
    return ChangeTowers(EmbeddingSettings(channels=8, **small)).eval()


def likeness(of, one, other):
    readings = Readings([one, other])
    with torch.no_grad():
        vectors = of.read(*readings.gather([one, other]))
    return float(vectors[0] @ vectors[1])


def test_sentences_are_reworded_and_the_same_seed_gives_the_same_words():
    told = reworded("many houses are built along the road", np.random.default_rng(1), 1.0)
    assert not {"many", "houses", "built", "road"} & set(told.split())
    assert told == reworded("many houses are built along the road", np.random.default_rng(1), 1.0)
    assert reworded("many houses are built", np.random.default_rng(1), 0.0) == "many houses are built"
    assert reworded("nothing of it is known", np.random.default_rng(1), 1.0) == "nothing of it is known"


def test_what_is_judged_by_is_never_taught():
    taught = {word for wordings in WORDINGS.values() for told in wordings for word in told.split()}
    judged = {word for told in OTHER_WORDS.values() for word in told.split()}
    assert taught & judged <= {"a", "of", "up", "bare", "away"}, "small words alone, and half of an expression"


def test_other_words_come_near_and_all_else_stays():
    before = towers()
    recipe = RetrievalRecipe(changed=8, wordings=6, reworded=1.0, widening_steps=60, widening_rate=3e-3, kept=0.0)
    after = widen(before, TOLD, recipe, CPU)
    reworded_text = "lots of dwellings are erected alongside the highway"
    readings = Readings([TOLD[0], reworded_text])
    with torch.no_grad():
        was = before.read(*readings.gather([TOLD[0]]))[0]
        now, other = after.read(*readings.gather([TOLD[0], reworded_text]))
        first = before.read(*readings.gather([reworded_text]))[0]
    assert float(now @ was) > 0.9, "what was learnt is kept"
    assert float(other @ was) > float(first @ was), "and other words came nearer to it"
    for name, tensor in before.state_dict().items():
        moved = not torch.equal(tensor, after.state_dict()[name])
        assert not moved or name.startswith("text."), name
    assert not any(parameter.requires_grad for parameter in after.parameters())


def test_the_same_recipe_gives_the_same_towers():
    recipe = RetrievalRecipe(changed=4, wordings=2, widening_steps=3)
    one, other = (widen(towers(), TOLD, recipe, CPU) for _ in range(2))
    for name, tensor in one.state_dict().items():
        assert torch.equal(tensor, other.state_dict()[name]), name


@pytest.mark.parametrize("recipe", [{"widening_steps": 0}, {"widening_steps": 3, "kept": 1.0}])
def test_no_step_or_all_that_was_changes_nothing(recipe):
    before = towers()
    after = widen(before, TOLD, RetrievalRecipe(**recipe), CPU)
    assert likeness(before, *TOLD[:2]) == pytest.approx(likeness(after, *TOLD[:2]))
