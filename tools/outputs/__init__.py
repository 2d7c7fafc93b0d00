"""Files and pictures of a change map."""
