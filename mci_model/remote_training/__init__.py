"""Training on another machine that takes and gives only so many bytes at a time."""
