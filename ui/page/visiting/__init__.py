"""Who is on the page, where their files lie, and whose turn it is."""
