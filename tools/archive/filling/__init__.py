"""Pairs cut into cells, described and added."""
