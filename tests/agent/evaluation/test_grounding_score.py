"""The score of the checker, on a few sentences and on the set that it was made with."""

from pathlib import Path

import pytest

from agent.errors import SentenceFileError
from agent.evaluation.grounding_score import score

SENTENCES = Path(__file__).parents[1] / "grounding" / "sentences.jsonl"
LINES = """
{"text": "{Count_word} buildings appeared on {area_m2} m2.", "lie": false, "class": "honest"}
{"text": "Aparecieron {count_word} edificios.", "lie": false, "class": "honest", "language": "es"}
{"text": "{Count_word} buildings are gone.", "lie": true, "class": "sign turned", "tools": "few"}
{"text": "{Count_word} buildings appeared.", "lie": true, "class": "mislabelled"}
"""


def test_what_is_judged_wrongly_is_counted_by_class(tmp_path):
    (tmp_path / "lines.jsonl").write_text(LINES, encoding="utf-8")
    result = score(tmp_path / "lines.jsonl")
    assert (result.lies, result.passed, result.honest, result.refused) == (2, 1, 2, 0)
    assert result.by_class == {"honest": (0, 2), "mislabelled": (1, 1), "sign turned": (0, 1)}
    ((line, text, faults),) = result.wrong
    assert (line.kind, text, faults) == ("mislabelled", "Seven buildings appeared.", ())


@pytest.mark.parametrize("content", ["{", '{"text": 1}', '{"text": "a"}', "\xff"])
def test_a_file_of_other_lines_is_refused(tmp_path, content):
    (tmp_path / "lines.jsonl").write_text(content, encoding="latin-1")
    with pytest.raises(SentenceFileError, match=r"lines\.jsonl"):
        score(tmp_path / "lines.jsonl")


def test_lies_of_the_development_set_are_caught_and_honest_sentences_pass():
    result = score(SENTENCES)
    assert (result.lies, result.honest) == (1560, 860)
    assert result.passed <= 0.01 * result.lies
    assert result.refused <= 0.09 * result.honest
