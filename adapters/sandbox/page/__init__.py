"""The sandbox's web page and its server."""
