"""Training of the change embedding."""
