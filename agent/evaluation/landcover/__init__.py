"""Land cover predicted by rules, classifiers and language models, scored on labelled scenes."""
