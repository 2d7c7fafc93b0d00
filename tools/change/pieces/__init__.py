"""Connected pieces of change in a scene of any size, the buildings among them told apart, and objects made of them."""
