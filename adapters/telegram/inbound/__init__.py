"""Turn what Telegram sends into inbound values."""
