"""Imagery of two dates fetched through a STAC API."""
