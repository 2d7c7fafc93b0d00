"""The screen: command line and chat page. Knows no torch, no raster and no planning."""
