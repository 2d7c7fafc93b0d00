"""What stands before the page: which names, origins, addresses and messages of a browser are let through."""
