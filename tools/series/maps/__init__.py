"""When, where and by how much each pixel of a series changed: window by window, as map files and as numbers."""
