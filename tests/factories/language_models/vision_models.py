"""A multimodal model behind a server, and what it is to say."""

import pytest

from agent.models.language_models import choose_language_model
from agent.vision.ask_image import choose_vision


def say(*texts):
    return [{"content": text} for text in texts]


def vision(url):
    pytest.importorskip("langchain_openai", reason="needs the extra openai")
    return choose_vision(f"{url}#eye", choose_language_model())
