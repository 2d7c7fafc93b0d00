"""An Ollama server, by default the one on this machine."""

from agent.models.provider import Provider

PROVIDER = Provider(
    id="ollama",
    extra="ollama",
    example="qwen3",
    errors=(("ollama", "ResponseError"),),
    rank=40,
)
