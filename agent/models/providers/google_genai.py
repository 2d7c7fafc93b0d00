"""Google's Gemini API."""

from agent.models.provider import Provider

PROVIDER = Provider(
    id="google_genai",
    extra="google",
    example="gemini-2.5-pro",
    keys=("GOOGLE_API_KEY", "GEMINI_API_KEY"),
    errors=(
        ("google.genai.errors", "APIError"),
        ("langchain_google_genai.chat_models", "ChatGoogleGenerativeAIError"),
    ),
    rank=20,
)
