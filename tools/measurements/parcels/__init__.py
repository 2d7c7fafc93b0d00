"""What changed in each parcel of a pair or of a series, its table, its files and its picture."""
