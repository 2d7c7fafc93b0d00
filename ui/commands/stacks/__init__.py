"""Commands on images of two dates and more: a series of an index, radar."""
