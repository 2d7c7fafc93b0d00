"""One file a provider: each has `PROVIDER`, an `agent.models.provider.Provider`, and is found by itself."""
