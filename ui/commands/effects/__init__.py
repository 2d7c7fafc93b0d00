"""Commands on effects of events and programmes."""
