"""One format of polygon files a module: bytes in, layers out. Each reads no more than the file has."""
