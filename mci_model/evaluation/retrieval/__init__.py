"""Evaluation of retrieval rankings."""
