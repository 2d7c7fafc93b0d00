"""Satellite bands as reflectance: sensors, indices with published classes, pictures of bands that no eye sees."""
