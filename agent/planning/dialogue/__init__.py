"""Plans of questions read part by part, each in the light of the turns before it."""
