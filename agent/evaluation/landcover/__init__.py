"""Land cover told by rules, classifiers and language models, scored on labelled scenes."""
