import pytest

from tools.effects.value_table import read_values
from tools.errors import EffectError


def written(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def test_a_column_a_place(tmp_path):
    table = read_values(written(tmp_path / "a.csv", "Date;mine;hill;note\n2019-01;0.5;;wet\n2019/02/03;NA;0.4;dry\n"))
    assert table.days == ("2019-01-01", "2019-02-03")
    assert table.values == {"mine": (0.5, None), "hill": (None, 0.4)}


def test_a_row_a_place_and_date(tmp_path):
    text = "place,date,value,clear_share\nmine,2019-01-01,0.5,1\nhill,2019-02-01,0.4,1\n"
    table = read_values(written(tmp_path / "a.csv", text))
    assert table.values == {"mine": (0.5, None), "hill": (None, 0.4)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no table"),
        ("date,a\n", "no table"),
        ("date,a\nyesterday,1\n", "is no date"),
        ("date,a\n2019-01-01,wet\n", "no column of numbers"),
        ("date,a,a\n2019-01-01,1,2\n", "two columns of one name"),
        ("date,a\n2019-01-01,1,2\n", "no table"),
    ],
)
def test_other_files_are_refused_in_a_sentence(tmp_path, text, told):
    with pytest.raises(EffectError, match=told):
        read_values(written(tmp_path / "a.csv", text))
