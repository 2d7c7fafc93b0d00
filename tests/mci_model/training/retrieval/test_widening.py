"""Paraphrases move to the vectors of their sentences, and nothing else of the towers changes."""

import numpy as np
import pytest
import torch

from mci_model.evaluation.retrieval.other_words import OTHER_WORDS
from mci_model.retrieval.settings import EmbeddingSettings
from mci_model.retrieval.towers import ChangeTowers
from mci_model.training.retrieval.paraphrases import SYNONYMS, paraphrase
from mci_model.training.retrieval.recipe import RetrievalRecipe
from mci_model.training.retrieval.sentence_cache import TokenStateCache
from mci_model.training.retrieval.widening import widen

CPU = torch.device("cpu")
CAPTIONS = ["many houses are built along the road", "some trees are removed", "a lake disappears", "a road appears"]


def towers():
    torch.manual_seed(0)
    small = {"dimensions": 16, "width": 16, "heads": 2, "layers": 1, "queries": 2, "text_width": 32, "dropout": 0.0}
    return ChangeTowers(EmbeddingSettings(channels=8, **small)).eval()


def cosine(of, one, other):
    token_cache = TokenStateCache([one, other])
    with torch.no_grad():
        vectors = of.encode_text(*token_cache.gather([one, other]))
    return float(vectors[0] @ vectors[1])


def test_sentences_are_paraphrased_and_the_same_seed_gives_the_same_words():
    paraphrased = paraphrase("many houses are built along the road", np.random.default_rng(1), 1.0)
    assert not {"many", "houses", "built", "road"} & set(paraphrased.split())
    assert paraphrased == paraphrase("many houses are built along the road", np.random.default_rng(1), 1.0)
    assert paraphrase("many houses are built", np.random.default_rng(1), 0.0) == "many houses are built"
    assert paraphrase("nothing of it is known", np.random.default_rng(1), 1.0) == "nothing of it is known"


def test_words_of_the_evaluation_are_never_trained_on():
    trained = {word for synonyms in SYNONYMS.values() for text in synonyms for word in text.split()}
    evaluated = {word for text in OTHER_WORDS.values() for word in text.split()}
    assert trained & evaluated <= {"a", "of", "up", "bare", "away"}, "small words alone, and half of an expression"


def test_paraphrases_move_nearer_and_all_else_stays():
    before = towers()
    recipe = RetrievalRecipe(changed=8, wordings=6, reworded=1.0, widening_steps=60, widening_rate=3e-3, kept=0.0)
    after = widen(before, CAPTIONS, recipe, CPU)
    paraphrased = "lots of dwellings are erected alongside the highway"
    token_cache = TokenStateCache([CAPTIONS[0], paraphrased])
    with torch.no_grad():
        original = before.encode_text(*token_cache.gather([CAPTIONS[0]]))[0]
        now, other = after.encode_text(*token_cache.gather([CAPTIONS[0], paraphrased]))
        first = before.encode_text(*token_cache.gather([paraphrased]))[0]
    assert float(now @ original) > 0.9, "the vector of the sentence stays"
    assert float(other @ original) > float(first @ original), "and the paraphrase moved nearer to it"
    for name, tensor in before.state_dict().items():
        moved = not torch.equal(tensor, after.state_dict()[name])
        assert not moved or name.startswith("text."), name
    assert not any(parameter.requires_grad for parameter in after.parameters())


def test_the_same_recipe_gives_the_same_towers():
    recipe = RetrievalRecipe(changed=4, wordings=2, widening_steps=3)
    one, other = (widen(towers(), CAPTIONS, recipe, CPU) for _ in range(2))
    for name, tensor in one.state_dict().items():
        assert torch.equal(tensor, other.state_dict()[name]), name


@pytest.mark.parametrize("recipe", [{"widening_steps": 0}, {"widening_steps": 3, "kept": 1.0}])
def test_no_step_or_full_weight_of_the_original_changes_nothing(recipe):
    before = towers()
    after = widen(before, CAPTIONS, RetrievalRecipe(**recipe), CPU)
    assert cosine(before, *CAPTIONS[:2]) == pytest.approx(cosine(after, *CAPTIONS[:2]))
