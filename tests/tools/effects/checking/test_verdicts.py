from pathlib import Path

import pytest

from tools.effects.checking.verdicts import TABLE, Check, table, verdict

DOCUMENT = Path(__file__).parents[4] / "docs" / "effect.md"


def checks(**states):
    named = {name.replace("_", " "): state for name, state in states.items()}
    return [Check(rule.check, named.get(rule.check, "passed"), "") for rule in TABLE]


def test_all_that_pass_support():
    assert verdict(checks())[0] == "supported"


@pytest.mark.parametrize("rule", TABLE, ids=lambda rule: rule.check)
def test_each_row_leads_to_its_verdict(rule):
    for state, wanted in (("failed", rule.failed), ("open", rule.open)):
        told, reasons = verdict(checks(**{rule.check.replace(" ", "_"): state}))
        assert told == (wanted or "supported")
        assert wanted is None or [check.name for check in reasons] == [rule.check]


def test_what_cannot_be_told_outweighs_what_speaks_against():
    told, reasons = verdict(checks(interval="failed", leave_one_out="failed"))
    assert told == "inconclusive"
    assert [check.name for check in reasons] == ["leave one out"]


def test_the_document_has_the_table():
    assert table() in DOCUMENT.read_text(encoding="utf-8")
