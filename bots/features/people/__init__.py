"""What a person may ask about themselves: what is stored, a copy of it, its end, and one member for two accounts."""
