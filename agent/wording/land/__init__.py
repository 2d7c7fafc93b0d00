"""Sentences on land: cover, its change, and spectral indices."""
