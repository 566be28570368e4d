"""The Discord API: client, types, errors and limits."""
