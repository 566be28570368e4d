"""`glocal demo`: the sandbox network, live in a browser."""
