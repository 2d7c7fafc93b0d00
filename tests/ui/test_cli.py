"""The command line as a person types it: what is printed where, and with which exit code."""

import json
from importlib.metadata import version

import numpy as np
import pytest

from ui import cli
from ui import error_table as edge


@pytest.fixture(autouse=True)
def knowing(monkeypatch, eyes):
    """Eyes that know the drawn scene: these tests are of the command line."""
    import mci_model.inference.predictor

    monkeypatch.setattr(mci_model.inference.predictor, "load_predictor", lambda *_, **__: eyes)


def run(capsys, *arguments):
    code = cli.run([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err
    return code, printed.out, printed.err


@pytest.mark.model
def test_ask_prints_the_answer_and_where_the_pictures_are(capsys, sample, tmp_path):
    code, out, err = run(
        capsys, "ask", sample.before, sample.after, "How many buildings appeared?", "--out", tmp_path / "o"
    )
    assert code == 0
    assert out.startswith("7 changed buildings")
    assert str(tmp_path / "o" / "pair1" / "change.tif") in out
    assert err.strip() == ""


@pytest.mark.model
def test_json_is_one_object_and_nothing_else(capsys, sample, tmp_path):
    code, out, _ = run(
        capsys, "ask", sample.before, sample.after, "what has changed?", "--json", "--out", tmp_path / "o"
    )
    told = json.loads(out)
    assert code == 0
    assert list(told) == ["answer", "pairs", "settings", "steps", "artefacts", "warnings", "model", "planner"]
    assert told["steps"][0]["tool"] == "describe_change"


@pytest.mark.parametrize(("command", "needle"), [("detect", "3,574 px"), ("describe", "Seven houses are built")])
def test_single_tools_print_their_sentence(capsys, sample, tmp_path, command, needle):
    code, out, _ = run(capsys, command, sample.before, sample.after, "--out", tmp_path / "o")
    assert code == 0
    assert needle in out
    code, out, _ = run(capsys, command, sample.before, sample.after, "--out", tmp_path / "o", "--json")
    assert {"result", "artefacts"} <= set(json.loads(out))


def test_detect_counts_where_and_what_is_asked(capsys, sample, eyes, tmp_path):
    def pixels(*options):
        code, out, _ = run(capsys, "detect", sample.before, sample.after, "--out", tmp_path / "o", "--json", *options)
        assert code == 0
        return {row["object_class"]: row["pixels"] for row in json.loads(out)["result"]["classes"]}

    assert pixels()["building"] == 3574
    assert pixels("--min-probability", "0.99") == {"building": 0, "road": 0}
    assert 0 < pixels("--min-area", "150")["building"] < 3574
    left, bottom, right, top = 623_000, 3_349_872, 623_064, 3_350_000
    west = pixels("--aoi", f"{left},{bottom},{right},{top}@EPSG:32614")
    east = pixels("--aoi", f"{right},{bottom},{right + 64},{top}@EPSG:32614")
    assert west["building"] == (eyes.label[:, :128] == 2).sum()
    assert west["building"] + east["building"] == pytest.approx(3574, abs=12)
    assert eyes.looks == 1, "other choices and areas are counted without looking again"


@pytest.mark.parametrize(
    ("area", "sentence"),
    [
        ("1,2,3", "four numbers"),
        ("10,46,9,47", "empty"),
        ("10,46,11,47", "does not touch"),
        ("0,0,1,1@EPSG:0", "no CRS"),
        ("nowhere.gpkg", "was not found"),
    ],
)
def test_an_area_that_cannot_be_is_refused(capsys, sample, tmp_path, area, sentence):
    code, _, err = run(capsys, "detect", sample.before, sample.after, "--aoi", area, "--out", tmp_path)
    assert code == 2
    assert sentence in err


def test_pixels_of_ten_metres_are_refused_unless_told_otherwise(capsys, write_raster, eyes, tmp_path):
    from affine import Affine

    dice = np.random.default_rng(0)
    coarse = {"transform": Affine(10, 0, 620_000, 0, -10, 3_350_000)}
    files = [write_raster(name, dice.integers(1, 200, (3, 256, 256), dtype=np.uint8), **coarse) for name in "ab"]
    code, _, err = run(capsys, "detect", *files, "--out", tmp_path / "o")
    assert code == 2
    assert "A pixel is 10 m" in err
    assert eyes.looks == 0
    assert run(capsys, "detect", *files, "--out", tmp_path / "o", "--any-resolution")[0] == 0


def test_inspect_needs_no_network(capsys, sample, eyes):
    code, out, _ = run(capsys, "inspect", sample.before, sample.after)
    assert code == 0
    assert "EPSG:32614" in out
    assert eyes.looks == 0


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("ask", "no.tif", "no.tif", "what?"), "no.tif was not found"),
        (("ask", "only.tif"), "Missing argument"),
        (("dance",), "No such command 'dance'"),
        (("ask", "a.tif", "b.tif", "what?", "--llm", "gpt"), "names no language model here"),
        (("weights", "convert", "no.pth", "x.safetensors"), "no.pth was not found"),
        (("weights", "info", "no.safetensors"), "no.safetensors is missing"),
        (("evaluate", "pairs", "nowhere"), "holds the folders A, B and label"),
        (("evaluate", "planner", "nowhere.jsonl"), "could not be read"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_bad_input_is_one_sentence_and_exit_code_two(capsys, tmp_path, monkeypatch, arguments, complaint):
    monkeypatch.chdir(tmp_path)
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert complaint in err
    assert len(err.strip().splitlines()) == 1
    assert not list(tmp_path.iterdir()), "nothing is left behind"


def test_a_folder_that_cannot_be_written_is_a_sentence(capsys, sample, tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    code, _, err = run(capsys, "detect", sample.before, sample.after, "--out", tmp_path / "file" / "o")
    assert code == 2
    assert "could not be read or written" in err


def test_a_bug_is_exit_code_one_and_says_so(capsys, sample, monkeypatch):
    monkeypatch.setattr(cli, "_run_tool", lambda *_: 1 / 0)
    code, _, err = run(capsys, "inspect", sample.before, sample.after)
    assert code == 1
    assert "bug in terradelta (ZeroDivisionError" in err


def test_stopping_is_not_a_bug():
    assert edge.explain(KeyboardInterrupt()).exit_code == 130


@pytest.mark.model
def test_identical_images_are_warned_of_on_stderr(capsys, sample, tmp_path, eyes):
    eyes.label = np.zeros_like(eyes.label)
    code, out, err = run(capsys, "ask", sample.before, sample.before, "count buildings", "--out", tmp_path / "o")
    assert code == 0
    assert "No changed building was found." in out
    assert "identical" in err


@pytest.mark.model
def test_evaluate_planner_prints_the_contracts_object(capsys, tmp_path):
    line = {"id": "1", "style": "plain", "history": [], "question": "What has changed?",
            "accept": [[{"tool": "describe_change", "arguments": {}}]]}  # fmt: skip
    (tmp_path / "q.jsonl").write_text(json.dumps(line), encoding="utf-8")
    code, out, _ = run(capsys, "evaluate", "planner", tmp_path / "q.jsonl", "--json")
    assert code == 0
    assert list(json.loads(out)) == ["questions", "tool_sequence", "full", "by_style", "seconds", "refusals"]


def test_ctrl_c_is_told_and_has_a_code_of_its_own(capsys, sample, eyes, monkeypatch, tmp_path):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(eyes, "predict_part", stop)
    code, out, err = run(capsys, "detect", sample.before, sample.after, "--out", tmp_path / "o")
    assert (code, out) == (130, "")
    assert "Stopped; nothing was left half-written." in err
    assert not list(tmp_path.rglob("*partial*"))


@pytest.fixture
def halves(sample, tmp_path):
    """The upper and the lower half of the drawn scene, as zones."""
    import geopandas as gpd
    import rasterio
    import shapely

    with rasterio.open(sample.before) as file:
        (left, bottom, right, top), crs = file.bounds, file.crs
    middle = (bottom + top) / 2
    shapes = [shapely.box(left, middle, right, top), shapely.box(left, bottom, right, middle)]
    gpd.GeoDataFrame({"name": ["north", "south"]}, geometry=shapes, crs=crs).to_file(tmp_path / "halves.gpkg")
    return tmp_path / "halves.gpkg"


def test_zones_are_told_and_written(capsys, sample, tmp_path, halves):
    code, out, _ = run(
        capsys, "detect", sample.before, sample.after, "--out", tmp_path / "o", "--zones", halves, "--regularise"
    )
    assert code == 0
    assert "Of 2 zones, 2 hold change: " in out
    assert "zones-halves.csv" in out
    code, out, _ = run(
        capsys, "detect", sample.before, sample.after, "--out", tmp_path / "o", "--zones", halves, "--json"
    )
    rows = json.loads(out)["zones"]["rows"]
    assert sum(row["classes"][0]["pixels"] for row in rows) == sample.truth["building_pixels"]


def test_a_layer_and_the_column_of_names_are_chosen_and_kept_for_the_rerun(capsys, sample, tmp_path, halves):
    import geopandas as gpd

    table = gpd.read_file(halves)
    table.assign(plot=[12, 7]).to_file(tmp_path / "project.gpkg", layer="plots")
    table[:1].to_file(tmp_path / "project.gpkg", layer="outline")
    wanted = ("detect", sample.before, sample.after, "--out", tmp_path / "o", "--id", "plot", "--zones")
    code, _, err = run(capsys, *wanted, tmp_path / "project.gpkg")
    assert (code, "project.gpkg holds polygons in several layers: plots, outline; choose one" in err) == (2, True)
    chosen = f"{tmp_path / 'project.gpkg'}|layername=plots"
    code, out, _ = run(capsys, *wanted, chosen, "--aoi", chosen, "--json")
    assert (code, [row["zone"] for row in json.loads(out)["zones"]["rows"]]) == (0, ["12", "7"])
    assert json.loads(out)["zones"]["rows"][0]["attributes"]["name"] == "north"
    code, out, _ = run(capsys, "rerun", tmp_path / "o" / "pair1" / "record.json")
    assert (code, "numbers are the same" in out) == (0, True)


def test_zones_that_cannot_be_used_are_told_before_anything_is_looked_at(capsys, sample, tmp_path, eyes):
    (tmp_path / "bad.gpkg").write_bytes(b"nothing")
    code, _, err = run(
        capsys, "detect", sample.before, sample.after, "--out", tmp_path / "o", "--zones", tmp_path / "bad.gpkg"
    )
    assert code == 2
    assert "bad.gpkg cannot be read as polygons" in err
    assert eyes.looks == 0


@pytest.mark.model
def test_a_question_can_be_asked_of_a_part_of_the_scene(capsys, sample, tmp_path, halves):
    code, whole, _ = run(
        capsys, "ask", sample.before, sample.after, "How many buildings appeared?", "--out", tmp_path / "o"
    )
    assert code == 0
    import geopandas as gpd

    gpd.read_file(halves).iloc[:1].to_file(tmp_path / "north.geojson")
    asked = ("ask", sample.before, sample.after, "How many buildings appeared?", "--out", tmp_path / "o", "--aoi")
    code, part, _ = run(capsys, *asked, tmp_path / "north.geojson")
    assert code == 0
    assert int(part.split()[0]) < int(whole.split()[0])
    code, out, err = run(capsys, *asked, "0,0,1,1")
    assert (code, out) == (2, "")
    assert "The area 0,0,1,1 does not touch the images" in err


def test_a_run_is_made_again_from_its_record(capsys, sample, tmp_path, eyes):
    run(capsys, "detect", sample.before, sample.after, "--out", tmp_path / "o", "--min-area", "20")
    record = tmp_path / "o" / "pair1" / "record.json"
    code, out, err = run(capsys, "rerun", record)
    assert (code, err.strip()) == (0, "")
    assert out.startswith("All ")
    eyes.label = np.zeros_like(eyes.label)
    code, out, err = run(capsys, "rerun", record, "--json", "--out", tmp_path / "again")
    assert code == 2
    assert {"name": "building.objects", "recorded": 7, "now": 0} in json.loads(out)["differences"]
    assert "numbers differ." in err
    assert (tmp_path / "again" / "pair1" / "record.json").exists()


def test_many_pairs_are_worked_through(capsys, sample, tmp_path):
    lines = (f"{sample.before},{sample.after}", f"{sample.before},nowhere.tif")
    (tmp_path / "pairs.csv").write_text("\n".join(("before,after", *lines)), encoding="utf-8")
    code, out, err = run(capsys, "batch", tmp_path / "pairs.csv", "--out", tmp_path / "o")
    assert (code, err.strip()) == (0, "")
    assert out.startswith("1 pair done, 1 failed, in ")
    assert "nowhere.tif was not found" in out
    code, out, _ = run(capsys, "batch", tmp_path / "pairs.csv", "--out", tmp_path / "o", "--json")
    assert (json.loads(out)["kept"], json.loads(out)["failed"]) == (1, 1)
    code, _, err = run(capsys, "batch", tmp_path / "pairs.csv", "--out", tmp_path / "o", "--on-error", "stop")
    assert code == 2
    assert "Line 3 (000002) failed" in err


def test_a_report_is_made_from_a_record(capsys, sample, tmp_path):
    run(capsys, "detect", sample.before, sample.after, "--out", tmp_path / "o")
    record = tmp_path / "o" / "pair1" / "record.json"
    code, out, _ = run(capsys, "report", record)
    assert (code, out.strip()) == (0, f"Written: {record.with_name('report.html')}")
    assert "What cannot be seen here" in record.with_name("report.html").read_text(encoding="utf-8")
    code, out, _ = run(capsys, "report", record, "--out", tmp_path / "r.pdf", "--json")
    assert (code, json.loads(out)) == (0, {"report": str(tmp_path / "r.pdf")})
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
    code, _, err = run(capsys, "report", record, "--out", tmp_path / "r.docx")
    assert code == 2
    assert ".html or .pdf" in err
    code, _, err = run(capsys, "report", tmp_path / "none.json")
    assert code == 2
    assert "was not found" in err


def test_a_page_with_half_a_password_is_not_served(capsys):
    code, _, err = run(capsys, "chat", "--auth", "ann:")
    assert code == 2
    assert "USER:PASSWORD" in err


def test_a_page_that_others_reach_without_a_password_is_warned_of(capsys, monkeypatch):
    import ui.page.server

    served = []
    monkeypatch.setattr(ui.page.server, "serve", lambda _, service: served.append(service))
    assert run(capsys, "chat", "--host", "0.0.0.0", "--port", "7000")[2].startswith("terradelta: anyone who reaches")
    code, _, err = run(capsys, "chat", "--auth", "ann:se:cret", "--basemap", "https://x/{z}/{x}/{y}.png", "--secure")
    assert (code, err) == (0, "")
    assert served[0].auth is None
    assert served[1].auth == ("ann", "se:cret")
    assert served[1].basemap.url == "https://x/{z}/{x}/{y}.png"
    assert served[1].secure


def test_views_are_written_with_legends(capsys, tmp_path):
    from tests.factories.bands import stack, write
    from tests.factories.seven_bands import LAKE, NAMES, WOODS

    files = [write(tmp_path / f"202{n}-06-01.tif", stack(WOODS, LAKE), NAMES) for n in (0, 1)]
    code, out, _ = run(capsys, "views", *files, "--out", tmp_path / "v")
    assert code == 0
    assert out.splitlines()[-1] == str(tmp_path / "v" / "legends.json")
    assert len(list((tmp_path / "v").glob("*.png"))) == 16
    code, _, err = run(capsys, "views", *files, "--sensor", "sputnik")
    assert code == 2
    assert "choose from sentinel-2-l1c" in err


def test_the_version_is_printed(capsys):
    code, out, err = run(capsys, "--version")
    assert (code, err) == (0, "")
    assert out == f"terradelta {version('terradelta')}\n"
