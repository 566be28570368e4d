"""What a network tells its communities."""
