"""Weights on disk: safetensors with a card, and the official checkpoint."""
