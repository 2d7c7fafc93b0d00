import sys

import pytest

from mci_model.hardware import keep_freed_memory, multiplies_bfloat16


def test_the_answer_is_the_same_each_time():
    assert multiplies_bfloat16("cpu") is multiplies_bfloat16("cpu")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's own setting")
def test_glibc_takes_the_setting():
    assert keep_freed_memory()
