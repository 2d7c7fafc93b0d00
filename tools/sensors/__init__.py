"""Sensors as declarations: bands, scale, names, cloud masks. One module per platform family; knows no files."""
