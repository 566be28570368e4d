"""Reading of other people's calendars: over the web or from a file, by a process of its own."""
