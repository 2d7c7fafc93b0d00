"""Changes as vectors: a pair, a single date and a sentence meet in one space. Knows no index, map or screen."""

from mci_model.retrieval.embedder import ChangeEmbedder, load_embedder

__all__ = ["ChangeEmbedder", "load_embedder"]
