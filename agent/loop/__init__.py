"""The loop of model and tools, and the conversation it leaves behind."""
