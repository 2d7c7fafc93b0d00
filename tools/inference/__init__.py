"""A pair of any size put to the network part by part, by one process, several, or a Dask cluster."""
