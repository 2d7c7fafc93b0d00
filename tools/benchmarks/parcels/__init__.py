"""Speed and memory of parcels, beside a library that reads them one by one."""
