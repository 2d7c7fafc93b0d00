"""Tables of names and values: what they hold is shown, never run."""

from tools.html_table import html_list, html_table


def test_rows_columns_and_caption_stand_where_they_belong():
    assert html_table([("size", "1", "2")], ("before", "after"), "Pair 1") == (
        "<table><caption>Pair 1</caption><thead><tr><th></th><th>before</th><th>after</th></tr></thead>"
        '<tbody><tr><th scope="row">size</th><td>1</td><td>2</td></tr></tbody></table>'
    )
    assert html_table([("crs", "x")]) == '<table><tbody><tr><th scope="row">crs</th><td>x</td></tr></tbody></table>'


def test_every_text_is_escaped():
    told = html_table([("<b>", '"&<script>')], ("<i>",), "<u>") + html_list(["<a>"])
    assert "&quot;&amp;&lt;script&gt;" in told
    assert all(f"&lt;{tag}&gt;" in told and f"<{tag}>" not in told for tag in ("b", "i", "u", "a"))


def test_an_empty_list_is_nothing():
    assert html_list([]) == ""
