import pytest

from mci_model.errors import DatasetError
from mci_model.model_card import BEGIN, END, tables, write_card

WORDS = dict.fromkeys(("bleu_1", "bleu_2", "bleu_3", "bleu_4", "rouge_l", "cider_d"), 0.25)
WORDS |= {"meteor": None, "s_m": None}
BUILDING = {"iou": 0.5, "f1": 2 / 3, "precision": 0.6, "recall": 0.75, "interval": {"f1": [0.6, 0.7]}}
OBJECTS = {"true": 9, "predicted": 8, "f1": 0.4, "count_error": 0.75, "count_close": 0.8}
REPORT = {
    "pairs": 12,
    "change": {
        "building": BUILDING | {"objects": OBJECTS},
        "changed_accuracy": None,
        "calibration_error": {"building_pixels": 0.01, "changed": 0.125},
        "area_interval": {"level": 0.9, "coverage": 0.875},
        "by_quality": {"sharp": {"pairs": 3, "iou": 0.5, "f1": 0.667}},
    },
    "road_by_captions": {
        "marked_where_said": 0.4,
        "marked_where_unchanged": 0.0,
        "auc": 0.875,
        "pairs": 12,
        "said": 5,
    },
    "swap": {"same_count": 1.0, "pairs": 6},
    "caption": {"all": WORDS, "changed": WORDS},
    "baseline": {"change": {"changed_accuracy": 0.5}, "caption": {"all": WORDS, "changed": WORDS, "unchanged": None}},
}
ROADS = {"pairs": 8, "images": 2, "road": BUILDING, "baseline": {"road": {"f1": 0.125}}}


def test_every_score_has_its_cell():
    text = tables({"val": REPORT}, ROADS)
    assert "| val | 12 | 0.500 | 0.667 (0.600 to 0.700) | 0.600 | 0.750 | - | 0.500 |" in text
    assert "| val | 9 | 8 | 0.400 | 0.750 | 0.800 | 1.000 |" in text
    assert "| val | sharp | 3 | 0.500 | 0.667 |" in text
    assert "| val | 0.010 | 0.125 | 0.875 (asked 0.9) |" in text
    assert "| val, changed, constant sentence | 0.250 | 0.250 | - | 0.250 | 0.250 | - |" in text
    assert "| val | 5 | 0.400 | 7 | 0.000 | 0.875 |" in text
    assert "| 8 | 2 | 0.500 | 0.667 (0.600 to 0.700) | 0.600 | 0.750 | 0.125 |" in text
    widths = [{line.count("|") for line in part.splitlines() if line.startswith("|")} for part in text.split(":\n\n")]
    assert all(len(columns) <= 1 for columns in widths), "every row is as wide as its head"


def test_what_was_not_evaluated_has_no_table():
    bare = {**REPORT, "caption": None, "change": {**REPORT["change"], "by_quality": None, "area_interval": None}}
    bare["road_by_captions"] = None
    text = tables({"test": bare}, None)
    assert "Captions" not in text
    assert "quality" not in text
    assert "roads" not in text


def test_only_the_text_between_the_markers_changes(tmp_path):
    card = tmp_path / "card.md"
    card.write_text(f"# Card\n{BEGIN}\nold\n{END}\nrest\n", encoding="utf-8")
    write_card(card, "new")
    assert card.read_text(encoding="utf-8") == f"# Card\n{BEGIN}\nnew\n{END}\nrest\n"
    assert list(tmp_path.iterdir()) == [card]


def test_a_card_without_markers_is_unchanged(tmp_path):
    card = tmp_path / "card.md"
    card.write_text("# Card\n", encoding="utf-8")
    with pytest.raises(DatasetError, match="scores: begin"):
        write_card(card, "new")
    assert card.read_text(encoding="utf-8") == "# Card\n"
