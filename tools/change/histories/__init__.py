"""Changed objects over more than two dates: linked where they are the same ground, counted, drawn and written."""
