"""How right a map is: a stratified sample, labels of people, and areas with standard errors."""
