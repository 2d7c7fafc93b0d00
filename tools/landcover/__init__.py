"""Land cover of two dates and what became what: by spectral rules, by clusters, or of class maps a person gives."""
