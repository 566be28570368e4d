"""The Matrix API: client, types, errors and limits."""
