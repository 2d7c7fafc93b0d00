"""Figures without a window: plain axes, and a file that is whole."""

import pytest
from PIL import Image

from tools.charts import DPI, new_figure, plain, save


def test_a_figure_is_written_as_large_as_it_is_asked_for(tmp_path):
    figure = new_figure(4.0, 3.0)
    axes = figure.subplots()
    plain([axes])
    assert not axes.spines["top"].get_visible()
    assert axes.spines["left"].get_visible()
    save(figure, tmp_path / "chart.png")
    with Image.open(tmp_path / "chart.png") as image:
        assert image.size == (4 * DPI, 3 * DPI)


def test_a_figure_that_cannot_be_drawn_leaves_no_file(tmp_path):
    figure = new_figure(4.0, 3.0)
    figure.subplots().set_title("$\\unknown{$")
    with pytest.raises(ValueError, match="unknown"):
        save(figure, tmp_path / "chart.png")
    assert not list(tmp_path.iterdir())
