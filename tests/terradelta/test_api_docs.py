"""The reference of the Python API says what the docstrings say, and its examples give what they show."""

import doctest
import re
from pathlib import Path

import pytest

from terradelta.api_docs import reference

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = [code for code in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL) if code.startswith(">>>")]


def test_the_page_is_made_from_the_docstrings():
    assert reference() == PAGE, "run: python -m terradelta.api_docs"


def test_the_page_tells_signatures_sections_and_fields():
    assert "terradelta.open(\n    before: Path | str,\n    after: Path | str,\n    *,\n" in PAGE
    assert "Answer.result(kind: type[Result]) -> Result\nAnswer.result(kind: str) -> Any\n" in PAGE
    assert "- `WindowError`: the window does not lie within the pair" in PAGE
    assert "- `align` (`bool`): Whether a confident co-registration offset" in PAGE
    assert len(EXAMPLES) >= 7


@pytest.mark.slow
@pytest.mark.model
@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_examples_give_what_they_show(number, tmp_path, monkeypatch, sample):
    for image in (sample.before, sample.after):
        (tmp_path / image.name).write_bytes(image.read_bytes())
    monkeypatch.chdir(tmp_path)
    test = doctest.DocTestParser().get_doctest(EXAMPLES[number], {}, f"example {number}", "docs/api.md", 0)
    told: list[str] = []
    done = doctest.DocTestRunner().run(test, out=told.append)
    assert done.attempted >= 2
    assert done.failed == 0, "".join(told)
