import cv2
import numpy as np

from mci_model.data.labelled_pairs import LabelledPair, PairFolder
from mci_model.data.scene_renderer import render
from mci_model.data.synthetic_scene import compose
from mci_model.evaluation.gallery import COLOURS, draw, write_gallery
from tests.factories.predictors import KnownMaskPredictor


def test_pictures_show_both_dates_truth_and_mask(tmp_path):
    for part in ("A", "B", "label"):
        (tmp_path / "d" / "test" / part).mkdir(parents=True)
    for seed in (3, 4, 5):
        drawn = render(compose(seed))
        for part, image in (("A", drawn.before), ("B", drawn.after), ("label", (drawn.label == 2) * np.uint8(255))):
            cv2.imwrite(str(tmp_path / "d" / "test" / part / f"{seed}.png"), image)
    paths = list(write_gallery(KnownMaskPredictor(), PairFolder(tmp_path / "d", "test"), tmp_path / "out", 2))
    assert len(paths) == 2
    picture = cv2.imread(str(paths[0]), cv2.IMREAD_COLOR_RGB)
    assert picture.shape[:2] == (256 + 46, 4 * 256)
    assert not list(tmp_path.rglob("*.partial.png"))


def test_panels_stand_in_order():
    drawn, eyes = render(compose(3)), KnownMaskPredictor()
    pair = LabelledPair("x", drawn.before, drawn.after, drawn.label, True)
    picture = draw(pair, eyes.predict(pair.before, pair.after))
    assert np.array_equal(picture[:256, :256], drawn.before)
    assert np.array_equal(picture[:256, 512:768], COLOURS[drawn.label])
