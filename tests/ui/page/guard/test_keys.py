import pytest

from ui.page.guard.keys import VisitorKeys


def test_keys_are_known_again_and_never_the_same():
    keys = VisitorKeys()
    issued = {keys.issue() for _ in range(100)}
    assert len(issued) == 100
    assert all(keys.is_own(key) and not keys.is_signed_in(key) for key in issued)
    assert keys.is_signed_in(keys.issue(signed_in=True))


@pytest.mark.parametrize("invented", ["", None, "ann", "v.abc", "v.abc.", "s.abc.0123", ".", "v.ä.ö"])
def test_invented_keys_are_none(invented):
    assert not VisitorKeys().is_own(invented)
    assert not VisitorKeys().is_signed_in(invented)


def test_a_key_cannot_be_turned_into_one_that_is_signed_in_nor_outlives_its_server():
    keys = VisitorKeys()
    key = keys.issue()
    assert not keys.is_own("s" + key[1:])
    assert not keys.is_own(key[:-1] + ("0" if key[-1] != "0" else "1"))
    assert not VisitorKeys().is_own(key)
