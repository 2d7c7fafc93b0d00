"""A pair of any size interpreted by the network part by part, by one process, several, or a Dask cluster."""
