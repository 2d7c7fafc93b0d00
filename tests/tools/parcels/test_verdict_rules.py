"""Rules that a person sets."""

import pytest

from tools.errors import StatementError
from tools.parcels.verdict_rules import read_rule


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("vegetation lost > 30 %", ("vegetation", "lost", True, 0.3)),
        ("Vegetation lost on over 30%", ("vegetation", "lost", True, 0.3)),
        ("bare gained at most 2.5 %", ("bare", "gained", False, 0.025)),
        ("building changed >= 5 %", ("building", "changed", True, 0.05)),
    ],
)
def test_rules_are_read(text, told):
    rule = read_rule(text)
    assert (rule.kind, rule.way, rule.above, rule.limit_share) == told


@pytest.mark.parametrize(
    "text", ["", "vegetation", "vegetation lost", "vegetation lost 30 %", "fields lost > 3 %", "water lost > 300 %"]
)
def test_what_is_no_rule_is_refused(text):
    with pytest.raises(StatementError):
        read_rule(text)


def test_limits_on_both_sides_leave_it_open():
    rule = read_rule("trees lost > 30 %")
    assert [rule.verdict(*limits) for limits in ((0.4, 0.6), (0.2, 0.4), (0.1, 0.2), (0.1, 0.3))] == [
        "yes", "open", "no", "no",
    ]  # fmt: skip
    under = read_rule("trees lost < 30 %")
    assert [under.verdict(*limits) for limits in ((0.4, 0.6), (0.2, 0.4), (0.1, 0.2))] == ["no", "open", "yes"]
