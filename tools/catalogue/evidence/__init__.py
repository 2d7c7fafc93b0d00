"""Tools on what people and samples tell beside the images."""
