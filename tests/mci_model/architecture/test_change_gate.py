"""The gate's quantiles, which must be those it was trained with."""

import pytest
import torch

from mci_model.architecture.network import SIMILARITY_QUANTILES, quantiles


@pytest.mark.parametrize("cells", [1, 2, 9, 64, 65, 1000])
def test_quantiles_are_those_of_torch_bit_by_bit(cells):
    values = torch.randn(5, cells, generator=torch.Generator().manual_seed(cells))
    values[0, : cells // 2] = values[0, 0]
    expected = torch.quantile(values, torch.tensor(SIMILARITY_QUANTILES), dim=1).T
    assert torch.equal(quantiles(values, SIMILARITY_QUANTILES), expected)
