"""Rankings judged."""
