"""Commands: their declaration, parsing, translation, and spelling on each platform."""
