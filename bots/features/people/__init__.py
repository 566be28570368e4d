"""What a person may do with their data: see it, take a copy, erase it."""
