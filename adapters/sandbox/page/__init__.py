"""The demo's web page and its server."""
