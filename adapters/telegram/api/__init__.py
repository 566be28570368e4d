"""The Telegram API: client, types, errors and limits."""
