"""What is measured once a conversation and kept as map files."""
