"""Land use of 640 m cells, by a classifier learnt from EuroSAT chips."""
