"""Rituals: prompts that come again and again, and the replies to them."""
