"""Rows of tables as sentences."""

from agent.grounding.understanding.tables import rows

TABLE = "Here:\n| half | buildings | m2 |\n|---|---|---|\n| north | 3 | 388 |\n\nDone."


def test_each_cell_has_its_head_and_what_its_row_is_of():
    found = rows(TABLE)
    assert [(row.text, row.is_head) for row in found.values()] == [
        ("half , buildings , m2", True),
        ("", True),
        ("north 3 buildings, north 388 m2", False),
    ]
    assert all(TABLE[start:].startswith("|") for start in found)


def test_numbers_of_objects_units_and_single_columns():
    assert [row.text for row in rows("| id | m2 |\n|--|--|\n| 3 | 134 |").values()][-1] == "building 3 134 m2"
    assert [row.text for row in rows("| unit | area |\n|--|--|\n| ha | 0.09 |").values()][-1] == "0.09 ha"
    assert [row.text for row in rows("| new buildings |\n|---|\n| 15 |").values()][-1] == "15 new buildings"


def test_what_is_no_table_is_none():
    assert rows("a | b\nc | d") == {}
    assert rows("") == {}
