"""The page on which people label the points of a sample; it knows no map and leads no one by it."""
