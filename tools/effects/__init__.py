"""Effects of events and programmes, with the checks that go with them."""
