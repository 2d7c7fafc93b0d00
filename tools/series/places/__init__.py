"""Series of places and zones: means of their clear pixels, their breaks and trends, and charts of them."""
