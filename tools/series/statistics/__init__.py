"""Many short series at once, in numpy: trends, seasons, steps. Knows no files and no place."""
