"""Drawn ground of which the truth is known."""
