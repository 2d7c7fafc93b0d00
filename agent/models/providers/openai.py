"""OpenAI, and any server with its API (vLLM, llama.cpp, LM Studio)."""

from agent.models.provider import Provider

PROVIDER = Provider(
    id="openai",
    extra="openai",
    example="gpt-4.1",
    keys=("OPENAI_API_KEY",),
    errors=(("openai", "OpenAIError"),),
    chat_type="openai-chat",
    end_field="finish_reason",
    rank=10,
)
