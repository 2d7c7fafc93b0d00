import pytest
import torch
from torch import nn

from mci_model.architecture.mask_head import EVIDENCE_CHANNELS, Detail, Segment, mask_evidence


def test_a_segment_is_its_two_layers_one_after_the_other():
    torch.manual_seed(0)
    layers = (nn.ConvTranspose2d(6, 4, 4, stride=2, padding=1), nn.Conv2d(4, 3, 1))
    pyramid = torch.randn(2, 6, 5, 7)
    torch.testing.assert_close(Segment(*layers)(pyramid), nn.Sequential(*layers)(pyramid))


def test_detail_is_zero_before_training():
    detail = Detail(16, 8, 4)
    assert not detail(torch.rand(1, 16, 4, 4), torch.rand(1, 16, 4, 4)).any()
    assert detail.layers[0].weight.requires_grad


@pytest.fixture
def corner():
    """A building that surely disappeared from the upper left quarter of a 4 x 4 mask."""
    logits = torch.full((1, 3, 4, 4), -20.0)
    logits[:, 0] = 20
    logits[:, :, :2, :2] = torch.tensor([-20.0, -20.0, 20.0])[None, :, None, None]
    return logits, torch.full((1, 4, 4), -20.0)


def test_evidence_holds_position_and_direction_of_change(corner):
    evidence = mask_evidence(*corner, (2, 2))
    assert evidence.shape == (1, EVIDENCE_CHANNELS, 2, 2)
    mean_road, mean_building, max_road, max_building, direction = evidence[0]
    quarter = torch.tensor([[1.0, 0.0], [0.0, 0.0]])
    for channel in (mean_building, max_building, -direction):
        torch.testing.assert_close(channel, quarter)
    assert not mean_road.round().any()
    assert not max_road.round().any()


def test_evidence_without_direction_is_neutral(corner):
    assert not mask_evidence(corner[0], None, (2, 2))[0, -1].any()
