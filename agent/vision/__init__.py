"""Readings of the images by a multimodal model, held against measurements."""
