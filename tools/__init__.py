"""Rasters, measurements, pictures and files as typed functions. Knows no language model and no screen.

Importing this package disables GDAL's indirect and network drivers before GDAL itself is loaded: a file named .tif may
otherwise be a VRT that reads other files, or a path may reach the network. It also keeps GDAL's cache small: scenes are
read once.
"""

from __future__ import annotations

import os

os.environ.setdefault("GDAL_SKIP", "VRT,WMS,WMTS,WCS,HTTP,OGR_VRT,GTI,DERIVED")
os.environ.setdefault("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".none")
os.environ.setdefault("GDAL_CACHEMAX", "256")  # megabytes; a twentieth of all memory otherwise
os.environ.setdefault("GDAL_PAM_ENABLED", "NO")
os.environ.setdefault("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR")
