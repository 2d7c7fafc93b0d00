"""The functions that a planner may call, by name."""

from tools.catalogue.pair_tools import CATALOGUE

__all__ = ["CATALOGUE"]
