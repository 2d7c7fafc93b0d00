"""Polygon files, read without GDAL: no driver is guessed, no link is followed, no view is run. Knows no images."""
