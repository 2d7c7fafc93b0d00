"""`terradelta.radar_change`: the same as the command, as typed values, without loading a network."""

import subprocess
import sys

import pytest

import terradelta
from terradelta.results import RadarChange
from tests.factories.radar.images import pair
from tools.errors import RadarError


def test_it_returns_areas_and_paths(tmp_path):
    done = list[int]()
    found = terradelta.radar_change(
        pair(tmp_path), tmp_path / "out", looks=4.4, progress=lambda now, of: done.append(now)
    )
    assert isinstance(found, RadarChange)
    assert found.darker.area_m2 == pytest.approx(60 * 70 * 100, rel=0.03)
    assert (tmp_path / "out" / "radar-water.tif").samefile(dict(found.maps)["water"])
    assert done


def test_what_is_stated_is_held_against_the_files(tmp_path):
    with pytest.raises(RadarError, match="XX is no polarisation"):
        terradelta.radar_change(pair(tmp_path), tmp_path / "out", bands="XX")


def test_no_network_is_loaded(tmp_path):
    before, after = pair(tmp_path)
    code = (
        f"import sys, terradelta; terradelta.radar_change({[str(before), str(after)]!r}, {str(tmp_path / 'out')!r}); "
        "print([m for m in ('torch', 'gradio', 'langchain', 'transformers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
