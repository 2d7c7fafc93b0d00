"""Readings of the images by a multimodal model, checked against measurements."""
