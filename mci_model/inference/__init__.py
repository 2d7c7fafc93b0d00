"""The Predictor: from two RGB arrays to mask, caption and probability."""
