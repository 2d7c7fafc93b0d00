"""Anthropic's API."""

from agent.models.provider import Provider

PROVIDER = Provider(
    id="anthropic",
    extra="anthropic",
    example="claude-sonnet-4-5",
    keys=("ANTHROPIC_API_KEY",),
    errors=(("anthropic", "AnthropicError"),),
    rank=30,
)
