"""One raster file: opened safely, georeferenced, written as COG or PNG."""
