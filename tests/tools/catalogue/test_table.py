"""The table of tools in the documents is what the declarations say."""

from pathlib import Path

import pytest

from tools.catalogue import CATALOGUE
from tools.catalogue.table import main, rewritten, table

DOCUMENT = Path(__file__).parents[3] / "docs" / "tools.md"


def test_the_document_holds_the_table_of_today():
    text = DOCUMENT.read_text(encoding="utf-8")
    assert rewritten(text) == text, "run: python -m tools.catalogue.table docs/tools.md"


def test_each_tool_has_a_line_with_its_arguments():
    lines = table().splitlines()[2:]
    assert [line.split("`")[1] for line in lines] == [one.name for one in CATALOGUE.declarations]
    counted = next(line for line in lines if "count_objects" in line)
    assert "`object_class` (`building`, `road`, `any`), `pair?`" in counted
    assert "`status?` (`appeared`, `disappeared`, `any`; default `any`)" in counted


def test_documents_are_rewritten_between_the_marks_alone(tmp_path, monkeypatch):
    path = tmp_path / "doc.md"
    path.write_text("before\n<!-- tools: begin -->\nold\n<!-- tools: end -->\nafter\n", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["table", str(path)])
    main()
    text = path.read_text(encoding="utf-8")
    assert text == f"before\n<!-- tools: begin -->\n{table()}\n<!-- tools: end -->\nafter\n"


def test_a_document_without_marks_is_refused():
    with pytest.raises(ValueError, match="no lines <!-- tools: begin -->"):
        rewritten("nothing")
