"""Notices are their English text, and keep what they are made of."""

import copy
import json
import pickle
from dataclasses import dataclass, replace

import pytest

from tools.errors import ToolError
from tools.json_values import to_json
from tools.notices import Notice, conjoined, in_a_row, listed, notice, reason_of, renamed, term

TOLD = notice("clouds", "{share:.0f} % of {name} looks like cloud.", share=12.6, name="a.tif")


@dataclass(frozen=True)
class Result:
    warnings: tuple[str, ...]
    pair: str = "1"


def same(one, other):
    return (str(one), one.key, one.template, dict(one.values)) == (
        str(other), other.key, other.template, dict(other.values),
    )  # fmt: skip


def test_it_is_its_english_text():
    text = "13 % of a.tif looks like cloud."
    assert text == TOLD
    assert hash(TOLD) == hash(text)
    assert {TOLD: 1}[text] == 1
    assert TOLD in {text}
    assert json.dumps([TOLD]) == json.dumps([text])
    assert to_json(Result((TOLD,)))["warnings"] == [text]


def test_it_keeps_key_and_values():
    assert TOLD.key == "clouds"
    assert dict(TOLD.values) == {"share": 12.6, "name": "a.tif"}
    assert TOLD.forms == {"share": ".0f", "name": ""}


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_copies_are_notices(again):
    inner = notice("outer", "It says: {what}", what=TOLD)
    assert isinstance(again(inner), Notice)
    assert same(again(inner), inner)
    assert same(again(inner).values["what"], TOLD)


def test_results_that_are_changed_keep_their_notices():
    (kept,) = replace(Result((TOLD,)), pair="2").warnings
    assert same(kept, TOLD)
    (kept,) = pickle.loads(pickle.dumps(Result((TOLD,)))).warnings
    assert same(kept, TOLD)


def test_it_cannot_be_changed():
    with pytest.raises(AttributeError, match="key"):
        TOLD.key = "other"
    with pytest.raises(AttributeError, match="values"):
        del TOLD.values
    with pytest.raises(TypeError):
        TOLD.values["share"] = 1


def test_a_missing_value_is_noticed_where_it_is_made():
    with pytest.raises(KeyError, match="name"):
        notice("clouds", "{name} looks like cloud.")


def test_braces_in_values_are_no_fields():
    assert notice("x", "{name} is blank.", name="{share}.tif") == "{share}.tif is blank."


def test_lists_read_as_english_does():
    assert listed(["a", "b", "c"]) == "a, b, c"
    assert listed(["a", "b"], semicolons=True) == "a; b"
    assert conjoined(["a", "b"]) == "a and b"
    assert in_a_row(["A.", "B."]) == "A. B."
    assert listed(["a"]) == "a"
    assert term("cover", "water") == "water"


def test_another_name_is_put_into_values_alone():
    moved = renamed(TOLD, "a.tif", "a file")
    assert moved == "13 % of a file looks like cloud."
    assert same(renamed(moved, "a file", "a.tif"), TOLD)


def test_errors_give_back_their_notice():
    assert same(reason_of(ToolError(TOLD)), TOLD)
    assert str(ToolError(TOLD)) == TOLD
    assert reason_of(ToolError("plain")) == "plain"
    assert reason_of(ToolError()) == ""
    assert same(reason_of(pickle.loads(pickle.dumps(ToolError(TOLD)))), TOLD)
