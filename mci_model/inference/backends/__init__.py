"""The window pass of the network, by torch or by a runtime that computes the exported network faster."""
