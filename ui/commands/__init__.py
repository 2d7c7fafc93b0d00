"""The commands of `terradelta`, one file each."""
