"""What an effect is held against before it is believed, and the verdict that follows."""
