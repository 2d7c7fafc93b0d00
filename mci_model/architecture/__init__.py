"""The torch modules of the change-interpretation networks."""
