"""One module per platform family: each has `SENSORS`, a tuple of `tools.sensors.sensor.Sensor`, and is discovered."""
