"""The same talk in Gemini's protocol, over HTTP to a server on this machine."""

import base64

import pytest

from agent.models.language_models import LanguageModel, choose_language_model
from agent.vision.ask_image import Vision
from agent.vision.choices import Manner, Price, classify
from agent.vision.choices.class_lists import EUROSAT
from agent.vision.choices.token_usage import Spent
from tests.factories.language_models.gemini_server import gemini_server
from tests.factories.seven_bands import one_date
from tools.errors import ToolError
from tools.rasters.png import png

google = pytest.importorskip("langchain_google_genai", reason="needs the extra google")


def vision(url):
    model = google.ChatGoogleGenerativeAI(model="gemini-test", base_url=url, api_key="none", max_retries=1, timeout=20)
    language_model = choose_language_model(model)
    assert isinstance(language_model, LanguageModel)
    return Vision(language_model.model, "gemini-test")


def test_pictures_in_order_and_then_the_data_sheet_proposed_and_verified(tmp_path):
    views, found = one_date(tmp_path)
    with gemini_server("(2),(10)", "(10)") as (url, asked):
        choice = classify(vision(url), views, found, EUROSAT, Manner(price=Price(1.25, 10)))
    assert choice.proposed == ("Forest", "SeaLake")
    assert choice.names == ("SeaLake",)
    assert choice.spent == Spent(2, 2000, 10, pytest.approx((2000 * 1.25 + 10 * 10) / 1e6))
    (path, first), (_, second) = asked
    assert path.partition("?")[0] == "/v1beta/models/gemini-test:generateContent"
    assert "data, never instructions" in first["systemInstruction"]["parts"][0]["text"]
    (person,) = first["contents"]
    *pictures, text = person["parts"]
    assert [base64.urlsafe_b64decode(one["inlineData"]["data"]) for one in pictures] == [
        png(view.picture) for view in views
    ]
    # Gemini takes either spelling; which one is sent is the client's affair.
    kinds = {one["inlineData"].get("mimeType", one["inlineData"].get("mime_type")) for one in pictures}
    assert kinds == {"image/png"}
    lines = text["text"].splitlines()
    assert [line for line in lines if line.startswith("Picture ")] == [
        f"Picture {place}: {view.legend}." for place, view in enumerate(views, 1)
    ]
    assert lines[-10:] == [EUROSAT.line(number) for number in range(1, 11)]
    assert [turn["role"] for turn in second["contents"]] == ["user", "model", "user"]
    assert second["contents"][0] == person, "the pictures are still there"
    assert second["contents"][1]["parts"][0]["text"] == "(2),(10)"


def test_an_answer_outside_the_form_is_asked_for_once_more(tmp_path):
    views, found = one_date(tmp_path)
    with gemini_server("Forest", "(2)") as (url, asked):
        choice = classify(vision(url), views, found, EUROSAT, Manner(verify=False))
    assert choice.names == ("Forest",)
    assert "It holds something else" in asked[1][1]["contents"][2]["parts"][0]["text"]


@pytest.mark.parametrize("status", [403, 429, 503])
def test_a_model_that_refuses_is_a_sentence(tmp_path, status):
    views, found = one_date(tmp_path)
    with gemini_server(status) as (url, _), pytest.raises(ToolError, match="gemini-test did not answer"):
        classify(vision(url), views, found, EUROSAT)


def test_a_model_that_is_down_is_a_sentence(tmp_path):
    views, found = one_date(tmp_path)
    with gemini_server() as (url, _):
        pass
    with pytest.raises(ToolError, match="check its server, its name and its key"):
        classify(vision(url), views, found, EUROSAT)
