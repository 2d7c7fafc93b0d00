"""From-to tables of two dates: intensity, map errors, flow picture."""
