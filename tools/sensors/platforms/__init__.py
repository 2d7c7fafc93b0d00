"""One file a platform family: each has `SENSORS`, a tuple of `tools.sensors.sensor.Sensor`, and is found by itself."""
