"""The Matrix adapter, on matrix-nio."""
