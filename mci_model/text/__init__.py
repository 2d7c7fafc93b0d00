"""Vocabulary and sentence embedding."""
