"""Sensors as declarations: bands, scale, names, clouds. One file a platform family; knows no file and no pixels."""
