"""A plain HTML table of names and values, every text of it escaped. Knows no screen and no particular value."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

Row = tuple[str, *tuple[str, ...]]
"""A name and one value per column."""


def html_table(rows: Sequence[Row], columns: Sequence[str] = (), caption: str = "") -> str:
    """Rows as a table, each with its first cell as a heading.

    Args:
        rows: a name and the values beside it.
        columns: headings of the columns of values; empty for none.
        caption: title of the table; empty for none.
    """
    head = "".join(f"<th>{escape(name)}</th>" for name in ("", *columns)) if columns else ""
    lines = [f"<caption>{escape(caption)}</caption>"] if caption else []
    lines += [f"<thead><tr>{head}</tr></thead>"] if head else []
    return f"<table>{''.join(lines)}<tbody>{''.join(map(_line, rows))}</tbody></table>"


def html_list(texts: Sequence[str]) -> str:
    """Texts as an unordered list; nothing for none."""
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>" if texts else ""


def _line(row: Row) -> str:
    name, *values = row
    cells = "".join(f"<td>{escape(value)}</td>" for value in values)
    return f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>'
