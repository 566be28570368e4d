"""Rituals: recurring prompts, and the replies to them."""
