"""The change embedding: pairs, single dates and sentences as vectors of one space. Knows no index, map or screen."""

from mci_model.retrieval.embedder import ChangeEmbedder, load_embedder

__all__ = ["ChangeEmbedder", "load_embedder"]
