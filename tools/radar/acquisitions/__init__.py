"""Radar images of one place put together: by date, polarisation, orbit and grid, as linear power."""
