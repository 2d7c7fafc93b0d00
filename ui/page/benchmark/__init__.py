"""How fast the page is, measured by visits over HTTP."""
