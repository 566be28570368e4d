"""Receive updates from Telegram and translate them to inbound values."""
