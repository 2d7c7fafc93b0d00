"""Which language model plans and words: the embedded one, one by name, one behind a URL."""
