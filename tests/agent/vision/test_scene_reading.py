"""Labelled scenes put to a model over HTTP: what it is shown, what it may answer, and what that uses up."""

import base64

import numpy as np
import pytest

from agent.vision.choices.class_lists import BIGEARTHNET_19, BIGEARTHNET_43, EUROSAT
from agent.vision.scene_reading import PLAIN, SceneReader, pictures
from tests.factories.language_models.openai_server import openai_server
from tests.factories.language_models.vision_models import say, vision
from tools.errors import ToolError
from tools.landcover.datasets import LabelledScene
from tools.landcover.datasets.nomenclature import CLASSES as BIGEARTHNET
from tools.rasters.png import png
from tools.sensors.registry import SENSORS
from tools.spectrum.pseudo_images import WHITE_REFLECTANCE

KEYS = tuple(band.key for band in SENSORS["sentinel-2-l1c"].bands if band.key)
FOREST, RIVER, LAKE = (1 + EUROSAT.names.index(name) for name in ("Forest", "River", "SeaLake"))


def scene(keys=KEYS, side=64, seed=0):
    dice = np.random.default_rng(seed)
    bands = {key: dice.uniform(0.05, 0.4, (side, side)).astype(np.float32) for key in keys}
    return LabelledScene("a", bands, (), "0")


def read(answers, scenes=None, classes=EUROSAT.names, **manner):
    """What a reader says of scenes, it, and the messages of each request."""
    with openai_server(*say(*answers)) as (url, asked):
        reader = SceneReader(vision(url), classes, **({"single": True} | manner))
        found = [reader(one) for one in (scenes or [scene()])]
    return found, reader, [one["messages"] for one in asked]


def shown(messages):
    """Pictures and text of a first request."""
    *images, text = messages[1]["content"]
    return [base64.b64decode(one["image_url"]["url"].partition("base64,")[2]) for one in images], text["text"]


def test_a_scene_of_all_bands_is_six_pictures(monkeypatch):
    one = scene()
    (names,), _, (first, _) = read((f"({FOREST})",) * 2, [one])
    images, text = shown(first)
    views, found = pictures(one)
    assert names == ("Forest",)
    assert len(images) == 6
    assert images == [png(view.picture) for view in views]
    assert [view.name for view in views[:3]] == ["true-colour", "false-colour", "ndvi"]
    assert "Bands of Sentinel-2 Level-1C:" in text
    assert "4. B04: red, 10 m a pixel, centre 664.6 nm" in text
    assert len(found) == 1
    assert "The 6 pictures above show the same scene" in text


def test_pictures_show_the_bands_of_the_scene():
    one = scene()
    true = pictures(one)[0][0].picture[::8, ::8]
    red = np.clip(one.bands["R"] / WHITE_REFLECTANCE, 0, 1) * 255
    assert np.abs(true[..., 0].astype(int) - red).max() <= 1


def test_a_plain_picture_is_shown_as_it_is():
    one = scene("RGB")
    (names,), _, (first, _) = read((f"({RIVER})",) * 2, [one])
    images, text = shown(first)
    assert names == ("River",)
    assert len(images) == 1
    (view,), found = pictures(one)
    assert images == [png(view.picture)]
    assert found == ()
    assert f"Picture 1: {PLAIN}." in text
    assert "Bands of" not in text
    expected = (np.stack([one.bands[key] for key in "RGB"], axis=-1) * 255).round()
    assert (view.picture[::8, ::8] == expected.astype(np.uint8)).all()


def test_of_all_bands_true_colour_alone_can_be_shown_for_comparison():
    _, _, (first, _) = read((f"({FOREST})",) * 2, shown="rgb")
    images, text = shown(first)
    assert images == [png(pictures(scene())[0][0].picture)]
    assert "Bands of" not in text


def test_where_each_scene_has_one_class_at_most_one_is_taken():
    both = f"({FOREST}),({RIVER})"
    (names,), reader, requests = read((both, both, f"({RIVER})"))
    assert names == ("River",)
    assert "keep at most 1" in requests[1][-1]["content"][0]["text"]
    assert "at most 1 may be named" in requests[2][-1]["content"][0]["text"]
    assert reader.tokens() == (3, 3)


def test_where_a_scene_may_have_several_all_are_taken():
    both = "(9),(18)"
    (names,), _, requests = read((both, both), [scene(side=120)], BIGEARTHNET[19], single=False)
    assert names == ("Broad-leaved forest", "Inland waters")
    assert "at most" not in requests[1][-1]["content"][0]["text"]


def test_a_model_may_keep_none():
    (names,), _, _ = read((f"({FOREST})", f"({len(EUROSAT.names) + 1})"))
    assert names == ()


def test_tokens_of_all_scenes_are_summed():
    answers = (f"({FOREST})", f"({FOREST})", "?", f"({LAKE})", f"({LAKE})")
    found, reader, _ = read(answers, [scene(), scene(seed=1)])
    assert found == [("Forest",), ("SeaLake",)]
    assert reader.tokens() == (5, 5)


def test_tokens_of_refusals_are_summed_too():
    with openai_server(*say("Forest", "a forest")) as (url, _):
        reader = SceneReader(vision(url), EUROSAT.names, single=True)
        with pytest.raises(ToolError, match="It holds something else than numbers"):
            reader(scene())
    assert reader.tokens() == (2, 2)


def test_a_server_that_is_down_is_a_sentence_and_costs_nothing(nowhere):
    reader = SceneReader(vision(nowhere), EUROSAT.names, single=True)
    with pytest.raises(ToolError, match="did not answer"):
        reader(scene())
    assert reader.tokens() == (0, 0)


@pytest.mark.parametrize("known", [EUROSAT, BIGEARTHNET_19, BIGEARTHNET_43])
def test_classes_of_known_data_sets_are_described_in_whatever_order(known):
    reader = SceneReader(None, tuple(reversed(known.names)), single=False)
    assert reader.options is known


def test_other_classes_are_offered_by_their_names():
    names = ("wood", "lake")
    (told,), reader, (first, _) = read(("(2)", "(2)"), classes=names)
    assert told == ("lake",)
    assert reader.options.names == names
    assert shown(first)[1].splitlines()[-2:] == ["(1) wood", "(2) lake"]
