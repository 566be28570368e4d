"""What a person may ask about themselves: what is stored, a copy of it, and its end."""
