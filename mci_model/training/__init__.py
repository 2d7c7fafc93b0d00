"""Making weights: recipe, samples, augmentation, losses and the loop. Never imported to infer."""
