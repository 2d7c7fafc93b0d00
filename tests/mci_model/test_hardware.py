import sys

import pytest
import torch

from mci_model.hardware import keep_freed_memory, multiplies_bfloat16


def test_the_answer_is_the_same_each_time():
    assert multiplies_bfloat16("cpu") is multiplies_bfloat16("cpu")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's own setting")
def test_glibc_takes_the_setting():
    assert keep_freed_memory()


@pytest.mark.parametrize("supported", [True, False])
def test_a_gpu_is_asked_not_timed(supported, monkeypatch):
    answers = {True: True, False: supported}
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda *, including_emulation: answers[including_emulation])
    assert multiplies_bfloat16.__wrapped__("cuda") is supported
