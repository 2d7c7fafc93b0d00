"""Answers as values: their typed results, and how a notebook shows them."""

import numpy as np
import pytest

from agent.answer import Answer, Step
from agent.errors import ResultError
from tools.change.objects import ObjectCount, count
from tools.change.summary import Area
from tools.outputs.artefacts import Artefact
from tools.rasters.png import write_png


@pytest.fixture
def counted(workspace):
    return count(workspace.change(workspace.pair()), "building")


def answer(*steps, text="7 houses. [1]", overlays=(), warnings=(), question="How many?"):
    return Answer(question, text, tuple(steps), tuple(overlays), tuple(warnings), "tiny 0123", "embedded")


def step(result, number=1, tool="count_objects", error=None, **arguments):
    return Step(tool, arguments, result, error, 0.25, number)


def test_a_result_is_found_by_type_and_by_tool(counted):
    told = answer(step(counted))
    assert told.result(ObjectCount) is counted
    assert told.result("count_objects") is counted
    assert told.results(Area) == ()


def test_a_result_that_is_not_there_is_told_with_what_is(counted):
    with pytest.raises(ResultError, match=r"no result Area; there is count_objects \(ObjectCount\)\."):
        answer(step(counted)).result(Area)
    with pytest.raises(ResultError, match="no result measure_area; no step has one"):
        answer().result("measure_area")


def test_one_of_several_results_is_not_chosen_silently(counted):
    told = answer(step(counted), step(counted, 2))
    with pytest.raises(ResultError, match=r"2 results ObjectCount; take one of answer\.results\(ObjectCount\)"):
        told.result(ObjectCount)
    assert told.results("count_objects") == (counted, counted)


def test_a_refusal_is_told_with_its_reason():
    refused = step(None, tool="compute_index", error="NDVI needs Near-Infrared.")
    with pytest.raises(ResultError, match="compute_index has no result; it refused: NDVI needs Near-Infrared"):
        answer(refused).result("compute_index")


def test_html_holds_text_with_markers_and_folded_steps(counted):
    told = answer(step(counted, object_class="building"), text="7 houses. [1]\nNot [9].", warnings=["Beware."])
    shown = told._repr_html_()
    assert '7 houses. <sup title="count_objects">[1]</sup><br>Not [9].' in shown
    assert "<li>Warning: Beware.</li>" in shown
    assert shown.index("<details>") < shown.index("[1] count_objects(object_class=&#x27;building&#x27;)")
    assert "&quot;count&quot;: 7" in shown
    assert shown.count("<details>") == shown.count("</details>") == 1


def test_html_escapes_every_text():
    evil = "<script>alert(1)</script>"
    bad = step(None, tool=evil, error=evil, text=evil)
    shown = answer(bad, question=evil, text=f"{evil} [1]", warnings=[evil])._repr_html_()
    assert "<script" not in shown
    assert shown.count("&lt;script&gt;") == 7


def test_html_is_of_bounded_size(tmp_path, counted):
    noise = np.random.default_rng(1).integers(0, 256, (1024, 1024, 3), np.uint8)
    write_png(tmp_path / "a.png", noise)
    pictures = [Artefact(str(number), "before", "1", tmp_path / "a.png") for number in range(9)]
    long = step(None, error="x" * 50_000)
    shown = answer(long, overlays=pictures)._repr_html_()
    assert shown.count("<img") == 6
    assert len(shown) < 6 * 400_000
    assert "x" * 4_001 not in shown


def test_files_that_are_gone_or_are_no_pictures_are_named_only(tmp_path):
    files = [Artefact("1", "overlay", "1", tmp_path / "gone.png"), Artefact("2", "geotiff", "1", tmp_path / "a.tif")]
    shown = answer(overlays=files)._repr_html_()
    assert "<img" not in shown
    assert "geotiff: " in shown
    assert "gone.png" in shown


def test_pictures_are_inside_the_document(tmp_path):
    write_png(tmp_path / "a.png", np.full((20, 20, 3), 90, np.uint8))
    shown = answer(overlays=[Artefact("1", "overlay", "1", tmp_path / "a.png")])._repr_html_()
    assert '<img src="data:image/jpeg;base64,' in shown
    assert "<figcaption>a.png</figcaption>" in shown
