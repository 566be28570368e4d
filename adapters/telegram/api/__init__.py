"""The Bot API: client, types, ids, retries and rate limits."""
