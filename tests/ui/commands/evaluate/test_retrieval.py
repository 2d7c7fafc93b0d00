"""`terradelta evaluate retrieval` prints what the contract names, and tells of broken pairs on stderr."""

import json

import cv2
import pytest
import typer
from typer.testing import CliRunner

from mci_model.data.scene_renderer import render
from mci_model.data.synthetic_scene import compose
from ui.commands.evaluate.retrieval import retrieval

pytest.importorskip("bm25s")


@pytest.fixture(scope="module")
def app():
    app = typer.Typer()
    app.command()(retrieval)
    return app


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    root = tmp_path_factory.mktemp("drawn")
    captions = {}
    for seed in range(4):
        drawn = render(compose(seed, unchanged=seed == 3))
        captions[f"p{seed}"] = list(drawn.captions)
        for part, pixels in (("A", drawn.before), ("B", drawn.after), ("label", drawn.label * 0)):
            (root / "test" / part).mkdir(parents=True, exist_ok=True)
            shown = cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR) if pixels.ndim == 3 else pixels
            cv2.imwrite(str(root / "test" / part / f"p{seed}.png"), shown)
    (root / "test" / "captions.json").write_text(json.dumps(captions), encoding="utf-8")
    return root


@pytest.mark.slow
def test_json_holds_what_the_contract_names(app, dataset):
    done = CliRunner().invoke(app, [str(dataset), "--json"])
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert set(found) == {
        "text_to_pair", "pair_to_text", "direction_accuracy", "baseline", "beside", "r@10_interval",
    }  # fmt: skip
    names = {f"{measure}@{cut}" for measure in ("p", "r", "mrr") for cut in (1, 3, 5, 10)} | {"ndcg@10", "median_rank"}
    for beside in (found["beside"]["archive"], found["beside"]["other_words"]):
        assert set(beside["all"]) == set(beside["changed"]) == names
    low, high = found["r@10_interval"]["changed"]
    assert 0 <= low <= found["text_to_pair"]["changed"]["r@10"] <= high <= 1
    for way in ("text_to_pair", "pair_to_text"):
        for scores in (found[way], found["baseline"]["bm25_captions"][way], found["baseline"]["chance"][way]):
            assert set(scores) == {"all", "changed"}
            assert set(scores["all"]) == set(scores["changed"]) == names


@pytest.mark.slow
def test_the_table_sets_baselines_beside_and_broken_pairs_are_named(app, dataset):
    broken = dataset / "test" / "A" / "p1.png"
    whole = broken.read_bytes()
    broken.write_bytes(b"no picture")
    try:
        done = CliRunner().invoke(app, [str(dataset)])
    finally:
        broken.write_bytes(whole)
    assert done.exit_code == 0, done.output
    assert "BM25 over captions" in done.stdout
    assert "chance" in done.stdout
    assert "as an archive is searched" in done.stdout
    assert "in other words" in done.stdout
    assert "R@10 of the vectors lies by 95 %" in done.stdout
    assert "p1.png" in done.stderr
