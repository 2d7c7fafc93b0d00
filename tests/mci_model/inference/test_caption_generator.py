"""Captions agree with the gate and with the order of the dates, whatever the decoder would say first."""

from dataclasses import replace

import torch

from mci_model.architecture.caption_decoder import LayerCache
from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES
from mci_model.inference import caption_generator
from mci_model.inference.caption_generator import LOSS_SENTENCE, CaptionGenerator
from mci_model.text.vocabulary import SPECIAL, Vocabulary

SENTENCES = ("the road is rebuilt", "no change has occurred", "a house is built", "houses appear")
WORDS = sorted({word for one in (*SENTENCES, *UNCHANGED_SENTENCES, LOSS_SENTENCE, "disappear") for word in one.split()})
VOCABULARY = Vocabulary((*SPECIAL, *WORDS))


def told(monkeypatch, tiny_network, sentences, *, changed, backwards):
    """The caption where a beam search finds these sentences, in this order."""
    found = [VOCABULARY.encode(sentence, 20) for sentence in sentences]
    monkeypatch.setattr(caption_generator, "beam", lambda *_: [found[0]])
    monkeypatch.setattr(caption_generator, "beam_sentences", lambda *_: [found])
    generator = CaptionGenerator(tiny_network, VOCABULARY, torch.device("cpu"))
    memory = [LayerCache((torch.zeros(1, 1, 1, 1), torch.zeros(1, 1, 1, 1)))]
    return VOCABULARY.decode(generator.generate([memory], [changed], [backwards], beams=3)[0])


def test_where_nothing_changed_the_fixed_sentence_is_said(monkeypatch, tiny_network):
    for backwards in (False, True):
        said = told(monkeypatch, tiny_network, SENTENCES[2:], changed=0.2, backwards=backwards)
        assert said == UNCHANGED_SENTENCES[0]


def test_a_change_is_not_denied(monkeypatch, tiny_network):
    assert told(monkeypatch, tiny_network, SENTENCES[1:], changed=0.9, backwards=False) == "a house is built"


def test_words_of_the_other_order_are_turned_in_time(monkeypatch, tiny_network):
    assert told(monkeypatch, tiny_network, SENTENCES[3:], changed=0.9, backwards=True) == "houses disappear"
    # The first has no reverse, the second denies the change, "removed" is a word that this vocabulary has.
    assert told(monkeypatch, tiny_network, SENTENCES, changed=0.9, backwards=True) == "a house is removed"


def test_without_a_sentence_that_can_be_turned_the_map_is_told(monkeypatch, tiny_network):
    assert told(monkeypatch, tiny_network, SENTENCES[:2], changed=0.9, backwards=True) == LOSS_SENTENCE


def test_a_network_without_a_gate_turns_its_words_too(monkeypatch, tiny_settings):
    network = ChangeInterpretationNetwork(replace(tiny_settings, has_gate=False))
    assert told(monkeypatch, network, SENTENCES[2:], changed=0.9, backwards=True) == "a house is removed"
    assert told(monkeypatch, network, SENTENCES[1:], changed=0.9, backwards=False) == "no change has occurred"
