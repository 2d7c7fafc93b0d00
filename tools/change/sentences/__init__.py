"""What the maps of a pair show, as a sentence; and whether the network's own sentence agrees with them."""
